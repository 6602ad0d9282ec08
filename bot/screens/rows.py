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
    if service.requirements:
        rows.append((_requirements(service, speech),))
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
        rows.append(_to_requirements(service, route, speech))
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


def _to_requirements(service: Service, route: Route, speech: Speech) -> Row:
    """Return the way from the papers of one case to what its activity requires."""
    case = service.case(route.part) if route.topic == "d" else None
    if case is None or not any(document.requirements for document in case.documents):
        return ()
    return (_requirements(service, speech),)


def _requirements(service: Service, speech: Speech) -> Button:
    """Return the button to what is asked of an activity, or of the contents of a paper."""
    label = Labels(speech)["rq"]
    if all(asked.kind == "contents" for asked in service.requirements):
        label = speech.say("What the paper must contain")
    return Button(label, Route("rq", service.id).pack())


def _own_rows(service: Service, route: Route, speech: Speech, *, offices: bool) -> list[Row]:
    """Return the buttons only this screen has: other cases, ways, forms, activities."""
    if route.topic == "d":
        own = _cases(service, route, speech)
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
    else:
        own = _parts(service, route, speech)
    return [(Button(label, to.pack()),) for label, to in own]


def _cases(service: Service, route: Route, speech: Speech) -> list[tuple[str, Route]]:
    """Return the ways from papers to those of other situations, or of other ways to apply."""
    if not situational(service):
        shown = route.part or first_case(service).id
        others = [case for case in service.cases if case.id != shown]
        return [(speech.of(case.button), Route("d", service.id, case.id)) for case in others]
    if route.part:
        return [(speech.say("Other situations"), Route("d", service.id))]
    return [
        (f"{number}. {speech.of(case.button)}", Route("d", service.id, case.id))
        for number, case in enumerate(service.cases, 1)
    ]


def _parts(service: Service, route: Route, speech: Speech) -> list[tuple[str, Route]]:
    """Return the ways from a list of forms or activities to one of them, and back."""
    named: dict[Topic, tuple[str, list[tuple[str, str]]]] = {
        "a": (
            Labels(speech)["a"],
            [(form_title(form, speech), form.id) for form in service.forms],
        ),
        "rq": (
            speech.say("To the list"),
            [(speech.of(asked.button), asked.id) for asked in service.requirements],
        ),
    }
    if route.topic not in named:
        return []
    to_all, parts = named[route.topic]
    if route.topic == "rq" and len(parts) == 1:  # it is shown at once
        return []
    if route.part:
        return [(to_all, Route(route.topic, service.id))]
    return [
        (_short(f"{number}. {title}"), Route(route.topic, service.id, part))
        for number, (title, part) in enumerate(parts, 1)
    ]


def _short(title: str) -> str:
    """Return a title that fits a button; whole words where it is cut."""
    return title if len(title) <= _WIDE else f"{title[:_WIDE].rpartition(' ')[0]}…"
