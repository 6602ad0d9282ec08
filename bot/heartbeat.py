"""The sign of life of the running bot: a file whose time of change is its last heartbeat."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Final

LIMIT: Final = 90
"""Seconds after which a bot that gave no sign counts as stuck."""


class Heartbeat:
    """Give and read the sign of life kept in `folder`.

    It runs on the machine's time: a clock moved by a test says nothing about life.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "heartbeat"

    def beat(self) -> None:
        """Say that the bot is alive; where the file cannot be written, `health` will miss it."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch()

    def age(self) -> int | None:
        """Return the whole seconds since the last beat, or None if there never was one."""
        try:
            changed = self._path.stat().st_mtime
        except OSError:
            return None
        return max(0, int(time.time() - changed))
