"""Inline mode: a document list posted into any chat; never anything about a person."""

from typing import Final

from aiogram import Router
from aiogram.types import InlineQuery

from bot.chat.showing import article
from bot.screens.desk import Screens
from bot.text import Lang

KEPT_FOR: Final = 10  # seconds Telegram may show the same results again
MOST: Final = 50  # results Telegram takes at once


async def search(query: InlineQuery, desk: Screens, lang: Lang) -> None:
    """Offer cards for the words typed so far, from the one on that Telegram asks for."""
    cards = desk.inline(query.query, lang)
    start = int(query.offset) if query.offset.isdecimal() else 0
    end = start + MOST
    await query.answer(
        [article(card) for card in cards[start:end]],
        cache_time=KEPT_FOR,
        is_personal=True,  # the same words get another language from another person
        next_offset=str(end) if end < len(cards) else "",
    )


def setup() -> Router:
    """Return the router of inline mode."""
    router = Router(name="inline")
    router.inline_query.register(search)
    return router
