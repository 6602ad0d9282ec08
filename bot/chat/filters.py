"""Which updates a handler takes."""

from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from bot.chat.reading import KINDS, is_alone, looks_like_command, without_mention
from bot.screens.mark import Mark
from bot.text import LANGS, Lang

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


def _speaks(message: Message, bot: Bot) -> bool:
    """Tell whether a person wrote this, and not the bot itself through its inline mode."""
    through_us = message.via_bot is not None and message.via_bot.id == bot.id
    return message.from_user is not None and not through_us


class InPrivate(Filter):
    """Take what a person writes to the bot alone."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        """Look at the chat and the author."""
        return message.chat.type == ChatType.PRIVATE and _speaks(message, bot)


class InGroup(Filter):
    """Take what a person writes in a group; posts of a linked channel are nobody's question."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        """Look at the chat and the author."""
        posted = bool(message.is_automatic_forward)
        return message.chat.type in GROUPS and _speaks(message, bot) and not posted


class Wordless(Filter):
    """Take a message that is no text, as `kind`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Look at what the message carries."""
        kind = KINDS.get(message.content_type)
        return False if kind is None else {"kind": kind}


class Text(Filter):
    """Take a text, as `text`; a command is none."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Look whether there is one."""
        text = message.text or ""
        return {"text": text} if text and not looks_like_command(text) else False


class Captioned(Filter):
    """Take the words under a photo or a file, as `text`; a command there is none."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Look whether there are any."""
        caption = message.caption or ""
        return {"text": caption} if caption and not looks_like_command(caption) else False


class Named(Command):
    """Take a command by its name, also as "/Help": telephones begin a line with a capital."""

    def __init__(self, *names: str) -> None:
        super().__init__(*names, ignore_case=True)

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        """Look at the first word of a text; a caption is no command."""
        return bool(message.text) and await super().__call__(message, bot)


class AnyCommand(Filter):
    """Take what looks like a command; in a group, only if it is addressed to the bot by name."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        """Look at the first word."""
        if not message.text or not looks_like_command(message.text):
            return False
        if message.chat.type == ChatType.PRIVATE:
            return True
        me = await bot.me()
        return message.text.split()[0].lower().endswith(f"@{me.username}".lower())


class Addressed(Filter):
    """Take a mention of the bot or a reply to it, with the words left over as `text`."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        """Look at the mentions and at the message replied to."""
        if looks_like_command(message.text or ""):
            return False  # our own commands are taken before; this one is another bot's
        text, mentioned = without_mention(message, await bot.me())
        asked = message.reply_to_message
        author = asked.from_user if asked is not None else None
        replied = author is not None and author.id == bot.id
        return {"text": text} if mentioned or replied else False


class SomeoneElses(Filter):
    """Take a press by another person than the one the bot's message replies to.

    Whose message it replies to stands in the press itself. It is missing when the question was
    deleted or is too old, and a bot stands in for an anonymous administrator: then anybody may
    press.
    """

    async def __call__(self, callback: CallbackQuery) -> bool:
        """Compare the two people."""
        if not isinstance(callback.message, Message):
            return False
        asked = callback.message.reply_to_message
        if asked is None or asked.from_user is None or asked.from_user.is_bot:
            return False
        return asked.from_user.id != callback.from_user.id


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold the language somebody chose and the data of the screen to show in it."""

    lang: Lang
    after: str


class LanguageChoice(Filter):
    """Take a press on a language, in private, as `choice`."""

    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, Any]:
        """Look at the data `l:<language>[:<the data of the screen to show then>]`."""
        kind, _, rest = (callback.data or "").partition(":")
        lang, _, after = rest.partition(":")
        chosen = next((known for known in LANGS if known == lang), None)
        if kind != "l" or chosen is None or not is_alone(callback):
            return False
        return {"choice": Choice(chosen, after)}


class Pressed(Filter):
    """Take a press on the button that carries just this data, in private."""

    def __init__(self, data: str) -> None:
        self._data = data

    async def __call__(self, callback: CallbackQuery) -> bool:
        """Look at the data and the chat."""
        return callback.data == self._data and is_alone(callback)


class Marked(Filter):
    """Take a press on a button of a checklist, anywhere, as `mark`."""

    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, Any]:
        """Look at the data."""
        mark = Mark.unpack(callback.data or "")
        return {"mark": mark} if mark else False
