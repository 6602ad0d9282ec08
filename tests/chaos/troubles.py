"""What goes wrong in a round, beside the bot's being stopped: each trouble ends by itself."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.chaos.small_disk import FLAG
from tests.journeys.driver import Telegram

LOCKED: Final = 3.0  # seconds
FULL: Final = 12.0  # seconds, much longer than a slow machine takes to start the bot again
LOST: Final = 5  # messages carried out of which the bot is not told


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold where trouble can be made: Telegram, and the folder of the bot."""

    telegram: Telegram
    folder: Path


Trouble = Callable[[Scene], Awaitable[None]]


async def nothing(_: Scene) -> None:
    """Let everything be well."""


async def too_many_requests(scene: Scene) -> None:
    """Let Telegram ask to wait a second, thirty times."""
    await scene.telegram.fault("*", 429, times=30, retry_after=1)


async def server_errors(scene: Scene) -> None:
    """Let Telegram fail, twenty times."""
    await scene.telegram.fault("*", 500, times=20)


async def hanging(scene: Scene) -> None:
    """Let sent messages hang until the bot gives up waiting."""
    await scene.telegram.fault("sendMessage", "hang", times=5)


async def closing_connections(scene: Scene) -> None:
    """Cut connections before the request is carried out."""
    await scene.telegram.fault("*", "close", times=20)


async def lost_answers(scene: Scene) -> None:
    """Carry messages out, and cut the connection before saying so."""
    await scene.telegram.fault("sendMessage", "close", times=LOST, effect=True)


async def no_updates(scene: Scene) -> None:
    """Let the requests for updates fail in every way."""
    for status in (500, 502, "close", 409, 429, "hang"):
        await scene.telegram.fault("getUpdates", status)


async def locked(scene: Scene) -> None:
    """Let another process write to the database all the time."""
    await asyncio.to_thread(_lock, scene.folder / "var" / "bot.db", LOCKED)


async def full_disk(scene: Scene) -> None:
    """Let the database find no room for another page."""
    flag = scene.folder / FLAG
    flag.touch()
    database = scene.folder / "var" / "bot.db"
    for _ in range(round(FULL)):
        await asyncio.to_thread(_fill, database)
        await asyncio.sleep(1)
    flag.unlink()


async def clock_jumps(scene: Scene) -> None:
    """Move the clock by days, forward and back."""
    for days in (3, -4, 1):
        await scene.telegram.advance(days=days)
        await asyncio.sleep(1)


TROUBLES: Final[tuple[Trouble, ...]] = (
    nothing,
    too_many_requests,
    locked,
    server_errors,
    full_disk,
    hanging,
    clock_jumps,
    closing_connections,
    no_updates,
    lost_answers,
)


def _fill(path: Path) -> None:
    """Use up the pages that deleted rows have left, so that nothing finds room in them."""
    with (
        closing(sqlite3.connect(path, timeout=10)) as connection,
        suppress(sqlite3.OperationalError),
    ):
        connection.execute("PRAGMA max_page_count = 1")
        connection.execute("CREATE TABLE IF NOT EXISTS filler (page)")
        while True:
            connection.execute("INSERT INTO filler VALUES (zeroblob(300))")
            connection.commit()


def _lock(path: Path, seconds: float) -> None:
    with closing(sqlite3.connect(path, timeout=10)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        time.sleep(seconds)
        connection.execute("ROLLBACK")
