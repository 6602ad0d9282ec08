"""Our own polling: no update is lost, and none answered twice, over an orderly stop."""

import asyncio
import math
from collections.abc import Callable
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig
from pydantic import ValidationError

from bot.chat.handling import Handling
from bot.chat.pace import Pace
from bot.chat.patience import UNWELL
from bot.errors import SettingsError

log = structlog.get_logger(__name__)

ALLOWED: Final = ["message", "callback_query", "inline_query", "my_chat_member"]
BATCH: Final = 100  # as many as Telegram gives; so many at most are begun at once
REFUSED: Final = "Telegram refuses BOT_TOKEN: copy the token from @BotFather once more."


class Polling:
    """Fetch updates and have them handled."""

    def __init__(
        self, bot: Bot, handling: Handling, *, heartbeat: Callable[[], None], pace: Pace
    ) -> None:
        self._bot = bot
        self._handling = handling
        self._heartbeat = heartbeat
        self._pace = pace
        self._backoff = Backoff(
            BackoffConfig(
                min_delay=pace.first_pause,
                max_delay=pace.longest_quiet,
                factor=2,
                jitter=0.1,
            )
        )

    async def forever(self) -> None:
        """Fetch and begin to handle, until cancelled; raise SettingsError on a refused token."""
        await self._handling.resume(self._bot)
        while True:
            self._heartbeat()
            for update in await self._fetch():
                self._handling.begin(update)
            await self._handling.settle()

    async def drain(self) -> None:
        """Let handlers end, for a while, and confirm to Telegram what is handled or held."""
        await self._handling.drain()
        if self._handling.ledger.all_heard:
            return
        try:
            async with asyncio.timeout(self._pace.confirm):
                await self._confirm(self._handling.ledger.ask())
        except TimeoutError:
            unheard = self._handling.ledger.unheard
            log.warning("Telegram does not hear what is handled", updates=len(unheard))
            await self._handling.remember(unheard)

    async def _confirm(self, offset: int | None) -> None:
        last = GetUpdates(offset=offset, limit=1, timeout=0, allowed_updates=ALLOWED)
        while True:
            try:
                await self._bot(last, request_timeout=math.ceil(self._pace.confirm))
            except UNWELL as error:
                if isinstance(error, ClientDecodeError) and isinstance(error.data, dict):
                    return  # it came through; an update we cannot read is not ours to read now
                # the request cut off a moment ago may still count as a second program
                await self._backoff.asleep()
            else:
                return

    async def _fetch(self) -> list[Update]:
        request = GetUpdates(
            offset=self._handling.ledger.ask(),
            limit=BATCH,
            timeout=self._pace.poll,
            allowed_updates=ALLOWED,
        )
        try:
            updates = await self._bot(request, request_timeout=self._pace.poll + self._pace.grace)
        except (TelegramUnauthorizedError, TelegramNotFound) as refused:
            raise SettingsError(REFUSED) from refused
        except ClientDecodeError as error:
            if isinstance(error.data, dict):
                self._handling.ledger.hear()
            updates = self._readable(error.data)
            if not updates and not self._handling.ledger.moved:
                await self._pause(error)
            return updates
        except UNWELL as error:
            await self._pause(error)
            return []
        self._handling.ledger.hear()
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
            await asyncio.sleep(min(error.retry_after, self._pace.longest_quiet))
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
        if isinstance(update_id, int):
            self._handling.pass_over(update_id)
