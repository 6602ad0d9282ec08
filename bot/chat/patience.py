"""Waiting when Telegram says that it is asked too often."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, GetUpdates, Response
from aiogram.methods.base import TelegramMethod, TelegramType

TRIES: Final = 3
LONGEST_WAIT: Final = 15  # seconds; who must wait longer has gone away

# The first two are worth nothing a few seconds later; polling has its own pause.
NEVER_AGAIN: Final = (AnswerCallbackQuery, AnswerInlineQuery, GetUpdates)


class Patience(BaseRequestMiddleware):
    """Try a refused request again after the `retry_after` seconds Telegram asks for."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the request, at most `TRIES` times."""
        for _ in range(TRIES - 1):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as refused:
                if isinstance(method, NEVER_AGAIN) or refused.retry_after > LONGEST_WAIT:
                    raise
                await self._sleep(refused.retry_after)
        return await make_request(bot, method)
