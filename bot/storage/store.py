"""Transactions on the database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.casework.checklists import ChecklistTable
from bot.casework.people import PeopleTable
from bot.casework.updates import UpdateTable
from bot.storage.checklists import SqlChecklists
from bot.storage.cipher import Cipher
from bot.storage.engine import is_sqlite, make_engine, make_reader, read_url, refusing
from bot.storage.migrating import migrate, refuse_outdated
from bot.storage.people import SqlPeople
from bot.storage.updates import SqlUpdates


class SqlTransaction:
    """Give the tables of one open transaction."""

    def __init__(self, connection: AsyncConnection, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    @property
    def people(self) -> PeopleTable:
        """Return the table of people."""
        return SqlPeople(self._connection)

    @property
    def checklists(self) -> ChecklistTable:
        """Return the table of checklists."""
        return SqlChecklists(self._connection, self._cipher)

    @property
    def updates(self) -> UpdateTable:
        """Return the table of updates."""
        return SqlUpdates(self._connection, self._cipher)


class SqlStore:
    """Keep what must outlive the program in a database."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, cipher: Cipher) -> None:
        """`reader` is the same engine where readers and writers do not wait for each other."""
        self._writer = writer
        self._reader = reader
        self._cipher = cipher

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[SqlTransaction]:
        """Open a transaction: kept whole when the block ends, and not at all when it raises."""
        async with self._writer.begin() as connection:
            yield SqlTransaction(connection, self._cipher)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqlTransaction]:
        """Open a transaction that only reads, and waits for nobody who writes."""
        async with self._reader.connect() as connection:
            yield SqlTransaction(connection, self._cipher)

    async def close(self) -> None:
        """Close all connections."""
        await self._writer.dispose()
        await self._reader.dispose()


async def open_store(url: str, cipher: Cipher) -> SqlStore:
    """Open the database at `url`; an SQLite file is made or migrated first.

    `cipher` encrypts the personal fields.

    Raises:
        DatabaseError: it cannot be opened, is newer than this program or is another program's; or
            is a PostgreSQL database that the command `migrate` has not prepared.
    """
    address = read_url(url)
    with refusing(address):
        if is_sqlite(address):
            await migrate(url)
            return SqlStore(make_engine(address), make_reader(address), cipher)
        engine = make_engine(address)
        try:
            async with engine.connect() as connection:
                await connection.run_sync(refuse_outdated)
        except BaseException:
            await engine.dispose()
            raise
        return SqlStore(engine, engine, cipher)
