"""What the table of ticked papers keeps, on both databases."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from bot.casework.checklists import Checklist
from bot.casework.people import Person
from bot.storage import Cipher, SqlStore
from bot.storage.engine import make_engine, read_url
from bot.storage.schema import checklists, users

NOON = dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(days=1)
# Telegram: ids have up to 52 significant bits
LIST = Checklist(2**52 - 1, "a" * 30, "b" * 20)
OTHERS = (
    Checklist(1002, LIST.service, LIST.case),
    Checklist(LIST.person_id, "other", LIST.case),
    Checklist(LIST.person_id, LIST.service, "other"),
)
LANGUAGES = (Person(1001, "kk"), Person(1002, "ru"))


@pytest.fixture
async def engine(any_url: str) -> AsyncIterator[AsyncEngine]:
    """Look into the same database beside the store."""
    beside = make_engine(read_url(any_url))
    yield beside
    await beside.dispose()


async def put(
    store: SqlStore, checklist: Checklist, *ticked: str, now: dt.datetime = NOON
) -> None:
    """Keep a person's ticks."""
    async with store.begin() as tx:
        await tx.people.meet(checklist.person_id, now)
        await tx.checklists.put(checklist, ticked, now)


async def kept(store: SqlStore, checklist: Checklist, since: dt.datetime = NOON) -> set[str]:
    """Return a person's ticks."""
    async with store.begin() as tx:
        return set(await tx.checklists.get(checklist, since=since))


async def count(engine: AsyncEngine) -> tuple[int, int]:
    """Return how many people and how many lists there are."""
    async with engine.connect() as connection:
        people = await connection.scalar(select(func.count()).select_from(users))
        lists = await connection.scalar(select(func.count()).select_from(checklists))
    return people or 0, lists or 0


async def test_ticks_come_back(store: SqlStore) -> None:
    """What was put in one transaction is there in the next, and the last put counts."""
    assert await kept(store, LIST) == set()
    await put(store, LIST, "application", "photos")
    assert await kept(store, LIST) == {"application", "photos"}
    await put(store, LIST, "guarantee")
    assert await kept(store, LIST) == {"guarantee"}


async def test_every_list_is_its_own(store: SqlStore) -> None:
    """Another person, service or case has other ticks."""
    for number, other in enumerate(OTHERS):
        await put(store, other, f"paper-{number}")
    assert await kept(store, LIST) == set()
    await put(store, LIST, "application")
    assert [await kept(store, other) for other in OTHERS] == [
        {"paper-0"},
        {"paper-1"},
        {"paper-2"},
    ]
    async with store.begin() as tx:
        assert await tx.checklists.delete(LIST)
        assert not await tx.checklists.delete(LIST)
    assert await kept(store, OTHERS[0]) == {"paper-0"}


async def test_a_list_older_than_asked_for_is_none(store: SqlStore) -> None:
    """A list last changed before `since` counts as none, one changed just then does not."""
    await put(store, LIST, "application")
    assert await kept(store, LIST, since=NOON) == {"application"}
    assert await kept(store, LIST, since=NOON + dt.timedelta(microseconds=1)) == set()
    await put(store, LIST, "application", now=LATER)
    assert await kept(store, LIST, since=LATER) == {"application"}


async def test_what_is_ticked_cannot_be_read_in_the_database(
    store: SqlStore, engine: AsyncEngine, cipher: Cipher
) -> None:
    """The column holds no id of a paper, only what the key opens."""
    await put(store, LIST, "photos", "application")
    async with engine.connect() as connection:
        row = (await connection.execute(select(checklists))).one()
    assert "application" not in str(row)
    assert cipher.decrypt(row.ticked) == '["application", "photos"]'
    assert row.updated_at == NOON


async def test_a_row_no_key_opens_is_none(store: SqlStore, engine: AsyncEngine) -> None:
    """Where the key is lost the list is empty, one line warns of it, and ticking goes on."""
    await put(store, LIST, "application")
    strange = Cipher(["another secret, which is not in SECRET_KEY"]).encrypt('["application"]')
    async with engine.begin() as connection:
        await connection.execute(update(checklists).values(ticked=strange))
    with capture_logs() as lines:
        assert await kept(store, LIST) == set()
    assert [line["log_level"] for line in lines] == ["warning"]
    assert not {strange, "application", str(LIST.person_id)} & {str(v) for v in lines[0].values()}
    await put(store, LIST, "photos")
    assert await kept(store, LIST) == {"photos"}


async def test_deleting_the_person_deletes_the_ticks(store: SqlStore, engine: AsyncEngine) -> None:
    """With a person all their lists go, and nobody else's."""
    for checklist in (LIST, *OTHERS):
        await put(store, checklist, "application")
    async with store.begin() as tx:
        assert await tx.people.delete(LIST.person_id)
    assert await count(engine) == (1, 1)
    assert await kept(store, OTHERS[0]) == {"application"}


async def test_old_lists_expire_with_their_people(store: SqlStore, engine: AsyncEngine) -> None:
    """Lists before the day go and tell whose they were; who has a newer one is told too."""
    for checklist in (LIST, *OTHERS):
        await put(store, checklist, "application")
    await put(store, OTHERS[1], "application", now=LATER)
    async with store.begin() as tx:
        assert await tx.checklists.expire(NOON) == frozenset()
    async with store.begin() as tx:
        assert await tx.checklists.expire(LATER) == {1002, LIST.person_id}
    assert await count(engine) == (2, 1)


async def test_a_met_person_has_no_language(store: SqlStore, engine: AsyncEngine) -> None:
    """Meeting keeps the number alone; it takes nobody's language, nor the day it was chosen."""
    async with store.begin() as tx:
        await tx.people.meet(1001, NOON)
        assert await tx.people.get(1001) == Person(1001, None)
        await tx.people.put(Person(1001, "kk"), NOON)
        await tx.people.meet(1001, LATER)
        assert await tx.people.get(1001) == Person(1001, "kk")
    async with engine.connect() as connection:
        assert await connection.scalar(select(users.c.updated_at)) == NOON


async def test_strangers_are_dropped(store: SqlStore, engine: AsyncEngine) -> None:
    """Of those named, only who chose no language and has nothing else kept goes."""
    async with store.begin() as tx:
        for person in LANGUAGES:
            await tx.people.put(person, NOON)
        for number in (1, 2, 3):
            await tx.people.meet(number, NOON)
        await tx.people.meet(4, LATER)
    await put(store, Checklist(2, "a", "b"), "application")
    async with store.begin() as tx:
        await tx.people.drop_strangers({1, 2, 4, 1001}, before=NOON)
    async with engine.connect() as connection:
        left = set(await connection.scalars(select(users.c.id)))
    assert left == {2, 3, 4, 1001, 1002}


async def test_any_number_of_strangers_is_dropped(store: SqlStore, engine: AsyncEngine) -> None:
    """More people than fit into one statement go as well."""
    numbers = range(1, 40_001)
    rows = [{"id": n, "lang": None, "created_at": NOON, "updated_at": NOON} for n in numbers]
    async with engine.begin() as connection:
        await connection.execute(insert(users), rows)
    async with store.begin() as tx:
        await tx.people.drop_strangers(numbers, before=NOON)
    assert await count(engine) == (0, 0)
