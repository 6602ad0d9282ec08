"""In which language a person is answered."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

import structlog
from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from bot.casework.people import People
from bot.chat.reading import person_of, spoken_by_buttons, words_of, writes_alone
from bot.screens.desk import Screens
from bot.text import Lang

log = structlog.get_logger(__name__)

PATIENCE: Final = 1.0  # seconds; then the answer goes out in the language guessed


class Language(BaseMiddleware):
    """Give handlers `chosen` (the person's choice, None if never asked) and `lang`.

    `lang` is the choice, else the language of the pressed screen, else a guess by the words and
    by the telephone's language. A database in trouble costs the choice, not the answer.
    """

    def __init__(self, desk: Screens, people: People) -> None:
        self._desk = desk
        self._people = people

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> object:
        """Find the language before any handler runs."""
        if isinstance(event, Update) and (person := person_of(event)) is not None:
            data["chosen"] = await self._chosen(event, person)
            data["lang"] = data["chosen"] or self._guess(event, person)
        return await handler(event, data)

    async def _chosen(self, update: Update, person: User) -> Lang | None:
        try:
            async with asyncio.timeout(PATIENCE):
                chosen = await self._people.language_of(person.id)
                if writes_alone(update):
                    await self._people.find(person.id)
        except Exception as error:
            log.warning("a language is not known", exc_info=error)
            return None
        return chosen

    def _guess(self, update: Update, person: User) -> Lang:
        if update.callback_query is not None:
            spoken = spoken_by_buttons(update.callback_query)
            if spoken is not None:
                return spoken
        return self._desk.guess_language(words_of(update), person.language_code)
