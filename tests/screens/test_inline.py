"""Inline results: document lists to post into any chat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.papers import Case
from bot.screens.desk import Screens
from bot.screens.screen import TEXT_LENGTH, Screen, calm, capitalised
from bot.text import LANGS, Lang
from tests.screens.changing import Changed
from tests.screens.reading import buttons, markup_faults


def lists(catalogue: Catalogue) -> dict[str, tuple[Service, Case]]:
    """Return every case, by the id of its card."""
    return {
        f"{service.id}:{case.id}": (service, case)
        for service in catalogue.services
        for case in service.cases
    }


def ids(desk: Screens, query: str, lang: Lang) -> list[str]:
    """Return the ids of the cards a query offers."""
    return [card.id for card in desk.inline(query, lang)]


def test_an_empty_query_offers_everything(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Before anything is typed every case is offered once, so that nobody takes another's list."""
    for query in ("", "  \n"):
        assert ids(desk, query, lang) == list(lists(catalogue))


def test_every_card_can_be_posted(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Ids are short and distinct, titles and descriptions said, texts the lists themselves."""
    cards = desk.inline("", lang)
    assert len({card.id for card in cards}) == len({card.title for card in cards}) == len(cards)
    for card in cards:
        service, case = lists(catalogue)[card.id]
        assert len(card.id.encode()) <= 64
        assert card.title == f"{service.short_title[lang]}: {case.button[lang]}"
        assert card.description
        plain = Screen(card.text).plain
        assert len(plain) <= TEXT_LENGTH
        assert markup_faults(card.text) == []
        if case.silence:
            assert case.silence[lang] in plain
        for paper in case.documents:
            wording = calm((paper.label or paper.text)[lang])
            assert capitalised(wording) in plain, (card.id, paper.id)


def test_a_long_list_is_posted_whole(changed: Changed, catalogue: Catalogue, lang: Lang) -> None:
    """A list too long for one screen is one message when posted: nobody misses a paper."""
    case = catalogue.services[0].cases[0]
    paper = case.documents[0]
    wordings = [
        paper.text.model_copy(update={lang: f"{number}-қағаз " + "сурет " * 35})
        for number in range(14)
    ]
    documents = tuple(
        paper.model_copy(update={"id": f"p-{number}", "text": wording})
        for number, wording in enumerate(wordings)
    )
    longer = case.model_copy(update={"documents": documents})
    service = catalogue.services[0].model_copy(update={"cases": (longer,)})
    desk = changed(service)
    [card] = desk.inline("", lang)
    first = desk.open(f"d:{service.id}", lang)
    assert first is not None
    last = wordings[-1][lang].strip()
    assert last not in first.plain
    assert last in Screen(card.text).plain
    assert len(Screen(card.text).plain) <= TEXT_LENGTH


def test_a_query_offers_what_it_means(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """The name of a service offers its lists only; a phrase of three offers those of all."""
    assert set(ids(desk, "кепілдік міндеттеме", lang)) == {
        "end-user-certificate:in-person",
        "end-user-certificate:online",
    }
    shared = {"end-user-certificate", "export-control-conclusion", "export-import-licence"}
    assert set(ids(desk, "экспортный контроль", lang)) == {
        card for card, (service, _) in lists(catalogue).items() if service.id in shared
    }


def test_a_situation_offers_its_own_list(desk: Screens, lang: Lang) -> None:
    """Who names what happened is offered the papers for that."""
    asked = {"ru": "украли военный билет офицера", "kk": "офицердің әскери билеті ұрланды"}[lang]
    assert ids(desk, asked, lang) == ["officer-military-id:stolen"]


def test_a_button_shares_the_list_above_it(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Under the papers of one case the button posts these, under a choice all of the service."""
    for service in catalogue.services:
        of_service = [card for card, each in lists(catalogue).items() if each[0] == service]
        for case in service.cases:
            shown = desk.open(f"d:{service.id}:{case.id}", lang)
            assert shown is not None
            shared = [button.share for button in buttons(shown) if button.share is not None]
            for query in shared:
                expected = [f"{service.id}:{case.id}"] if case.documents else of_service
                assert ids(desk, query, lang) == expected, query
            assert len(shared) == 1


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
