"""The papers of a case that a person has already, ticked off one by one."""

import datetime as dt
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Final, Protocol

from bot.casework import people
from bot.clock import Clock

KEPT: Final = dt.timedelta(days=90)
"""How long ticks are kept after the last one."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """Name one list: whose it is, and the service and case whose papers it holds."""

    person_id: int
    service: str
    case: str


class ChecklistTable(Protocol):
    """Keep which papers are ticked, inside one transaction."""

    async def get(self, checklist: Checklist, *, since: dt.datetime) -> frozenset[str]:
        """Return the ids of the ticked papers; none of a list last changed before `since`."""
        ...

    async def put(self, checklist: Checklist, ticked: Collection[str], now: dt.datetime) -> None:
        """Keep these, in place of what was kept."""
        ...

    async def delete(self, checklist: Checklist) -> bool:
        """Delete the list; False if there was none."""
        ...

    async def expire(self, before: dt.datetime) -> frozenset[int]:
        """Delete every list last changed before `before`; return the ids of those they were of."""
        ...


class Transaction(people.Transaction, Protocol):
    """Give the tables of one transaction."""

    @property
    def checklists(self) -> ChecklistTable:
        """Return the table of checklists."""
        ...


class Store(Protocol):
    """Keep what must outlive the program."""

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: kept whole when the block ends, and not at all when it raises."""
        ...

    def read(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction that only reads, and waits for nobody who writes."""
        ...


class Checklists:
    """Tick papers off for 90 days after the last tick.

    What is too old counts as deleted at once, and is deleted with the next change of anybody's.
    An update that has made its change before makes none again.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def ticked(self, checklist: Checklist) -> frozenset[str]:
        """Return the ids of the ticked papers."""
        async with self._store.read() as tx:
            return await tx.checklists.get(checklist, since=self._oldest())

    async def mark(
        self, checklist: Checklist, paper: str, *, there: bool, update_id: int
    ) -> frozenset[str]:
        """Tick a paper that is there, or untick one that is not; return all that are ticked.

        Marking what is so already changes nothing, not even how long the list is kept.
        """
        async with self._store.begin() as tx:
            before = await tx.checklists.get(checklist, since=self._oldest())
            after = before | {paper} if there else before - {paper}
            if after == before or not await tx.updates.note(update_id, self._clock.now()):
                return before
            await self._change(tx, checklist, after)
            return after

    async def clear(self, checklist: Checklist, *, update_id: int) -> frozenset[str]:
        """Untick every paper of the list; return what is ticked then, which is none."""
        async with self._store.begin() as tx:
            if await tx.updates.note(update_id, self._clock.now()):
                await self._change(tx, checklist, frozenset())
                return frozenset()
            return await tx.checklists.get(checklist, since=self._oldest())

    async def expire(self) -> None:
        """Delete what is too old."""
        async with self._store.begin() as tx:
            await self._sweep(tx)

    async def _change(self, tx: Transaction, checklist: Checklist, ticked: frozenset[str]) -> None:
        now = self._clock.now()
        if ticked:
            await tx.people.meet(checklist.person_id, now)
            await tx.checklists.put(checklist, ticked, now)
        elif await tx.checklists.delete(checklist):
            await tx.people.drop_strangers({checklist.person_id}, before=now)
        await self._sweep(tx)

    async def _sweep(self, tx: Transaction) -> None:
        oldest = self._oldest()
        if gone := await tx.checklists.expire(oldest):
            await tx.people.drop_strangers(gone, before=oldest)

    def _oldest(self) -> dt.datetime:
        return self._clock.now() - KEPT
