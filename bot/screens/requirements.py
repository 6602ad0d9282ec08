"""What the law asks of those who take up an activity, row by row, and the papers that prove it."""

from bot.catalogue.models import Service
from bot.catalogue.papers import Requirement, Requirements
from bot.screens.page import BULLET, Page, Speech, sentence
from bot.screens.screen import bold, escaped, italic


def requirements(service: Service, speech: Speech) -> Page:
    """Return the activities the annex tells apart; where there is one, its table itself."""
    if len(service.requirements) == 1:
        return activity(service, service.requirements[0], speech)
    page = Page(speech.of(service.short_title))
    asks = speech.say("The requirements depend on the activity. Which one is yours?")
    if all(asked.kind == "contents" for asked in service.requirements):
        asks = speech.say("What must be in the paper depends on what it is about:")
    page.add(escaped(asks))
    for number, asked in enumerate(service.requirements, 1):
        over = asked.heading[:1]
        lines = [f"{number}. {bold(speech.of(asked.title))}"]
        page.add("\n".join([*lines, *(sentence(quote, speech) for quote in over)]), *over)
    return page


def activity(service: Service, asked: Requirements, speech: Speech) -> Page:
    """Return the requirements for one activity: each with what proves it."""
    page = Page(speech.of(service.short_title))
    page.add(bold(speech.of(asked.title)))
    for heading in asked.heading:
        page.add(sentence(heading, speech), heading)
    for row in asked.rows:
        _add(page, row, speech)
    for note in asked.notes:
        page.add(italic(speech.of(note)), note)
    return page


def _add(page: Page, row: Requirement, speech: Speech) -> None:
    """Add one row: the requirement, its items, and under a heading what proves it."""
    said = sentence(row.text, speech)
    page.add(f"{bold(f'{row.number}.')} {said}" if row.number else said, row.text)
    for item in row.more:
        page.add(BULLET + escaped(speech.of(item)), item)
    proved = bold(speech.say("Shown by:"))
    for number, proof in enumerate(row.proof):
        said = sentence(proof, speech)
        page.add(BULLET + (said if number else f"{proved} {said}"), proof)
