"""What happened in the sandbox, numbered, for the page and for tests to follow."""

import asyncio
from collections import deque
from typing import Final

from bot.sandbox.refusals import JsonObject

_KEPT: Final = 20_000


class Events:
    """Keep the last events; their numbers only rise, also over a reset."""

    def __init__(self) -> None:
        self._events: deque[JsonObject] = deque(maxlen=_KEPT)
        self._arrived = asyncio.Event()
        self.last = 0

    def add(self, kind: str, **fields: object) -> None:
        """Tell everybody who waits that `kind` happened; fields that are None are left out."""
        self.last += 1
        told = {name: value for name, value in fields.items() if value is not None}
        self._events.append({"n": self.last, "kind": kind} | told)
        self._arrived.set()
        self._arrived = asyncio.Event()

    def after(self, number: int) -> list[JsonObject]:
        """Return the events with a greater number than `number`, oldest first."""
        count = min(max(self.last - number, 0), len(self._events))
        return [self._events[place] for place in range(-count, 0)]

    async def wait(self, number: int, patience: float) -> list[JsonObject]:
        """Return the events after `number`, waiting up to `patience` seconds for the first."""
        if self.last <= number:
            try:
                async with asyncio.timeout(patience):
                    await self._arrived.wait()
            except TimeoutError:
                return []
        return self.after(number)
