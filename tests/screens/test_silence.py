"""Where a standard states less than the real ones do, the screens say so and invent nothing."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest

from bot.catalogue.acts import Act
from bot.catalogue.models import Catalogue, IntakeRefusal, Service
from bot.catalogue.papers import Alternative
from bot.catalogue.vocabulary import Label, Quote
from bot.screens.desk import Screens
from bot.screens.route import Route, Topic
from bot.screens.screen import Screen
from bot.text import Lang
from tests.screens.changing import Changed
from tests.screens.reading import buttons, markup_faults

Stating: TypeAlias = Callable[..., Screens]

ID: Final = "end-user-certificate"
NOT_STATED: Final[dict[Lang, str]] = {
    "ru": "не сказано",
    "kk": "айтылмаған",
}
QUOTE: Final = Quote(kk="сурет", ru="фотография", point="11")


@pytest.fixture
def service(catalogue: Catalogue) -> Service:
    """Return the service these tests change."""
    found = catalogue.service(ID)
    assert found is not None
    return found


@pytest.fixture
def stating(changed: Changed, service: Service) -> Stating:
    """Return what makes the screens of that service where it states something else."""

    def screens(act: Act | None = None, **changes: object) -> Screens:
        return changed(service.model_copy(update=changes), act=act)

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
        ("b", "legal_basis automation quality", NOT_STATED),
        ("n", "channels", {"ru": "не предусмотрена", "kk": "көзделмеген"}),
    ],
)
def test_silence_is_said(
    stating: Stating, lang: Lang, topic: Topic, unstated: str, said: dict[Lang, str]
) -> None:
    """Where the standard states nothing, the screen says that it states nothing."""
    nothing = {"intake_refusal": None, "completeness": None, "automation": None}
    desk = stating(**{name: nothing.get(name, ()) for name in unstated.split()})
    assert said[lang] in shown(desk, topic, lang).plain


def test_no_word_on_lateness_is_said(stating: Stating, service: Service, lang: Lang) -> None:
    """Where silence of the office means nothing, no quotation and no warning is made up."""
    none = service.deemed_approval.model_copy(update={"kind": "none", "days": None, "text": None})
    late = shown(stating(deemed_approval=none), "o", lang).plain
    assert NOT_STATED[lang] in late
    assert {"ru": "Это цитата", "kk": "қаулыдан үзінді"}[lang] not in late


def test_a_fee_is_not_called_free(stating: Stating, service: Service, lang: Lang) -> None:
    """Only a standard that says so is free of charge."""
    free = {"ru": "Бесплатно.", "kk": "Тегін."}[lang]
    cost = service.cost
    assert free in shown(stating(), "p", lang).plain
    paid = cost.model_copy(update={"free": False, "text": QUOTE})
    assert free not in shown(stating(cost=paid), "p", lang).plain


def test_who_may_not_apply_is_said(stating: Stating, lang: Lang) -> None:
    """Exclusions of the standard stand under their heading."""
    who = shown(stating(exclusions=(QUOTE,)), "r", lang).plain
    heading = {"ru": "Исключения", "kk": "Мыналарды қоспағанда"}[lang]
    assert f"{heading}\n• {QUOTE[lang].capitalize()}" in who


def test_who_else_may_apply_is_said(stating: Stating, service: Service, lang: Lang) -> None:
    """Recipients the standard lists stand under the sentence that names them."""
    who = shown(stating(recipients_more=(QUOTE,)), "r", lang).plain
    assert f"{service.recipients[lang]}\n• {QUOTE[lang].capitalize()}" in who


def test_what_is_said_beside_the_grounds_follows_them(stating: Stating, lang: Lang) -> None:
    """A note on refusal is no ground of it: it stands below the list of grounds."""
    note = Quote(kk="хабарланады", ru="сообщается", point="16")
    refusal = shown(stating(refusals=(QUOTE,), refusal_notes=(note,)), "x", lang).plain
    assert f"\n• {QUOTE[lang].capitalize()}\n\n{note[lang].capitalize()}\n" in refusal


def test_a_loss_the_standard_is_silent_about(desk: Screens, lang: Lang) -> None:
    """Where the standard has nothing about a loss, that is said with whom to ask."""
    silent = shown(desk, "z", lang).plain
    assert NOT_STATED[lang] in silent
    assert "1414" in silent


@pytest.mark.parametrize("speaking", ["soldier-military-id", "veteran-id"])
def test_no_silence_is_said_of_what_is_stated(desk: Screens, speaking: str, lang: Lang) -> None:
    """Where the standard has papers for a loss, they are the answer, and their source too."""
    for unstated, stated in (("z:{}", "d:{}"), ("s:{}:z", "s:{}:d")):
        answer = desk.open(unstated.format(speaking), lang)
        papers = desk.open(stated.format(speaking), lang)
        assert answer is not None
        assert papers is not None
        assert answer.text == papers.text


def test_a_complaint_answered_by_post_is_no_paper_by_post(
    stating: Stating, service: Service, lang: Lang
) -> None:
    """What a standard says of complaints does not make it speak of sending papers."""
    by_post = Quote(kk="пошта арқылы хабарланады", ru="сообщается по почте", point="25")
    routes = tuple(r.model_copy(update={"notes": (by_post,)}) for r in service.complaint_routes)
    assert NOT_STATED[lang] in shown(stating(complaint_routes=routes), "z", lang).plain
    told = service.delivery[0].model_copy(update={"text": by_post})
    assert NOT_STATED[lang] not in shown(stating(delivery=(told,)), "z", lang).plain


def test_a_refusal_to_take_papers_is_told(stating: Stating, lang: Lang) -> None:
    """The note a person must be given when papers are not taken has its heading."""
    given = shown(stating(intake_refusal=IntakeRefusal(text=QUOTE), receipt=()), "g", lang).plain
    heading = {"ru": "Если документы не приняли", "kk": "Құжаттарыңыз қабылданбаса"}[lang]
    assert f"{heading}\n• {QUOTE[lang].capitalize()}" in given
    assert given.index(NOT_STATED[lang]) < given.index(heading)


def test_where_keeping_is_not_stated_nothing_is_told(stating: Stating, lang: Lang) -> None:
    """Without a rule for results nobody collects, their heading is not there."""
    heading = {"ru": "Если не забрать", "kk": "Алып кетпесеңіз"}[lang]
    assert heading in shown(stating(), "y", lang).plain
    assert heading not in shown(stating(uncollected=None), "y", lang).plain


def test_an_alternative_stands_under_its_paper(
    stating: Stating, service: Service, lang: Lang
) -> None:
    """A paper that does instead of another, and its language, stand with it."""
    case = service.cases[0]
    paper = case.documents[0].model_copy(
        update={"alternatives": (Alternative(text=QUOTE),), "language": QUOTE}
    )
    one = case.model_copy(update={"documents": (paper,)})
    listed = shown(stating(cases=(one,)), "d", lang).plain.split("\n")
    instead = {"ru": "или фотография", "kk": "немесе сурет"}[lang]
    assert listed[listed.index(instead) + 1] == QUOTE[lang]


def test_a_translation_says_that_it_is_one(stating: Stating, lang: Lang) -> None:
    """Where the Russian is ours, the source says so instead of calling it official."""
    source = shown(stating(ru="translation"), "s", lang, "p").plain
    assert {"ru": "русский текст — наш перевод", "kk": "біздің аударма"}[lang] in source


def test_an_act_in_force_has_no_word_of_repeal(
    stating: Stating, catalogue: Catalogue, service: Service, lang: Lang
) -> None:
    """An act that is not repealed and never rewritten says neither; where to look is said."""
    now_see = Label(kk="adilet.zan.kz қараңыз", ru="смотрите adilet.zan.kz")
    act = catalogue.act(service.act).model_copy(update={"repealed_by": None, "now_see": now_see})
    desk = stating(act, edition=None)
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


def test_a_form_without_a_number_has_none(stating: Stating, service: Service, lang: Lang) -> None:
    """A form the act does not number is shown by its title alone."""
    form = service.forms[0].model_copy(update={"annex": None})
    forms = shown(stating(forms=(form,)), "a", lang)
    assert {"ru": "приложение", "kk": "қосымша"}[lang] not in forms.plain.split("№ 431")[0]
    assert buttons(forms)[0].label.startswith("1. ")


def test_a_service_for_the_portal_alone_shows_its_list(
    stating: Stating, service: Service, lang: Lang
) -> None:
    """Where no papers are taken by hand, the portal's list is the first."""
    online = [case for case in service.cases if case.channels == ("portal",)]
    desk = stating(cases=tuple(online))
    heading = {"ru": "Отправьте на портале", "kk": "Портал арқылы жіберіңіз"}[lang]
    assert heading in shown(desk, "d", lang).plain
