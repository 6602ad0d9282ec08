"""Handlers that private chats and groups share: each shows one screen."""

from collections.abc import Awaitable, Callable

from aiogram.filters import CommandObject
from aiogram.types import Message

from bot.chat.showing import answer
from bot.screens.desk import Screens
from bot.screens.notices import NotText
from bot.screens.screen import Screen
from bot.text import Lang

SERVICE_LINK = "s_"


def page(choose: Callable[[Screens, Lang], Screen]) -> Callable[..., Awaitable[None]]:
    """Return a handler that shows the chosen screen."""

    async def show(message: Message, desk: Screens, lang: Lang) -> None:
        await answer(message, choose(desk, lang))

    return show


async def docs(message: Message, command: CommandObject, desk: Screens, lang: Lang) -> None:
    """Answer `/docs`, or the question written after it."""
    if command.args:
        await answer(message, desk.reply(command.args, lang).screen)
    else:
        await answer(message, desk.docs(lang))


async def not_text(message: Message, kind: NotText, desk: Screens, lang: Lang) -> None:
    """Say what becomes of a photo, a voice message and the like."""
    await answer(message, desk.not_text(kind, lang))


def linked(payload: str, desk: Screens, lang: Lang, *, offer_language: bool = False) -> Screen:
    """Return the screen a deep link leads to."""
    card = None
    if payload.startswith(SERVICE_LINK):
        service = payload.removeprefix(SERVICE_LINK)
        card = desk.card(service, lang, offer_language=offer_language)
    return card or desk.outdated(lang)
