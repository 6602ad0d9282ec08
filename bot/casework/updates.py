"""What must outlive the program of the updates themselves: which are done, which are not yet.

The bot tells Telegram to forget an update once it is handled, and Telegram gives again, after a
restart, what was not yet forgotten. So whatever writes notes the update in its own transaction,
and an update whose answer takes long is kept here, that Telegram may forget it.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Final, Protocol

from bot.clock import Clock

REPEATED: Final = dt.timedelta(days=2)
"""How long updates are kept, done or held; Telegram gives one again for a day at most."""


class UpdateTable(Protocol):
    """Keep updates, inside one transaction."""

    async def note(self, update_id: int, now: dt.datetime) -> bool:
        """Note that the update is done; False if that was noted before."""
        ...

    async def noted(self, update_id: int) -> bool:
        """Tell whether it was noted that the update is done."""
        ...

    async def expire(self, before: dt.datetime) -> None:
        """Forget the updates done or held before `before`."""
        ...

    async def hold(self, contents: Mapping[int, str], now: dt.datetime) -> None:
        """Keep the contents of updates, by their ids."""
        ...

    async def held(self) -> dict[int, str]:
        """Return what is held, in the order of the ids; what no key opens is left out."""
        ...

    async def release(self, update_ids: Collection[int]) -> None:
        """Delete the contents of these updates."""
        ...


class Transaction(Protocol):
    """Give the table of one transaction."""

    @property
    def updates(self) -> UpdateTable:
        """Return the table of updates."""
        ...


class Store(Protocol):
    """Keep what must outlive the program."""

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: kept whole when the block ends, and not at all when it raises."""
        ...

    def read(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction that only reads, and waits for nobody who writes."""
        ...


class Inbox:
    """Hold updates that are begun and not answered yet, until they are."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def hold(self, contents: Mapping[int, str]) -> None:
        """Keep the contents of updates, by their ids; what is kept already stays."""
        async with self._store.begin() as tx:
            await tx.updates.hold(contents, self._clock.now())

    async def held(self) -> dict[int, str]:
        """Return what an earlier run has left, in the order of the ids."""
        async with self._store.read() as tx:
            return await tx.updates.held()

    async def release(self, update_ids: Collection[int]) -> None:
        """Delete updates that are answered."""
        async with self._store.begin() as tx:
            await tx.updates.release(update_ids)

    async def expire(self) -> None:
        """Forget what Telegram would not give again either, also what no key opens."""
        async with self._store.begin() as tx:
            await tx.updates.expire(self._clock.now() - REPEATED)
