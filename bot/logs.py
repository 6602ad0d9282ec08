"""The log: one line an event on stderr, for a person at a terminal or as JSON for a collector.

A line never holds a token or what a person wrote. Texts of exceptions may quote either, so of an
exception only its class and the places it passed are logged.
"""

import logging
import sys
import traceback
from pathlib import Path
from typing import Final

import structlog
from structlog.typing import EventDict, Processor

_ROOT: Final = Path(__file__).resolve().parent.parent
_PLACES: Final = 5
# aiohttp logs addresses, which hold the token; aiosqlite the values of each statement; alembic
# its own set-up at every start; aiogram a line for every update that went well
_TALKATIVE: Final = ("aiogram.event", "aiohttp", "aiosqlite", "alembic")


def set_up_logs(level: str) -> None:
    """Send the log of this program and of its libraries to stderr, from `level` up."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        where_it_broke,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(allow=()), *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer()],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.captureWarnings(capture=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def where_it_broke(_: object, __: str, event: EventDict) -> EventDict:
    """Put the class of the exception and the last places it passed in place of `exc_info`."""
    error = _exception(event.pop("exc_info", None))
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__)[-_PLACES:]
        event["error"] = type(error).__name__
        event["where"] = " < ".join(f"{_short(f.filename)}:{f.lineno}" for f in reversed(frames))
    return event


def _exception(info: object) -> BaseException | None:
    if isinstance(info, BaseException):
        return info
    if isinstance(info, tuple):
        return next((part for part in info if isinstance(part, BaseException)), None)
    return sys.exc_info()[1] if info else None


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(_ROOT)) if path.is_relative_to(_ROOT) else path.name


def _renderer() -> Processor:
    if sys.stderr.isatty():
        return structlog.dev.ConsoleRenderer()
    return structlog.processors.JSONRenderer(ensure_ascii=False)
