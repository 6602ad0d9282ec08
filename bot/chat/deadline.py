"""No answer may take for ever: a stuck one ends as any other trouble, and the person is told."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

LONGEST: Final = 180.0  # seconds; Telegram may ask to wait for more than a minute of them


class Deadline(BaseMiddleware):
    """Break a handler off after `longest` seconds."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> object:
        """Handle the event; raise TimeoutError where that takes too long."""
        async with asyncio.timeout(self._longest):
            return await handler(event, data)
