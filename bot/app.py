"""The only place that wires the rooms together; each is imported when it is needed."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

import structlog
from pydantic import SecretStr

from bot.clock import Clock, FollowingClock, clock_from
from bot.config import Settings
from bot.errors import SettingsError
from bot.heartbeat import Heartbeat

if TYPE_CHECKING:
    from bot.sandbox.server import Running
    from bot.screens.desk import Screens
    from bot.storage import SqlStore

log = structlog.get_logger(__name__)

# the sandbox takes any token; this one only has to look like one
SANDBOX_TOKEN: Final = SecretStr("7000000001:sandbox")
CLOCK_LOOKS: Final = 1.0  # seconds between two looks at the sandbox's clock


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
    from bot.chat.serving import serve

    clock = clock_from(settings.bot_clock)
    heartbeat = Heartbeat(settings.state_dir)
    async with (
        _followed(clock),
        connect(token.get_secret_value(), settings.telegram_api_base) as bot,
    ):
        casework = Casework.of(store, clock)
        await casework.checklists.expire()
        await serve(bot, screens, casework, heartbeat=heartbeat.beat, stop=stop)


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

    try:
        running = await start(settings.sandbox_port)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise SettingsError(
            f"SANDBOX_PORT {settings.sandbox_port} cannot be used ({reason}): "
            "end the program that has it, or set another number."
        ) from error
    try:
        sys.stdout.write(f"Open {running.url} in a browser; Ctrl-C ends it.\n")
        sys.stdout.flush()
        yield running
    finally:
        await running.close()


@asynccontextmanager
async def _followed(clock: Clock) -> AsyncIterator[None]:
    """Keep a clock that follows the sandbox's in step with it."""
    if not isinstance(clock, FollowingClock):
        yield
        return
    task = asyncio.create_task(_keep_in_step(clock))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _keep_in_step(clock: FollowingClock) -> None:
    lost = False
    while True:
        try:
            await clock.refresh()
        except (OSError, ValueError) as error:
            if not lost:
                log.warning("BOT_CLOCK does not answer", error=type(error).__name__)
            lost = True
        else:
            lost = False
        await asyncio.sleep(CLOCK_LOOKS)
