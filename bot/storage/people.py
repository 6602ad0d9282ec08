"""The table of people."""

import datetime as dt
from collections.abc import Collection
from typing import Final

from sqlalchemy import ColumnElement, and_, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.casework.people import Person
from bot.storage.schema import metadata, users
from bot.storage.upsert import insert

# neither database takes more than some 32,000 values in one statement
_AT_ONCE: Final = 10_000


class SqlPeople:
    """Keep people in one open transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, person_id: int) -> Person | None:
        """Return the person, or None."""
        found = await self._connection.execute(
            select(users.c.lang, users.c.unreachable_at).where(users.c.id == person_id)
        )
        row = found.one_or_none()
        return None if row is None else Person(person_id, row.lang, row.unreachable_at is not None)

    async def put(self, person: Person, now: dt.datetime) -> None:
        """Keep the person's language, in place of what was kept."""
        statement = insert(self._connection, users).values(
            id=person.id, lang=person.lang, created_at=now, updated_at=now
        )
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=[users.c.id],
                set_={"lang": statement.excluded.lang, "updated_at": now},
            )
        )

    async def delete(self, person_id: int) -> bool:
        """Delete the person and all that hangs on them; False if there was none."""
        result = await self._connection.execute(delete(users).where(users.c.id == person_id))
        return result.rowcount > 0

    async def meet(self, person_id: int, now: dt.datetime) -> None:
        """Keep that there is such a person; the language, if one was chosen, stays."""
        statement = insert(self._connection, users).values(
            id=person_id, lang=None, created_at=now, updated_at=now
        )
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=[users.c.id],
                set_={"updated_at": now},
                # when the language was chosen last is not to be lost
                where=users.c.lang.is_(None),
            )
        )

    async def reach(self, person_id: int, now: dt.datetime, *, possible: bool) -> bool:
        """Keep whether the person can be written to; False if there is no such person."""
        result = await self._connection.execute(
            update(users)
            .where(users.c.id == person_id)
            .values(unreachable_at=None if possible else now)
        )
        return result.rowcount > 0

    async def drop_strangers(self, person_ids: Collection[int], *, before: dt.datetime) -> None:
        """Delete those of these people who chose no language and of whom nothing else is kept.

        Whoever was put or met after `before` stays: something of them may be on its way.
        """
        waiting = list(person_ids)
        while waiting:
            some, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
            await self._connection.execute(
                delete(users).where(
                    users.c.id.in_(some), users.c.updated_at <= before, _is_stranger()
                )
            )


def _is_stranger() -> ColumnElement[bool]:
    """Say that a person chose no language, and that no row of any table hangs on them."""
    hanging = (
        exists().where(column == users.c.id)
        for table in metadata.sorted_tables
        for column in table.columns
        if column.references(users.c.id)
    )
    return and_(users.c.lang.is_(None), *(~row for row in hanging))
