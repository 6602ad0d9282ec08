"""The pages of a service: which page a route means, and its messages."""

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.vocabulary import ChannelKind
from bot.screens import forms, offices
from bot.screens.citation import closing_line
from bot.screens.page import Page, Speech, cut, joined
from bot.screens.papers import first_case, papers
from bot.screens.route import Route
from bot.screens.screen import bold, escaped, italic
from bot.screens.source import source
from bot.screens.topics import MAKERS, Labels


def page_of(catalogue: Catalogue, service: Service, route: Route, speech: Speech) -> Page | None:
    """Return the page of a route, or None where its part names nothing.

    Card and examples are no pages: the desk makes them.
    """
    if route.topic == "s":
        behind = behind_source(service, route.part)
        page = page_of(catalogue, service, behind, speech) if behind else None
        act = catalogue.act(service.act)
        return source(act, service, page.quotes, speech) if page else None
    if route.topic == "d":
        case = service.case(route.part) if route.part else first_case(service)
        return papers(service, case, speech) if case else None
    if route.part:
        return _part_page(service, route, speech)
    page = MAKERS[route.topic](service, speech)
    page.blocks.insert(0, italic(Labels(speech)[route.topic]))
    return page


def _part_page(service: Service, route: Route, speech: Speech) -> Page | None:
    """Return the page of one form or one way to hand papers in."""
    if route.topic == "a":
        form = next((form for form in service.forms if form.id == route.part), None)
        return forms.fields(service, form, speech) if form else None
    if route.topic == "w":
        ways = (channel for channel in service.channels if part_of(channel.kind) == route.part)
        channel = next(ways, None)
        return offices.way(service, channel, speech) if channel else None
    return None


def messages(catalogue: Catalogue, service: Service, page: Page, speech: Speech) -> list[str]:
    """Return the messages of a page, each with its title and closing line."""
    act = catalogue.act(service.act)
    closing = italic(closing_line(act, page.quotes, speech))
    pages = cut(page.blocks)
    texts = []
    for number, blocks in enumerate(pages, 1):
        title = bold(page.title)
        if len(pages) > 1:
            of = speech.say("page {n} of {all}").format(n=number, all=len(pages))
            title += f" ({escaped(of)})"
        texts.append(joined([title, *blocks, closing]))
    return texts


def part_of(kind: ChannelKind) -> str:
    """Return a channel as it stands in callback data, where `_` is not used."""
    return kind.replace("_", "-")


def behind_source(service: Service, part: str) -> Route | None:
    """Return the screen whose source a route shows: "d.online" is the papers for the portal."""
    topic, _, rest = part.partition(".")
    behind = Route.unpack(f"{topic}:{service.id}")
    if behind is None or behind.topic in {"s", "c", "e"}:
        return None
    return Route(behind.topic, service.id, rest)
