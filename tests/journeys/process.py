"""The commands `run` and `sandbox` as processes, started and ended as a person does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

PATIENCE: Final = 30  # seconds a process may take to end
TOKEN: Final = "7000000001:journeys"  # the sandbox takes any


class Command:
    """One `python -m bot ...` in a folder of its own, which it keeps over restarts."""

    def __init__(
        self, root: Path, folder: Path, *words: str, module: str = "bot", **settings: str
    ) -> None:
        self.folder = folder
        self.database = settings.get("DATABASE_URL", f"sqlite+aiosqlite:///{folder}/var/bot.db")
        self._words = [sys.executable, "-m", module, *words]
        self._environment = {**os.environ, "PYTHONPATH": str(root), **settings}
        self._process: subprocess.Popen[str] | None = None
        self.rest = ""  # what it had still to say when it ended

    @property
    def running(self) -> bool:
        """Tell whether it was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    @property
    def log(self) -> str:
        """Return what it wrote to stderr, over all its starts."""
        return (self.folder / "stderr").read_text(encoding="utf-8")

    def start(self) -> None:
        """Start it, unless it runs."""
        if self.running:
            return
        if self._process is not None:
            self.wait()  # one that ended by itself, before its time
        with (self.folder / "stderr").open("a") as errors:
            self._process = subprocess.Popen(
                self._words,
                cwd=self.folder,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def logged(self, *parts: str) -> None:
        """Wait until all `parts` stand in the log."""
        until = time.monotonic() + PATIENCE
        while not all(part in self.log for part in parts):
            assert self.running, self.log
            assert time.monotonic() < until, self.log
            time.sleep(0.05)

    def line(self) -> str:
        """Return the next line of its output, waiting for it."""
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def send(self, number: int) -> None:
        """Send it a signal."""
        assert self._process is not None
        self._process.send_signal(number)

    def wait(self) -> int:
        """Wait until it has ended, and return its status."""
        assert self._process is not None
        with self._process as process:
            self.rest, _ = process.communicate(timeout=PATIENCE)
        return process.returncode

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to end, and return its status."""
        self.send(number)
        return self.wait()


def serving(root: Path, folder: Path, url: str, **settings: str) -> Command:
    """Return `python -m bot run`, against the Bot API at `url`."""
    return Command(root, folder, "run", BOT_TOKEN=TOKEN, TELEGRAM_API_BASE=url, **settings)
