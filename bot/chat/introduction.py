"""What Telegram shows about the bot before anybody writes: commands and descriptions."""

import asyncio
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.chat.patience import UNWELL
from bot.chat.polling import REFUSED
from bot.errors import SettingsError
from bot.screens.desk import Screens
from bot.text import LANGS, Lang

log = structlog.get_logger(__name__)

PAUSE: Final = 60.0  # seconds
SCOPES: Final = (
    (BotCommandScopeAllPrivateChats(), False),
    (BotCommandScopeAllGroupChats(), True),
)


async def introduce(bot: Bot, desk: Screens) -> None:
    """Set commands and descriptions; where Telegram does not take them, try again later.

    Raise SettingsError if Telegram refuses the token.
    """
    while True:
        try:
            me = await bot.me()
            log.info("serving", bot=me.username)
            await _introduce(bot, desk)
        except (TelegramUnauthorizedError, TelegramNotFound) as refused:
            raise SettingsError(REFUSED) from refused
        except UNWELL as error:
            log.warning("commands and descriptions are not set", error=type(error).__name__)
            await asyncio.sleep(PAUSE)
        else:
            return


async def _introduce(bot: Bot, desk: Screens) -> None:
    # people whose telephone speaks neither language see what a guess from nothing gives
    shown: list[tuple[str | None, Lang]] = [(None, desk.guess_language("", None))]
    shown += [(lang, lang) for lang in LANGS]
    for code, lang in shown:
        await _introduce_in(bot, desk, code, lang)


async def _introduce_in(bot: Bot, desk: Screens, code: str | None, lang: Lang) -> None:
    for scope, group in SCOPES:
        commands = [
            BotCommand(command=command, description=description)
            for command, description in desk.commands(lang, group=group)
        ]
        await bot.set_my_commands(commands, scope=scope, language_code=code)
    await bot.set_my_description(desk.bot_description(lang), language_code=code)
    await bot.set_my_short_description(desk.bot_short_description(lang), language_code=code)
