"""The people who write to the bot, and the language each has chosen."""

import datetime as dt
from collections import OrderedDict
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from bot.casework import updates
from bot.clock import Clock
from bot.text import Lang


@dataclass(frozen=True, slots=True)
class Person:
    """Hold what is kept of a person: Telegram's id, and the language, if one was chosen.

    Who has blocked the bot is unreachable until they write again.
    """

    id: int
    lang: Lang | None
    unreachable: bool = False


class PeopleTable(Protocol):
    """Keep people, inside one transaction."""

    async def get(self, person_id: int) -> Person | None:
        """Return the person, or None."""
        ...

    async def put(self, person: Person, now: dt.datetime) -> None:
        """Keep the person's language, in place of what was kept."""
        ...

    async def delete(self, person_id: int) -> bool:
        """Delete the person and all that hangs on them; False if there was none."""
        ...

    async def meet(self, person_id: int, now: dt.datetime) -> None:
        """Keep that there is such a person; the language, if one was chosen, stays."""
        ...

    async def reach(self, person_id: int, now: dt.datetime, *, possible: bool) -> bool:
        """Keep whether the person can be written to; False if there is no such person."""
        ...

    async def drop_strangers(self, person_ids: Collection[int], *, before: dt.datetime) -> None:
        """Delete those of these people who chose no language and of whom nothing else is kept.

        Whoever was put or met after `before` stays: something of them may be on its way.
        """
        ...


class Transaction(updates.Transaction, Protocol):
    """Give the tables of one transaction."""

    @property
    def people(self) -> PeopleTable:
        """Return the table of people."""
        ...


class Store(Protocol):
    """Keep what must outlive the program."""

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: kept whole when the block ends, and not at all when it raises."""
        ...

    def read(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction that only reads, and waits for nobody who writes."""
        ...


class People:
    """Know in which language a person is answered, and whether they can be written to.

    The last `remembered` people stay in memory, also those of whom nothing is kept: an answer to
    one of them touches no database.
    """

    def __init__(self, store: Store, clock: Clock, *, remembered: int = 10_000) -> None:
        self._store = store
        self._clock = clock
        self._remembered = remembered
        self._known: OrderedDict[int, Person] = OrderedDict()

    async def language_of(self, person_id: int) -> Lang | None:
        """Return the language the person chose, or None if they were never asked."""
        return (await self._person(person_id)).lang

    async def choose_language(self, person_id: int, lang: Lang, *, update_id: int) -> None:
        """Keep the person's choice; an update that has done so before changes nothing."""
        now = self._clock.now()
        async with self._store.begin() as tx:
            if not await tx.updates.note(update_id, now):
                return
            await tx.people.put(Person(person_id, lang), now)
        known = self._known.get(person_id, Person(person_id, None))
        self._remember(replace(known, lang=lang))

    async def forget(self, person_id: int, *, update_id: int) -> bool:
        """Delete everything kept of the person; False if there was nothing.

        An update given again tells what it told before.
        """
        async with self._store.begin() as tx:
            deleted = await tx.people.delete(person_id)
            if deleted:
                await tx.updates.note(update_id, self._clock.now())
            else:
                deleted = await tx.updates.noted(update_id)
        self._remember(Person(person_id, None))
        return deleted

    async def lose(self, person_id: int) -> None:
        """Keep that the person has blocked the bot; of a stranger nothing is kept."""
        await self._reach(person_id, possible=False)

    async def find(self, person_id: int) -> None:
        """Keep that the person can be written to again, if it was thought that they cannot."""
        if (await self._person(person_id)).unreachable:
            await self._reach(person_id, possible=True)

    async def _reach(self, person_id: int, *, possible: bool) -> None:
        async with self._store.begin() as tx:
            kept = await tx.people.reach(person_id, self._clock.now(), possible=possible)
        if kept and person_id in self._known:
            self._remember(replace(self._known[person_id], unreachable=not possible))

    async def _person(self, person_id: int) -> Person:
        if person_id not in self._known:
            async with self._store.read() as tx:
                person = await tx.people.get(person_id)
            # a change made while the row was read is the newer one
            if person_id not in self._known:
                self._remember(person or Person(person_id, None))
        self._known.move_to_end(person_id)
        return self._known[person_id]

    def _remember(self, person: Person) -> None:
        self._known[person.id] = person
        self._known.move_to_end(person.id)
        while len(self._known) > self._remembered:
            self._known.popitem(last=False)
