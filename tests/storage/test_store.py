"""Transactions: whole or not at all, and in turn."""

import asyncio
import datetime as dt
from contextlib import suppress

import pytest

from bot.casework.people import Person
from bot.storage import Cipher, SqlStore, migrate, open_store

NOON = dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC)
AYGUL = Person(1001, "kk")
SERGEY = Person(1002, "ru")


async def test_a_failed_transaction_leaves_nothing(store: SqlStore) -> None:
    """When the block raises, nothing of it is kept, and the store goes on."""

    async def fail() -> None:
        async with store.begin() as tx:
            await tx.people.put(AYGUL, NOON)
            raise KeyError("halfway")

    with pytest.raises(KeyError, match="halfway"):
        await fail()
    async with store.begin() as tx:
        assert await tx.people.get(AYGUL.id) is None
        await tx.people.put(AYGUL, NOON)


async def test_a_cancelled_transaction_leaves_nothing(store: SqlStore) -> None:
    """A task cancelled between two statements is rolled back, and the store goes on."""
    written = asyncio.Event()

    async def hang() -> None:
        async with store.begin() as tx:
            await tx.people.put(AYGUL, NOON)
            written.set()
            await asyncio.Event().wait()

    hanging = asyncio.create_task(hang())
    await written.wait()
    hanging.cancel()
    with suppress(asyncio.CancelledError):
        await hanging
    async with store.begin() as tx:
        assert await tx.people.get(AYGUL.id) is None
        await tx.people.put(AYGUL, NOON)


async def test_one_rolls_back_and_another_is_kept(store: SqlStore) -> None:
    """A transaction that fails takes nothing with it of one that ran at the same time."""
    written = asyncio.Event()

    async def fail() -> None:
        async with store.begin() as tx:
            await tx.people.put(AYGUL, NOON)
            written.set()
            await asyncio.sleep(0)
            raise KeyError("halfway")

    async def succeed() -> None:
        await written.wait()
        async with store.begin() as tx:
            await tx.people.put(SERGEY, NOON)

    results = await asyncio.gather(fail(), succeed(), return_exceptions=True)
    assert [type(result) for result in results] == [KeyError, type(None)]
    async with store.begin() as tx:
        assert await tx.people.get(AYGUL.id) is None
        assert await tx.people.get(SERGEY.id) == SERGEY


async def test_many_at_once_all_come_through(store: SqlStore) -> None:
    """A crowd of writers waits its turn; nobody is told that the database is locked."""

    async def put(person_id: int) -> None:
        async with store.begin() as tx:
            await tx.people.put(Person(person_id, "kk"), NOON)

    await asyncio.gather(*(put(n) for n in range(1, 101)))
    async with store.begin() as tx:
        found = [await tx.people.get(n) for n in range(1, 101)]
    assert found == [Person(n, "kk") for n in range(1, 101)]


async def test_two_programs_take_turns(any_url: str, cipher: Cipher) -> None:
    """Two stores on one database wait for each other to write."""
    await migrate(any_url)
    first, second = await open_store(any_url, cipher), await open_store(any_url, cipher)

    async def count(store: SqlStore, start: int) -> None:
        for person_id in range(start, start + 20):
            async with store.begin() as tx:
                await tx.people.get(1)
                await tx.people.put(Person(person_id, "kk"), NOON)

    await asyncio.gather(count(first, 100), count(second, 200))
    async with first.begin() as tx:
        assert await tx.people.get(119) is not None
        assert await tx.people.get(219) is not None
    await first.close()
    await second.close()
