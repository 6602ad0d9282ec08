"""The tables of updates: those that are done, and those held until they are answered."""

import datetime as dt
from collections.abc import Collection, Mapping

import structlog
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.cipher import NO_KEY, Cipher
from bot.storage.schema import handled_updates, inbox
from bot.storage.upsert import insert

log = structlog.get_logger(__name__)


class SqlUpdates:
    """Keep updates in one open transaction."""

    def __init__(self, connection: AsyncConnection, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    async def note(self, update_id: int, now: dt.datetime) -> bool:
        """Note that the update is done; False if that was noted before."""
        statement = insert(self._connection, handled_updates).values(
            update_id=update_id, handled_at=now
        )
        result = await self._connection.execute(statement.on_conflict_do_nothing())
        return result.rowcount > 0

    async def noted(self, update_id: int) -> bool:
        """Tell whether it was noted that the update is done."""
        found = select(handled_updates.c.update_id).where(handled_updates.c.update_id == update_id)
        return await self._connection.scalar(found) is not None

    async def expire(self, before: dt.datetime) -> None:
        """Forget the updates done or held before `before`."""
        await self._connection.execute(
            delete(handled_updates).where(handled_updates.c.handled_at < before)
        )
        await self._connection.execute(delete(inbox).where(inbox.c.held_at < before))

    async def hold(self, contents: Mapping[int, str], now: dt.datetime) -> None:
        """Keep the contents of updates, by their ids."""
        rows = [
            {"update_id": update_id, "content": self._cipher.encrypt(content), "held_at": now}
            for update_id, content in contents.items()
        ]
        await self._connection.execute(
            insert(self._connection, inbox).on_conflict_do_nothing(), rows
        )

    async def held(self) -> dict[int, str]:
        """Return what is held, in the order of the ids; what no key opens is left out."""
        rows = await self._connection.execute(
            select(inbox.c.update_id, inbox.c.content).order_by(inbox.c.update_id)
        )
        found = {}
        for row in rows:
            content = self._cipher.decrypt(row.content)
            if content is None:
                log.warning(NO_KEY, table="inbox")
            else:
                found[row.update_id] = content
        return found

    async def release(self, update_ids: Collection[int]) -> None:
        """Delete the contents of these updates."""
        await self._connection.execute(delete(inbox).where(inbox.c.update_id.in_(update_ids)))
