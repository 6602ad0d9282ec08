"""Telegram played in process: a session that records requests and keeps updates."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import (
    EditMessageText,
    GetMe,
    GetUpdates,
    SendDocument,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import Message, Update, User
from typing_extensions import override

from tests.chat.updates import ME, Raw, message
from tests.session import InProcess

Method = TypeVar("Method", bound=TelegramMethod[Any])
Refusal = Callable[[TelegramMethod[Any]], Exception]


class Telegram(InProcess):
    """Answer requests as Telegram would, and remember them."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[TelegramMethod[Any]] = []
        self.refusals: list[tuple[type[TelegramMethod[Any]], Refusal]] = []
        self.away = False  # whether no request reaches it
        self.waiting: list[Raw] = []
        self.arrived = asyncio.Event()
        self._asked = asyncio.Condition()

    def made(self, kind: type[Method]) -> list[Method]:
        """Return the requests of one method."""
        return [request for request in self.requests if isinstance(request, kind)]

    async def asked(self, kind: type[TelegramMethod[Any]], times: int) -> None:
        """Wait until this method was requested so often."""
        async with asyncio.timeout(5), self._asked:
            await self._asked.wait_for(lambda: len(self.made(kind)) >= times)

    async def confirmed(self) -> None:
        """Wait until no update is left that the bot has not confirmed."""
        async with asyncio.timeout(5), self._asked:
            await self._asked.wait_for(lambda: not self.waiting)

    def texts(self) -> list[str]:
        """Return the texts sent or put in place of others, in order."""
        shown = (r for r in self.requests if isinstance(r, SendMessage | EditMessageText))
        return [str(request.text) for request in shown]

    def refuse(self, kind: type[TelegramMethod[Any]], refusal: Refusal) -> None:
        """Refuse the next request of this method."""
        self.refusals.append((kind, refusal))

    def arrive(self, *updates: Raw) -> None:
        """Put updates where `getUpdates` finds them."""
        self.waiting.extend(updates)
        self.arrived.set()

    @override
    async def make_request(
        self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None
    ) -> Any:
        async with self._asked:
            self.requests.append(method)
            self._asked.notify_all()
        if self.away:
            raise TelegramNetworkError(method, "gone")
        for planned in self.refusals:
            if isinstance(method, planned[0]):
                self.refusals.remove(planned)
                raise planned[1](method)
        if isinstance(method, GetUpdates):
            return await self._updates(bot, method)
        if isinstance(method, GetMe):
            return User.model_validate(ME)
        if isinstance(method, SendMessage | EditMessageText):
            return Message.model_validate(message(method.text, by=ME), context={"bot": bot})
        if isinstance(method, SendDocument):
            return Message.model_validate(message(by=ME), context={"bot": bot})
        return True

    async def _updates(self, bot: Bot, method: GetUpdates) -> list[Update]:
        self.waiting = [raw for raw in self.waiting if raw["update_id"] >= (method.offset or 0)]
        async with self._asked:
            self._asked.notify_all()
        if not self.waiting and method.timeout:
            self.arrived.clear()
            await self.arrived.wait()
        batch = self.waiting[: method.limit]
        return [Update.model_validate(raw, context={"bot": bot}) for raw in batch]
