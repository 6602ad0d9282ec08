"""What the buttons of a checklist carry: made, read back, forged."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screens.mark import Mark

SERVICE = st.from_regex(r"[a-z0-9-]{3,30}", fullmatch=True)
CASE = st.from_regex(r"[a-z0-9-]{2,20}", fullmatch=True)
PAPER = st.from_regex(r"[a-z0-9-]{2,12}", fullmatch=True)
MARKS = st.builds(Mark, SERVICE, CASE, st.sampled_from(["show", "clear", "print"])) | st.builds(
    Mark, SERVICE, CASE, st.sampled_from(["have", "lack"]), PAPER
)


@settings(deadline=None)
@given(MARKS)
def test_what_is_packed_is_read_back(mark: Mark) -> None:
    """Every mark comes back as it was."""
    assert Mark.unpack(mark.pack()) == mark


@settings(deadline=None)
@given(st.text() | st.from_regex(r"j:[a-z0-9-]{1,32}(:[a-z0-9+-]{0,22}){0,3}"))
def test_any_data_is_a_mark_or_nothing(data: str) -> None:
    """Whatever comes back is a mark this program could have packed, or None."""
    mark = Mark.unpack(data)
    if mark is not None:
        assert mark.pack() == data
        assert re.fullmatch(r"[a-z0-9:+-]+", data)


@pytest.mark.parametrize(
    ("data", "mark"),
    [
        ("j:boat:lost", Mark("boat", "lost")),
        ("j:boat:lost:+photos", Mark("boat", "lost", "have", "photos")),
        ("j:boat:lost:-photos", Mark("boat", "lost", "lack", "photos")),
        ("j:boat:lost:0", Mark("boat", "lost", "clear")),
        ("j:boat:lost:p", Mark("boat", "lost", "print")),
    ],
)
def test_old_buttons_keep_their_meaning(data: str, mark: Mark) -> None:
    """The data in people's chats mean for ever what they meant."""
    assert Mark.unpack(data) == mark
    assert mark.pack() == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "j",
        "j:boat",
        "j:boat:",
        "j:boat:lost:",
        "j:boat:lost:+",
        "j:boat:lost:photos",
        "j:boat:lost:+photos:1",
        "j:boat:lost:P",
        "J:boat:lost",
        "d:boat:lost",
        "j:boat:lost\n",
        "j:boat:lost:+photos\u0662",
        f"j:boat:lost:+{'p' * 13}",
    ],
)
def test_what_nobody_made_is_none(data: str) -> None:
    """Forged data are no mark."""
    assert Mark.unpack(data) is None
