"""The queue of updates and the long polling of it."""

import asyncio
import time
from collections import deque
from typing import Final

from bot.sandbox.refusals import OTHER_POLLER, JsonObject, RefusedError

KINDS: Final = frozenset(
    {
        "message",
        "edited_message",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "message_reaction",
    }
)
# Telegram sends these only to a bot that asks for them by name.
_ONLY_ASKED: Final = frozenset({"chat_member", "message_reaction"})
_LONGEST_BATCH: Final = 100
_LONGEST_WAIT: Final = 50


class Updates:
    """Hold what the bot has not confirmed yet; one poller at a time may wait here."""

    def __init__(self) -> None:
        self._queue: deque[JsonObject] = deque()
        # Ids rise over restarts of the sandbox too, as a bot that kept its offset expects.
        self._next = int(time.time())
        self._allowed = KINDS - _ONLY_ASKED
        self._waiting: asyncio.Future[bool] | None = None
        self._idle = asyncio.Event()

    @property
    def pending(self) -> int:
        """Return how many updates are not confirmed."""
        return len(self._queue)

    @property
    def waiting(self) -> bool:
        """Tell whether a poller waits for updates now."""
        return self._waiting is not None

    def add(self, kind: str, payload: JsonObject) -> int | None:
        """Queue an update and return its id, or None where the bot does not ask for `kind`."""
        if kind not in self._allowed:
            return None
        number = self._next
        self._next += 1
        self._queue.append({"update_id": number, kind: payload})
        self._wake(conflict=False)
        return number

    def allow(self, kinds: list[str]) -> None:
        """Remember which kinds the bot asks for; an empty list means the usual ones."""
        self._allowed = KINDS & frozenset(kinds) if kinds else KINDS - _ONLY_ASKED

    def drop(self) -> None:
        """Forget everything that was not fetched."""
        self._queue.clear()

    async def poll(self, offset: int, limit: int, patience: float) -> list[JsonObject]:
        """Return updates from `offset` on; those before it are confirmed and dropped.

        A negative offset keeps only that many of the last ones. With nothing to return it waits
        up to `patience` seconds; a second waiter ends the first one with a conflict (409).
        """
        self._confirm(offset)
        if self._queue or patience <= 0:
            return self._batch(limit)
        self._wake(conflict=True)
        waiting = asyncio.get_running_loop().create_future()
        self._waiting = waiting
        self._idle.set()
        try:
            async with asyncio.timeout(min(patience, _LONGEST_WAIT)):
                conflict = await waiting
        except TimeoutError:
            return []
        finally:
            if self._waiting is waiting:
                self._stop_waiting()
        if conflict:
            raise RefusedError(OTHER_POLLER, 409)
        return self._batch(limit)

    async def idle(self) -> None:
        """Wait until the bot has confirmed every update and waits for more."""
        await self._idle.wait()

    def _batch(self, limit: int) -> list[JsonObject]:
        count = min(max(limit, 1), _LONGEST_BATCH, len(self._queue))
        return [self._queue[place] for place in range(count)]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popleft()
        while self._queue and self._queue[0]["update_id"] < offset:
            self._queue.popleft()

    def _wake(self, *, conflict: bool) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(conflict)
            self._stop_waiting()

    def _stop_waiting(self) -> None:
        self._waiting = None
        self._idle.clear()
