"""The tables of updates, on both databases."""

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from structlog.testing import capture_logs

from bot.casework.people import Person
from bot.storage import Cipher, SqlStore, open_store
from bot.storage.schema import inbox

NOON = dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(days=1)
# Telegram's numbers may be random ones
LARGEST = 2**52 - 1


async def test_an_update_is_noted_once(store: SqlStore) -> None:
    """The first note counts, for any number Telegram may give."""
    for update_id in (1, LARGEST):
        async with store.begin() as tx:
            assert not await tx.updates.noted(update_id)
            assert await tx.updates.note(update_id, NOON)
        async with store.begin() as tx:
            assert not await tx.updates.note(update_id, LATER)
        async with store.read() as tx:
            assert await tx.updates.noted(update_id)


async def test_a_note_goes_with_its_transaction(store: SqlStore) -> None:
    """What was not written because of an update may be written when it comes again."""

    async def fail() -> None:
        async with store.begin() as tx:
            await tx.updates.note(1, NOON)
            raise KeyError("halfway")

    with pytest.raises(KeyError):
        await fail()
    async with store.begin() as tx:
        assert await tx.updates.note(1, NOON)


async def test_old_notes_expire(store: SqlStore) -> None:
    """Notes before the day go, later ones stay."""
    async with store.begin() as tx:
        await tx.updates.note(1, NOON)
        await tx.updates.note(2, LATER)
        await tx.updates.expire(LATER)
    async with store.read() as tx:
        assert [await tx.updates.noted(number) for number in (1, 2)] == [False, True]


async def test_what_is_held_too_long_expires(store: SqlStore) -> None:
    """A question nobody can answer any more, or read, is not kept for ever."""
    async with store.begin() as tx:
        await tx.updates.hold({1: "old"}, NOON)
        await tx.updates.hold({2: "new"}, LATER)
        await tx.updates.expire(LATER)
    async with store.read() as tx:
        assert await tx.updates.held() == {2: "new"}


async def test_what_is_held_comes_back_in_order(store: SqlStore) -> None:
    """Contents are given by the order of their numbers, until they are released."""
    async with store.begin() as tx:
        await tx.updates.hold({LARGEST: "last", 2: "second"}, NOON)
        await tx.updates.hold({1: "first", 2: "not this one"}, NOON)
    async with store.read() as tx:
        assert list((await tx.updates.held()).items()) == [
            (1, "first"),
            (2, "second"),
            (LARGEST, "last"),
        ]
    async with store.begin() as tx:
        await tx.updates.release([1, LARGEST, 99])
    async with store.read() as tx:
        assert await tx.updates.held() == {2: "second"}


async def test_what_is_held_cannot_be_read_in_the_database(store: SqlStore, any_url: str) -> None:
    """The column holds nobody's words; what no key opens is left out, with one line."""
    async with store.begin() as tx:
        await tx.updates.hold({1: "Айгүл"}, NOON)
    engine = create_async_engine(any_url, poolclass=NullPool)
    async with engine.connect() as connection:
        assert "Айгүл" not in (await connection.execute(select(inbox.c.content))).scalar_one()
    await engine.dispose()
    other = await open_store(any_url, Cipher(["another secret, which is not in SECRET_KEY"]))
    with capture_logs() as lines:
        async with other.read() as tx:
            assert await tx.updates.held() == {}
    await other.close()
    assert [line["log_level"] for line in lines] == ["warning"]


async def test_who_cannot_be_written_to_is_known(store: SqlStore) -> None:
    """The mark comes and goes with nothing else; a stranger gets none."""
    async with store.begin() as tx:
        await tx.people.put(Person(1001, "kk"), NOON)
        assert await tx.people.reach(1001, NOON, possible=False)
        assert not await tx.people.reach(1002, NOON, possible=False)
    async with store.read() as tx:
        assert await tx.people.get(1001) == Person(1001, "kk", unreachable=True)
        assert await tx.people.get(1002) is None
    async with store.begin() as tx:
        await tx.people.reach(1001, LATER, possible=True)
    async with store.read() as tx:
        assert await tx.people.get(1001) == Person(1001, "kk")


async def test_a_reader_waits_for_no_writer(store: SqlStore) -> None:
    """While somebody writes, what was there before is read at once."""
    async with store.begin() as tx:
        await tx.people.put(Person(1001, "kk"), NOON)
    async with store.begin() as writing:
        await writing.people.put(Person(1001, "ru"), LATER)
        async with store.read() as reading:
            assert await reading.people.get(1001) == Person(1001, "kk")
    async with store.read() as reading:
        assert await reading.people.get(1001) == Person(1001, "ru")
