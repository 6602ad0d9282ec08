"""Read screens as a person and as Telegram do, and go wherever their buttons lead."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final, get_args

from typing_extensions import override

from bot.catalogue.models import Catalogue, Service
from bot.screens.desk import Screens
from bot.screens.mark import Mark
from bot.screens.offices import DEPARTMENTS
from bot.screens.page import Page, Speech
from bot.screens.pages import page_of
from bot.screens.papers import situational
from bot.screens.route import CHECKLIST, FORGET, LANGUAGE, MENU, Route, Topic
from bot.screens.screen import Button, Screen
from bot.screens.topics import MAKERS
from bot.text import Lang

TOPICS: Final[tuple[Topic, ...]] = get_args(Topic)
# what the chat does itself: the language, the answer to /forget, ticking papers off
OF_THE_CHAT: Final = (f"{LANGUAGE}:", f"{FORGET}:", f"{CHECKLIST}:")
_ENTITY: Final = re.compile(r"&(?!(?:amp|lt|gt);)")
# letters Russian does not have
KAZAKH: Final = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)


# stands above the closing line where the Russian is ours
TRANSLATED: Final = "Перевод с казахского наш."
_CLOSING: Final[dict[Lang, str]] = {
    "ru": r"Постановление № {number}(?:, (.+))?; утратило силу \({year}\)\. Проверить: 1414",
    "kk": r"№ {number} қаулы(?:, (.+))?; күші жойылған \({year}\)\. Тексеру: 1414",
}


def closing(catalogue: Catalogue, service: Service, lang: Lang) -> re.Pattern[str]:
    """Return what the last line of every screen of a service is; its points are the group."""
    act = catalogue.act(service.act)
    assert act.repealed_by is not None
    year = act.repealed_by.date.year
    return re.compile(_CLOSING[lang].format(number=act.number, year=year))


def body(screen: Screen, service: Service, lang: Lang) -> list[str]:
    """Return the lines of a screen between its title and what closes it."""
    lines = [line for line in screen.plain.split("\n") if line]
    translated = service.ru == "translation" and lang == "ru"
    assert (lines[-2] == TRANSLATED) is translated
    return lines[1 : -2 if translated else -1]


class _Markup(HTMLParser):
    """Remember the tags that stand open, and what is wrong with them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"b", "i", "blockquote"} or attrs:
            self.faults.append(f"<{tag}> is not ours")
        self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def markup_faults(text: str) -> list[str]:
    """Return what Telegram would refuse in the HTML of a message."""
    markup = _Markup()
    markup.feed(text)
    markup.close()
    faults = [*markup.faults, *(f"<{tag}> stays open" for tag in markup.open)]
    return [*faults, "a bare &"] if _ENTITY.search(text) else faults


def buttons(screen: Screen) -> list[Button]:
    """Return the buttons of a screen in reading order."""
    return [button for row in screen.rows for button in row]


def routes(catalogue: Catalogue, service: Service) -> Iterator[Route]:
    """Return the first page of every screen of a service but card and examples."""
    parts: dict[Topic, list[str]] = {topic: [""] for topic in MAKERS}
    parts["d"] = ["", *(case.id for case in service.cases)]
    if situational(service):
        parts["t"] = parts["d"]
    parts["w"] += [channel.kind.replace("_", "-") for channel in service.channels]
    if catalogue.offices_of(service):
        parts["w"].append(DEPARTMENTS)
    parts["a"] += [form.id for form in service.forms]
    parts["rq"] += [asked.id for asked in service.requirements]
    if not service.requirements:  # it leads to the papers
        del parts["rq"]
    for topic, of_topic in parts.items():
        for part in of_topic:
            yield Route(topic, service.id, part)
            yield Route("s", service.id, f"{topic}.{part}" if part else topic)


def pages(desk: Screens, route: Route, lang: Lang) -> list[Screen]:
    """Return every page of a screen, in order."""
    found: list[Screen] = []
    while True:
        turned = Route(route.topic, route.service, route.part, len(found) + 1)
        page = desk.open(turned.pack(), lang)
        if page is None:
            return found
        found.append(page)


def every_screen(catalogue: Catalogue, desk: Screens, lang: Lang) -> dict[str, Screen]:
    """Return every screen of every service by its callback data."""
    found: dict[str, Screen] = {}
    for service in catalogue.services:
        examples = [Route("e", service.id, str(i)) for i in range(len(service.examples))]
        for route in (Route("c", service.id), *examples):
            shown = desk.open(route.pack(), lang)
            assert shown is not None
            found[route.pack()] = shown
        for route in routes(catalogue, service):
            for number, shown in enumerate(pages(desk, route, lang), 1):
                found[Route(route.topic, service.id, route.part, number).pack()] = shown
    return found


def reachable(desk: Screens, lang: Lang) -> dict[str, Screen | None]:
    """Return what the buttons lead to, from the menu on, by callback data.

    The way back from a checklist counts; what else the chat does itself is not followed.
    """
    found: dict[str, Screen | None] = {}
    waiting = [MENU]
    while waiting:
        data = waiting.pop()
        mark = Mark.unpack(data)
        if data in found or (data.startswith(OF_THE_CHAT) and (mark is None or mark.paper)):
            continue
        shown = desk.checklists.screen(mark, (), lang) if mark else desk.open(data, lang)
        found[data] = shown
        if shown is not None:
            waiting += [button.data for button in buttons(shown) if button.data]
    return found


def pages_behind(catalogue: Catalogue, speech: Speech) -> Iterator[tuple[Service, Route, Page]]:
    """Return every page of every service before it is cut into messages."""
    for service in catalogue.services:
        for route in routes(catalogue, service):
            page = page_of(catalogue, service, route, speech)
            assert page is not None
            yield service, route, page
