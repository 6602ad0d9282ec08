"""What a checklist says of each paper, on the screen and on the printed page."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.catalogue.acts import Act
from bot.catalogue.models import Service
from bot.catalogue.papers import Case, RequiredDocument
from bot.screens.citation import closing
from bot.screens.listing import Paper, grouped, listed, remarks
from bot.screens.page import Speech
from bot.screens.papers import papers
from bot.text import Lang


@dataclass(frozen=True, slots=True)
class Item:
    """Say one paper: its number among those to have (None: nothing to bring), its wording.

    `short` is its name on a button; not everybody needs a `conditional` one; `warning`, which may
    be empty, tells what is wrong with its form.
    """

    id: str
    number: int | None
    ticked: bool
    conditional: bool
    text: str
    short: str
    more: tuple[str, ...]
    warning: str


@dataclass(frozen=True, slots=True)
class Group:
    """Hold the papers under one heading."""

    heading: str
    papers: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Say everything that stands on the printed page, in one language.

    `notes` say what the law says of several papers and what is unclear in it, under the heading
    `attention`, which stands before the warning of a paper too.
    """

    lang: Lang
    title: str
    case: str
    groups: tuple[Group, ...]
    attention: str
    notes: tuple[str, ...]
    closing: tuple[str, ...]

    @property
    def to_have(self) -> list[Item]:
        """Return the papers a person must have."""
        return [item for group in self.groups for item in group.papers if item.number is not None]

    @property
    def counted(self) -> list[Item]:
        """Return the papers everybody needs, and of the others those that are there."""
        return [item for item in self.to_have if item.ticked or not item.conditional]


def sheet_of(
    act: Act, service: Service, case: Case, ticked: Collection[str], speech: Speech
) -> Sheet:
    """Return what is said of the papers of `case`, of which the ids `ticked` are there."""
    # the same points as under the list of papers itself
    last = closing(act, service, papers(service, case, speech).quotes, speech)
    return Sheet(
        speech.lang,
        speech.of(service.short_title),
        speech.of(case.title),
        _groups(service, case, ticked, speech),
        speech.say("Pay attention"),
        _notes(service, case, speech),
        tuple(last.split("\n")),
    )


def _notes(service: Service, case: Case, speech: Speech) -> tuple[str, ...]:
    """Return what the law says of several papers, then what is unclear in it."""
    of_papers = [said for _, said in remarks(case, speech)]
    unclear = (note.text for note in service.source_notes if case.id in note.cases)
    return (*of_papers, *map(speech.of, unclear))


def to_have(case: Case) -> list[RequiredDocument]:
    """Return the papers a person must have, in the order they are numbered."""
    return [
        paper
        for role, _, documents in grouped(case)
        if role != "fetched_by_state"
        for paper in documents
    ]


def _groups(
    service: Service, case: Case, ticked: Collection[str], speech: Speech
) -> tuple[Group, ...]:
    numbers = {paper.id: number for number, paper in enumerate(to_have(case), 1)}

    def item(paper: Paper) -> Item:
        document = paper.document
        return Item(
            document.id,
            numbers.get(document.id),
            document.id in ticked,
            document.condition is not None,
            paper.text,
            speech.of(document.short) if document.short else paper.text,
            _more(paper, speech),
            speech.of(paper.warning) if paper.warning else "",
        )

    return tuple(
        Group(block.heading, tuple(item(paper) for paper in block.papers))
        for block in listed(service, case, speech)
    )


def _more(paper: Paper, speech: Speech) -> tuple[str, ...]:
    """Return the lines under a paper."""
    only = speech.say("Only in this case:")
    condition = (f"{only} {paper.condition}",) if paper.condition else ()
    return (*condition, *paper.notes, *paper.instead)
