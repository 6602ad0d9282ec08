"""One person who writes without end must not cost the others their answers."""

import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Message, TelegramObject, Update

from bot.chat.metrics import Metrics
from bot.chat.showing import answer, settle
from bot.screens.desk import Screens
from bot.screens.screen import Screen, escaped
from bot.text import Lang

MESSAGES: Final = 20  # so many are answered
PRESSES: Final = 40  # a finger is faster than words, and ticks a long list
WITHIN: Final = 10.0  # seconds
MOST: Final = 10_000  # people remembered; who came longest ago is forgotten first

Verdict: TypeAlias = Literal["answer", "say so", "be silent"]


@dataclass(slots=True)
class Run:
    """Hold the last events of one person, and whether they were told that it is too much."""

    most: int
    last: deque[tuple[int, float]] = field(init=False)  # ids of updates, and seconds
    told: bool = False

    def __post_init__(self) -> None:
        """Remember one more than may come."""
        self.last = deque(maxlen=self.most + 1)

    def add(self, update_id: int, now: float) -> Verdict:
        """Count an event at `now` (seconds), and say what becomes of it."""
        if any(update_id == counted for counted, _ in self.last):
            return "answer"  # it is tried again
        if self.last and now < self.last[-1][1]:
            self.last.clear()  # the clock was set back
        self.last.append((update_id, now))
        if len(self.last) <= self.most or now - self.last[0][1] > WITHIN:
            self.told = False
            return "answer"
        told, self.told = self.told, True
        return "be silent" if told else "say so"


class Restraint(BaseMiddleware):
    """Answer who writes too much with one sentence, and then not until it calms.

    Messages count by the time they were written, so that those which waited for a stopped bot
    are answered; of photos sent together the first stands for all. A press is always answered.
    """

    def __init__(
        self, desk: Screens, metrics: Metrics, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._desk = desk
        self._metrics = metrics
        self._now = now
        self._runs: OrderedDict[tuple[int, int], Run] = OrderedDict()
        self._albums: OrderedDict[str, int] = OrderedDict()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> object:
        """Let the event through, or answer it here."""
        if isinstance(event, Update) and await self._is_enough(event, data["lang"]):
            return None
        return await handler(event, data)

    async def _is_enough(self, update: Update, lang: Lang) -> bool:
        """Tell whether the update needs no more answer than was given here."""
        message, press = update.message, update.callback_query
        if message is not None and self._was_answered(message, update.update_id):
            return True
        verdict: Verdict = "answer"
        if message is not None and message.from_user is not None:
            run = self._run(message.from_user.id, MESSAGES)
            verdict = run.add(update.update_id, message.date.timestamp())
        elif press is not None:
            run = self._run(press.from_user.id, PRESSES)
            verdict = run.add(update.update_id, self._now())
        if verdict == "answer":
            return False
        self._metrics.hushed.inc()
        if press is not None:
            await settle(press, self._desk.too_much(lang) if verdict == "say so" else None)
        elif verdict == "say so" and message is not None and message.chat.type == ChatType.PRIVATE:
            # among people nobody may have asked the bot anything
            await answer(message, Screen(escaped(self._desk.too_much(lang))))
        return True

    def _run(self, person: int, most: int) -> Run:
        run = self._runs.setdefault((person, most), Run(most))
        self._runs.move_to_end((person, most))
        if len(self._runs) > MOST:
            self._runs.popitem(last=False)
        return run

    def _was_answered(self, message: Message, update_id: int) -> bool:
        """Tell whether it is a photo without words, sent together with one that has come."""
        album = message.media_group_id
        if album is None:
            return False
        first = self._albums.setdefault(album, update_id)
        if len(self._albums) > MOST:
            self._albums.popitem(last=False)
        return first != update_id and not message.caption
