"""Offices against the annex that lists them."""

from typing import Final, NamedTuple

import pytest

from tests.catalogue.planting import Folder, Found, found

OFFICES: Final = "data/offices.yaml"
NOT_THERE: Final = "is not in the kk text there: {}"


class Planted(NamedTuple):
    """Hold a change and the field, point and wording of the fault it must give."""

    before: str
    after: str
    field: str
    wording: str
    point: str = "annex 1"
    below: int = 0
    """How many lines below the first changed line the fault is told."""


PLANTED: Final = {
    "a letter of a name": Planted(
        "kk: Төменгі өзен бөлімі", "kk: Томенгі өзен бөлімі", "[1].name.kk",
        "«Томенгі өзен бөлімі»",
    ),
    "a digit of an address": Planted(
        "Бұлақ көшесі, 96", "Бұлақ көшесі, 9", "[1].address.kk",
        "«100200, Теңіз қаласы, Бұлақ көшесі, 9»",
    ),
    "a telephone": Planted(
        "22-33-45]", "22-33-46]", "[0].phones[1]", "22-33-46",
    ),
    "another annex": Planted(
        "point: annex 1\n    kk: Төменгі", "point: annex 2\n    kk: Төменгі", "[1].name.kk",
        "«Төменгі өзен бөлімі»", "annex 2", 1,
    ),
    "an annex there is not": Planted(
        "point: annex 1\n    kk: 100200", "point: annex 7\n    kk: 100200", "[1].address.kk",
        "«100200, Теңіз қаласы, Бұлақ көшесі, 96»", "annex 7", 1,
    ),
    "a point that is no annex": Planted(
        "point: annex 1\n    kk: 100200", 'point: "7.1"\n    kk: 100200', "[1].address.kk",
        "«100200, Теңіз қаласы, Бұлақ көшесі, 96»", "7.1", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_an_office_the_act_does_not_list_so(invented: Folder, planted: Planted) -> None:
    """A name, address or telephone that the annex does not print is told at its line."""
    line = invented.edit(OFFICES, planted.before, planted.after) + planted.below
    faults = {found(fault): fault.message for fault in invented.faults()}
    expected = Found("offices.yaml", line, planted.field, planted.point)
    assert faults[expected] == NOT_THERE.format(planted.wording)
    # the telephones of an office stand where its name does
    assert all(field.field.startswith(planted.field[:4]) for field in faults)


def test_our_russian_of_an_office_is_compared_with_nothing(invented: Folder) -> None:
    """The act lists its offices in Kazakh: the Russian is ours."""
    invented.edit(OFFICES, "ru: Отдел нижней реки", "ru: Отдел нижнего течения")
    assert invented.faults() == ()


def test_offices_of_an_act_without_a_source(invented: Folder) -> None:
    """Where there is no text to compare with, only the services say so."""
    invented.edit("data/acts.yaml", "    kk: raft.txt\n", "    ru: ru.txt\n")
    invented.edit(OFFICES, "kk: Төменгі өзен бөлімі", "kk: Томенгі өзен бөлімі")
    assert "offices.yaml" not in {found(fault).file for fault in invented.faults()}


def test_an_office_of_an_act_nobody_knows(invented: Folder) -> None:
    """What names an unknown act is told once and compared with nothing."""
    invented.edit(OFFICES, 'act: "78"\n  number: 2', 'act: "79"\n  number: 2')
    invented.edit("data/services/raft-mooring.yaml", 'act: "78"', 'act: "79"')
    messages = [fault.message for fault in invented.faults()]
    assert messages == ["79 is not in 77, 78"] * 2
