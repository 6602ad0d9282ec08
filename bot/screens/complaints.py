"""How to complain: every route the standard names, what to write, what confirms it."""

from collections import Counter

from bot.catalogue.models import ComplaintRoute, Service
from bot.catalogue.vocabulary import Quote
from bot.screens.page import Page, Speech, sentence, whole
from bot.screens.screen import bold


def complaint(service: Service, speech: Speech) -> Page:
    """Return the routes in the standard's order, then what holds for more than one, each once."""
    page = Page(speech.of(service.short_title))
    routes = service.complaint_routes
    lodging = Counter(quote for route in routes for quote in set(route.lodging))
    for route in routes:
        own = [quote for quote in route.lodging if lodging[quote] == 1]
        _add_route(page, route, own, speech)
    page.add_list(speech.say("What to write"), (q for r in routes for q in r.contents), speech)
    shared = (quote for route in routes for quote in route.lodging if lodging[quote] > 1)
    page.add_list(speech.say("How to lodge it"), shared, speech)
    page.add_list(
        speech.say("What confirms that it was taken"),
        (route.confirmation for route in routes if route.confirmation),
        speech,
    )
    page.add_list(
        speech.say("When the answer comes"),
        (route.reply_by for route in routes if route.reply_by),
        speech,
    )
    return page


def _add_route(page: Page, route: ComplaintRoute, lodging: list[Quote], speech: Speech) -> None:
    details = (route.text, route.addressee, route.address, route.hours, *lodging, *route.notes)
    quotes = whole(quote for quote in details if quote)
    lines = [bold(speech.of(route.title)), *(sentence(quote, speech) for quote in quotes)]
    page.add("\n".join(lines), *quotes)
