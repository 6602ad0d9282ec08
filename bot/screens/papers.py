"""The papers of one case: bring, show the original, no need to bring."""

from typing import Final

from bot.catalogue.models import Service
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.vocabulary import ChannelKind, Label, Quote, Role
from bot.screens.forms import warned
from bot.screens.page import Page, Speech, add_notes
from bot.screens.screen import bold, calm, capitalised, escaped, italic

# people come with paper: their list is shown first, the portal's is a button away
_IN_PERSON: Final[frozenset[ChannelKind]] = frozenset({"authority", "centre"})


def papers(service: Service, case: Case, speech: Speech) -> Page:
    """Return the list of papers of `case`, each in the law's wording."""
    page = Page(speech.of(service.short_title))
    page.add(escaped(speech.of(case.title)), *case.intro)
    if case.silence:
        page.add(escaped(speech.of(case.silence)))
    headings: tuple[tuple[Role, str], ...] = (
        ("submit", speech.say("Send") if _online(case) else speech.say("Bring")),
        ("show_original", speech.say("Show the original, for comparison")),
        ("fetched_by_state", speech.say("No need to bring: the office gets it itself")),
    )
    number = 0
    for role, heading in headings:
        for linked in (False, True):
            documents = [d for d in case.documents if (d.role, d.linked_by_us) == (role, linked)]
            if not documents:
                continue
            # the list of the case does not name them: the form does, or the notes under it
            page.add(bold(speech.say("Also named in the application form") if linked else heading))
            told: set[Quote] = set()
            for document in documents:
                number += role == "submit"
                mark = f"{number}. " if role == "submit" else "• "
                _add(page, document, mark, speech, told if linked else set())
                if warning := _warning(service, document):
                    page.add(warned(warning, speech))
    add_notes(page, [note for note in service.source_notes if case.id in note.cases], speech)
    return page


def situational(service: Service) -> bool:
    """Say whether the papers depend on what happened, not only on how they are handed in."""
    return len(_in_person(service)) > 1


def situations(service: Service, speech: Speech) -> Page:
    """Return the situations whose papers the standard lists, for the person to choose one."""
    page = Page(speech.of(service.short_title))
    page.add(escaped(speech.say("The documents depend on your situation. Which one is yours?")))
    lines = [f"{n}. {escaped(speech.of(case.title))}" for n, case in enumerate(service.cases, 1)]
    page.add("\n".join(lines), *(case.intro[0] for case in service.cases if case.intro))
    return page


def _warning(service: Service, document: RequiredDocument) -> Label | None:
    """Return the word that the form of a paper is another service's."""
    own = (form for form in service.forms if form.of_another and form.annex == document.form)
    return next((form.warning for form in own), None)


def _online(case: Case) -> bool:
    return case.channels == ("portal",)


def _add(
    page: Page, document: RequiredDocument, mark: str, speech: Speech, told: set[Quote]
) -> None:
    """Add one paper; the notes already `told` are not told again."""
    wording = document.label or document.text
    said = calm(speech.of(wording))
    lines = [mark + escaped(capitalised(said))]
    if document.condition and (condition := speech.of(document.condition)) not in said:
        only = speech.say("Only in this case:")
        lines.append(f"{bold(only)} {escaped(condition)}")
    if document.role != "fetched_by_state":  # how offices pass it on is behind the source button
        notes = [note for note in document.notes if note not in told]
        lines += [italic(capitalised(speech.of(note))) for note in notes]
        told.update(notes)
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
    return next(iter(_in_person(service)), service.cases[0])


def _in_person(service: Service) -> list[Case]:
    return [c for c in service.cases if not c.channels or _IN_PERSON & set(c.channels)]
