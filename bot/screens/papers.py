"""The papers of one case: bring, show the original, no need to bring."""

from typing import Final

from bot.catalogue.models import Service
from bot.catalogue.papers import Case
from bot.catalogue.vocabulary import ChannelKind
from bot.screens.forms import warned
from bot.screens.listing import Paper, listed, remarks
from bot.screens.page import BULLET, Page, Speech, add_notes
from bot.screens.screen import bold, escaped, italic

# people come with paper: their list is shown first, the portal's is a button away
_IN_PERSON: Final[frozenset[ChannelKind]] = frozenset({"authority", "centre"})


def papers(service: Service, case: Case, speech: Speech) -> Page:
    """Return the list of papers of `case`, each in the law's wording."""
    page = Page(speech.of(service.short_title))
    page.add(escaped(speech.of(case.title)), *case.intro)
    if case.silence:
        page.add(escaped(speech.of(case.silence)))
    number = 0
    for block in listed(service, case, speech):
        page.add(bold(block.heading))
        for paper in block.papers:
            number += block.role == "submit"
            _add(page, paper, f"{number}. " if block.role == "submit" else BULLET, speech)
            if paper.warning:
                page.add(warned(paper.warning, speech))
    heading = bold(speech.say("About several of the papers"))
    for place, (quote, said) in enumerate(remarks(case, speech)):
        item = f"{BULLET}{escaped(said)}"
        page.add(item if place else f"{heading}\n{item}", quote)
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


def _add(page: Page, paper: Paper, mark: str, speech: Speech) -> None:
    """Add one paper, and all the law says of it."""
    lines = [mark + escaped(paper.text)]
    if paper.condition:
        only = speech.say("Only in this case:")
        lines.append(f"{bold(only)} {escaped(paper.condition)}")
    lines += map(italic, paper.notes)
    lines += map(escaped, paper.instead)
    document = paper.document
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
