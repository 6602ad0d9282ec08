"""What happens when Telegram is asked too often."""

from collections.abc import Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, SendMessage, TelegramMethod

from bot.chat.patience import LONGEST_WAIT, TRIES, Patience
from tests.chat.telegram import Telegram


def too_often(seconds: int) -> Callable[[TelegramMethod[Any]], Exception]:
    """Return the refusal that asks to wait so long."""
    return lambda method: TelegramRetryAfter(method, "Too Many Requests", seconds)


@pytest.fixture
def waits(bot: Bot) -> list[float]:
    """Return the list where the seconds waited are noted."""
    noted: list[float] = []

    async def note(seconds: float) -> None:
        noted.append(seconds)

    bot.session.middleware(Patience(note))
    return noted


async def test_waits_as_asked_and_tries_again(
    bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """A message refused once arrives after the asked seconds."""
    telegram.refuse(SendMessage, too_often(3))
    await bot.send_message(1, "text")
    assert waits == [3]
    assert len(telegram.made(SendMessage)) == 2


async def test_gives_up(bot: Bot, telegram: Telegram, waits: list[float]) -> None:
    """After a few tries the refusal is passed on."""
    for _ in range(TRIES):
        telegram.refuse(SendMessage, too_often(1))
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(1, "text")
    assert len(waits) == TRIES - 1


async def test_does_not_wait_for_ever(bot: Bot, telegram: Telegram, waits: list[float]) -> None:
    """A longer wait than anybody has is not begun."""
    telegram.refuse(SendMessage, too_often(LONGEST_WAIT + 1))
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(1, "text")
    assert waits == []


@pytest.mark.parametrize(
    "method",
    [
        AnswerCallbackQuery(callback_query_id="1"),
        AnswerInlineQuery(inline_query_id="1", results=[]),
    ],
)
async def test_late_answers_are_not_tried_again(
    method: TelegramMethod[bool], bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """An answer to a press or to inline words is worth nothing later."""
    telegram.refuse(type(method), too_often(1))
    with pytest.raises(TelegramRetryAfter):
        await bot(method)
    assert waits == []
