"""The papers of one case: bring, show the original, no need to bring."""

from typing import Final

from bot.catalogue.models import Service
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.vocabulary import ChannelKind, Role
from bot.screens.page import Page, Speech
from bot.screens.screen import bold, capitalised, escaped, italic

# people come with paper: their list is shown first, the portal's is a button away
_IN_PERSON: Final[frozenset[ChannelKind]] = frozenset({"authority", "centre"})


def papers(service: Service, case: Case, speech: Speech) -> Page:
    """Return the list of papers of `case`, each in the law's wording."""
    page = Page(speech.of(service.short_title))
    page.add(escaped(speech.of(case.title)), *case.intro)
    headings: tuple[tuple[Role, str], ...] = (
        ("submit", speech.say("Send") if _online(case) else speech.say("Bring")),
        ("show_original", speech.say("Show the original, for comparison")),
        ("fetched_by_state", speech.say("No need to bring: the office gets it itself")),
    )
    for role, heading in headings:
        documents = [document for document in case.documents if document.role == role]
        if not documents:
            continue
        page.add(bold(heading))
        for number, document in enumerate(documents, 1):
            mark = f"{number}. " if role == "submit" else "• "
            _add(page, document, mark, speech)
    return page


def _online(case: Case) -> bool:
    return case.channels == ("portal",)


def _add(page: Page, document: RequiredDocument, mark: str, speech: Speech) -> None:
    wording = document.label or document.text
    said = speech.of(wording)
    lines = [mark + escaped(capitalised(said))]
    if document.condition and (condition := speech.of(document.condition)) not in said:
        only = speech.say("Only in this case:")
        lines.append(f"{bold(only)} {escaped(condition)}")
    if document.role != "fetched_by_state":  # how offices pass it on is behind the source button
        lines += [italic(capitalised(speech.of(note))) for note in document.notes]
    instead = speech.say("or")
    lines += [
        escaped(f"{instead} {speech.of(alternative.text)}")
        for alternative in document.alternatives
    ]
    for extra in (document.language, document.legalisation, document.valid_for):
        if extra:
            lines.append(escaped(speech.of(extra)))
    page.add(
        "\n".join(lines),
        document.text,
        document.condition,
        *document.notes,
        *(alternative.text for alternative in document.alternatives),
        document.language,
        document.legalisation,
        document.valid_for,
    )


def first_case(service: Service) -> Case:
    """Return the case shown when none is named."""
    in_person = (c for c in service.cases if not c.channels or _IN_PERSON & set(c.channels))
    return next(in_person, service.cases[0])
