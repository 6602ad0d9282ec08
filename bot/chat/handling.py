"""Updates under way: each person's in turn, tried again where no answer came through."""

import asyncio
import time
from collections.abc import Awaitable, Collection
from contextlib import suppress
from typing import Final, Protocol

import structlog
from aiogram import Bot
from aiogram.types import Update
from structlog.contextvars import bound_contextvars

from bot.background import Background
from bot.casework.updates import Inbox
from bot.chat.holding import Holding
from bot.chat.ledger import Ledger
from bot.chat.metrics import Metrics
from bot.chat.pace import Pace
from bot.chat.reading import kind_of, person_of
from bot.chat.turns import Turns

log = structlog.get_logger(__name__)

AT_ONCE: Final = 64  # handlers; a pause between two tries counts as none


class UnansweredError(Exception):
    """Neither an answer nor a sentence about trouble came through to the person.

    `after` is the number of seconds Telegram asks to wait, 0 if it asks nothing.
    """

    def __init__(self, after: float = 0) -> None:
        super().__init__("nothing came through")
        self.after = after


class Feed(Protocol):
    """Answer an update."""

    def __call__(self, update: Update, *, last: bool) -> Awaitable[object]:
        """Answer it, or raise UnansweredError; at the `last` try no such error is raised."""
        ...


class Handling:
    """Answer updates side by side; `ledger` says up to where Telegram may forget them.

    Whatever takes long is kept in the inbox, so that one slow answer neither keeps Telegram from
    giving new updates nor makes it give answered ones again.
    """

    def __init__(
        self, feed: Feed, inbox: Inbox, background: Background, metrics: Metrics, pace: Pace
    ) -> None:
        self._feed = feed
        self._background = background
        self._metrics = metrics
        self._pace = pace
        self.ledger = Ledger()
        self._holding = Holding(inbox, self.ledger, metrics)
        self._turns = Turns()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._begun: dict[int, tuple[Update, asyncio.Task[None], float]] = {}
        self._ended = asyncio.Event()
        self._keeping: asyncio.Task[None] | None = None

    def begin(self, update: Update) -> None:
        """Begin to answer an update, unless that was begun before."""
        if self.ledger.begin(update.update_id):
            self._start(update)

    def pass_over(self, update_id: int) -> None:
        """Count an update that cannot be read as handled; it is logged once."""
        if self.ledger.begin(update_id):
            self.ledger.finish(update_id)
            log.error("update not understood", update_id=update_id)

    async def resume(self, bot: Bot) -> None:
        """Begin with what an earlier run has left unanswered."""
        for update in await self._holding.left(bot):
            self._start(update)

    async def settle(self) -> None:
        """Wait a moment, until Telegram may forget more; then hold what takes long.

        Asked with the same offset within half a second, Telegram gives what it gave last, and of
        that a single update.
        """
        if self._is_fresh():
            self._ended.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pace.settle):
                    while not self.ledger.moved:
                        await self._ended.wait()
                        self._ended.clear()
        if self._is_fresh():
            await asyncio.sleep(self._pace.gather)
        # a database that takes long must not keep new messages waiting
        await asyncio.wait({self._keep()}, timeout=self._pace.settle)

    async def drain(self) -> None:
        """Let answers end, for a while; hold what has not ended for the next run."""
        tasks = [task for _, task, _ in self._begun.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=self._pace.drain)
        late = {id_: (update, task) for id_, (update, task, _) in self._begun.items()}
        for _, task in late.values():
            task.cancel()
        await asyncio.gather(*(task for _, task in late.values()), return_exceptions=True)
        cut = {id_: update for id_, (update, task) in late.items() if task.cancelled()}
        if cut:
            log.warning("stopped in the middle, will be answered later", updates=len(cut))
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.write):
                await self._keep()
                await self._holding.bring_up(cut)

    async def remember(self, unheard: Collection[int]) -> None:
        """Keep for the next run that these are answered, though Telegram may give them again."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.write):
                await self._holding.remember(unheard)

    def _is_fresh(self) -> bool:
        """Tell whether something under way is not held."""
        return any(id_ not in self._holding for id_ in self._begun)

    def _keep(self) -> "asyncio.Task[None]":
        """Hold what takes long and let go of what is answered, unless that is being done."""
        if self._keeping is None or self._keeping.done():
            late = time.monotonic() - self._pace.settle
            slow = {id_: update for id_, (update, _, at) in self._begun.items() if at <= late}
            self._keeping = self._background.start(self._holding.bring_up(slow))
        return self._keeping

    def _start(self, update: Update) -> None:
        task = self._background.start(self._handle(update))
        self._begun[update.update_id] = (update, task, time.monotonic())
        self._metrics.under_way.set(len(self._begun))
        task.add_done_callback(lambda done: self._end(done, update.update_id))

    async def _handle(self, update: Update) -> None:
        person = person_of(update)
        if person is None:
            return
        with bound_contextvars(update_id=update.update_id):
            async with self._turns.of(person.id):
                await self._answer(update)

    async def _answer(self, update: Update) -> None:
        """Answer, or try again with growing pauses until there is no sense in it any more."""
        pause, until = self._pace.first_pause, time.monotonic() + self._pace.give_up
        while time.monotonic() + pause < until:
            try:
                async with self._slots:
                    await self._feed(update, last=False)
            except UnansweredError as trouble:
                self._metrics.repeated.inc()
                await asyncio.sleep(max(pause, trouble.after))
                pause = min(pause * 2, self._pace.longest_pause)
            else:
                return
        async with self._slots:
            await self._feed(update, last=True)

    def _end(self, task: asyncio.Task[None], update_id: int) -> None:
        update, _, begun = self._begun.pop(update_id)
        self._metrics.under_way.set(len(self._begun))
        self._ended.set()
        if task.cancelled():
            return  # it is held, or Telegram gives it again after the restart
        held = update_id in self._holding
        self._holding.finish(update_id)
        if held:
            self._keep()  # or a kill before the next round would have it answered again
        kind, seconds = kind_of(update), time.monotonic() - begun
        self._metrics.ended(kind, seconds)
        log.debug("ended", update_id=update_id, kind=kind, seconds=round(seconds, 3))
        if (error := task.exception()) is not None:
            log.error("update broke off", update_id=update_id, exc_info=error)
