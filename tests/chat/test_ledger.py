"""Which updates Telegram may forget."""

import pytest
from hypothesis import given, settings
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


def test_what_ends_while_telegram_answers_is_not_begun_again() -> None:
    """An answer to a question with a lower offset still holds what is handled by then."""
    ledger = Ledger()
    for update_id in (1, 2, 3):
        ledger.begin(update_id)
    assert ledger.ask() == 1
    for update_id in (1, 2, 3):
        ledger.finish(update_id)
    ledger.hear()
    assert not any(ledger.begin(update_id) for update_id in (1, 2, 3))
    assert ledger.moved
    assert ledger.ask() == 4
    assert not ledger.moved


def test_what_telegram_has_not_heard_is_known() -> None:
    """A question that got no answer has told Telegram nothing."""
    ledger = Ledger()
    assert ledger.all_heard
    ledger.begin(1)
    ledger.finish(1)
    assert ledger.ask() == 2
    assert ledger.unheard == {1}
    assert not ledger.begin(1)
    assert ledger.ask() == 2
    ledger.hear()
    assert ledger.unheard == set()
    assert ledger.all_heard


def test_numbers_may_start_anew() -> None:
    """Ids below the offset asked with, which come after a quiet week, are new updates."""
    ledger = Ledger()
    ledger.begin(900)
    ledger.finish(900)
    assert ledger.ask() == 901
    assert ledger.begin(10)
    ledger.finish(10)
    assert ledger.offset == 11


def test_what_is_held_holds_back_nothing() -> None:
    """An update kept elsewhere may be forgotten by Telegram, and is not begun again."""
    ledger = Ledger()
    for update_id in (1, 2):
        ledger.begin(update_id)
    ledger.finish(2)
    assert ledger.hold([1, 2]) == {1}
    assert ledger.ask() == 3
    assert not ledger.begin(1)


def test_what_an_earlier_run_held_is_known() -> None:
    """Telegram may give it once more; it is not begun, and may be forgotten."""
    ledger = Ledger()
    ledger.resume(5)
    assert ledger.ask() is None
    assert not ledger.begin(5)
    assert ledger.ask() == 6
    ledger.resume(7)
    ledger.finish(7)
    assert not ledger.begin(7)
    assert ledger.ask() == 8


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


@settings(deadline=None)
@given(st.data())
def test_nothing_is_begun_twice_nor_forgotten_before_its_end(data: st.DataObject) -> None:
    """Whatever ends while Telegram answers, each update is begun once and forgotten once done."""
    ledger = Ledger()
    begun: list[int] = []
    done: set[int] = set()
    for _ in range(20):
        offset = ledger.ask()
        assert set(range(offset or 0)) <= done
        under_way = sorted(set(begun) - done)
        ended = data.draw(st.lists(st.sampled_from(under_way), unique=True)) if under_way else []
        for update_id in ended:
            ledger.finish(update_id)
        done |= set(ended)
        if not data.draw(st.booleans()):
            continue  # the question got no answer
        ledger.hear()
        given_now = range(offset or 0, (offset or 0) + data.draw(st.integers(0, 5)))
        begun += [update_id for update_id in given_now if ledger.begin(update_id)]
    assert len(begun) == len(set(begun))
