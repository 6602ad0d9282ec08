"""What the catalogue finds by its ids."""

import pytest

from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Catalogue
from tests.catalogue.planting import Folder


@pytest.fixture
def catalogue(invented: Folder) -> Catalogue:
    """Return the catalogue of the invented acts."""
    return load_catalogue([invented.data])


def test_a_service_and_its_parts_are_found(catalogue: Catalogue) -> None:
    """A service, a case and a channel are found by their names; what is not there is None."""
    raft = catalogue.service("raft-permit")
    assert raft is not None
    case = raft.case("sunk")
    assert case is not None
    assert case.documents == ()
    assert raft.channel("authority") == raft.channels[0]
    assert (raft.case("lost"), raft.channel("post")) == (None, None)
    assert catalogue.service("ferry-register") is None


def test_a_removed_standard_is_found_with_its_act(catalogue: Catalogue) -> None:
    """A standard that was taken out is found by its id, and only it."""
    found = catalogue.removed("ferry-register")
    assert found is not None
    act, gone = found
    assert (act, gone.removed_by.number) == (catalogue.act("78"), "4")
    assert catalogue.removed("raft-permit") is None


def test_offices_are_those_of_the_service_s_act(catalogue: Catalogue) -> None:
    """A service has the offices its act lists, in their order."""
    raft, boat = catalogue.service("raft-mooring"), catalogue.service("boat-certificate")
    assert raft is not None
    assert boat is not None
    assert [each.id for each in catalogue.offices_of(raft)] == ["upper-river", "lower-river"]
    assert catalogue.offices_of(boat) == ()
