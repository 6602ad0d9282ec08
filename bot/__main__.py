"""Run one command in its own process: `python -m bot`."""

import io
import sys
import traceback
from types import TracebackType

from bot.cli import main


def last_words(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """Tell of a mistake of ours in one line; its own text might quote a person or a token."""
    place = traceback.extract_tb(trace)[-1:]
    where = "".join(f" at {frame.filename}:{frame.lineno}" for frame in place)
    sys.stderr.write(f"bot: unexpected {kind.__name__}{where}; please report it.\n")


sys.excepthook = last_words
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")  # Kazakh, whatever the locale
sys.exit(main())
