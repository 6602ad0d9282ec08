"""Points inside points, and the ends of annexes and standards, in an act of a PDF extract."""

from typing import Final

import pytest

from tests.catalogue.planting import Folder, Found, found

RAFT: Final = "data/services/raft-permit.yaml"
FIRE: Final = 'point: "11.2.1"\n          kk: өрт'


@pytest.mark.parametrize("point", ["11.2.2", "11.2.3", "11.1", "11.1.1", "12"])
def test_a_wrong_point_inside_a_point(invented: Folder, point: str) -> None:
    """What stands under another point of a point is found, and the right one is told."""
    line = invented.edit(RAFT, FIRE, f'point: "{point}"\n          kk: өрт') + 1
    quoted, uncovered = invented.faults()
    field = "cases[1].documents[0].text.kk"
    assert found(quoted) == Found("raft-permit.yaml", line, field, point)
    assert quoted.message.endswith("; it stands at point 11.2.1")
    assert found(uncovered) == Found("raft-permit.yaml", 1, "", "11")


@pytest.mark.parametrize("point", ["11", "11.2"])
def test_a_point_holds_its_inner_points(invented: Folder, point: str) -> None:
    """What stands at 11.2.1 stands at 11.2 and at 11 too."""
    invented.edit(RAFT, FIRE, f'point: "{point}"\n          kk: өрт')
    assert invented.faults() == ()


def test_the_tenth_point_of_a_point(invented: Folder) -> None:
    """11.10 does not stand in 11.1."""
    for name in (RAFT, "sources/raft.txt"):
        path = invented.root / name
        path.write_text(path.read_text(encoding="utf-8").replace("11.2", "11.10"))
    assert invented.faults() == ()
    invented.edit(RAFT, FIRE.replace("11.2", "11.10"), FIRE.replace("11.2.1", "11.1"))
    quoted, _ = invented.faults()
    assert quoted.message.endswith("; it stands at point 11.10.1")


def test_a_case_at_a_point_that_is_not_there(invented: Folder) -> None:
    """A case names a point of a point that the standard has."""
    line = invented.edit(RAFT, 'point: "11.2.2"\n    intro', 'point: "11.2.4"\n    intro')
    (fault,) = invented.faults()
    assert found(fault) == Found("raft-permit.yaml", line, "cases[2].point", "11.2.4")
    assert fault.message == "the kk text has no such point"


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("стандартқа 1 және 2-қосымшаларда", "стандартқа 2 және 1-қосымшаларда", "provider[0]"),
        ("қосымшаларда көрсетілген", "қосымшада көрсетілген", "provider[0]"),
        ("жылғы 5 мамырдағы Заңның 6-бабы", "жылғы 5 мамырдағы Заңның 9-бабы", "legal_basis[0]"),
    ],
    ids=["links over two lines", "a word torn from its number", "a link that opened the line"],
)
def test_a_torn_out_link_is_compared(
    invented: Folder, before: str, after: str, field: str
) -> None:
    """A link put back at a line's beginning or in a letter-spaced line is held to the letter."""
    invented.edit(RAFT, before, after)
    told = {found(fault).field for fault in invented.faults() if "not in the kk" in fault.message}
    assert told == {f"{field}.kk"}


def test_an_annex_with_a_heading_in_capitals(invented: Folder) -> None:
    """«2-ҚОСЫМША» begins an annex: what stands in it stands at annex 2."""
    line = invented.edit(RAFT, "kk: тегі, аты\n", "kk: тегі, руы\n")
    (fault,) = invented.faults()
    assert found(fault) == Found("raft-permit.yaml", line, "forms[0].fields[0].kk", "annex 2")


def test_a_note_ends_with_its_standard(invented: Folder) -> None:
    """What stands over the title of the next standard is no part of the last note."""
    last = "құжаттардың көшірмелері.\n"
    invented.edit("sources/raft.txt", last, f"{last}Бекітілген\n")
    (fault,) = invented.faults()
    assert found(fault) == Found("raft-permit.yaml", 1, "", "annex 2")
    assert fault.message == "the kk text (raft.txt:89) is not quoted: «Бекітілген»"
