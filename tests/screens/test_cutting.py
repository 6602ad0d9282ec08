"""Cutting a page into messages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screens.page import BULLET, cut, joined

BLOCKS = st.lists(st.text("аб ", min_size=1, max_size=60) | st.just(f"{BULLET}а" * 5), max_size=30)


@settings(deadline=None)
@given(BLOCKS, st.integers(20, 200))
def test_nothing_is_lost_or_torn(blocks: list[str], length: int) -> None:
    """All blocks come in their order, each whole; a page is longer only by a single block."""
    pages = cut(blocks, length)
    assert [block for page in pages for block in page] == blocks
    for page in pages:
        assert sum(map(len, page)) <= length or len(page) == 1


def test_a_heading_goes_with_what_it_heads() -> None:
    """A heading is not left alone at the end of a page."""
    pages = cut(["а" * 60, "<b>Принесите</b>", "1. б", "2. в"], 80)
    assert pages == [["а" * 60], ["<b>Принесите</b>", "1. б", "2. в"]]


def test_a_list_goes_with_its_heading() -> None:
    """A list that fits a page is not cut off from the line above it."""
    blocks = ["а" * 60, "<b>б</b>\n• в", "• г", "• д"]
    assert cut(blocks, 70) == [blocks[:1], blocks[1:]]


def test_a_list_longer_than_a_page_is_cut_between_items() -> None:
    """A list that fits no page begins where it stands and goes on on the next."""
    items = [f"{BULLET}{'в' * 30}"] * 4
    assert cut(["<b>б</b>\n• а", *items], 70) == [
        ["<b>б</b>\n• а", items[0]],
        items[:2],
        items[:1],
    ]


def test_list_items_stand_close() -> None:
    """Items of a list stand line under line, other blocks a line apart."""
    assert joined(["а", "• б", "• в", "г"]) == "а\n• б\n• в\n\nг"
    assert joined([]) == ""
