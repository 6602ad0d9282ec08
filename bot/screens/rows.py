"""The buttons under a page: the next page, what only this screen has, what people ask next."""

from typing import Final, TypeAlias

from bot.catalogue.models import Service
from bot.catalogue.papers import Case
from bot.screens.checklist import to_checklist
from bot.screens.forms import form_title
from bot.screens.offices import DEPARTMENTS
from bot.screens.page import Speech
from bot.screens.pages import behind_source, part_of
from bot.screens.papers import first_case, situational
from bot.screens.route import SERVICES, Route, Topic
from bot.screens.screen import Button
from bot.screens.topics import CARD, FOLLOWING, Labels

Row: TypeAlias = tuple[Button, ...]

# letters a phone shows of a button as wide as the message
_WIDE: Final = 40


def card_rows(service: Service, speech: Speech) -> tuple[Row, ...]:
    """Return every question about a service."""
    labels = Labels(speech)
    rows = [
        tuple(Button(labels[topic], Route(topic, service.id).pack()) for topic in row)
        for row in CARD
    ]
    services = Button(speech.say("All services"), SERVICES)
    return (*rows, (share(service, speech), services))


def page_rows(
    service: Service, route: Route, pages: int, speech: Speech, *, offices: bool = False
) -> tuple[Row, ...]:
    """Return the buttons of one page of a screen of `pages` pages.

    `offices`: the act lists offices of the service.
    """
    labels = Labels(speech)
    rows = [_turning(route, pages, speech)]
    if route.topic == "s":
        if behind := behind_source(service, route.part):
            rows.append((Button(speech.say("← Back to the answer"), behind.pack()),))
    else:
        rows.append(_ticking(service, route, speech))
        rows += _own_rows(service, route, speech, offices=offices)
        following = [
            Button(labels[topic], Route(topic, service.id, _kept(service, route, topic)).pack())
            for topic in FOLLOWING[route.topic]
        ]
        if not (route.topic == "d" and not route.part and situational(service)):
            rows += [tuple(following[i : i + 2]) for i in range(0, len(following), 2)]
        part = f"{route.topic}.{route.part}" if route.part else route.topic
        rows.append((Button(labels["s"], Route("s", service.id, part).pack()),))
    last = (Button(labels["c"], Route("c", service.id).pack()),)
    case = service.case(route.part)
    posted = case if case and case.documents else None
    rows.append((*last, share(service, speech, posted)) if route.topic == "d" else last)
    return tuple(row for row in rows if row)


def _kept(service: Service, route: Route, topic: Topic) -> str:
    """Return the situation that papers and terms pass to each other."""
    of_case = {route.topic, topic} <= {"d", "t"} and situational(service)
    return route.part if of_case else ""


def share(service: Service, speech: Speech, case: Case | None = None) -> Button:
    """Return the button that posts the papers of a case, or of any, into another chat."""
    named = card_title(service, case, speech) if case else speech.of(service.short_title)
    return Button(speech.say("Share"), share=named)


def card_title(service: Service, case: Case, speech: Speech) -> str:
    """Return what a posted list is called, and found by."""
    return f"{speech.of(service.short_title)}: {speech.of(case.button)}"


def _turning(route: Route, pages: int, speech: Speech) -> Row:
    row = []
    if route.page > 1:
        before = Route(route.topic, route.service, route.part, route.page - 1)
        row.append(Button(speech.say("← Back"), before.pack()))
    if route.page < pages:
        after = Route(route.topic, route.service, route.part, route.page + 1)
        row.append(Button(speech.say("Further →"), after.pack()))
    return tuple(row)


def _ticking(service: Service, route: Route, speech: Speech) -> Row:
    """Return the way from the papers of one case to their checklist."""
    if route.topic != "d" or (situational(service) and not route.part):
        return ()
    case = service.case(route.part) if route.part else first_case(service)
    return to_checklist(service, case, speech) if case else ()


def _own_rows(service: Service, route: Route, speech: Speech, *, offices: bool) -> list[Row]:
    """Return the buttons only this screen has: other cases, ways, forms."""
    own: list[tuple[str, Route]] = []
    if route.topic == "d" and situational(service):
        if route.part:
            own = [(speech.say("Other situations"), Route("d", service.id))]
        else:
            own = [
                (f"{number}. {speech.of(case.button)}", Route("d", service.id, case.id))
                for number, case in enumerate(service.cases, 1)
            ]
    elif route.topic == "d":
        shown = route.part or first_case(service).id
        own = [
            (speech.of(case.button), Route("d", service.id, case.id))
            for case in service.cases
            if case.id != shown
        ]
    elif route.topic == "n":
        own = [
            (speech.of(case.button), Route("d", service.id, case.id))
            for case in service.cases
            if case.channels == ("portal",)
        ]
    elif route.topic == "w":
        own = [
            (speech.of(channel.title), Route("w", service.id, part_of(channel.kind)))
            for channel in service.channels
            if part_of(channel.kind) != route.part
        ]
        if offices and route.part != DEPARTMENTS:
            departments = speech.say("Regional departments")
            own.append((departments, Route("w", service.id, DEPARTMENTS)))
    elif route.topic == "a" and route.part:
        own = [(Labels(speech)["a"], Route("a", service.id))]
    elif route.topic == "a":
        own = [
            (_short(f"{number}. {form_title(form, speech)}"), Route("a", service.id, form.id))
            for number, form in enumerate(service.forms, 1)
        ]
    return [(Button(label, to.pack()),) for label, to in own]


def _short(title: str) -> str:
    """Return a title that fits a button; whole words where it is cut."""
    return title if len(title) <= _WIDE else f"{title[:_WIDE].rpartition(' ')[0]}…"
