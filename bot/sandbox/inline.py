"""Inline queries on their way to the bot and back."""

import asyncio
import itertools
from dataclasses import dataclass
from typing import Final

from bot.sandbox.refusals import QUERY_TOO_OLD, JsonObject, RefusedError

WAIT: Final = 5.0  # seconds a person waits for results


@dataclass(slots=True)
class InlineQuery:
    """What a person typed after the bot's name, and what the bot offered."""

    id: str
    person: int
    query: str
    offset: str
    answered: asyncio.Future[JsonObject]


class InlineQueries:
    """Keep the queries; one that waited too long can no longer be answered."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._queries: dict[str, InlineQuery] = {}

    def ask(self, person: int, query: str, offset: str) -> InlineQuery:
        """Open a query."""
        number = f"{person}{next(self._numbers):06}"
        asked = InlineQuery(
            number, person, query, offset, asyncio.get_running_loop().create_future()
        )
        self._queries[number] = asked
        return asked

    async def results(self, asked: InlineQuery) -> JsonObject | None:
        """Wait for the answer to a query; None, and the query is over, if none came in time."""
        done, _ = await asyncio.wait([asked.answered], timeout=WAIT)
        if not done:
            self._queries.pop(asked.id, None)
            return None
        return asked.answered.result()

    def answer(self, query_id: str, answer: JsonObject) -> None:
        """Answer a query once, or refuse."""
        asked = self._queries.get(query_id)
        if asked is None or asked.answered.done():
            raise RefusedError(QUERY_TOO_OLD)
        asked.answered.set_result(answer)

    def chosen(self, query_id: str, person: int, result_id: str) -> JsonObject | None:
        """Return the result a person chose among those offered to them, or None."""
        asked = self._queries.get(query_id)
        if asked is None or asked.person != person or not asked.answered.done():
            return None
        offered: list[JsonObject] = asked.answered.result()["results"]
        return next((result for result in offered if result["id"] == result_id), None)
