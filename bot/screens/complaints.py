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
    named = Counter(quote for route in routes for quote in set(_details(route)))
    several = {quote for quote in named if named[quote] > 1}
    for route in routes:
        _add_route(page, route, several, speech)
    shared = [quote for route in routes for quote in _details(route) if quote in several]
    lodging = {quote for route in routes for quote in route.lodging}
    page.add_list(speech.say("Besides"), (q for q in shared if q not in lodging), speech)
    page.add_list(speech.say("What to write"), (q for r in routes for q in r.contents), speech)
    page.add_list(speech.say("How to lodge it"), (q for q in shared if q in lodging), speech)
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


def _details(route: ComplaintRoute) -> list[Quote]:
    """Return where, when and how a complaint is taken on this route."""
    details = (route.address, route.hours, *route.lodging, *route.notes)
    return [quote for quote in details if quote]


def _add_route(page: Page, route: ComplaintRoute, several: set[Quote], speech: Speech) -> None:
    """Add a route, without what holds for `several` as well."""
    own = [quote for quote in _details(route) if quote not in several]
    quotes = whole(quote for quote in (route.text, route.addressee, *own) if quote)
    lines = [bold(speech.of(route.title)), *(sentence(quote, speech) for quote in quotes)]
    page.add("\n".join(lines), *quotes)
