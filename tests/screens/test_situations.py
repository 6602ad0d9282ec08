"""Typed stories: what happened to a person leads straight to the papers for it."""

from typing import Final

import pytest

from bot.catalogue.models import Catalogue
from bot.screens.desk import Screens
from bot.screens.papers import situational
from bot.screens.route import Route
from bot.text import Lang

HAPPENED: Final[dict[tuple[str, str], dict[Lang, str]]] = {
    ("officer-military-id", "temporary-swap"): {
        "ru": "офицер запаса, поменять временное удостоверение на билет",
        "kk": "офицердің уақытша куәлігін билетке ауыстыру",
    },
    ("officer-military-id", "ussr-swap"): {
        "ru": "обменять советский военный билет офицера",
        "kk": "офицердің КСРО билетін ауыстыру",
    },
    ("officer-military-id", "first-rank"): {
        "ru": "после сборов присвоили лейтенанта, нужен военный билет",
        "kk": "жиыннан кейін лейтенант атағын алдым, әскери билет керек",
    },
    ("officer-military-id", "disaster"): {
        "ru": "билет офицера сгорел при пожаре",
        "kk": "офицердің әскери билеті өртте жанып кетті",
    },
    ("officer-military-id", "stolen"): {
        "ru": "у офицера запаса украли военный билет",
        "kk": "офицердің әскери билетін ұрлап кетті",
    },
    ("officer-military-id", "spoiled"): {
        "ru": "военный билет офицера порвался",
        "kk": "офицердің әскери билеті жыртылып қалды",
    },
    ("officer-military-id", "renamed"): {
        "ru": "офицер запаса сменил фамилию, военный билет",
        "kk": "офицермін, тегімді өзгерттім, әскери билет",
    },
    ("officer-military-id", "lost"): {
        "ru": "капитан запаса потерял военный билет",
        "kk": "запастағы капитанның әскери билеті жоғалды",
    },
    ("officer-military-id", "first-issue"): {
        "ru": "офицеру впервые нужен военный билет",
        "kk": "офицерге әскери билет бірінші рет",
    },
    ("officer-military-id", "temporary-issue"): {
        "ru": "получить офицеру временное удостоверение вместо военного билета",
        "kk": "офицерге билет орнына уақытша куәлік алуға",
    },
    ("soldier-military-id", "unfit"): {
        "ru": "признали негодным, как получить военный билет",
        "kk": "әскерге жарамсыз дейді, әскери билетке не керек",
    },
    ("soldier-military-id", "released"): {
        "ru": "вышел из тюрьмы, нужен военный билет",
        "kk": "түрмеден шықтым, әскери билет керек",
    },
    ("soldier-military-id", "police-school"): {
        "ru": "закончил академию МВД очно, военный билет",
        "kk": "полиция академиясын бітірдім, әскери билет",
    },
    ("soldier-military-id", "trained-reserve"): {
        "ru": "прошел курсы военно-обученного резерва, военный билет",
        "kk": "резервті даярлау курсынан өттім, әскери билет",
    },
    ("soldier-military-id", "turned-27"): {
        "ru": "мне 27 лет, не служил, военный билет",
        "kk": "27 жасқа толдым, әскери билет керек",
    },
    ("soldier-military-id", "discharged"): {
        "ru": "отслужил в армии, какие документы на военный билет",
        "kk": "әскерден келдім, әскери билетке не керек",
    },
    ("soldier-military-id", "women"): {
        "ru": "девушка-фельдшер, нужен военный билет",
        "kk": "мейірбикемін, әскери билет керек",
    },
    ("soldier-military-id", "new-citizen"): {
        "ru": "получил гражданство, нужен военный билет",
        "kk": "азаматтық алдым, әскери билет керек",
    },
    ("soldier-military-id", "lost-spoiled"): {
        "ru": "рядовой запаса потерял военный билет",
        "kk": "сарбаздың әскери билеті жоғалып кетті",
    },
    ("soldier-military-id", "security-left"): {
        "ru": "уволился из полиции, военный билет",
        "kk": "полициядан босадым, әскери билет керек",
    },
    ("soldier-military-id", "unregistered"): {
        "ru": "никогда не стоял на учёте, нужен военный билет",
        "kk": "ешқашан есепте болмадым, әскери билет керек",
    },
    ("soldier-military-id", "ussr-swap"): {
        "ru": "поменять солдатский билет СССР",
        "kk": "сарбаздың КСРО билетін ауыстыру",
    },
    ("soldier-military-id", "renamed"): {
        "ru": "сержант запаса поменял фамилию, военный билет",
        "kk": "сержантпын, тегімді өзгерттім, әскери билет",
    },
    ("soldier-military-id", "temporary-swap"): {
        "ru": "солдату поменять временное удостоверение на военный билет",
        "kk": "сарбаздың уақытша куәлігін билетке ауыстыру",
    },
    ("soldier-military-id", "temporary-issue"): {
        "ru": "солдату получить временное удостоверение",
        "kk": "сарбазға уақытша куәлік алуға не керек",
    },
    ("conscript-registration", "lost-spoiled"): {
        "ru": "потерял приписное",
        "kk": "приписное куәлігім жоғалды",
    },
    ("conscript-registration", "first-issue"): {
        "ru": "как впервые получить приписное",
        "kk": "тіркеу куәлігін бірінші рет алу",
    },
}


def test_every_situation_is_told(catalogue: Catalogue) -> None:
    """The table has every situation of every service of the defence decree that has several.

    Those of a firm's services, by way and applicant, are told in `tests/finding/queries`.
    """
    assert set(HAPPENED) == {
        (service.id, case.id)
        for service in catalogue.services
        if situational(service) and service.act == "2223"
        for case in service.cases
    }


@pytest.mark.parametrize(("service", "case"), list(HAPPENED))
def test_what_happened_opens_its_papers(
    desk: Screens, service: str, case: str, lang: Lang
) -> None:
    """A question that tells what happened goes straight to the papers for that."""
    reply = desk.reply(HAPPENED[service, case][lang])
    assert reply.lang == lang
    assert reply.screen == desk.open(Route("d", service, case).pack(), lang), reply.found


@pytest.mark.parametrize("service", ["soldier-military-id", "officer-military-id"])
def test_a_term_is_asked_of_a_situation(desk: Screens, service: str, lang: Lang) -> None:
    """Who asks how long it takes after what happened sees the terms of that."""
    waiting = {"ru": "сколько ждать", "kk": "неше күнде беріледі"}[lang]
    reply = desk.reply(f"{HAPPENED[service, 'ussr-swap'][lang]}, {waiting}")
    assert reply.screen == desk.open(Route("t", service, "ussr-swap").pack(), lang)
