"""One person's updates one after another, different people's side by side."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """Let the updates of one person through in the order they came.

    A person's lock lives as long as somebody holds it or waits for it.
    """

    def __init__(self) -> None:
        self._locks: dict[int, tuple[asyncio.Lock, int]] = {}

    def __len__(self) -> int:
        """Return the number of people with an update under way."""
        return len(self._locks)

    @asynccontextmanager
    async def of(self, person: int) -> AsyncIterator[None]:
        """Wait until it is this person's next turn."""
        lock, users = self._locks.get(person, (asyncio.Lock(), 0))
        self._locks[person] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks.pop(person)
            if users > 1:
                self._locks[person] = (lock, users - 1)
