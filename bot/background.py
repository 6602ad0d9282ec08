"""Work beside the main line: held, so that none is lost; watched, so that none fails unseen.

Everything that runs on its own is started here: the event loop itself keeps no hold of a task,
and tells nobody that one has failed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Self, TypeVar

import structlog

log = structlog.get_logger(__name__)

T = TypeVar("T")


class Background:
    """Hold tasks while the block runs; what has not ended by its end is cancelled."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> Self:
        """Begin with nothing."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Cancel what has not ended, and wait until it has."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Start `work` and return its task; how it ended is for the caller to look at."""
        task = asyncio.create_task(work)  # noqa: TID251 - the one place that may, it holds them
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def repeat(self, name: str, job: Callable[[], Awaitable[object]], *, every: float) -> None:
        """Do `job` now and again `every` so many seconds; a failure is logged and outlived."""
        self.start(_repeated(name, job, every))


async def _repeated(name: str, job: Callable[[], Awaitable[object]], every: float) -> None:
    failing = False
    while True:
        try:
            await job()
        except Exception as error:
            if not failing:  # a long trouble is one line
                log.warning("background work failed", work=name, exc_info=error)
            failing = True
        else:
            failing = False
        await asyncio.sleep(every)
