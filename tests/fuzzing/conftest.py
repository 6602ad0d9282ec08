"""The real catalogue, the real screens and a real database, once for all updates."""

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import desk as read_desk
from bot.config import Settings
from bot.screens.desk import Screens
from bot.storage import Cipher, SqlStore, open_store


@pytest.fixture(scope="session")
def desk() -> Screens:
    """Return the screens of the project."""
    return read_desk(Settings(_env_file=None))


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    """Run what is asynchronous: hypothesis calls its tests one after another, synchronously."""
    gc.freeze()  # the catalogue and aiogram's types stay: to look through them takes a fifth
    with asyncio.Runner() as running:
        yield running
    gc.unfreeze()


@pytest.fixture
def store(tmp_path: Path, runner: asyncio.Runner) -> Iterator[SqlStore]:
    """Open a store on a new SQLite file."""
    cipher = Cipher(["a secret of nobody, told in a test"])
    opened = runner.run(open_store(f"sqlite+aiosqlite:///{tmp_path}/bot.db", cipher))
    yield opened
    runner.run(opened.close())
