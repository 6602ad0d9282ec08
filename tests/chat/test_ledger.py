"""Which updates Telegram may forget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.ledger import Ledger


def test_nothing_is_confirmed_before_the_first_update() -> None:
    """Without an update there is no offset."""
    assert Ledger().offset is None


def test_offset_waits_for_the_slowest() -> None:
    """An update still being handled holds back those above it."""
    ledger = Ledger()
    for update_id in (5, 6, 9):
        assert ledger.begin(update_id)
    ledger.finish(6)
    ledger.finish(9)
    assert ledger.offset == 5
    ledger.finish(5)
    assert ledger.offset == 10


@pytest.mark.parametrize("finished", [True, False])
def test_what_telegram_repeats_is_not_begun_again(*, finished: bool) -> None:
    """An update given twice is handled once, whether it is under way or done."""
    ledger = Ledger()
    ledger.begin(1)
    ledger.begin(2)
    if finished:
        ledger.finish(2)
    assert not ledger.begin(2)


def test_numbers_may_start_anew() -> None:
    """Ids below the offset, which come after a quiet week, are new updates."""
    ledger = Ledger()
    ledger.begin(900)
    ledger.finish(900)
    assert ledger.begin(10)
    ledger.finish(10)
    assert ledger.offset == 11


@given(st.permutations(range(20)), st.integers(0, 20))
def test_offset_is_never_above_an_unhandled_update(order: list[int], handled: int) -> None:
    """Whatever the order of ending, all below the offset are handled."""
    ledger = Ledger()
    for update_id in range(20):
        ledger.begin(update_id)
    done = set(order[:handled])
    for update_id in order[:handled]:
        ledger.finish(update_id)
    offset = ledger.offset
    assert offset is not None
    assert set(range(offset)) <= done
    assert offset not in done
