"""What a person looked at last, so that «а сколько ждать?» is understood; in memory only."""

import time
from collections.abc import Callable
from typing import Final

from bot.chat.remembered import Remembered

KEPT: Final = 3600.0  # seconds a follow-up question may come after
MOST: Final = 10_000  # people; who asked longest ago is forgotten first


class Recent:
    """Remember the callback data of the screen each person saw last."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """`now` gives seconds that never go back."""
        self._now = now
        self._seen: Remembered[int, tuple[float, str]] = Remembered(MOST)

    def see(self, person: int, data: str) -> None:
        """Remember what leads to the screen a person sees now; empty data changes nothing."""
        if not data:
            return
        self._seen[person] = (self._now(), data)

    def of(self, person: int) -> str:
        """Return what a person saw last, empty if that is too long ago."""
        seen, data = self._seen.get(person, (0.0, ""))
        return data if data and self._now() - seen <= KEPT else ""

    def forget(self, person: int) -> None:
        """Forget what a person saw."""
        self._seen.pop(person, None)
