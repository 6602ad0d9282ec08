"""What the table of people keeps, on both databases."""

import datetime as dt

import pytest
from sqlalchemy import cast, insert, literal, select
from sqlalchemy.exc import IntegrityError, StatementError

from bot.casework.people import Person
from bot.storage import SqlStore
from bot.storage.engine import make_engine, read_url
from bot.storage.schema import UtcDateTime, users

NOON = dt.datetime(2030, 1, 1, 17, tzinfo=dt.timezone(dt.timedelta(hours=5)))
LATER = NOON + dt.timedelta(days=1)
# Telegram: ids have up to 52 significant bits
LARGEST = 2**52 - 1


async def test_a_person_comes_back(store: SqlStore) -> None:
    """What was put in one transaction is there in the next, for the largest id too."""
    for person in (Person(1001, "kk"), Person(LARGEST, "ru")):
        async with store.begin() as tx:
            await tx.people.put(person, NOON)
        async with store.begin() as tx:
            assert await tx.people.get(person.id) == person


async def test_a_stranger_is_none(store: SqlStore) -> None:
    """Nobody is found who was not put there."""
    async with store.begin() as tx:
        assert await tx.people.get(1001) is None


async def test_a_deleted_person_is_gone(store: SqlStore) -> None:
    """Deleting says whether there was somebody."""
    async with store.begin() as tx:
        await tx.people.put(Person(1001, "kk"), NOON)
        assert await tx.people.delete(1001)
    async with store.begin() as tx:
        assert await tx.people.get(1001) is None
        assert not await tx.people.delete(1001)


async def test_a_second_put_keeps_the_first_time(store: SqlStore, any_url: str) -> None:
    """Putting again changes the language and the time of change; times come back in UTC."""
    async with store.begin() as tx:
        await tx.people.put(Person(1001, "kk"), NOON)
    async with store.begin() as tx:
        await tx.people.put(Person(1001, "ru"), LATER)
    engine = make_engine(read_url(any_url))
    async with engine.begin() as connection:
        row = (await connection.execute(select(users))).one()
    await engine.dispose()
    assert row == (1001, "ru", NOON, LATER, None)
    assert row.created_at.tzinfo is dt.UTC


async def test_the_database_refuses_another_language(store: SqlStore, any_url: str) -> None:
    """A language that is neither Kazakh nor Russian cannot be kept, whoever writes it."""
    await store.close()
    engine = make_engine(read_url(any_url))
    row = {"id": 1, "lang": "en", "created_at": NOON, "updated_at": NOON}
    with pytest.raises(IntegrityError, match="ck_users_lang"):
        async with engine.begin() as connection:
            await connection.execute(insert(users).values(row))
    await engine.dispose()


async def test_a_time_without_a_zone_is_refused(store: SqlStore) -> None:
    """A naive time names no instant, so it is not stored."""
    with pytest.raises(StatementError, match="without a zone"):
        async with store.begin() as tx:
            await tx.people.put(Person(1001, "kk"), NOON.replace(tzinfo=None))


async def test_no_time_stays_no_time(any_url: str) -> None:
    """A column of times may be empty."""
    engine = make_engine(read_url(any_url))
    async with engine.begin() as connection:
        empty = literal(None, UtcDateTime())
        assert await connection.scalar(select(cast(empty, UtcDateTime()))) is None
    await engine.dispose()
