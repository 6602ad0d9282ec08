"""What is done about a request that Telegram, or the network, did not carry out."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, cast

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, GetMe, GetUpdates, Response
from aiogram.methods.base import TelegramMethod, TelegramType
from aiohttp import ClientConnectorError

from bot.chat.metrics import Metrics

TRIES: Final = 4
LONGEST_WAIT: Final = 30  # seconds; for longer, the whole answer is put off
AT_FIRST: Final = 0.5  # seconds before the second try, twice as many before each next one

# the screen waits behind the answer to the press
LONGEST_WAIT_OF_A_PRESS: Final = 5
# The first is worth nothing a few seconds later; polling has its own pause.
NEVER_AGAIN: Final = (AnswerInlineQuery, GetUpdates)
# What a request ends with when Telegram, a proxy or the network is unwell. The last two: aiogram
# stumbles over a 5xx without a description, and over bytes that are no text.
UNWELL: Final = (AiogramError, OSError, TypeError, ValueError)
BROKEN: Final = (TelegramNetworkError, TelegramServerError)
# What these return is used; of anything else it only matters that it was done.
READ: Final = (GetMe, GetUpdates)
# aiogram's type says more than a request returns: a plain yes
DONE: Final = cast("Response[Any]", True)  # noqa: FBT003 - the yes itself


class Patience(BaseRequestMiddleware):
    """Try again, by the kind of the trouble.

    - Telegram asks to wait (429): after the seconds it names, if they are few.
    - Nobody was reached: a few times, since nothing can have been done.
    - The network broke or the server failed in the middle: once. It may have been done all the
      same; the same answer twice is better than none.
    - The group became a supergroup: in its new chat.
    - The answer says «done» and cannot be read: that is enough.
    """

    def __init__(
        self, metrics: Metrics, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._metrics = metrics
        self._sleep = sleep

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the request, at most `TRIES` times."""
        failed = doubtful = 0
        moved: list[int] = []
        while True:
            try:
                result = await make_request(bot, method)
            except UNWELL as error:
                self._count(method, type(error).__name__)
                if _is_done(error) and not isinstance(method, READ):
                    return DONE
                if (
                    isinstance(error, TelegramMigrateToChat)
                    and error.migrate_to_chat_id not in moved
                ):
                    moved.append(error.migrate_to_chat_id)
                    method = method.model_copy(update={"chat_id": moved[-1]})
                    continue
                failed += 1
                doubtful += _may_be_done(error)
                if failed == TRIES or doubtful > 1 or isinstance(method, NEVER_AGAIN):
                    raise
                await self._pause(method, error, failed)
            else:
                self._count(method, "ok")
                return result

    async def _pause(
        self, method: TelegramMethod[TelegramType], error: Exception, failed: int
    ) -> None:
        """Wait before the next try, as long as it makes sense; else raise the error."""
        longest = (
            LONGEST_WAIT_OF_A_PRESS if isinstance(method, AnswerCallbackQuery) else LONGEST_WAIT
        )
        if isinstance(error, TelegramRetryAfter) and error.retry_after <= longest:
            await self._sleep(error.retry_after)
        elif _was_not_reached(error) or _may_be_done(error):
            await self._sleep(AT_FIRST * 2 ** (failed - 1))
        else:
            raise error

    def _count(self, method: TelegramMethod[TelegramType], outcome: str) -> None:
        self._metrics.asked(method.__api_method__, outcome)


def is_passing(error: Exception) -> bool:
    """Tell whether the trouble is Telegram's or the network's, and so may be gone later."""
    if not isinstance(error, AiogramError):
        return False  # a mistake of ours may be of any other class
    return isinstance(error, TelegramRetryAfter) or _may_be_done(error) or _was_not_reached(error)


def _was_not_reached(error: Exception) -> bool:
    return isinstance(error.__cause__, ClientConnectorError)


def _may_be_done(error: Exception) -> bool:
    """Tell whether the request may have been carried out, though nobody said so."""
    if isinstance(error, ClientDecodeError):  # a proxy's page
        return not isinstance(error.data, dict)
    if isinstance(error, TelegramEntityTooLarge) or _was_not_reached(error):
        return False
    return isinstance(error, BROKEN) or not isinstance(error, AiogramError)


def _is_done(error: Exception) -> bool:
    if not isinstance(error, ClientDecodeError):
        return False
    return isinstance(error.data, dict) and error.data.get("ok") is True
