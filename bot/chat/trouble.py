"""What happens when a handler fails: one line in the log, one sentence to the person."""

import html
from typing import Final

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import ErrorEvent, Update

from bot.chat.showing import answer, turn
from bot.screens.desk import Screens
from bot.screens.screen import Screen
from bot.text import LANGS, Lang

log = structlog.get_logger(__name__)

# Telegram's words for refusals that are part of life: nobody did anything wrong
HARMLESS: Final = (
    "query is too old",
    "query id is invalid",
    "not enough rights",
    "have no rights to send a message",
    "chat_write_forbidden",
    "topic_closed",
    "chat not found",
)
NOBODY_THERE: Final = (TelegramForbiddenError, TelegramRetryAfter)


def setup() -> Router:
    """Return the router that takes what other routers fail at."""
    router = Router(name="trouble")
    router.errors.register(tell)
    return router


async def tell(event: ErrorEvent, bot: Bot, desk: Screens, lang: Lang = LANGS[0]) -> None:
    """Log where it failed (the log holds no texts of exceptions), and tell the person."""
    error = event.exception
    if _is_harmless(error):
        return
    log.error("update failed", update_id=event.update.update_id, exc_info=error)
    if isinstance(error, NOBODY_THERE):
        return
    sentence = html.escape(desk.trouble(lang), quote=False)
    try:
        await _show(event.update, Screen(text=sentence, fresh=True), bot)
    except TelegramAPIError as refused:
        log.warning("not told", update_id=event.update.update_id, error=type(refused).__name__)


def _is_harmless(error: Exception) -> bool:
    if isinstance(error, TelegramForbiddenError):
        return True  # blocked, or put out of the group
    words = error.message.lower() if isinstance(error, TelegramBadRequest) else ""
    return any(reason in words for reason in HARMLESS)


async def _show(update: Update, screen: Screen, bot: Bot) -> None:
    if update.message is not None:
        await answer(update.message, screen)
    elif update.callback_query is not None:
        await turn(update.callback_query, screen, bot)
