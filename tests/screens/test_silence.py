"""Where a standard states less than the real ones do, the screens say so and invent nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import pytest

from bot.catalogue.models import Act, Catalogue, IntakeRefusal
from bot.catalogue.papers import Alternative
from bot.catalogue.vocabulary import Label, Quote
from bot.finding.answers import Finder
from bot.screens.desk import Screens
from bot.screens.route import Route, Topic
from bot.screens.screen import Screen
from bot.screens.words import Words
from bot.text import Lang
from tests.screens.reading import buttons, markup_faults

Changed: TypeAlias = Callable[..., Screens]

ID: Final = "end-user-certificate"
NOT_STATED: Final[dict[Lang, str]] = {
    "ru": "не сказано",
    "kk": "айтылмаған",
}
QUOTE: Final = Quote(kk="сурет", ru="фотография", point="11")


@pytest.fixture
def changed(root: Path, catalogue: Catalogue) -> Changed:
    """Return what makes the screens of one service that states something else."""

    def screens(act: Act = catalogue.acts[0], **changes: object) -> Screens:
        service = catalogue.services[0].model_copy(update=changes)
        smaller = catalogue.model_copy(update={"acts": (act,), "services": (service,)})
        return Screens(smaller, Finder.read(smaller, [root / "data"]), Words())

    return screens


def shown(desk: Screens, topic: Topic, lang: Lang, part: str = "") -> Screen:
    """Return the first page of a screen."""
    screen = desk.open(Route(topic, ID, part).pack(), lang)
    assert screen is not None
    assert markup_faults(screen.text) == []
    return screen


@pytest.mark.parametrize(
    ("topic", "unstated", "said"),
    [
        ("g", "receipt intake_refusal", NOT_STATED),
        ("x", "refusals completeness", NOT_STATED),
        ("q", "representation", NOT_STATED),
        ("a", "forms", {"ru": "в свободной форме", "kk": "өз сөзіңізбен"}),
        ("n", "channels", {"ru": "не предусмотрена", "kk": "көзделмеген"}),
    ],
)
def test_silence_is_said(
    changed: Changed, lang: Lang, topic: Topic, unstated: str, said: dict[Lang, str]
) -> None:
    """Where the standard states nothing, the screen says that it states nothing."""
    nothing = {"intake_refusal": None, "completeness": None}
    desk = changed(**{name: nothing.get(name, ()) for name in unstated.split()})
    assert said[lang] in shown(desk, topic, lang).plain


def test_no_word_on_lateness_is_said(changed: Changed, catalogue: Catalogue, lang: Lang) -> None:
    """Where silence of the office means nothing, no quotation and no warning is made up."""
    service = catalogue.services[0]
    none = service.deemed_approval.model_copy(update={"kind": "none", "days": None, "text": None})
    late = shown(changed(deemed_approval=none), "o", lang).plain
    assert NOT_STATED[lang] in late
    assert {"ru": "Это цитата", "kk": "қаулыдан үзінді"}[lang] not in late


def test_a_fee_is_not_called_free(changed: Changed, catalogue: Catalogue, lang: Lang) -> None:
    """Only a standard that says so is free of charge."""
    free = {"ru": "Бесплатно.", "kk": "Тегін."}[lang]
    cost = catalogue.services[0].cost
    assert free in shown(changed(), "p", lang).plain
    paid = cost.model_copy(update={"free": False, "text": QUOTE})
    assert free not in shown(changed(cost=paid), "p", lang).plain


def test_who_may_not_apply_is_said(changed: Changed, lang: Lang) -> None:
    """Exclusions of the standard stand under their heading."""
    who = shown(changed(exclusions=(QUOTE,)), "r", lang).plain
    heading = {"ru": "Кому не предоставляется", "kk": "Кімге берілмейді"}[lang]
    assert f"{heading}\n• {QUOTE[lang].capitalize()}" in who


def test_a_refusal_to_take_papers_is_told(changed: Changed, lang: Lang) -> None:
    """The note a person must be given when papers are not taken has its heading."""
    given = shown(changed(intake_refusal=IntakeRefusal(text=QUOTE), receipt=()), "g", lang).plain
    heading = {"ru": "Если документы не приняли", "kk": "Құжаттарыңыз қабылданбаса"}[lang]
    assert f"{heading}\n• {QUOTE[lang].capitalize()}" in given
    assert given.index(NOT_STATED[lang]) < given.index(heading)


def test_where_keeping_is_not_stated_nothing_is_told(changed: Changed, lang: Lang) -> None:
    """Without a rule for results nobody collects, their heading is not there."""
    heading = {"ru": "Если не забрать", "kk": "Алып кетпесеңіз"}[lang]
    assert heading in shown(changed(), "y", lang).plain
    assert heading not in shown(changed(uncollected=None), "y", lang).plain


def test_an_alternative_stands_under_its_paper(
    changed: Changed, catalogue: Catalogue, lang: Lang
) -> None:
    """A paper that does instead of another, and its language, stand with it."""
    case = catalogue.services[0].cases[0]
    paper = case.documents[0].model_copy(
        update={"alternatives": (Alternative(text=QUOTE),), "language": QUOTE}
    )
    one = case.model_copy(update={"documents": (paper,)})
    listed = shown(changed(cases=(one,)), "d", lang).plain.split("\n")
    instead = {"ru": "или фотография", "kk": "немесе сурет"}[lang]
    assert listed[listed.index(instead) + 1] == QUOTE[lang]


def test_a_translation_says_that_it_is_one(changed: Changed, lang: Lang) -> None:
    """Where the Russian is ours, the source says so instead of calling it official."""
    source = shown(changed(ru="translation"), "s", lang, "p").plain
    assert {"ru": "русский текст — наш перевод", "kk": "біздің аударма"}[lang] in source


def test_an_act_in_force_has_no_word_of_repeal(
    changed: Changed, catalogue: Catalogue, lang: Lang
) -> None:
    """An act that is not repealed and never rewritten says neither; where to look is said."""
    now_see = Label(kk="adilet.zan.kz қараңыз", ru="смотрите adilet.zan.kz")
    act = catalogue.acts[0].model_copy(update={"repealed_by": None, "now_see": now_see})
    desk = changed(act, edition=None)
    price = shown(desk, "p", lang).plain
    assert (
        price.split("\n")[-1]
        == {
            "ru": "Постановление № 431, п. 8",
            "kk": "№ 431 қаулы, 8-т.",
        }[lang]
    )
    source = shown(desk, "s", lang, "p").plain
    assert now_see[lang] in source
    assert "155" not in source
    assert "379" not in source


def test_a_form_without_a_number_has_none(
    changed: Changed, catalogue: Catalogue, lang: Lang
) -> None:
    """A form the act does not number is shown by its title alone."""
    form = catalogue.services[0].forms[0].model_copy(update={"annex": None})
    forms = shown(changed(forms=(form,)), "a", lang)
    assert {"ru": "приложение", "kk": "қосымша"}[lang] not in forms.plain.split("№ 431")[0]
    assert buttons(forms)[0].label.startswith("1. ")


def test_a_service_for_the_portal_alone_shows_its_list(
    changed: Changed, catalogue: Catalogue, lang: Lang
) -> None:
    """Where no papers are taken by hand, the portal's list is the first."""
    online = [case for case in catalogue.services[0].cases if case.channels == ("portal",)]
    desk = changed(cases=tuple(online))
    heading = {"ru": "Отправьте на портале", "kk": "Портал арқылы жіберіңіз"}[lang]
    assert heading in shown(desk, "d", lang).plain


def test_terms_of_one_wording_stand_once(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """A term that differs by channel only in what does not count is told once, then that."""
    for service in catalogue.services:
        told = desk.open(Route("t", service.id).pack(), lang)
        assert told is not None
        for term in service.processing_times:
            assert told.plain.casefold().count(term.text[lang].casefold()) == 1


def test_services_keep_their_order(catalogue: Catalogue) -> None:
    """The first service of the catalogue is the one these tests change."""
    assert catalogue.services[0].id == ID
