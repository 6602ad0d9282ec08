"""The pages of a service: which page a route means, and its messages."""

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.vocabulary import ChannelKind
from bot.screens import forms, offices, requirements, terms
from bot.screens.citation import closing
from bot.screens.offices import DEPARTMENTS
from bot.screens.page import PAGE_LENGTH, Page, Speech, cut, joined
from bot.screens.papers import first_case, papers, situational, situations
from bot.screens.route import Route
from bot.screens.screen import bold, escaped, italic
from bot.screens.silence import speaks
from bot.screens.source import source
from bot.screens.topics import MAKERS, Labels


def page_of(catalogue: Catalogue, service: Service, route: Route, speech: Speech) -> Page | None:
    """Return the page of a route, or None where its part names nothing.

    Card and examples are no pages: the desk makes them.
    """
    route = meant(service, route)
    if route.topic == "s":
        behind = behind_source(service, route.part)
        page = page_of(catalogue, service, behind, speech) if behind else None
        act = catalogue.act(service.act)
        return source(act, service, page.quotes, speech) if page else None
    if route.topic == "d":
        if not route.part and situational(service):
            return situations(service, speech)
        case = service.case(route.part) if route.part else first_case(service)
        return papers(service, case, speech) if case else None
    if route.part:
        return _part_page(catalogue, service, route, speech)
    page = MAKERS[route.topic](service, speech)
    page.blocks.insert(0, italic(Labels(speech)[route.topic]))
    return page


def meant(service: Service, route: Route) -> Route:
    """Return the way to the papers instead of to a silence that the standard does not keep.

    What an activity requires is asked of every service; where no annex tells, the papers do.
    """
    if route.topic == "z" and not route.part and speaks(service):
        return Route("d", service.id, page=route.page)
    if route.topic == "rq" and not service.requirements:
        return Route("d", service.id, page=route.page)
    return route


def _part_page(
    catalogue: Catalogue, service: Service, route: Route, speech: Speech
) -> Page | None:
    """Return the page of one form, of one way to hand papers in, of the terms of one case."""
    case = service.case(route.part) if situational(service) else None
    if route.topic == "t" and case:
        page = terms.terms(service, speech, case)
        page.blocks.insert(0, italic(Labels(speech)[route.topic]))
        return page
    if route.topic == "a":
        form = next((form for form in service.forms if form.id == route.part), None)
        return forms.fields(service, form, speech) if form else None
    if route.topic == "rq":
        asked = next((each for each in service.requirements if each.id == route.part), None)
        return requirements.activity(service, asked, speech) if asked else None
    if route.topic == "w" and route.part == DEPARTMENTS:
        listed = catalogue.offices_of(service)
        return offices.departments(service, listed, speech) if listed else None
    if route.topic == "w":
        ways = (channel for channel in service.channels if part_of(channel.kind) == route.part)
        channel = next(ways, None)
        return offices.way(service, channel, speech) if channel else None
    return None


def messages(
    catalogue: Catalogue,
    service: Service,
    page: Page,
    speech: Speech,
    length: int = PAGE_LENGTH,
) -> list[str]:
    """Return the messages of a page, each with its title and closing line.

    `length` is how many letters stand between these two at most.
    """
    act = catalogue.act(service.act)
    last = italic(closing(act, service, page.quotes, speech))
    pages = cut(page.blocks, length)
    texts = []
    for number, blocks in enumerate(pages, 1):
        title = bold(page.title)
        if len(pages) > 1:
            of = speech.say("page {n} of {all}").format(n=number, all=len(pages))
            title += f" ({escaped(of)})"
        texts.append(joined([title, *blocks, last]))
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
