"""What happens when a handler fails: one line in the log, one sentence to the person."""

import html
from typing import Final

import structlog
from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import ErrorEvent, Update

from bot.casework.people import People
from bot.chat.handling import UnansweredError
from bot.chat.metrics import Metrics
from bot.chat.patience import is_passing
from bot.chat.reading import chat_of
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
    "user is deactivated",
    "group chat was deactivated",
    "message to be replied not found",
    "message thread not found",
)


def setup() -> Router:
    """Return the router that takes what other routers fail at."""
    router = Router(name="trouble")
    router.errors.register(tell)
    return router


async def tell(
    event: ErrorEvent,
    bot: Bot,
    desk: Screens,
    people: People,
    metrics: Metrics,
    *,
    last: bool,
    lang: Lang = LANGS[0],
) -> None:
    """Log where it failed (the log holds no texts of exceptions), and tell the person.

    Raise UnansweredError where Telegram or the network is to blame: the answer comes later.
    """
    error = event.exception
    if isinstance(error, TelegramForbiddenError):
        await _lose(event.update, people)
        return
    if _is_harmless(error):
        return
    # words typed after the bot's name are answered at once or not at all
    again = not last and event.update.inline_query is None
    if is_passing(error) and again:
        log.warning("not answered yet", error=type(error).__name__)
        raise UnansweredError(_asked_to_wait(error)) from error
    log.error("update failed", update_id=event.update.update_id, exc_info=error)
    metrics.failed.inc()
    sentence = html.escape(desk.trouble(lang), quote=False)
    try:
        await _show(event.update, Screen(text=sentence, fresh=True), bot)
    except AiogramError as refused:
        log.warning("not told", update_id=event.update.update_id, error=type(refused).__name__)
        if is_passing(refused) and again:
            raise UnansweredError(_asked_to_wait(refused)) from refused


async def _lose(update: Update, people: People) -> None:
    """Remember that a person has blocked the bot; a group that has put it out is no person."""
    chat = chat_of(update)
    if chat is not None and chat.type == ChatType.PRIVATE:
        await people.lose(chat.id)


def _is_harmless(error: Exception) -> bool:
    words = error.message.lower() if isinstance(error, TelegramBadRequest) else ""
    return any(reason in words for reason in HARMLESS)


def _asked_to_wait(error: Exception) -> int:
    return error.retry_after if isinstance(error, TelegramRetryAfter) else 0


async def _show(update: Update, screen: Screen, bot: Bot) -> None:
    if update.message is not None:
        await answer(update.message, screen)
    elif update.callback_query is not None:
        await turn(update.callback_query, screen, bot)
