"""Edits that would change nothing."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.unchanged import Unchanged
from tests.chat.telegram import Telegram

MARKUP = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="→", callback_data="s:b")]]
)


@pytest.fixture(autouse=True)
def _unchanged(bot: Bot) -> None:
    """Let the bot leave such edits out."""
    bot.session.middleware(Unchanged())


async def edit(bot: Bot, text: str, *, message: int = 5, keyboard: bool = True) -> None:
    """Edit a message."""
    markup = MARKUP.model_copy() if keyboard else None
    await bot.edit_message_text(text, chat_id=1, message_id=message, reply_markup=markup)


async def test_the_same_edit_is_made_once(bot: Bot, telegram: Telegram) -> None:
    """A second press before the first screen came asks nothing of Telegram."""
    await edit(bot, "a")
    await edit(bot, "a")
    assert len(telegram.made(EditMessageText)) == 1


async def test_any_other_edit_is_made(bot: Bot, telegram: Telegram) -> None:
    """Other words, another keyboard, another message, or the same again later."""
    await edit(bot, "a")
    await edit(bot, "b")
    await edit(bot, "a")
    await edit(bot, "a", keyboard=False)
    await edit(bot, "a", message=6)
    assert len(telegram.made(EditMessageText)) == 5


async def test_an_edit_that_failed_is_made_again(bot: Bot, telegram: Telegram) -> None:
    """Nobody knows what the message is then."""
    await edit(bot, "a")
    telegram.refuse(EditMessageText, lambda method: TelegramNetworkError(method, "gone"))
    with pytest.raises(TelegramNetworkError):
        await edit(bot, "b")
    await edit(bot, "a")
    assert len(telegram.made(EditMessageText)) == 3


async def test_what_is_sent_is_always_sent(bot: Bot, telegram: Telegram) -> None:
    """Only edits are left out."""
    await bot.send_message(1, "a")
    await bot.send_message(1, "a")
    assert len(telegram.made(SendMessage)) == 2
