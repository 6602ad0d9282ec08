"""The same Kazakh wording has one Russian within an act."""

from typing import Final

import pytest

from tests.catalogue.planting import Folder, Found, found

BERTH: Final = "data/services/berth.yaml"
RAFT: Final = "data/services/raft-permit.yaml"
OWNERS: Final = "ru: Услуга оказывается владельцам плотов"


def test_another_translation_in_another_service(invented: Folder) -> None:
    """The second of two translations is told, and which service has the first."""
    line = invented.edit(RAFT, OWNERS, "ru: Услуга оказывается хозяевам плотов")
    (fault,) = invented.faults(sources=False)
    assert found(fault) == Found("raft-permit.yaml", line, "recipients.ru", "6")
    assert fault.message == (
        "«Қызмет салдың иелеріне көрсетіледі» is translated otherwise in raft-mooring"
    )


def test_another_translation_in_the_same_service(invented: Folder) -> None:
    """A service is held to its own words too, wherever they stand."""
    line = invented.edit(
        RAFT,
        "deemed_approval:\n",
        "notes:\n"
        '  - point: "10"\n'
        "    kk: Қызмет бөлімнің ғимаратында көрсетіледі\n"
        "    ru: Услуга оказывается в отделе\n"
        "deemed_approval:\n",
    )
    (fault,) = invented.faults(sources=False)
    assert found(fault) == Found("raft-permit.yaml", line + 3, "notes[0].ru", "10")
    assert fault.message.endswith("is translated otherwise in raft-permit")


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        (RAFT, {"не автоматизированная": "неавтоматизированная"}),
        (RAFT, {"услуги – не": "услуги — не"}),
        (RAFT, {OWNERS: "ru: Услуга оказывается хозяевам", "ru: translation": "ru: official"}),
        (BERTH, {"оказывается бесплатно": "бесплатна", "ru: official": "ru: translation"}),
    ],
    ids=["a space", "a dash", "an official edition", "another act"],
)
def test_no_other_translation(invented: Folder, name: str, changes: dict[str, str]) -> None:
    """Spaces and dashes do not count; an official edition and another act have their own words."""
    for before, after in changes.items():
        invented.edit(name, before, after)
    assert invented.faults(sources=False) == ()
