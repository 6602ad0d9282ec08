"""Our own polling: no update is lost, and none answered twice, over an orderly stop."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig
from pydantic import ValidationError

from bot.chat.ledger import Ledger
from bot.chat.reading import person_of
from bot.chat.turns import Turns
from bot.errors import SettingsError

log = structlog.get_logger(__name__)

ALLOWED: Final = ["message", "callback_query", "inline_query", "my_chat_member"]
BATCH: Final = 100  # as many as Telegram gives; so many at most are under way
AT_ONCE: Final = 32
REFUSED: Final = "Telegram refuses BOT_TOKEN: copy the token from @BotFather once more."
# What a request for updates ends with when Telegram, a proxy or the network is unwell. The last
# two: aiogram stumbles over a 5xx without a description, and over bytes that are no text.
UNWELL: Final = (AiogramError, OSError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Pace:
    """Say how long things may take, in seconds."""

    poll: int = 10  # Telegram holds a request without news so long
    grace: int = 10  # and answers at the latest so much later
    settle: float = 0.3  # between two requests while something is being handled
    handling: float = 60
    drain: float = 7  # Docker kills ten seconds after it has asked to stop
    confirm: int = 2
    first_pause: float = 1
    longest_pause: float = 15


class Polling:
    """Fetch updates and hand them to `feed`, which tells people about failures itself."""

    def __init__(
        self,
        bot: Bot,
        feed: Callable[[Update], Awaitable[object]],
        *,
        heartbeat: Callable[[], None],
        pace: Pace,
    ) -> None:
        self._bot = bot
        self._feed = feed
        self._heartbeat = heartbeat
        self._pace = pace
        self._ledger = Ledger()
        self._turns = Turns()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._backoff = Backoff(
            BackoffConfig(
                min_delay=pace.first_pause,
                max_delay=pace.longest_pause,
                factor=2,
                jitter=0.1,
            )
        )

    async def forever(self) -> None:
        """Fetch and begin to handle, until cancelled; raise SettingsError on a refused token."""
        while True:
            self._heartbeat()
            for update in await self._fetch():
                self._begin(update)
            if self._tasks:
                # Telegram gives again what is not confirmed, so asking at once is of no use
                await asyncio.wait(self._tasks, timeout=self._pace.settle)

    async def drain(self) -> None:
        """Let handlers end, for a while, and confirm to Telegram what is handled."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self._pace.drain)
        late = list(self._tasks)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        if late:
            log.warning("stopped in the middle, will be given again", updates=len(late))
        if self._ledger.offset is not None:
            await self._confirm(self._ledger.offset)

    async def _confirm(self, offset: int) -> None:
        last = GetUpdates(offset=offset, limit=1, timeout=0, allowed_updates=ALLOWED)
        for _ in range(3):
            try:
                await self._bot(last, request_timeout=self._pace.confirm)
            except UNWELL as error:
                if isinstance(error, ClientDecodeError) and isinstance(error.data, dict):
                    return  # it came through; an update we cannot read is not ours to read now
                # the request cut off a moment ago may still count as a second program
                await self._backoff.asleep()
            else:
                return
        log.warning("handled updates are not confirmed, may be given again", offset=offset)

    async def _fetch(self) -> list[Update]:
        request = GetUpdates(
            offset=self._ledger.offset,
            limit=BATCH,
            timeout=self._pace.poll,
            allowed_updates=ALLOWED,
        )
        try:
            updates = await self._bot(request, request_timeout=self._pace.poll + self._pace.grace)
        except TelegramUnauthorizedError as refused:
            raise SettingsError(REFUSED) from refused
        except ClientDecodeError as error:
            updates = self._readable(error.data)
            if not updates and self._ledger.offset == request.offset:
                await self._pause(error)
            return updates
        except UNWELL as error:
            await self._pause(error)
            return []
        self._backoff.reset()
        return updates

    async def _pause(self, error: Exception) -> None:
        """Log the trouble without its text, which may hold people's words, and wait."""
        if isinstance(error, TelegramConflictError):
            log.warning("another program polls with this token, or a webhook is set")
            if "webhook" in error.message.lower():
                await self._unhook()
        elif isinstance(error, TelegramRetryAfter):
            log.warning("asked too often", retry_after=error.retry_after)
            await asyncio.sleep(min(error.retry_after, self._pace.longest_pause))
            return
        else:
            log.warning("no updates", error=type(error).__name__)
        await self._backoff.asleep()

    async def _unhook(self) -> None:
        try:
            await self._bot.delete_webhook()
        except UNWELL as error:
            log.warning("webhook not deleted", error=type(error).__name__)

    def _readable(self, answer: object) -> list[Update]:
        """Return the updates that can be read of an answer in which one cannot.

        Without this, one message of a kind this aiogram does not know would come back for ever.
        """
        result = answer.get("result") if isinstance(answer, dict) else None
        readable = []
        for raw in result if isinstance(result, list) else []:
            try:
                readable.append(Update.model_validate(raw, context={"bot": self._bot}))
            except ValidationError:
                self._pass_over(raw)
        return readable

    def _pass_over(self, raw: object) -> None:
        update_id = raw.get("update_id") if isinstance(raw, dict) else None
        if isinstance(update_id, int) and self._ledger.begin(update_id):
            self._ledger.finish(update_id)
            log.error("update not understood", update_id=update_id)

    def _begin(self, update: Update) -> None:
        if not self._ledger.begin(update.update_id):
            return
        task = asyncio.create_task(self._handle(update))
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._end(done, update.update_id))

    async def _handle(self, update: Update) -> None:
        person = person_of(update)
        if person is None:
            return
        async with self._turns.of(person.id), self._slots, asyncio.timeout(self._pace.handling):
            await self._feed(update)

    def _end(self, task: asyncio.Task[None], update_id: int) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return  # Telegram gives it again after the restart
        self._ledger.finish(update_id)
        error = task.exception()
        if error is not None:
            log.error("update broke off", update_id=update_id, exc_info=error)
