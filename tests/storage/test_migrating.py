"""How a database gets its schema, and which ones are refused."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, make_url, text

from bot.errors import DatabaseError
from bot.storage import Cipher, SqlStore, engine, migrate, migrating, store
from bot.storage.engine import make_engine, read_url
from bot.storage.migrating import migration_config
from bot.storage.schema import metadata

# the newest first
VERSIONS = [
    step.revision
    for step in ScriptDirectory(str(migrating.SCRIPTS)).walk_revisions("base", "heads")
]

NEXT_STEP = '''"""A step of the future."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{newest}"


def upgrade() -> None:
    op.create_table("future", sa.Column("id", sa.BigInteger(), primary_key=True))
    {then}
'''


async def open_store(url: str) -> SqlStore:
    """Open a store whose cipher does not matter."""
    return await store.open_store(url, Cipher(["a secret of nobody, told in a test"]))


async def in_database(url: str, work: Callable[[Connection], object]) -> object:
    """Return what `work` returns in a transaction on the database."""
    database = make_engine(read_url(url))
    async with database.begin() as connection:
        result = await connection.run_sync(work)
    await database.dispose()
    return result


def tables(connection: Connection) -> set[str]:
    """Return the names of the tables."""
    return set(inspect(connection).get_table_names())


def claim_newer(connection: Connection) -> None:
    """Make the database one of a version that is not written yet."""
    connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))


def differences(connection: Connection) -> list[object]:
    """Return what the tables differ in from those the code works with."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert context.get_current_heads() == (VERSIONS[0],)
    return list(compare_metadata(context, metadata))


@pytest.fixture
def add_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give what adds one more step to the migrations; `then` is its last statement."""

    def add(then: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(migrating.SCRIPTS, folder)
        newest = ScriptDirectory(str(folder)).get_current_head()
        step = NEXT_STEP.format(newest=newest, then=then)
        (folder / "versions" / "v9999_future.py").write_text(step, encoding="utf-8")
        monkeypatch.setattr(migrating, "SCRIPTS", folder)

    return add


async def test_an_empty_database_gets_the_schema(any_url: str) -> None:
    """After `migrate` the tables are those the code works with, to the last column."""
    version = await migrate(any_url)
    assert version == VERSIONS[0]
    assert await in_database(any_url, differences) == []


@pytest.mark.parametrize("version", VERSIONS)
async def test_every_earlier_version_is_brought_up(any_url: str, version: str) -> None:
    """A database of any version gets the newest schema, and keeps its people."""
    await migrate(any_url)

    def go_back(connection: Connection) -> None:
        command.downgrade(migration_config(connection), version)
        add = "INSERT INTO users (id, lang, created_at, updated_at) VALUES (1001, 'kk', {0}, {0})"
        connection.execute(text(add.format("'2030-01-01 12:00:00'")))

    await in_database(any_url, go_back)
    await migrate(any_url)
    assert await in_database(any_url, differences) == []
    people = await in_database(
        any_url, lambda c: c.execute(text("SELECT id, lang FROM users")).all()
    )
    assert people == [(1001, "kk")]


async def test_every_step_goes_back_and_forth(any_url: str) -> None:
    """Each step can be taken back, and taken again."""
    await migrate(any_url)

    def back_and_forth(connection: Connection) -> None:
        config = migration_config(connection)
        command.downgrade(config, "base")
        assert tables(connection) == {"alembic_version"}
        steps = list(ScriptDirectory.from_config(config).walk_revisions())
        for step in reversed(steps):
            command.upgrade(config, step.revision)
            command.downgrade(config, "-1")
            command.upgrade(config, step.revision)

    await in_database(any_url, back_and_forth)
    await migrate(any_url)


async def test_people_outlive_the_step_to_checklists(any_url: str) -> None:
    """The languages chosen before are there after the step, and after taking it back."""
    await migrate(any_url)

    def step(connection: Connection) -> None:
        config = migration_config(connection)
        command.downgrade(config, "0001")
        add = "INSERT INTO users VALUES ({}, {}, '2030-01-01 12:00:00', '2030-01-01 12:00:00')"
        connection.execute(text(add.format(1001, "'kk'")))
        command.upgrade(config, "0002")
        connection.execute(text(add.format(1002, "NULL")))
        tick = "INSERT INTO checklists VALUES ({}, 's', 'c', 't', '2030-01-01 12:00:00')"
        for number in (1001, 1002):
            connection.execute(text(tick.format(number)))
        command.downgrade(config, "0001")
        assert connection.execute(text("SELECT id, lang FROM users")).all() == [(1001, "kk")]
        command.upgrade(config, "0002")
        assert connection.execute(text("SELECT id, lang FROM users")).all() == [(1001, "kk")]

    await in_database(any_url, step)


async def test_two_at_once_take_turns(any_url: str) -> None:
    """Two programs that migrate one empty database at once both succeed."""
    versions = await asyncio.gather(migrate(any_url), migrate(any_url))
    assert len(set(versions)) == 1


async def test_a_file_is_copied_before_a_step(
    sqlite_url: str, tmp_path: Path, add_step: Callable[[str], None]
) -> None:
    """An SQLite file with something in it is copied beside itself before its schema changes."""
    await (await open_store(sqlite_url)).close()
    await migrate(sqlite_url)
    assert {file.name for file in (tmp_path / "var").iterdir()} == {"bot.db"}
    add_step("pass")
    await (await open_store(sqlite_url)).close()
    assert {file.name for file in (tmp_path / "var").iterdir()} == {"bot.db", "bot.db.before-9999"}
    copy = sqlite_url.replace("bot.db", "bot.db.before-9999")
    assert "future" in str(await in_database(sqlite_url, tables))
    assert await in_database(copy, tables) == {"alembic_version", *metadata.tables}


async def test_a_step_that_fails_changes_nothing(
    any_url: str, add_step: Callable[[str], None]
) -> None:
    """All steps are taken or none: a failed one leaves no table and no new version."""
    await migrate(any_url)
    before = await in_database(any_url, tables)
    add_step("op.execute('SELECT * FROM nowhere')")
    with pytest.raises(DatabaseError, match="nowhere"):
        await migrate(any_url)
    assert await in_database(any_url, tables) == before


async def test_a_newer_database_is_refused(any_url: str) -> None:
    """A schema from a later program is left alone, with one sentence."""
    await migrate(any_url)
    await in_database(any_url, claim_newer)
    for attempt in (migrate, open_store):
        with pytest.raises(DatabaseError, match=r"newer version \(9999\): update this program\.$"):
            await attempt(any_url)


async def test_another_programs_database_is_refused(any_url: str) -> None:
    """A database that holds tables of somebody else is left alone."""
    await in_database(any_url, lambda c: c.execute(text("CREATE TABLE theirs (id integer)")))
    for attempt in (migrate, open_store):
        with pytest.raises(DatabaseError, match="another program's"):
            await attempt(any_url)
    assert await in_database(any_url, tables) == {"theirs"}


async def test_an_unprepared_server_is_refused(postgres_url: str) -> None:
    """A PostgreSQL database is migrated by the command only, never by opening it."""
    with pytest.raises(DatabaseError, match="run `python -m bot migrate` first"):
        await open_store(postgres_url)
    assert await in_database(postgres_url, tables) == set()


async def test_an_unknown_database_of_a_server_is_refused(postgres_url: str) -> None:
    """What the server says stands in the sentence."""
    nobodys = make_url(postgres_url).set(database="nobody").render_as_string(hide_password=False)
    with pytest.raises(DatabaseError, match=r'\(database "nobody" does not exist\)'):
        await open_store(nobodys)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("postgresql+asyncpg://bot:letmein@127.0.0.1:1/bot", "127.0.0.1"),
        ("postgresql+asyncpg://bot:letmein@127.0.0.1:1/bot?colour=red", "colour"),
        ("postgresql+asyncpg://bot:letmein@127.0.0.1:port/bot", "no address"),
    ],
)
async def test_a_server_that_cannot_be_reached_is_refused(address: str, reason: str) -> None:
    """The sentence names the trouble and never the password."""
    for attempt in (migrate, open_store):
        with pytest.raises(DatabaseError, match=reason) as refusal:
            await attempt(address)
        assert "letmein" not in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("folder", "unable to open database file"),
        ("letter.txt", "file is not a database"),
        ("letter.txt/bot.db", "File exists"),
    ],
)
async def test_what_is_no_database_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    """A folder, another file, or a folder that cannot be made is named with the reason."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "letter.txt").write_text("Dear Sir or Madam, " * 100, encoding="utf-8")
    for attempt in (migrate, open_store):
        with pytest.raises(DatabaseError, match=f"{name} cannot be opened \\({reason}\\)"):
            await attempt(f"sqlite+aiosqlite:///{tmp_path / name}")


async def test_a_file_somebody_writes_is_refused(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that another program keeps writing is refused, not waited for without end."""
    await migrate(sqlite_url)
    monkeypatch.setattr(engine, "PATIENCE", 0)
    with closing(sqlite3.connect(tmp_path / "var" / "bot.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError, match="database is locked"):
            await open_store(sqlite_url)
