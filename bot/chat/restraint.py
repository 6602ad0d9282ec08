"""One person who writes without end must not cost the others their answers."""

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Message, TelegramObject, Update

from bot.chat.metrics import Metrics
from bot.chat.remembered import Remembered
from bot.chat.showing import answer
from bot.screens.desk import Screens

MESSAGES: Final = 20  # so many are answered
WITHIN: Final = 10.0  # seconds
MOST: Final = 10_000  # people, and sets of photos

Verdict: TypeAlias = Literal["answer", "say so", "be silent"]


@dataclass(slots=True)
class Run:
    """Hold the last messages of one person, and whether they were told that it is too much."""

    # ids of updates, and seconds; one more than may come
    last: deque[tuple[int, float]] = field(default_factory=lambda: deque(maxlen=MESSAGES + 1))
    told: bool = False

    def add(self, update_id: int, now: float) -> Verdict:
        """Count a message of `now` (seconds), and say what becomes of it."""
        if any(update_id == counted for counted, _ in self.last):
            return "answer"  # it is tried again
        if self.last and now < self.last[-1][1]:
            self.last.clear()  # the clock was set back
        self.last.append((update_id, now))
        if len(self.last) <= MESSAGES or now - self.last[0][1] > WITHIN:
            self.told = False
            return "answer"
        told, self.told = self.told, True
        return "be silent" if told else "say so"


class Restraint(BaseMiddleware):
    """Answer who writes too much with one sentence, and then not until it calms.

    Messages count by the time they were written, so that those which waited for a stopped bot
    are answered; of photos sent together the first stands for all. A press is always answered.
    """

    def __init__(self, desk: Screens, metrics: Metrics) -> None:
        self._desk = desk
        self._metrics = metrics
        self._runs: Remembered[int, Run] = Remembered(MOST)
        self._albums: Remembered[str, int] = Remembered(MOST)

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> object:
        """Let the event through, or answer it here."""
        if isinstance(event, Update) and (message := event.message) is not None:
            if self._was_answered(message, event.update_id):
                return None
            verdict = self._judge(message, event.update_id)
            if verdict != "answer":
                self._metrics.hushed.inc()
                # among people nobody may have asked the bot anything
                if verdict == "say so" and message.chat.type == ChatType.PRIVATE:
                    await answer(message, self._desk.too_much(data["lang"]))
                return None
        return await handler(event, data)

    def _judge(self, message: Message, update_id: int) -> Verdict:
        if message.from_user is None:
            return "answer"
        person = message.from_user.id
        self._runs[person] = run = self._runs.get(person) or Run()
        return run.add(update_id, message.date.timestamp())

    def _was_answered(self, message: Message, update_id: int) -> bool:
        """Tell whether it is a photo without words, sent together with one that has come."""
        album = message.media_group_id
        if album is None:
            return False
        self._albums[album] = first = self._albums.get(album, update_id)
        return first != update_id and not message.caption
