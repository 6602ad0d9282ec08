"""How to complain: every route under its heading, what holds for several told once."""

from typing import Final

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.vocabulary import Quote
from bot.screens.complaints import complaint
from bot.screens.page import Speech
from bot.screens.screen import capitalised
from bot.text import Lang

BESIDES: Final[dict[Lang, str]] = {"ru": "<b>Кроме того</b>", "kk": "<b>Бұған қоса</b>"}
LODGING: Final[dict[Lang, str]] = {
    "ru": "<b>Как подать жалобу</b>",
    "kk": "<b>Шағымды қалай беру керек</b>",
}


def said(number: int) -> Quote:
    """Return an invented quotation."""
    return Quote(kk=f"{number}-сурет", ru=f"фотография {number}", point="22")


def line(number: int, lang: Lang) -> str:
    """Return the quotation as it is shown."""
    return capitalised(said(number)[lang])


def with_routes(catalogue: Catalogue, *changes: dict[str, object]) -> Service:
    """Return a service whose routes state nothing but their text and these changes."""
    service = catalogue.services[0]
    plain = service.complaint_routes[0].model_copy(
        update={
            "addressee": None,
            "address": None,
            "hours": None,
            "lodging": (),
            "notes": (),
            "contents": (),
            "confirmation": None,
            "reply_by": None,
        }
    )
    routes = tuple(
        plain.model_copy(update={"text": said(number), **change})
        for number, change in enumerate(changes, 1)
    )
    return service.model_copy(update={"complaint_routes": routes})


def test_what_is_of_one_route_stands_under_it(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Address, hours, lodging and notes of a single route follow its text."""
    own = {"address": said(5), "hours": said(6), "lodging": (said(7),), "notes": (said(8),)}
    [block] = complaint(with_routes(catalogue, own), speech[lang]).blocks
    assert block.split("\n")[1:] == [line(number, lang) for number in (1, 5, 6, 7, 8)]


def test_what_several_routes_share_is_told_once(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """An address or note of several routes follows them all, ways to lodge apart from it."""
    shared = {"hours": said(6), "lodging": (said(7),), "notes": (said(8),)}
    service = with_routes(catalogue, shared, {**shared, "notes": (said(8), said(9))})
    first, second, *after = complaint(service, speech[lang]).blocks
    assert first.split("\n")[1:] == [line(1, lang)]
    assert second.split("\n")[1:] == [line(2, lang), line(9, lang)]
    assert after == [
        f"{BESIDES[lang]}\n• {line(6, lang)}",
        f"• {line(8, lang)}",
        f"{LODGING[lang]}\n• {line(7, lang)}",
    ]


def test_nothing_of_a_route_is_lost(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Everything the standards say of a way to complain stands on the screen."""
    for service in catalogue.services:
        page = complaint(service, speech[lang])
        text = "\n".join(page.blocks).casefold()
        for route in service.complaint_routes:
            details = (route.text, route.address, route.hours, *route.lodging, *route.notes)
            for quote in (*details, *route.contents, route.confirmation, route.reply_by):
                assert quote is None or quote[lang].casefold() in text, (service.id, quote)
