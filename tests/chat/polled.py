"""Polling under the eyes of a test: handlers that note, and an orderly stop."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

from aiogram import Bot
from aiogram.types import Update
from structlog import DropEvent
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.background import Background
from bot.chat.handling import Feed, Handling
from bot.chat.metrics import Metrics
from bot.chat.pace import Pace
from bot.chat.polling import Polling
from bot.logs import where_it_broke
from tests.chat.rooms import Held
from tests.chat.updates import Raw

PACE = Pace(
    gather=0.001, drain=5, confirm=0.5, first_pause=0.001, longest_pause=0.002, longest_quiet=0.002
)


class Handlers:
    """Note which updates begin and end; those in `held` wait until they are let go."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.held: dict[int, asyncio.Event] = {}
        self.last: list[int] = []  # those tried for the last time
        self.changed = asyncio.Condition()

    async def __call__(self, update: Update, *, last: bool = False) -> None:
        """Handle an update."""
        await self._note(self.begun, update.update_id)
        if last:
            self.last.append(update.update_id)
        if update.update_id in self.held:
            await self.held[update.update_id].wait()
        await self._note(self.ended, update.update_id)

    async def _note(self, where: list[int], update_id: int) -> None:
        async with self.changed:
            where.append(update_id)
            self.changed.notify_all()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until it holds; look again whenever a handler begins or ends."""
        async with asyncio.timeout(5), self.changed:
            await self.changed.wait_for(holds)

    def hold(self, update: Raw) -> asyncio.Event:
        """Make the handler of `update` wait for the returned event."""
        return self.held.setdefault(update["update_id"], asyncio.Event())


@asynccontextmanager
async def running(
    bot: Bot,
    feed: Feed,
    *,
    pace: Pace = PACE,
    beats: list[None] | None = None,
    inbox: Held | None = None,
) -> AsyncIterator[Polling]:
    """Poll while the block runs, then stop in order."""
    beat = [] if beats is None else beats
    async with Background() as background:
        handling = Handling(feed, inbox or Held(), background, Metrics(), pace)
        polling = Polling(bot, handling, heartbeat=lambda: beat.append(None), pace=pace)
        task = background.start(polling.forever())
        try:
            yield polling
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await polling.drain()


@contextmanager
def complaints() -> Iterator[list[EventDict]]:
    """Give the lines logged in the block, but for those that only tell what went well."""

    def no_news(_: object, level: str, event: EventDict) -> EventDict:
        if level == "debug":
            raise DropEvent
        return event

    with capture_logs(processors=[no_news, where_it_broke]) as lines:
        yield lines


def ids(*updates: Raw) -> list[int]:
    """Return the ids of updates."""
    return [update["update_id"] for update in updates]
