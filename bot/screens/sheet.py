"""What a checklist says of each paper, on the screen and on the printed page."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.catalogue.models import Act, Service
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.vocabulary import Quote, Role
from bot.screens.citation import closing
from bot.screens.page import Speech
from bot.screens.papers import papers
from bot.screens.screen import capitalised
from bot.text import Lang


@dataclass(frozen=True, slots=True)
class Item:
    """Say one paper: its number among those to have (None: nothing to bring), its wording."""

    id: str
    number: int | None
    ticked: bool
    text: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Hold the papers under one heading."""

    heading: str
    papers: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Say everything that stands on the printed page, in one language."""

    lang: Lang
    title: str
    case: str
    groups: tuple[Group, ...]
    closing: tuple[str, ...]

    @property
    def to_have(self) -> list[Item]:
        """Return the papers a person must have."""
        return [item for group in self.groups for item in group.papers if item.number is not None]


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
        _groups(case, ticked, speech),
        tuple(last.split("\n")),
    )


def to_have(case: Case) -> list[RequiredDocument]:
    """Return the papers a person must have, in the order they are numbered."""
    return [
        paper
        for role, _, listed in _in_groups(case)
        if role != "fetched_by_state"
        for paper in listed
    ]


def _in_groups(case: Case) -> list[tuple[Role, bool, list[RequiredDocument]]]:
    """Return the papers as they are listed: by role, what only the form names after the rest."""
    roles: tuple[Role, ...] = ("submit", "show_original", "fetched_by_state")
    groups = (
        (role, linked, [p for p in case.documents if (p.role, p.linked_by_us) == (role, linked)])
        for role in roles
        for linked in (False, True)
    )
    return [(role, linked, listed) for role, linked, listed in groups if listed]


def _groups(case: Case, ticked: Collection[str], speech: Speech) -> tuple[Group, ...]:
    online = case.channels == ("portal",)
    headings: dict[Role, str] = {
        "submit": speech.say("Send") if online else speech.say("Bring"),
        "show_original": speech.say("Show the original, for comparison"),
        "fetched_by_state": speech.say("No need to bring: the office gets it itself"),
    }
    numbers = {paper.id: number for number, paper in enumerate(to_have(case), 1)}
    groups = []
    for role, linked, listed in _in_groups(case):
        told: set[Quote] = set()
        papers = []
        for paper in listed:
            more = _more(paper, told if linked else set(), speech)
            said = capitalised(speech.of(paper.label or paper.text))
            number = numbers.get(paper.id)
            papers.append(Item(paper.id, number, paper.id in ticked, said, more))
        heading = speech.say("Also named in the application form") if linked else headings[role]
        groups.append(Group(heading, tuple(papers)))
    return tuple(groups)


def _more(paper: RequiredDocument, told: set[Quote], speech: Speech) -> tuple[str, ...]:
    """Return the lines under a paper; the notes already `told` are not told again."""
    lines = []
    said = speech.of(paper.label or paper.text)
    if paper.condition and (condition := speech.of(paper.condition)) not in said:
        only = speech.say("Only in this case:")
        lines.append(f"{only} {condition}")
    if paper.role != "fetched_by_state":  # what need not be brought needs no more words
        notes = [note for note in paper.notes if note not in told]
        lines += [capitalised(speech.of(note)) for note in notes]
        told.update(notes)
        instead = speech.say("or")
        lines += [f"{instead} {speech.of(other.text)}" for other in paper.alternatives]
        extras = (paper.language, paper.legalisation, paper.valid_for)
        lines += [speech.of(extra) for extra in extras if extra]
    return tuple(lines)
