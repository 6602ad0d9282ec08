"""In which language a person is answered."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from bot.casework.people import People
from bot.chat.reading import person_of, spoken_by_buttons, words_of
from bot.screens.desk import Screens
from bot.text import Lang


class Language(BaseMiddleware):
    """Give handlers `chosen` (the person's choice, None if never asked) and `lang`.

    `lang` is the choice, else the language of the pressed screen, else a guess by the words and
    by the telephone's language.
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
            # first the guess: the sentence about trouble needs a language when the database fails
            data["lang"] = self._guess(event, person)
            data["chosen"] = await self._people.language_of(person.id)
            data["lang"] = data["chosen"] or data["lang"]
        return await handler(event, data)

    def _guess(self, update: Update, person: User) -> Lang:
        if update.callback_query is not None:
            spoken = spoken_by_buttons(update.callback_query)
            if spoken is not None:
                return spoken
        return self._desk.guess_language(words_of(update), person.language_code)
