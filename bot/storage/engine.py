"""How each of the two databases is opened, and what is said when it cannot be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, cast

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, event, make_url
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import DatabaseError

# seconds to wait for another process that is writing, or for a server that does not answer
PATIENCE: Final = 10


def read_url(url: str) -> URL:
    """Return the parts of DATABASE_URL.

    Raises:
        DatabaseError: it is no address of a database.
    """
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseError("DATABASE_URL is no address of a database: mend it.") from error


def is_sqlite(url: URL) -> bool:
    """Tell whether the database is a file of SQLite."""
    return url.get_backend_name() == "sqlite"


def sqlite_path(url: URL) -> Path:
    """Return the file of an SQLite database."""
    return Path(url.database or "")


def make_engine(url: URL, *, foreign_keys: bool = True) -> AsyncEngine:
    """Make the engine; an SQLite file gets its folder.

    SQLite takes one writer, so its pool is one connection that transactions queue for in order:
    a busy file would make them poll. `BEGIN IMMEDIATE` takes the writer's place at once, since a
    reader that turns writer may be refused without waiting. Foreign keys are left unwatched by
    migrations only, which may have to build a table anew.
    """
    if not is_sqlite(url):
        return create_async_engine(url, pool_pre_ping=True, connect_args={"timeout": PATIENCE})
    _make_file(sqlite_path(url))
    engine = _sqlite(url, f"PRAGMA foreign_keys = {foreign_keys:d}")

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        # through the driver: one trip to its thread, where a cursor of SQLAlchemy's makes four
        adapted = cast("AsyncAdapt_aiosqlite_connection", connection.connection.dbapi_connection)
        adapted.run_async(lambda raw: raw.execute_fetchall("BEGIN IMMEDIATE"))

    return engine


def make_reader(url: URL) -> AsyncEngine:
    """Make the engine of an SQLite file that only reads: no writer makes it wait.

    Each statement sees the last whole transaction; writing is refused.
    """
    # no transaction, so no trips to the driver's thread for its beginning and its end
    return _sqlite(
        url,
        "PRAGMA query_only = 1",
        isolation_level="AUTOCOMMIT",
        skip_autocommit_rollback=True,
    )


def _sqlite(url: URL, pragma: str, **options: object) -> AsyncEngine:
    """Make an engine of one connection, prepared by `pragma`."""
    engine = create_async_engine(
        url,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"timeout": PATIENCE},
        **options,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: AsyncAdapt_aiosqlite_connection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(pragma)
        cursor.close()

    return engine


def _make_file(path: Path) -> None:
    """Make the file and its folder if they are not there; WAL is remembered in the file.

    What cannot be opened is met here, not in aiosqlite: its thread may outlive a failed opening
    by a moment, and then ends with a traceback on stderr.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def refusing(url: URL) -> Iterator[None]:
    """Say in one sentence why the database cannot be opened.

    Raises:
        DatabaseError: the block met an error of the database, its driver or the file system.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, TypeError, ValueError) as error:
        # the last two: PostgreSQL's driver, of an option in the address that it does not know
        shown = url.render_as_string(hide_password=True)
        raise DatabaseError(
            f"The database {shown} cannot be opened ({_reason(error)}): check DATABASE_URL."
        ) from error


def _reason(error: BaseException) -> str:
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig.__cause__ or error.orig
    said = error.strerror if isinstance(error, OSError) else str(error)
    return (said or type(error).__name__).partition("\n")[0]
