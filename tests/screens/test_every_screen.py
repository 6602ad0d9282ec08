"""What holds for every screen of every service, in both languages."""

import re
from itertools import pairwise
from typing import Final

import pytest

from bot.catalogue.models import Catalogue
from bot.screens.desk import Screens
from bot.screens.offices import DEPARTMENTS
from bot.screens.route import HELP, MENU, SERVICES, Route
from bot.screens.screen import DATA_BYTES, TEXT_LENGTH, Screen
from bot.text import Lang
from tests.screens.reading import (
    KAZAKH,
    OF_THE_CHAT,
    TOPICS,
    buttons,
    markup_faults,
    reachable,
    routes,
)

LABEL_LETTERS: Final = 40
# what is written in Latin letters in both languages: addresses, and names the law itself uses
LATIN: Final = re.compile(
    r"[\w.-]+@[\w.-]+|(?:http://)?(?:www\.)?[a-z.-]+\.kz|\bcall[–-]|\bTelegram\b|\bUSD\b"
    r"|\b[eе]-mail\b|/[a-z]+\b",
    re.IGNORECASE,
)
HEADING: Final = re.compile(r"<b>[^<\n]*</b>")
# the heading of a term, and our remarks under it
OF_A_TERM: Final = re.compile(r"^<([bi])>[^<\n]*</\1>$", re.MULTILINE)
# what each receipt must state, when each place is open
OF_EACH: Final = ("С указанием", "Онда көрсетіледі", "График работы:", "Жұмыс кестесі:")
# not in the standard: asked by typing only; examples, of which the menu shows some
BY_TYPING: Final = re.compile(r"[ez]:|s:[^:]+:z(:|$)")


@pytest.fixture
def screens(every: dict[Lang, dict[str, Screen]], lang: Lang) -> dict[str, Screen]:
    """Return every screen by its callback data, in one language after the other."""
    return every[lang]


def test_every_screen_is_made(catalogue: Catalogue, screens: dict[str, Screen]) -> None:
    """Each topic of each service has its screens, of every case, way and form."""
    for service in catalogue.services:
        firsts = {route.pack() for route in routes(catalogue, service)}
        assert firsts <= set(screens)
        made = {data.split(":")[0] for data in screens if f":{service.id}" in data}
        assert made == set(TOPICS) - (set() if service.requirements else {"rq"})


def test_every_text_can_be_sent(screens: dict[str, Screen]) -> None:
    """Every text is said, is short enough for a message, and its HTML is balanced."""
    for data, screen in screens.items():
        assert screen.plain.strip(), data
        assert len(screen.plain.encode("utf-16-le")) // 2 <= TEXT_LENGTH, data
        assert markup_faults(screen.text) == [], data
        assert "None" not in screen.plain, data
        assert "{" not in screen.plain, data


def test_no_heading_stands_over_nothing(screens: dict[str, Screen]) -> None:
    """A heading is followed by what it heads, on the same message."""
    for data, screen in screens.items():
        blocks = screen.text.split("\n\n")
        for block, following in pairwise(blocks[1:]):
            empty = HEADING.fullmatch(block) and HEADING.fullmatch(following.split("\n")[0])
            assert not empty, (data, block)
        assert not HEADING.fullmatch(blocks[-2]) or len(blocks) == 2, data


def test_nothing_is_said_twice_on_a_screen(screens: dict[str, Screen]) -> None:
    """No line of words stands twice on a screen, but a condition under several papers.

    In a table of requirements the same paper may prove several; offices may have the same hours.

    Several terms of the same length have the same heading, and each says in italics for which
    ways it is; the law's words under them are told once.
    """
    for data, screen in screens.items():
        if data.startswith(("s:", "e:", "rq:")) or "d:" in data or DEPARTMENTS in data:
            continue
        text = OF_A_TERM.sub("", screen.text) if data.startswith("t:") else screen.text
        plain = Screen(text).plain
        lines = [line.strip("• ") for line in plain.split("\n") if len(line) > 3]
        once = dict.fromkeys(lines)
        repeated = [line for line in once if lines.count(line) > 1]
        assert all(line.startswith(OF_EACH) for line in repeated), (data, repeated)


def test_every_button_is_sound(screens: dict[str, Screen]) -> None:
    """A button has a short label unlike the others of its screen, and does one thing."""
    for data, screen in screens.items():
        shown = buttons(screen)
        labels = [button.label for button in shown]
        assert len(labels) == len(set(labels)), (data, labels)
        for button in shown:
            assert 0 < len(button.label.strip()) <= LABEL_LETTERS, (data, button.label)
            actions = (button.data, button.url, button.share)
            assert sum(action is not None for action in actions) == 1, (data, button)
            assert len((button.data or "").encode()) <= DATA_BYTES, (data, button)
            assert button.data != data, (data, button)


def test_every_button_leads_to_a_screen(
    desk: Screens, lang: Lang, screens: dict[str, Screen]
) -> None:
    """Whatever a button of a screen comes back with, opens."""
    for data, screen in screens.items():
        for button in buttons(screen):
            if button.data and not button.data.startswith(OF_THE_CHAT):
                assert desk.open(button.data, lang) is not None, (data, button)
            if button.share is not None:
                assert desk.inline(button.share, lang), (data, button)


def test_the_menu_leads_to_every_screen(
    desk: Screens, lang: Lang, screens: dict[str, Screen]
) -> None:
    """Every screen is reached by buttons alone; of the examples those the menu shows."""
    reached = reachable(desk, lang)
    assert {MENU, SERVICES, HELP} <= set(reached)
    assert None not in reached.values()
    by_button = {data for data in screens if not BY_TYPING.match(data)}
    unreached = by_button - set(reached)
    assert unreached == set()
    assert len([data for data in reached if data.startswith("e:")]) == 3


def test_a_screen_speaks_its_language(lang: Lang, screens: dict[str, Screen]) -> None:
    """Russian screens have no Kazakh word and Kazakh ones no Russian sentence, nor any English.

    But where a screen comes from, both stand side by side.
    """
    for data, screen in screens.items():
        said = [*screen.plain.split("\n"), *(button.label for button in buttons(screen))]
        if data.startswith("s:"):
            continue
        for line in said:
            assert not re.search(r"[A-Za-z]{2,}", LATIN.sub("", line)), (data, line)
            if lang == "ru":
                assert not KAZAKH.search(line), (data, line)
            elif len(re.findall(r"[а-яё]{2,}", line, re.IGNORECASE)) > 4:
                assert KAZAKH.search(line), (data, line)


def test_an_example_repeats_the_question(
    catalogue: Catalogue, desk: Screens, lang: Lang, screens: dict[str, Screen]
) -> None:
    """A tapped example comes as a new message: the question, then its answer."""
    for service in catalogue.services:
        for number, example in enumerate(service.examples):
            shown = screens[Route("e", service.id, str(number)).pack()]
            answer = desk.reply(example[lang], lang).screen
            assert shown.fresh
            assert shown.plain == f"{example[lang]}\n\n{answer.plain}"
            assert shown.rows == answer.rows
            assert answer.text in {screen.text for screen in screens.values()}
