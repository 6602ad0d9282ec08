"""Going through all the services: by the body that provides them, by what somebody is about.

The callback data of the lists:

    v                              where to begin; each service leads to its card
    v:<topic>                      the same, but each service leads to that screen of it
    v:<topic>:b:<body>             the services of one body
    v:<topic>:e[:<event>]          the occasions; the services of one
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from bot.catalogue.acts import Authority
from bot.catalogue.models import Service
from bot.finding.synonyms import Asked
from bot.screens.choices import Choices
from bot.screens.page import BULLET, Speech
from bot.screens.route import SERVICES, Route, Topic, topic_of
from bot.screens.screen import Button, Screen, bold, escaped
from bot.screens.topics import BY_ASKED
from bot.text import Lang

Row: TypeAlias = tuple[Button, ...]

# so many services are listed at once
_FLAT: Final = 10
_DATA: Final = re.compile(
    rf"{SERVICES}(?::(?P<topic>[a-z]{{1,2}})(?::(?P<by>[be])(?::(?P<id>[a-z0-9-]{{2,20}}))?)?)?"
)


@dataclass(frozen=True, slots=True)
class Browse:
    """Lead to one list: of a body ("b"), of an event ("e"; without an id, of all events)."""

    topic: Topic = "c"
    by: Literal["", "b", "e"] = ""
    id: str = ""

    def pack(self) -> str:
        """Return the callback data, at most 64 bytes."""
        if self == Browse():
            return SERVICES
        return ":".join(filter(None, (SERVICES, self.topic, self.by, self.id)))

    @classmethod
    def unpack(cls, data: str) -> "Browse | None":
        """Return the list of callback data, or None for anything else."""
        match = _DATA.fullmatch(data)
        if match is None:
            return None
        topic = topic_of(match["topic"] or "c")
        if topic is None or (match["by"] == "b" and not match["id"]):
            return None
        by: dict[str, Literal["b", "e"]] = {"b": "b", "e": "e"}
        return cls(topic, by.get(match["by"] or "", ""), match["id"] or "")


class Browsing(Choices):
    """Make the lists of services."""

    def browse(self, shown: Browse, lang: Lang) -> Screen | None:
        """Return a list, or None where there is no such body or event."""
        if shown.by == "b":
            return self._of_body(shown, lang)
        if shown.by == "e":
            return self._of_event(shown, lang) if shown.id else self._events(shown.topic, lang)
        return self.all_services(shown.topic, lang)

    def all_services(self, topic: Topic, lang: Lang, opening: str = "") -> Screen:
        """Return where to begin, after `opening`: the few services, or the ways to them."""
        speech = self._speech[lang]
        asks = speech.say("Choose a service:")
        if topic != "c":
            asks = speech.say("Which service is this about?")
        if len(self._catalogue.services) <= _FLAT:
            rows = self._service_rows(self._catalogue.services, topic, speech)
            return Screen(opening or escaped(asks), (*rows, self._menu_row(lang)))
        parts = [opening or escaped(asks), self._bodies_text(speech)]
        if not opening:
            parts.append(escaped(speech.say("Or write in your own words what you need.")))
        ways = [self._to_body(body, topic, speech) for body in self._bodies()]
        if self._catalogue.events:
            to_events = Browse(topic, "e").pack()
            ways.append((Button(speech.say("By what you are about to do"), to_events),))
        return Screen("\n\n".join(parts), (*ways, self._menu_row(lang)))

    def which_service(self, asked: Asked, lang: Lang) -> Screen:
        """Ask which service is meant; each leads to what was asked."""
        return self.all_services(BY_ASKED.get(asked, "c"), lang)

    def _bodies(self) -> list[Authority]:
        """Return the bodies that provide services."""
        return [body for body in self._catalogue.authorities if self._catalogue.provided_by(body)]

    def _bodies_text(self, speech: Speech) -> str:
        return "\n".join(
            f"{BULLET}{bold(speech.of(body.short))}: {escaped(speech.of(body.subject))}"
            for body in self._bodies()
        )

    def _to_body(self, body: Authority, topic: Topic, speech: Speech) -> Row:
        number = len(self._catalogue.provided_by(body))
        label = f"{speech.of(body.short)} ({number})"
        return (Button(label, Browse(topic, "b", body.id).pack()),)

    def _of_body(self, shown: Browse, lang: Lang) -> Screen | None:
        speech = self._speech[lang]
        body = next((body for body in self._bodies() if body.id == shown.id), None)
        if body is None:
            return None
        rows = self._service_rows(self._catalogue.provided_by(body), shown.topic, speech)
        back = (Button(speech.say("All services"), Browse(shown.topic).pack()),)
        return Screen(bold(speech.of(body.name)), (*rows, back, self._menu_row(lang)))

    def _events(self, topic: Topic, lang: Lang) -> Screen | None:
        speech = self._speech[lang]
        if not self._catalogue.events:
            return None
        rows = [
            (Button(speech.of(event.title), Browse(topic, "e", event.id).pack()),)
            for event in self._catalogue.events
        ]
        back = (Button(speech.say("All services"), Browse(topic).pack()),)
        text = escaped(speech.say("What are you about to do?"))
        return Screen(text, (*rows, back, self._menu_row(lang)))

    def _of_event(self, shown: Browse, lang: Lang) -> Screen | None:
        speech = self._speech[lang]
        event = next((each for each in self._catalogue.events if each.id == shown.id), None)
        if event is None:
            return None
        found = [service for service in map(self._catalogue.service, event.services) if service]
        to_events = Button(speech.say("Other occasions"), Browse(shown.topic, "e").pack())
        text = "\n\n".join(
            (
                bold(speech.of(event.title)),
                "\n".join(f"{BULLET}{escaped(speech.of(service.title))}" for service in found),
                escaped(speech.say("Which services belong here, is our reading, not the act's.")),
            )
        )
        rows = self._service_rows(found, shown.topic, speech)
        return Screen(text, (*rows, (to_events,), self._menu_row(lang)))

    def _service_rows(
        self, services: Sequence[Service], topic: Topic, speech: Speech
    ) -> tuple[Row, ...]:
        return tuple(
            (Button(speech.of(service.short_title), Route(topic, service.id).pack()),)
            for service in services
        )
