"""Inline results: document lists to post into any chat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.models import Catalogue
from bot.screens.desk import Screens
from bot.screens.screen import TEXT_LENGTH, Screen
from bot.text import LANGS, Lang
from tests.screens.reading import markup_faults, pages, routes


def test_an_empty_query_offers_everything(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Before anything is typed every list of every service is offered, each once."""
    for query in ("", "  \n"):
        assert [card.id for card in desk.inline(query, lang)] == [
            f"{service.id}:{case.id}" for service in catalogue.services for case in service.cases
        ]


def test_every_card_can_be_posted(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Ids are short and distinct, titles and descriptions said, texts the lists themselves."""
    cards = desk.inline("", lang)
    lists = {
        shown.text
        for service in catalogue.services
        for route in routes(service)
        if route.topic == "d" and route.part
        for shown in pages(desk, route, lang)
    }
    assert {card.text for card in cards} == lists
    assert len({card.id for card in cards}) == len({card.title for card in cards}) == len(cards)
    for card in cards:
        assert len(card.id.encode()) <= 64
        assert card.title
        assert card.description
        assert len(Screen(card.text).plain) <= TEXT_LENGTH
        assert markup_faults(card.text) == []


def test_a_query_offers_what_it_means(desk: Screens, lang: Lang) -> None:
    """The name of a service offers its lists only; a phrase of both offers all."""
    named = desk.inline("кепілдік міндеттеме", lang)
    assert {card.id for card in named} == {
        "end-user-certificate:in-person",
        "end-user-certificate:online",
    }
    assert desk.inline("экспортный контроль", lang) == desk.inline("", lang)


@pytest.mark.parametrize("junk", ["паспорт", "ы" * 256, "😀", "<b>", "привет"])
def test_junk_offers_nothing(desk: Screens, lang: Lang, junk: str) -> None:
    """A query about something else offers no list."""
    assert desk.inline(junk, lang) == []


@pytest.mark.parametrize("lang", LANGS)
@settings(deadline=None)
@given(query=st.text(max_size=256))
def test_any_query_is_answered(desk: Screens, lang: Lang, query: str) -> None:
    """Whatever is typed, the cards are among those there are."""
    assert {card.id for card in desk.inline(query, lang)} <= {
        card.id for card in desk.inline("", lang)
    }
