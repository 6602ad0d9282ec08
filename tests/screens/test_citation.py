"""The line every answer ends in: decree, points, repeal, whose translation was read."""

import re

import pytest

from bot.catalogue.models import Catalogue
from bot.catalogue.vocabulary import Quote
from bot.screens.citation import point_name, points_line, with_inner_points
from bot.screens.desk import Screens
from bot.screens.page import Speech
from bot.screens.route import Route
from bot.screens.screen import Screen
from bot.text import LANGS, Lang
from tests.screens.reading import TRANSLATED, body, closing, pages, pages_behind


def test_every_screen_ends_in_act_points_and_repeal(
    catalogue: Catalogue, desk: Screens, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """The last line names the decree, the points the screen quotes, the repeal and 1414."""
    for service, route, page in pages_behind(catalogue, speech[lang]):
        for shown in pages(desk, route, lang):
            last = closing(catalogue, service, lang).fullmatch(shown.plain.split("\n")[-1])
            assert last, route
            assert shown.text.endswith("</i>")
            assert points(last[1] or "") == {
                quote.point if quote.point.startswith("annex") else quote.point.partition(".")[0]
                for quote in page.quotes
                if quote.point != "title"
            }, route


def test_the_card_ends_in_act_and_repeal(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """The card quotes no point but names the decree, its repeal and 1414."""
    for service in catalogue.services:
        card = desk.card(service.id, lang)
        assert card is not None
        last = closing(catalogue, service, lang).fullmatch(card.plain.split("\n")[-1])
        assert last
        assert last[1] is None
        assert service.title[lang] in body(card, service, lang)


def test_a_translation_is_said_to_be_one(
    catalogue: Catalogue, every: dict[Lang, dict[str, Screen]]
) -> None:
    """Above the closing line a Russian screen says that the translation is ours, where it is."""
    translated = {service.id for service in catalogue.services if service.ru == "translation"}
    assert 0 < len(translated) < len(catalogue.services)
    for lang in LANGS:
        for data, screen in every[lang].items():
            ours = lang == "ru" and data.split(":")[1] in translated
            if not data.startswith("e:"):  # an example may end in what is no law at all
                assert (screen.plain.split("\n")[-2] == TRANSLATED) is ours, data


@pytest.mark.parametrize(
    ("point", "kk", "ru"),
    [
        ("11", "11-т.", "п. 11"),
        ("7.1", "7-т. 1)", "п. 7, пп. 1)"),
        ("11.4.1", "11.4-т. 1)", "п. 11.4, пп. 1)"),
        ("annex 4", "4-қосымша", "приложение 4"),
        ("title", "атауы", "название"),
    ],
)
def test_a_point_has_its_name(point: str, kk: str, ru: str) -> None:
    """Points, subpoints, subpoints of inner points, annexes and the title are named."""
    assert (point_name(point, "kk"), point_name(point, "ru")) == (kk, ru)


def test_a_point_of_a_point_is_no_subpoint(catalogue: Catalogue, desk: Screens) -> None:
    """Where a standard prints «11.4.», the source says 11.4; where «4)», it says subpoint 4."""
    officer, soldier = "officer-military-id", "soldier-military-id"
    inner = {s.id for s in catalogue.services if with_inner_points(s)}
    assert inner == {officer}
    for service, case, names in (
        (officer, "renamed", {"kk": "\n11.5-т.\n", "ru": "\nп. 11.5\n"}),
        (officer, "stolen", {"kk": "\n11.4-т. 2)\n", "ru": "\nп. 11.4, пп. 2)\n"}),
        (soldier, "turned-27", {"kk": "\n11-т. 5)\n", "ru": "\nп. 11, пп. 5)\n"}),
    ):
        for lang in LANGS:
            behind = pages(desk, Route("s", service, f"d.{case}"), lang)
            assert names[lang] in "\n".join(page.plain for page in behind)


@pytest.mark.parametrize(
    ("quoted", "kk", "ru"),
    [
        ([], "", ""),
        (["title"], "", ""),
        (["11.4.1", "11.4", "11"], "11-т.", "п. 11"),
        (["16", "7.2", "annex 2"], "7, 16-т., 2-қосымша", "п. 7, 16, приложение 2"),
        (["3", "1", "2.1", "7", "8"], "1–3, 7, 8-т.", "п. 1–3, 7, 8"),
    ],
)
def test_points_are_listed_once_in_order(quoted: list[str], kk: str, ru: str) -> None:
    """Each point stands once, three in a row as a range, annexes last."""
    quotes = [Quote(kk="а", ru="а", point=point) for point in quoted]
    assert (points_line(quotes, "kk"), points_line(quotes, "ru")) == (kk, ru)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("п. 7, 15, 16, приложение 2", {"7", "15", "16", "annex 2"}),
        ("п. 20–26", {"20", "21", "22", "23", "24", "25", "26"}),
        ("11-т.", {"11"}),
        ("1, 9, 12–14-т., 1-қосымша", {"1", "9", "12", "13", "14", "annex 1"}),
        ("", set()),
    ],
)
def test_points_are_read_as_a_person_reads_them(said: str, expected: set[str]) -> None:
    """The reader of this file understands runs, lists and annexes in both languages."""
    assert points(said) == expected


def points(said: str) -> set[str]:
    """Return the points a closing line names."""
    annex = re.compile(r"приложение (\d+)|(\d+)-қосымша")
    found = {f"annex {match[1] or match[2]}" for match in annex.finditer(said)}
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", annex.sub("", said)):
        found |= {str(number) for number in range(int(first), int(last or first) + 1)}
    return found
