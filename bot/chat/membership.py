"""Somebody blocks the bot, or lets it write again."""

from typing import Final

from aiogram import Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.filters import Filter
from aiogram.types import ChatMemberUpdated

from bot.casework.people import People

AWAY: Final = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


class Alone(Filter):
    """Take what happens between a person and the bot."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        """Look at the chat."""
        return event.chat.type == ChatType.PRIVATE


async def changed(event: ChatMemberUpdated, people: People) -> None:
    """Keep whether the person can be written to."""
    if event.new_chat_member.status in AWAY:
        await people.lose(event.chat.id)
    else:
        await people.find(event.chat.id)


def setup() -> Router:
    """Return the router of who blocks and unblocks the bot."""
    router = Router(name="membership")
    router.my_chat_member.register(changed, Alone())
    return router
