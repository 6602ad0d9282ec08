"""The people who write to the bot, and the language each has chosen."""

import datetime as dt
from collections import OrderedDict
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.clock import Clock
from bot.text import Lang


@dataclass(frozen=True, slots=True)
class Person:
    """Hold what is kept of a person: Telegram's id, and the language, if one was chosen."""

    id: int
    lang: Lang | None


class PeopleTable(Protocol):
    """Keep people, inside one transaction."""

    async def get(self, person_id: int) -> Person | None:
        """Return the person, or None."""
        ...

    async def put(self, person: Person, now: dt.datetime) -> None:
        """Keep the person as given, in place of what was kept."""
        ...

    async def delete(self, person_id: int) -> bool:
        """Delete the person and all that hangs on them; False if there was none."""
        ...

    async def meet(self, person_id: int, now: dt.datetime) -> None:
        """Keep that there is such a person; the language, if one was chosen, stays."""
        ...

    async def drop_strangers(self, person_ids: Collection[int], *, before: dt.datetime) -> None:
        """Delete those of these people who chose no language and of whom nothing else is kept.

        Whoever was put or met after `before` stays: something of them may be on its way.
        """
        ...


class Transaction(Protocol):
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


class People:
    """Know in which language a person is answered.

    The last `remembered` people stay in memory, also those who were never asked: an answer to one
    of them touches no database.
    """

    def __init__(self, store: Store, clock: Clock, *, remembered: int = 10_000) -> None:
        self._store = store
        self._clock = clock
        self._remembered = remembered
        self._langs: OrderedDict[int, Lang | None] = OrderedDict()

    async def language_of(self, person_id: int) -> Lang | None:
        """Return the language the person chose, or None if they were never asked."""
        if person_id not in self._langs:
            async with self._store.begin() as tx:
                person = await tx.people.get(person_id)
            # a choice made while the row was read is the newer one
            if person_id not in self._langs:
                self._remember(person_id, person.lang if person else None)
        self._langs.move_to_end(person_id)
        return self._langs[person_id]

    async def choose_language(self, person_id: int, lang: Lang) -> None:
        """Keep the person's choice."""
        async with self._store.begin() as tx:
            await tx.people.put(Person(person_id, lang), self._clock.now())
        self._remember(person_id, lang)

    async def forget(self, person_id: int) -> bool:
        """Delete everything kept of the person; False if there was nothing."""
        async with self._store.begin() as tx:
            deleted = await tx.people.delete(person_id)
        self._remember(person_id, None)
        return deleted

    def _remember(self, person_id: int, lang: Lang | None) -> None:
        self._langs[person_id] = lang
        self._langs.move_to_end(person_id)
        while len(self._langs) > self._remembered:
            self._langs.popitem(last=False)
