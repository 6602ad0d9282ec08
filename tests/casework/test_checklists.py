"""Ticking papers off, for 90 days."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

import pytest

from bot.casework.checklists import KEPT, Checklist, Checklists
from bot.casework.people import Person
from tests.casework.updates import NEW, Updates

NOON = dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC)
LIST = Checklist(1001, "end-user-certificate", "in-person")
OTHER = Checklist(1002, "end-user-certificate", "in-person")
MOMENT = dt.timedelta(microseconds=1)


class Standing:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> dt.datetime:
        """Return the time it was set to."""
        return self.time


class Shelf:
    """Keep lists in a dictionary: a store, its transaction and its tables in one."""

    def __init__(self) -> None:
        self.lists: dict[Checklist, tuple[frozenset[str], dt.datetime]] = {}
        self.met: dict[int, dt.datetime] = {}
        self.writes = 0
        self.updates = Updates()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["Shelf"]:
        """Give the tables."""
        await asyncio.sleep(0)
        yield self

    read = begin

    @property
    def people(self) -> "People":
        """Return the table of people."""
        return People(self)

    @property
    def checklists(self) -> "Shelf":
        """Return the table of checklists."""
        return self

    async def get(self, checklist: Checklist, *, since: dt.datetime) -> frozenset[str]:
        """Return what is ticked."""
        ticked, changed = self.lists.get(checklist, (frozenset[str](), since))
        return ticked if changed >= since else frozenset()

    async def put(self, checklist: Checklist, ticked: Collection[str], now: dt.datetime) -> None:
        """Keep what is ticked; the person must be known."""
        assert checklist.person_id in self.met
        self.writes += 1
        self.lists[checklist] = (frozenset(ticked), now)

    async def delete(self, checklist: Checklist) -> bool:
        """Delete the list."""
        self.writes += 1
        return self.lists.pop(checklist, None) is not None

    async def expire(self, before: dt.datetime) -> frozenset[int]:
        """Delete old lists."""
        old = [each for each, (_, changed) in self.lists.items() if changed < before]
        for each in old:
            del self.lists[each]
        return frozenset(each.person_id for each in old)


class People:
    """The table of people beside the lists; nobody chose a language."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def meet(self, person_id: int, now: dt.datetime) -> None:
        """Keep the person."""
        self._shelf.met[person_id] = now

    async def drop_strangers(self, person_ids: Collection[int], *, before: dt.datetime) -> None:
        """Delete those without lists."""
        busy = {each.person_id for each in self._shelf.lists}
        for number in set(person_ids) - busy:
            if self._shelf.met[number] <= before:
                del self._shelf.met[number]

    async def reach(self, person_id: int, now: dt.datetime, *, possible: bool) -> bool:
        """Never be asked."""
        raise NotImplementedError

    async def get(self, person_id: int) -> Person | None:
        """Never be asked."""
        raise NotImplementedError

    async def put(self, person: Person, now: dt.datetime) -> None:
        """Never be asked."""
        raise NotImplementedError

    async def delete(self, person_id: int) -> bool:
        """Never be asked."""
        raise NotImplementedError


@pytest.fixture
def clock() -> Standing:
    """Return a clock that stands."""
    return Standing()


@pytest.fixture
def shelf() -> Shelf:
    """Return an empty store."""
    return Shelf()


@pytest.fixture
def checklists(shelf: Shelf, clock: Standing) -> Checklists:
    """Return the use cases on both."""
    return Checklists(shelf, clock)


async def test_papers_are_ticked_and_unticked(checklists: Checklists) -> None:
    """Each mark returns what is ticked then, and it stays so."""
    assert await checklists.ticked(LIST) == set()
    assert await checklists.mark(LIST, "application", there=True, update_id=next(NEW)) == {
        "application"
    }
    assert await checklists.mark(LIST, "photos", there=True, update_id=next(NEW)) == {
        "application",
        "photos",
    }
    assert await checklists.mark(LIST, "application", there=False, update_id=next(NEW)) == {
        "photos"
    }
    assert await checklists.ticked(LIST) == {"photos"}
    assert await checklists.ticked(OTHER) == set()


@pytest.mark.parametrize("there", [True, False])
async def test_a_mark_delivered_twice_counts_once(
    checklists: Checklists, shelf: Shelf, clock: Standing, *, there: bool
) -> None:
    """A mark says what is wanted: a second delivery changes nothing and writes nothing."""
    await checklists.mark(LIST, "photos", there=True, update_id=next(NEW))
    once = await checklists.mark(LIST, "application", there=there, update_id=next(NEW))
    kept, writes = dict(shelf.lists), shelf.writes
    clock.time += dt.timedelta(days=1)
    assert await checklists.mark(LIST, "application", there=there, update_id=next(NEW)) == once
    assert (shelf.lists, shelf.writes) == (kept, writes)


async def test_an_update_given_again_ticks_nothing(checklists: Checklists) -> None:
    """A press repeated after a kill does not undo what was pressed after it."""
    await checklists.mark(LIST, "photos", there=True, update_id=101)
    await checklists.clear(LIST, update_id=102)
    assert await checklists.mark(LIST, "photos", there=True, update_id=101) == set()
    await checklists.mark(LIST, "application", there=True, update_id=103)
    assert await checklists.clear(LIST, update_id=102) == {"application"}
    assert await checklists.ticked(LIST) == {"application"}


async def test_clearing_leaves_nothing(checklists: Checklists, shelf: Shelf) -> None:
    """An empty list is no row, and who has nothing else kept is not kept either."""
    for paper in ("application", "photos"):
        await checklists.mark(LIST, paper, there=True, update_id=next(NEW))
    await checklists.mark(OTHER, "photos", there=True, update_id=next(NEW))
    await checklists.clear(LIST, update_id=next(NEW))
    await checklists.clear(LIST, update_id=next(NEW))
    assert await checklists.ticked(LIST) == set()
    assert set(shelf.lists) == {OTHER}
    assert set(shelf.met) == {OTHER.person_id}


async def test_the_last_untick_is_a_clearing(checklists: Checklists, shelf: Shelf) -> None:
    """Taking the last tick away leaves no row."""
    await checklists.mark(LIST, "photos", there=True, update_id=next(NEW))
    await checklists.mark(LIST, "photos", there=False, update_id=next(NEW))
    assert (shelf.lists, shelf.met) == ({}, {})


async def test_ticks_are_kept_for_90_days(checklists: Checklists, clock: Standing) -> None:
    """On the 90th day they are there, a moment later they count as deleted."""
    await checklists.mark(LIST, "photos", there=True, update_id=next(NEW))
    assert dt.timedelta(days=90) == KEPT
    clock.time = NOON + KEPT
    assert await checklists.ticked(LIST) == {"photos"}
    clock.time += MOMENT
    assert await checklists.ticked(LIST) == set()
    assert await checklists.mark(LIST, "application", there=True, update_id=next(NEW)) == {
        "application"
    }


async def test_the_last_tick_counts(checklists: Checklists, clock: Standing) -> None:
    """The days are counted from the last change of the list."""
    await checklists.mark(LIST, "photos", there=True, update_id=next(NEW))
    clock.time += dt.timedelta(days=60)
    await checklists.mark(LIST, "application", there=True, update_id=next(NEW))
    clock.time += dt.timedelta(days=60)
    assert await checklists.ticked(LIST) == {"application", "photos"}


@pytest.mark.parametrize("how", ["mark", "clear", "expire"])
async def test_what_is_old_goes_with_any_change(
    how: str, checklists: Checklists, shelf: Shelf, clock: Standing
) -> None:
    """Anybody's change, and the start of the bot, delete everybody's old lists and strangers."""
    await checklists.mark(LIST, "photos", there=True, update_id=next(NEW))
    await checklists.mark(OTHER, "photos", there=True, update_id=next(NEW))
    clock.time += KEPT + MOMENT
    third = Checklist(1003, LIST.service, LIST.case)
    if how == "mark":
        await checklists.mark(third, "photos", there=True, update_id=next(NEW))
    elif how == "clear":
        await checklists.clear(third, update_id=next(NEW))
    else:
        await checklists.expire()
    left = {third} if how == "mark" else set()
    assert set(shelf.lists) == left
    assert set(shelf.met) == {each.person_id for each in left}
