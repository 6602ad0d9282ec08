"""Serve Telegram until told to stop."""

import asyncio
from collections.abc import Callable
from typing import Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig

from bot.casework.casework import Casework
from bot.chat import buttons, groups, inline, private, ticking, trouble
from bot.chat.introduction import introduce
from bot.chat.language import Language
from bot.chat.polling import REFUSED, UNWELL, Pace, Polling
from bot.chat.recent import Recent
from bot.errors import SettingsError
from bot.screens.desk import Screens

log = structlog.get_logger(__name__)

PACE: Final = Pace()


def assemble(desk: Screens, casework: Casework) -> Dispatcher:
    """Return the dispatcher with every router; it keeps no state of conversations."""
    dispatcher = Dispatcher(
        disable_fsm=True,
        desk=desk,
        people=casework.people,
        checklists=casework.checklists,
        recent=Recent(),
    )
    dispatcher.update.outer_middleware(Language(desk, casework.people))
    dispatcher.include_routers(
        private.setup(),
        groups.setup(),
        ticking.setup(),
        buttons.setup(),
        inline.setup(),
        trouble.setup(),
    )
    return dispatcher


async def serve(
    bot: Bot,
    desk: Screens,
    casework: Casework,
    *,
    heartbeat: Callable[[], None],
    stop: asyncio.Event,
) -> None:
    """Answer people until `stop` is set, then end what was begun.

    Raise SettingsError if Telegram refuses the token. The session stays open: it is the caller's.
    """
    dispatcher = assemble(desk, casework)

    async def feed(update: Update) -> None:
        await dispatcher.feed_update(bot, update)

    polling = Polling(bot, feed, heartbeat=heartbeat, pace=PACE)
    listening = asyncio.create_task(_listen(bot, desk, polling, heartbeat))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({listening, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if listening.done():
            listening.result()
    finally:
        for task in (listening, stopping):
            task.cancel()
        await asyncio.gather(listening, stopping, return_exceptions=True)
        await polling.drain()


async def _listen(
    bot: Bot, desk: Screens, polling: Polling, heartbeat: Callable[[], None]
) -> None:
    await _sign_in(bot, heartbeat)
    try:
        async with asyncio.TaskGroup() as tasks:
            # beside the polling: a slow Telegram must not keep people waiting for this
            tasks.create_task(introduce(bot, desk))
            await polling.forever()
    except ExceptionGroup as group:
        raise group.exceptions[0] from None


async def _sign_in(bot: Bot, heartbeat: Callable[[], None]) -> None:
    """Learn the bot's name, however long Telegram is away; polling needs the webhook gone."""
    backoff = Backoff(BackoffConfig(PACE.first_pause, PACE.longest_pause, factor=2, jitter=0.1))
    while True:
        heartbeat()
        try:
            me = await bot.me()
            await bot.delete_webhook()
        except (TelegramUnauthorizedError, TelegramNotFound) as refused:
            raise SettingsError(REFUSED) from refused
        except UNWELL as error:
            log.warning("Telegram is not reached", error=type(error).__name__)
            await backoff.asleep()
        else:
            log.info("serving", bot=me.username)
            return
