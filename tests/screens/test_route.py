"""Callback data: made, read back, forged and outdated."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.models import Catalogue
from bot.screens.desk import Screens
from bot.screens.page import Speech
from bot.screens.route import Route
from bot.screens.rows import page_rows
from bot.screens.screen import DATA_BYTES
from bot.text import LANGS, Lang
from tests.screens.reading import TOPICS, pages, routes

SERVICE = st.from_regex(r"[a-z0-9-]{3,30}", fullmatch=True)
PART = st.from_regex(r"([a-z]\.)?[a-z0-9-]{2,20}|", fullmatch=True)
ROUTES = st.builds(Route, st.sampled_from(TOPICS), SERVICE, PART, st.integers(1, 99))


@settings(deadline=None)
@given(ROUTES)
def test_what_is_packed_is_read_back(route: Route) -> None:
    """Every route fits into callback data and comes back as it was."""
    data = route.pack()
    assert len(data.encode()) <= DATA_BYTES
    assert Route.unpack(data) == route


@settings(deadline=None)
@given(st.text() | st.from_regex(r"[a-z]:[a-z0-9-]{1,40}(:[a-z0-9.-]{0,30}){0,3}"))
def test_any_data_is_a_route_or_nothing(data: str) -> None:
    """Whatever comes back is a route this program could have packed, or None."""
    route = Route.unpack(data)
    if route is not None:
        assert Route.unpack(route.pack()) == route
        assert re.fullmatch(r"[a-z0-9:.-]+", data)


@pytest.mark.parametrize("lang", LANGS)
@settings(deadline=None)
@given(data=st.text(max_size=70) | ROUTES.map(Route.pack))
def test_no_data_breaks_the_desk(desk: Screens, lang: Lang, data: str) -> None:
    """Whatever a button comes back with, the desk opens a screen or says there is none."""
    shown = desk.open(data, lang)
    assert shown is None or shown.plain


@pytest.mark.parametrize(
    "data",
    [
        "",
        ":",
        "d",
        "d:",
        "d:end-user-certificate:",
        "d:end-user-certificate:no-such-case",
        "d:end-user-certificate:in-person:0",
        "d:end-user-certificate:in-person:2",
        "d:end-user-certificate:in-person:99",
        "d:end-user-certificate:in-person:100",
        "d:end-user-certificate::\u0662",
        "d:END-USER-CERTIFICATE",
        "d:passport",
        "d:end-user-certificate\n",
        " d:end-user-certificate",
        "j:end-user-certificate",
        "t:end-user-certificate:in-person",
        "t:soldier-military-id:no-such-case",
        "t:veteran-id:issue",
        "z:soldier-military-id:lost-spoiled",
        "s:soldier-military-id:t.no-such-case",
        "w:end-user-certificate:departments",
        "w:end-user-certificate:post",
        "w:end-user-certificate:mobile_centre",
        "a:end-user-certificate:no-form",
        "k:end-user-certificate::9",
        "s:end-user-certificate",
        "s:end-user-certificate:s",
        "s:end-user-certificate:c",
        "s:end-user-certificate:e",
        "s:end-user-certificate:d.no-such-case",
        "s:end-user-certificate:t.x",
        "s:end-user-certificate:d:9",
        "e:end-user-certificate",
        "e:end-user-certificate:99",
        "e:end-user-certificate:x",
        "e:end-user-certificate:-1",
        "c:end-user-certificate:x",
        "d:end-user-certificate:in-person:1:1",
        "d:" + "a" * 31,
        "d:end-user-certificate:" + "a" * 25,
        "m:end-user-certificate",
        "mm",
        "l:kk",
        "f:yes",
    ],
)
def test_forged_and_outdated_data_open_nothing(desk: Screens, data: str) -> None:
    """Data that lead nowhere, and those the chat handles itself, open no screen."""
    empty_part = data == "d:end-user-certificate:"  # an empty part is no part
    for lang in LANGS:
        assert (desk.open(data, lang) is None) is not empty_part


def test_a_source_of_nothing_leads_back_to_nothing(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Under a source whose screen is gone there is no way back but the card."""
    service = catalogue.services[0]
    rows = page_rows(service, Route("s", service.id, "gone"), 1, speech[lang])
    assert [[button.data for button in row] for row in rows] == [[f"c:{service.id}"]]


def test_no_page_stands_beyond_the_last(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Pages of a screen are turned to the last and not further, each saying which it is."""
    several = 0
    for service in catalogue.services:
        for route in routes(catalogue, service):
            shown = pages(desk, route, lang)
            assert shown, route
            beyond = Route(route.topic, route.service, route.part, len(shown) + 1)
            assert desk.open(beyond.pack(), lang) is None
            for number, page in enumerate(shown, 1):
                first_line = page.plain.split("\n")[0]
                told = {"ru": f"(страница {number} из {len(shown)})",
                        "kk": f"({len(shown)} беттің {number}-беті)"}[lang]  # fmt: skip
                assert first_line.endswith(told) is (len(shown) > 1)
            several += len(shown) > 1
    assert several
