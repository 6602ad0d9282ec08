"""The papers of a case as every screen and the printed page list them."""

from dataclasses import dataclass
from typing import Final

from bot.catalogue.models import Service
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.vocabulary import Label, Quote, Role
from bot.screens.citation import point_name
from bot.screens.page import Speech
from bot.screens.screen import calm, capitalised

_FETCHED: Final = "fetched_by_state"


@dataclass(frozen=True, slots=True)
class Paper:
    """Say one paper: its wording, and what stands under it.

    `condition` is empty where the wording says it; `instead` holds other papers that do instead,
    and what language, stamp and age the paper must have; `warning` is about its form.
    """

    document: RequiredDocument
    text: str
    condition: str
    notes: tuple[str, ...]
    instead: tuple[str, ...]
    warning: Label | None


@dataclass(frozen=True, slots=True)
class Block:
    """Hold the papers under one heading."""

    role: Role
    heading: str
    papers: tuple[Paper, ...]


def listed(service: Service, case: Case, speech: Speech) -> list[Block]:
    """Return the papers of `case` by what is done with them, each in the law's wording."""
    online = case.channels == ("portal",)
    headings: dict[Role, str] = {
        "submit": speech.say("Send") if online else speech.say("Bring"),
        "show_original": speech.say("Show the original, for comparison"),
        "fetched_by_state": speech.say("No need to bring: the office gets it itself"),
    }
    blocks = []
    for role, linked, documents in grouped(case):
        # the list of the case does not name them: the form does, or the notes under it
        heading = speech.say("Also named in the application form") if linked else headings[role]
        told = set(case.remarks)
        papers = []
        for document in documents:
            papers.append(_said(service, document, told, speech))
            told.update(document.notes if linked else ())
        blocks.append(Block(role, heading, tuple(papers)))
    return blocks


def remarks(case: Case, speech: Speech) -> list[tuple[Quote, str]]:
    """Return what the law says of several papers, each after their numbers in the list.

    The law's own numbers are others where a person needs not all of its papers.
    """
    to_have = [paper for role, _, papers in grouped(case) if role != _FETCHED for paper in papers]
    said = []
    for quote in case.remarks:
        numbers = [
            str(number)
            for number, paper in enumerate(to_have, 1)
            if quote in (*paper.notes, paper.language, paper.legalisation, paper.valid_for)
        ]
        which = speech.say("In this list No. {numbers}:").format(numbers=", ".join(numbers))
        words = capitalised(speech.of(quote))
        said.append((quote, f"{which} {words}" if numbers else words))
    return said


def grouped(case: Case) -> list[tuple[Role, bool, list[RequiredDocument]]]:
    """Return the papers as they are listed: by role, what only the form names after the rest."""
    roles: tuple[Role, ...] = ("submit", "show_original", "fetched_by_state")
    groups = (
        (role, linked, [p for p in case.documents if (p.role, p.linked_by_us) == (role, linked)])
        for role in roles
        for linked in (False, True)
    )
    return [(role, linked, documents) for role, linked, documents in groups if documents]


def _detailed(service: Service, document: RequiredDocument, speech: Speech) -> list[str]:
    """Return where it is listed what the papers are, or what the paper must hold."""
    asked = [each for each in service.requirements if each.id in document.requirements]
    if not asked:
        return []
    which = speech.say("Which ones, depends on the activity: {point}.")
    if asked[0].kind == "contents":
        which = speech.say("What it must contain is listed separately: {point}.")
    return [which.format(point=point_name(asked[0].point, speech.lang))]


def _said(service: Service, document: RequiredDocument, told: set[Quote], speech: Speech) -> Paper:
    """Return what is said of one paper; the notes already `told` are not told again."""
    text = calm(speech.of(document.label or document.text))
    condition = speech.of(document.condition) if document.condition else ""
    notes = [note for note in document.notes if note not in told]
    if document.role == _FETCHED:  # how offices pass it on is behind the source button
        notes = []
    word = speech.say("or")
    instead = [f"{word} {speech.of(other.text)}" for other in document.alternatives]
    extras = (document.language, document.legalisation, document.valid_for)
    instead += [speech.of(extra) for extra in extras if extra and extra not in told]
    instead += _detailed(service, document, speech)
    own = (form for form in service.forms if form.of_another and form.annex == document.form)
    return Paper(
        document,
        capitalised(text),
        "" if condition in text else condition,
        tuple(capitalised(speech.of(note)) for note in notes),
        tuple(instead),
        next((form.warning for form in own), None),
    )
