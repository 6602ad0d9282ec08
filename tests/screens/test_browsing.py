"""Going through the services: lists by body and occasion, their data, and what is not there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.models import Catalogue
from bot.screens.browsing import Browse
from bot.screens.desk import Screens
from bot.screens.screen import DATA_BYTES
from bot.text import Lang
from tests.screens.changing import Changed
from tests.screens.reading import TOPICS, buttons


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(("by", "name"), [("", ""), ("e", ""), ("e", "mine"), ("b", "x" * 20)])
def test_what_is_packed_is_read_back(topic: str, by: str, name: str) -> None:
    """Every list fits into callback data and comes back as it was."""
    data = ":".join(filter(None, ("v", topic, by, name)))
    read = Browse.unpack(data)
    assert read is not None
    assert Browse.unpack(read.pack()) == read
    assert len(read.pack().encode()) <= DATA_BYTES
    assert (read.topic, read.by, read.id) == (topic, by, name)


@settings(deadline=None)
@given(st.text() | st.from_regex(r"v(:[a-z]{1,3}){0,2}(:[a-z0-9-]{0,30}){0,2}"))
def test_any_data_is_a_list_or_nothing(desk: Screens, data: str) -> None:
    """Forged data are no list, or one that is made, or one of nothing, which has no screen."""
    read = Browse.unpack(data)
    if read is not None:
        assert Browse.unpack(read.pack()) == read
        desk.browse(read, "ru")


@pytest.mark.parametrize("data", ["v:c:b:gone", "v:c:e:gone", "v:zz", "v:c:b", "v:c:x:mine"])
def test_what_is_gone_has_no_screen(desk: Screens, data: str, lang: Lang) -> None:
    """A body or an occasion that is not there opens nothing: the button is out of date."""
    assert desk.open(data, lang) is None


def test_every_service_is_reached_by_body_and_by_occasion(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Each list leads to the screen that was asked for, and together they leave nothing out."""
    everything = {f"t:{service.id}" for service in catalogue.services}
    for by, ids in (
        ("b", [body.id for body in catalogue.authorities]),
        ("e", [event.id for event in catalogue.events]),
    ):
        reached: set[str | None] = set()
        for name in ids:
            shown = desk.open(f"v:t:{by}:{name}", lang)
            assert shown is not None
            reached |= {button.data for button in buttons(shown)}
        assert everything <= reached


def test_few_services_are_listed_at_once(
    catalogue: Catalogue, changed: Changed, lang: Lang
) -> None:
    """With few services there is no body to choose first."""
    desk = changed(catalogue.services[0])
    led = [button.data for button in buttons(desk.services(lang))]
    assert led == [f"c:{catalogue.services[0].id}", "m"]
