"""The people and their language, kept in memory for the answers and in a store for good."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.casework.people import People, Person
from bot.clock import RunningClock
from tests.casework.updates import NEW, Updates

NOON = dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC)


class Shelf:
    """Keep people in a dictionary: a store, its transaction and its table in one."""

    def __init__(self) -> None:
        self.kept: dict[int, Person] = {}
        self.times: list[dt.datetime] = []
        self.transactions = 0
        self.broken = False
        self.reading = asyncio.Event()
        self.may_read = asyncio.Event()
        self.may_read.set()
        self.updates = Updates()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["Shelf"]:
        """Count the transaction; a broken store fails at its end."""
        self.transactions += 1
        before = dict(self.kept)
        yield self
        if self.broken:
            self.kept = before
            raise OSError("the disk is full")

    read = begin

    @property
    def people(self) -> "Shelf":
        """Return the table."""
        return self

    async def get(self, person_id: int) -> Person | None:
        """Return what was kept when asked, however long the answer takes."""
        person = self.kept.get(person_id)
        self.reading.set()
        await self.may_read.wait()
        return person

    async def put(self, person: Person, now: dt.datetime) -> None:
        """Keep the person."""
        before = self.kept.get(person.id, person)
        self.kept[person.id] = replace(before, lang=person.lang)
        self.times.append(now)

    async def delete(self, person_id: int) -> bool:
        """Delete the person."""
        return self.kept.pop(person_id, None) is not None

    async def meet(self, person_id: int, now: dt.datetime) -> None:
        """Keep that there is such a person."""
        raise NotImplementedError

    async def reach(self, person_id: int, now: dt.datetime, *, possible: bool) -> bool:
        """Keep whether the person can be written to."""
        person = self.kept.get(person_id)
        if person is not None:
            self.kept[person_id] = replace(person, unreachable=not possible)
            self.times.append(now)
        return person is not None

    async def drop_strangers(self, person_ids: Collection[int], *, before: dt.datetime) -> None:
        """Delete those of whom nothing else is kept."""
        raise NotImplementedError


@pytest.fixture
def shelf() -> Shelf:
    """Return an empty store."""
    return Shelf()


@pytest.fixture
def people(shelf: Shelf) -> People:
    """Return people kept in it; two stay in memory."""
    return People(shelf, RunningClock(NOON), remembered=2)


async def test_a_stranger_was_never_asked(people: People) -> None:
    """Nobody has a language before choosing one."""
    assert await people.language_of(1001) is None


async def test_a_choice_is_kept(people: People, shelf: Shelf) -> None:
    """A chosen language is known at once, and after a restart."""
    await people.choose_language(1001, "kk", update_id=next(NEW))
    assert await people.language_of(1001) == "kk"
    assert await People(shelf, RunningClock(NOON)).language_of(1001) == "kk"


async def test_a_choice_carries_the_clocks_time(people: People, shelf: Shelf) -> None:
    """The time of a choice is the clock's, not the machine's."""
    await people.choose_language(1001, "kk", update_id=next(NEW))
    (time,) = shelf.times
    assert NOON <= time < NOON + dt.timedelta(hours=1)


async def test_the_last_choice_counts(people: People) -> None:
    """A language can be changed."""
    await people.choose_language(1001, "kk", update_id=next(NEW))
    await people.choose_language(1001, "ru", update_id=next(NEW))
    assert await people.language_of(1001) == "ru"


async def test_an_answer_touches_no_store(people: People, shelf: Shelf) -> None:
    """A language once known, or known to be none, is not looked up again."""
    await people.choose_language(1001, "kk", update_id=next(NEW))
    await people.language_of(1002)
    before = shelf.transactions
    assert await people.language_of(1001) == "kk"
    assert await people.language_of(1002) is None
    assert shelf.transactions == before


async def test_memory_is_bounded(people: People, shelf: Shelf) -> None:
    """The person longest not heard of leaves the memory and is looked up when back."""
    await people.choose_language(1001, "kk", update_id=next(NEW))
    await people.choose_language(1002, "ru", update_id=next(NEW))
    await people.language_of(1001)
    await people.choose_language(1003, "ru", update_id=next(NEW))
    before = shelf.transactions
    assert await people.language_of(1001) == "kk"
    assert shelf.transactions == before
    assert await people.language_of(1002) == "ru"
    assert shelf.transactions == before + 1


async def test_forgetting_leaves_nothing(people: People, shelf: Shelf) -> None:
    """After `forget` neither the store nor the memory knows the person; a second finds nothing."""
    await people.choose_language(1001, "kk", update_id=next(NEW))
    assert await people.forget(1001, update_id=next(NEW))
    assert await people.language_of(1001) is None
    assert shelf.kept == {}
    assert not await people.forget(1001, update_id=next(NEW))


async def test_a_failed_choice_is_not_remembered(people: People, shelf: Shelf) -> None:
    """A choice the store could not keep does not count, so that memory and store agree."""
    await people.choose_language(1001, "kk", update_id=next(NEW))
    shelf.broken = True
    with pytest.raises(OSError, match="disk"):
        await people.choose_language(1001, "ru", update_id=next(NEW))
    with pytest.raises(OSError, match="disk"):
        await people.forget(1001, update_id=next(NEW))
    assert await people.language_of(1001) == "kk"


async def test_a_slow_look_up_does_not_undo_a_choice(people: People, shelf: Shelf) -> None:
    """A choice made while the store was being read is not lost to what was read."""
    shelf.may_read.clear()
    looking = asyncio.create_task(people.language_of(1001))
    await shelf.reading.wait()
    await people.choose_language(1001, "kk", update_id=next(NEW))
    shelf.may_read.set()
    assert await looking == "kk"
    assert await people.language_of(1001) == "kk"


async def test_an_update_given_again_chooses_nothing(people: People) -> None:
    """A choice repeated after a kill does not undo one made after it."""
    await people.choose_language(1001, "kk", update_id=1)
    await people.choose_language(1001, "ru", update_id=2)
    await people.choose_language(1001, "kk", update_id=1)
    assert await people.language_of(1001) == "ru"


async def test_an_update_given_again_tells_what_it_told(people: People, shelf: Shelf) -> None:
    """A deletion repeated after a kill still says that something was deleted."""
    await people.choose_language(1001, "kk", update_id=1)
    assert await people.forget(1001, update_id=2)
    assert await people.forget(1001, update_id=2)
    assert not await people.forget(1001, update_id=3)
    assert shelf.kept == {}


async def test_who_blocks_the_bot_is_lost_until_they_write(people: People, shelf: Shelf) -> None:
    """The mark stays over a restart and a change of memory, and goes with the first word."""
    await people.choose_language(1001, "kk", update_id=1)
    await people.lose(1001)
    assert shelf.kept[1001] == Person(1001, "kk", unreachable=True)
    again = People(shelf, RunningClock(NOON))
    await again.find(1001)
    assert shelf.kept[1001] == Person(1001, "kk")


async def test_who_is_not_lost_is_not_written_down(people: People, shelf: Shelf) -> None:
    """Whoever writes is looked up once at most; a stranger who blocks the bot is not kept."""
    await people.choose_language(1001, "kk", update_id=1)
    before = shelf.transactions
    await people.find(1001)
    assert shelf.transactions == before
    await people.lose(1002)
    assert set(shelf.kept) == {1001}


async def test_a_language_is_kept_while_the_person_is_lost(people: People, shelf: Shelf) -> None:
    """Choosing a language changes nothing else that is known of the person."""
    await people.choose_language(1001, "kk", update_id=1)
    await people.lose(1001)
    await people.choose_language(1001, "ru", update_id=2)
    assert shelf.kept[1001] == Person(1001, "ru", unreachable=True)
