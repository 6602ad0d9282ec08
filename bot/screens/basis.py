"""What the service rests on: its laws, how far it is automated, and the norms of its quality."""

from bot.catalogue.models import Service
from bot.screens.page import BULLET, Page, Speech, sentence
from bot.screens.screen import bold, escaped


def basis(service: Service, speech: Speech) -> Page:
    """Return the legal basis (point 3), the form (point 2) and the quality norms (point 18)."""
    page = Page(speech.of(service.short_title))
    page.add_list(speech.say("Legal basis"), service.legal_basis, speech)
    page.add_list("", [service.automation] if service.automation else [], speech)
    for number, indicator in enumerate(service.quality):
        norm = speech.say("no norm") if indicator.norm is None else f"{indicator.norm:g} %"
        item = f"{BULLET}{sentence(indicator.text, speech)}: {escaped(norm)}"
        heading = bold(speech.say("Norms of quality"))
        page.add(item if number else f"{heading}\n{item}", indicator.text)
    if not page.blocks:
        page.add(escaped(speech.say("The standard does not state this.")))
    return page
