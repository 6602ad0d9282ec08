"""How a fault is told."""

from pathlib import Path

import pytest

from bot.catalogue.faults import Fault, Loc


@pytest.mark.parametrize(
    ("loc", "point", "line"),
    [
        (
            ("cases", 0, "documents", 1, "text", "kk"),
            "11.2",
            "a.yaml:7: cases[0].documents[1].text.kk (point 11.2): is wrong",
        ),
        ((0, "id"), None, "a.yaml:7: [0].id: is wrong"),
        ((), "11", "a.yaml:7 (point 11): is wrong"),
        ((), None, "a.yaml:7: is wrong"),
    ],
)
def test_a_fault_is_one_line(loc: Loc, point: str | None, line: str) -> None:
    """File and line come first, as editors want them, then field and point where there are any."""
    assert str(Fault(Path("a.yaml"), 7, loc, "is wrong", point)) == line
