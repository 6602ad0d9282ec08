"""The table of people."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.casework.people import Person
from bot.storage.schema import users

# both databases have the same upsert, each under its own name
_INSERT: Final[dict[str, Callable[..., sqlite.Insert | postgresql.Insert]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


class SqlPeople:
    """Keep people in one open transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, person_id: int) -> Person | None:
        """Return the person, or None."""
        lang = await self._connection.scalar(select(users.c.lang).where(users.c.id == person_id))
        return None if lang is None else Person(person_id, lang)

    async def put(self, person: Person, now: dt.datetime) -> None:
        """Keep the person as given, in place of what was kept."""
        statement = _INSERT[self._connection.dialect.name](users).values(
            id=person.id, lang=person.lang, created_at=now, updated_at=now
        )
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=[users.c.id],
                set_={"lang": statement.excluded.lang, "updated_at": now},
            )
        )

    async def delete(self, person_id: int) -> bool:
        """Delete the person; False if there was none."""
        result = await self._connection.execute(delete(users).where(users.c.id == person_id))
        return result.rowcount > 0
