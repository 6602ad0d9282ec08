"""The only place that wires the rooms together; each is imported when it is needed."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from bot.background import Background
from bot.clock import FollowingClock, clock_from
from bot.config import Settings
from bot.errors import SettingsError
from bot.heartbeat import Heartbeat

if TYPE_CHECKING:
    from bot.sandbox.server import Running
    from bot.screens.desk import Screens
    from bot.storage import SqlStore

# the sandbox takes any token; this one only has to look like one
SANDBOX_TOKEN: Final = SecretStr("7000000001:sandbox")
CLOCK_LOOKS: Final = 1.0  # seconds between two looks at the sandbox's clock
HOUSEKEEPING: Final = 3600.0  # seconds between two sweeps of what has been kept long enough


def desk(settings: Settings) -> "Screens":
    """Read the catalogue and return the screens made from it.

    Raises:
        DataError: a data file cannot be read or is faulty.
    """
    from bot.catalogue.load import load_catalogue
    from bot.finding.answers import Finder
    from bot.screens.desk import Screens
    from bot.screens.words import Words

    catalogue = load_catalogue(settings.data_dirs)
    return Screens(catalogue, Finder.read(catalogue, settings.data_dirs), Words())


async def run(settings: Settings) -> None:
    """Serve Telegram until SIGTERM or SIGINT.

    Raises:
        SettingsError: there is no token, or Telegram refuses it.
        DataError, DatabaseError: what answers are made from, or people kept in, is not usable.
    """
    if settings.bot_token is None:
        raise SettingsError(
            "BOT_TOKEN is not set: get a token from @BotFather and write BOT_TOKEN=... into .env, "
            "or try the bot without one by `python -m bot run --or-sandbox`."
        )
    stop = _stop_at_signals()
    screens = desk(settings)
    async with _stored(settings) as store:
        await _serve(settings, settings.bot_token, screens, store, stop)


async def run_in_sandbox(settings: Settings) -> None:
    """Serve a sandbox, and the bot in it, until SIGTERM or SIGINT.

    Raises:
        SettingsError: the port is in use.
        DataError, DatabaseError: as of `run`.
    """
    stop = _stop_at_signals()
    screens = desk(settings)
    async with _stored(settings) as store, _sandboxed(settings) as running:
        inside = settings.model_copy(
            update={
                "telegram_api_base": running.url,
                "bot_clock": f"{running.url}/clock",
            }
        )
        await _serve(inside, SANDBOX_TOKEN, screens, store, stop)


async def sandbox(settings: Settings) -> None:
    """Serve a sandbox alone until SIGTERM or SIGINT.

    Raises:
        SettingsError: the port is in use.
    """
    stop = _stop_at_signals()
    async with _sandboxed(settings):
        await stop.wait()


async def _serve(
    settings: Settings,
    token: SecretStr,
    screens: "Screens",
    store: "SqlStore",
    stop: asyncio.Event,
) -> None:
    from bot.casework.casework import Casework
    from bot.chat.connecting import connect
    from bot.chat.metrics import Metrics
    from bot.chat.serving import serve

    clock = clock_from(settings.bot_clock)
    casework = Casework.of(store, clock)
    metrics = Metrics()
    if settings.metrics_port is not None:
        with _port("METRICS_PORT", settings.metrics_port):
            metrics.serve(settings.metrics_port)
    async with (
        Background() as background,
        connect(token.get_secret_value(), settings.telegram_api_base, metrics) as bot,
    ):
        if isinstance(clock, FollowingClock):
            background.repeat("BOT_CLOCK", clock.refresh, every=CLOCK_LOOKS)
        background.repeat("housekeeping", casework.expire, every=HOUSEKEEPING)
        beat = Heartbeat(settings.state_dir).beat
        await serve(bot, screens, casework, metrics=metrics, heartbeat=beat, stop=stop)


def _stop_at_signals() -> asyncio.Event:
    """Return the event that SIGTERM or Ctrl-C sets, from now on."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


@asynccontextmanager
async def _stored(settings: Settings) -> AsyncIterator["SqlStore"]:
    from bot.storage import Cipher, open_store, own_secret

    secrets = [text.get_secret_value() for text in settings.secret_key]
    cipher = Cipher(secrets or [own_secret(settings.state_dir)])
    store = await open_store(settings.database_url, cipher)
    try:
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def _sandboxed(settings: Settings) -> AsyncIterator["Running"]:
    """Serve the sandbox, and print its address when it can be opened."""
    from bot.sandbox.server import start

    with _port("SANDBOX_PORT", settings.sandbox_port):
        running = await start(settings.sandbox_port)
    try:
        sys.stdout.write(f"Open {running.url} in a browser; Ctrl-C ends it.\n")
        sys.stdout.flush()
        yield running
    finally:
        await running.close()


@contextmanager
def _port(setting: str, number: int) -> Iterator[None]:
    """Say in one sentence why a port cannot be used.

    Raises:
        SettingsError: the block met an error of the system.
    """
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise SettingsError(
            f"{setting} {number} cannot be used ({reason}): "
            "end the program that has it, or set another number."
        ) from error
