"""Serve Telegram until told to stop."""

import asyncio
from collections.abc import Callable
from typing import Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig

from bot.background import Background
from bot.casework.casework import Casework
from bot.chat import buttons, groups, inline, membership, private, ticking, trouble
from bot.chat.deadline import Deadline
from bot.chat.handling import Handling
from bot.chat.introduction import introduce
from bot.chat.language import Language
from bot.chat.metrics import Metrics
from bot.chat.pace import Pace
from bot.chat.patience import UNWELL
from bot.chat.polling import REFUSED, Polling, unhook
from bot.chat.recent import Recent
from bot.chat.restraint import Restraint
from bot.errors import SettingsError
from bot.screens.desk import Screens

log = structlog.get_logger(__name__)

PACE: Final = Pace()


def assemble(desk: Screens, casework: Casework, metrics: Metrics) -> Dispatcher:
    """Return the dispatcher with every router; it keeps no state of conversations."""
    dispatcher = Dispatcher(
        disable_fsm=True,
        desk=desk,
        people=casework.people,
        checklists=casework.checklists,
        metrics=metrics,
        recent=Recent(),
    )
    for middleware in (
        Deadline(),
        Language(desk, casework.people),
        Restraint(desk, metrics),
    ):
        dispatcher.update.outer_middleware(middleware)
    dispatcher.include_routers(
        private.setup(),
        groups.setup(),
        ticking.setup(),
        buttons.setup(),
        inline.setup(),
        membership.setup(),
        trouble.setup(),
    )
    return dispatcher


async def serve(
    bot: Bot,
    desk: Screens,
    casework: Casework,
    *,
    metrics: Metrics,
    heartbeat: Callable[[], None],
    stop: asyncio.Event,
) -> None:
    """Answer people until `stop` is set, then end what was begun.

    Raise SettingsError if Telegram refuses the token. The session stays open: it is the caller's.
    """
    dispatcher = assemble(desk, casework, metrics)

    async def feed(update: Update, *, last: bool) -> None:
        await dispatcher.feed_update(bot, update, update_id=update.update_id, last=last)

    async with Background() as background:
        handling = Handling(feed, casework.inbox, background, metrics, PACE)
        polling = Polling(bot, handling, heartbeat=heartbeat, pace=PACE)
        listening = background.start(_listen(bot, desk, polling, heartbeat))
        stopping = background.start(stop.wait())
        try:
            await asyncio.wait({listening, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if listening.done():
                listening.result()
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
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
    """Learn the bot's name, however long Telegram is away."""
    backoff = Backoff(BackoffConfig(PACE.first_pause, PACE.longest_quiet, factor=2, jitter=0.1))
    while True:
        heartbeat()
        try:
            me = await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound) as refused:
            raise SettingsError(REFUSED) from refused
        except UNWELL as error:
            log.warning("Telegram is not reached", error=type(error).__name__)
            await backoff.asleep()
        else:
            break
    await unhook(bot)
    log.info("serving", bot=me.username)
