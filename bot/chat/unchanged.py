"""A button pressed twice before the first screen has come."""

from typing import Any, Final, TypeAlias

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.methods import EditMessageText, Response
from aiogram.methods.base import TelegramMethod, TelegramType
from aiogram.types import InlineKeyboardMarkup

from bot.chat.patience import DONE
from bot.chat.remembered import Remembered

MOST: Final = 5_000  # messages


Place: TypeAlias = tuple[int | str | None, int | None]  # the chat and the message
Content: TypeAlias = tuple[int, InlineKeyboardMarkup | None]  # the hash of the text, the buttons


class Unchanged(BaseRequestMiddleware):
    """Leave out an edit that would change nothing: Telegram refuses it.

    The press itself tells what the message was when it was pressed, not what it is by now.
    """

    def __init__(self) -> None:
        self._edited: Remembered[Place, Content] = Remembered(MOST)

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the request, unless it is the edit made last of that message."""
        edit = _edit(method)
        if edit is None:
            return await make_request(bot, method)
        place, content = edit
        if self._edited.get(place) == content:
            return DONE
        self._edited.pop(place, None)  # until it is done, nobody knows what the message is
        result = await make_request(bot, method)
        self._edited[place] = content
        return result


def _edit(method: TelegramMethod[Any]) -> tuple[Place, Content] | None:
    """Return what is edited and what it becomes; None for any other request."""
    if not isinstance(method, EditMessageText):
        return None
    return (method.chat_id, method.message_id), (hash(method.text), method.reply_markup)
