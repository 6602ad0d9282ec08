"""The table of ticked papers; which ones they are is encrypted."""

import datetime as dt
import json
from collections.abc import Collection

import structlog
from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.casework.checklists import Checklist
from bot.storage.cipher import NO_KEY, Cipher
from bot.storage.schema import checklists
from bot.storage.upsert import insert

log = structlog.get_logger(__name__)


class SqlChecklists:
    """Keep ticked papers in one open transaction."""

    def __init__(self, connection: AsyncConnection, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    async def get(self, checklist: Checklist, *, since: dt.datetime) -> frozenset[str]:
        """Return the ids of the ticked papers; none of a list last changed before `since`.

        A list that no key opens counts as none.
        """
        kept = await self._connection.scalar(
            select(checklists.c.ticked).where(_is(checklist), checklists.c.updated_at >= since)
        )
        if kept is None:
            return frozenset()
        ticked = self._cipher.decrypt(kept)
        if ticked is None:
            log.warning(NO_KEY, table="checklists")
            return frozenset()
        return frozenset(json.loads(ticked))

    async def put(self, checklist: Checklist, ticked: Collection[str], now: dt.datetime) -> None:
        """Keep these, in place of what was kept."""
        statement = insert(self._connection, checklists).values(
            person_id=checklist.person_id,
            service_id=checklist.service,
            case_id=checklist.case,
            ticked=self._cipher.encrypt(json.dumps(sorted(ticked))),
            updated_at=now,
        )
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=list(checklists.primary_key),
                set_={"ticked": statement.excluded.ticked, "updated_at": now},
            )
        )

    async def delete(self, checklist: Checklist) -> bool:
        """Delete the list; False if there was none."""
        result = await self._connection.execute(delete(checklists).where(_is(checklist)))
        return result.rowcount > 0

    async def expire(self, before: dt.datetime) -> frozenset[int]:
        """Delete every list last changed before `before`; return the ids of those they were of."""
        gone = await self._connection.scalars(
            delete(checklists)
            .where(checklists.c.updated_at < before)
            .returning(checklists.c.person_id)
        )
        return frozenset(gone)


def _is(checklist: Checklist) -> ColumnElement[bool]:
    return and_(
        checklists.c.person_id == checklist.person_id,
        checklists.c.service_id == checklist.service,
        checklists.c.case_id == checklist.case,
    )
