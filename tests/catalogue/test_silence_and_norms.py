"""What silence means, and norms of quality, against the words they stand beside."""

from typing import Final

import pytest

from tests.catalogue.planting import Folder, Found, found

BOAT: Final = "data/services/boat-certificate.yaml"
NEEDED: Final = "is empty, deemed_then_{} needs it"
SILENCE: Final = "{point: '5', kk: екі күн, ru: два дня}"


@pytest.mark.parametrize(
    ("deemed", "field", "point", "message"),
    [
        (f"none, text: {SILENCE}", "kind", "5", "is none, a text is quoted: «два дня»"),
        ("deemed", "kind", None, "is deemed, no text is quoted"),
        (f"deemed_then_issued, text: {SILENCE}", "days", "5", NEEDED.format("issued")),
        (f"deemed_then_proof, text: {SILENCE}", "days", "5", NEEDED.format("proof")),
        (f"deemed, days: 2, text: {SILENCE}", "days", "5", "is 2, deemed has no days"),
    ],
    ids=["none with a text", "no text", "issued without days", "proof without days", "days"],
)  # fmt: skip
def test_what_silence_means(
    invented: Folder, deemed: str, field: str, point: str | None, message: str
) -> None:
    """A meaning of silence goes with its text, and with days where something follows in days."""
    line = invented.edit(
        BOAT, "deemed_approval:\n  kind: none\n", f"deemed_approval: {{kind: {deemed}}}\n"
    )
    (fault,) = invented.faults(sources=False)
    assert found(fault) == Found("boat-certificate.yaml", line, f"deemed_approval.{field}", point)
    assert fault.message == message


@pytest.mark.parametrize("cell", ["95", "95 %", "95%", "9 5  %"])
def test_a_norm_as_the_acts_print_it(invented: Folder, cell: str) -> None:
    """A norm is read with or without its sign, and letter-spaced."""
    invented.edit("sources/kk.txt", "%-ы\n100\n", f"%-ы\n{cell}\n")
    invented.edit("sources/ru.txt", "в срок\n\n100\n", f"в срок\n\n{cell}\n")
    line = invented.edit(BOAT, "norm: 100", "norm: 90")
    faults = invented.faults()
    expected = Found("boat-certificate.yaml", line, "quality[0].norm", "annex 2")
    assert {found(fault) for fault in faults} == {expected}
    messages = [fault.message for fault in faults]
    assert messages == ["is 90, the kk text says 95", "is 90, the ru text says 95"]
    invented.edit(BOAT, "norm: 90", "norm: 95")
    assert invented.faults() == ()


def test_a_norm_of_an_empty_cell(invented: Folder) -> None:
    """A norm must be empty where the cell is, and only there."""
    invented.edit("sources/kk.txt", "%-ы\n100\n", "%-ы\n\n2. Сапасы\n")
    invented.edit("sources/ru.txt", "в срок\n\n100\n", "в срок\n\n2. Качество\n")
    messages = [fault.message for fault in invented.faults()]
    assert messages == ["is 100, the kk text says nothing", "is 100, the ru text says nothing"]
    invented.edit(BOAT, "norm: 100", "norm:")
    assert invented.faults() == ()


def test_an_indicator_under_a_wrong_point(invented: Folder) -> None:
    """An indicator may stand under any point; there it is told that its wording does not."""
    invented.edit(BOAT, "point: annex 2\n", 'point: "7.1"\n')
    fields = [found(fault).field for fault in invented.faults()]
    assert fields == ["quality[0].text.kk", "quality[0].text.ru"]
