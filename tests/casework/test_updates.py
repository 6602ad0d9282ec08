"""What is known of updates over a restart."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.casework.updates import REPEATED, Inbox
from bot.clock import RunningClock
from tests.casework.updates import Updates

NOON = dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC)


class Shelf:
    """Be a store of updates alone, and its transaction."""

    def __init__(self) -> None:
        self.updates = Updates()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["Shelf"]:
        """Give the table."""
        yield self

    read = begin


async def test_what_is_held_is_there_until_it_is_answered() -> None:
    """The next run finds what this one has not answered, in the order it came."""
    shelf = Shelf()
    inbox = Inbox(shelf, RunningClock(NOON))
    await inbox.hold({2: "second", 1: "first"})
    await inbox.release([1])
    assert await Inbox(shelf, RunningClock(NOON)).held() == {2: "second"}


async def test_notes_of_done_updates_are_kept_two_days() -> None:
    """Telegram gives an update again for a day at most."""
    shelf = Shelf()
    await shelf.updates.note(1, NOON - REPEATED)
    await shelf.updates.note(2, NOON)
    await Inbox(shelf, RunningClock(NOON + dt.timedelta(minutes=1))).expire()
    assert set(shelf.updates.done) == {2}
