"""Where to go: the place of residence, the departments the act lists, what the standard lacks."""

from typing import Final

import pytest

from bot.catalogue.acts import Office
from bot.catalogue.models import Catalogue
from bot.screens.desk import Screens
from bot.screens.offices import DEPARTMENTS, departments, no_district_offices
from bot.screens.page import Speech
from bot.screens.route import Route
from bot.screens.screen import capitalised
from bot.text import Lang
from tests.screens.reading import body, buttons, pages

SOLDIER: Final = "soldier-military-id"


def where(desk: Screens, service: str, lang: Lang, part: str = "") -> Route:
    """Return the way to a screen of places."""
    route = Route("w", service, part)
    assert desk.open(route.pack(), lang) is not None
    return route


def test_every_office_is_listed(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Each office of the act stands with its address and all its phones."""
    service = catalogue.service(SOLDIER)
    assert service is not None
    offices = catalogue.offices_of(service)
    assert len(offices) == 16
    listed = pages(desk, where(desk, SOLDIER, lang, DEPARTMENTS), lang)
    lines = [line for page in listed for line in body(page, service, lang)]
    for office in offices:
        place = lines.index(office.name[lang])
        assert lines[place + 1] == office.address[lang]
        assert all(phone in lines[place + 2] for phone in office.phones)


def test_the_act_lists_no_district_offices(
    desk: Screens, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Before the departments stands that district offices are not in the act, and whom to ask."""
    first = pages(desk, where(desk, SOLDIER, lang, DEPARTMENTS), lang)[0].plain
    said = no_district_offices(speech[lang])
    assert "1414" in said
    assert first.split("\n\n")[1] == said


def test_departments_are_a_button_where_there_are_some(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """The screen of places leads to them for the services of their act, and for no other."""
    with_offices = 0
    for service in catalogue.services:
        listed = bool(catalogue.offices_of(service))
        there = f"w:{service.id}:{DEPARTMENTS}"
        for part in ("", "centre") if service.channel("centre") else ("",):
            led = desk.open(where(desk, service.id, lang, part).pack(), lang)
            assert led is not None
            assert (there in [button.data for button in buttons(led)]) is listed
        assert (desk.open(there, lang) is not None) is listed
        with_offices += listed
    assert 0 < with_offices < len(catalogue.services)


def test_an_office_without_a_phone_has_no_line_for_it(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Nothing is said of phones the act does not give."""
    office: Office = catalogue.offices[0].model_copy(update={"phones": ()})
    page = departments(catalogue.services[0], [office], speech[lang])
    assert page.blocks[1:] == [f"<b>{office.name[lang]}</b>\n{office.address[lang]}"]


def test_the_place_of_residence_comes_first(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Where the standard binds the service to where a person lives, that is said at once.

    Where it binds some ways only, it is said under these.
    """
    of_ways = [service for service in catalogue.services if service.residence_of]
    for service in of_ways:
        assert service.residence is not None
        [shown] = pages(desk, where(desk, service.id, lang), lang)
        lines = body(shown, service, lang)
        said = f"• {capitalised(service.residence[lang])}"
        [channel] = [service.channel(kind) for kind in service.residence_of]
        assert channel is not None
        assert lines.count(said) == 1
        assert lines.index(channel.title[lang]) < lines.index(said)
    bound = [each for each in catalogue.services if each.residence and each not in of_ways]
    assert bound
    assert of_ways
    for service in bound:
        assert service.residence is not None
        [shown] = pages(desk, where(desk, service.id, lang), lang)
        lines = body(shown, service, lang)
        assert lines[1] == capitalised(service.residence[lang])
        assert lines.count(lines[1]) == 1


@pytest.mark.parametrize("service", [SOLDIER, "benefit-certificate", "veteran-id"])
def test_no_portal_is_made_up(desk: Screens, service: str, lang: Lang) -> None:
    """Where the standard has no portal, the screen says so, and no button leads there."""
    online = desk.open(Route("n", service).pack(), lang)
    assert online is not None
    assert {"ru": "не предусмотрена", "kk": "көзделмеген"}[lang] in online.plain
    assert not any("online" in (button.data or "") for button in buttons(online))
