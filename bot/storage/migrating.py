"""Bring the schema to the newest version, and refuse a database this program does not know."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, func, inspect, select

from bot.errors import DatabaseError
from bot.storage.engine import is_sqlite, make_engine, read_url, refusing, sqlite_path

SCRIPTS: Final = Path(__file__).parent / "migrations"
# any fixed number: two `migrate` at once on one server take turns
_LOCK: Final = 7_155_001


async def migrate(url: str) -> str:
    """Bring the database to the newest schema in one transaction and return its version.

    An SQLite file that holds something is copied first, to `<file>.before-<version>`.

    Raises:
        DatabaseError: it cannot be opened, is newer than this program, or is another program's.
    """
    address = read_url(url)
    with refusing(address):
        engine = make_engine(address, foreign_keys=False)
        try:
            async with engine.begin() as connection:
                return await connection.run_sync(_bring_up, address)
        finally:
            await engine.dispose()


def refuse_outdated(connection: Connection) -> None:
    """Refuse a database whose schema is not the newest.

    Raises:
        DatabaseError: it must be migrated, is newer than this program, or is another program's.
    """
    scripts = ScriptDirectory.from_config(migration_config(connection))
    if _version(connection, scripts) != scripts.get_current_head():
        raise DatabaseError("The database is not prepared: run `python -m bot migrate` first.")


def migration_config(connection: Connection) -> Config:
    """Return what Alembic needs to work on the open `connection`."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _bring_up(connection: Connection, url: URL) -> str:
    if not is_sqlite(url):
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    config = migration_config(connection)
    scripts = ScriptDirectory.from_config(config)
    newest = str(scripts.get_current_head())
    version = _version(connection, scripts)
    if version != newest:
        if version is not None and is_sqlite(url):
            path = sqlite_path(url)
            _copy(path, path.with_name(f"{path.name}.before-{newest}"))
        command.upgrade(config, "head")
    return newest


def _version(connection: Connection, scripts: ScriptDirectory) -> str | None:
    """Return the schema's version; None for an empty database."""
    versions = MigrationContext.configure(connection).get_current_heads()
    known = {script.revision for script in scripts.walk_revisions()}
    if not known.issuperset(versions):
        raise DatabaseError(
            f"The database is of a newer version ({', '.join(versions)}): update this program."
        )
    if not versions and {*inspect(connection).get_table_names()} - {"alembic_version"}:
        raise DatabaseError("The database is another program's: choose another DATABASE_URL.")
    return versions[0] if versions else None


def _copy(source: Path, target: Path) -> None:
    """Copy an SQLite file with what is still in its write-ahead log."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
