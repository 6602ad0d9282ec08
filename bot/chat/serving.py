"""Serve Telegram until told to stop."""

import asyncio
from collections.abc import Callable
from typing import Final

from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.background import Background
from bot.casework.casework import Casework
from bot.chat import buttons, groups, inline, membership, private, ticking, trouble
from bot.chat.deadline import Deadline
from bot.chat.handling import Handling
from bot.chat.introduction import introduce
from bot.chat.language import Language
from bot.chat.metrics import Metrics
from bot.chat.pace import Pace
from bot.chat.polling import Polling
from bot.chat.recent import Recent
from bot.chat.restraint import Restraint
from bot.screens.desk import Screens

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
        listening = background.start(_listen(bot, desk, polling))
        stopping = background.start(stop.wait())
        try:
            await asyncio.wait({listening, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if listening.done():
                listening.result()
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            await polling.drain()


async def _listen(bot: Bot, desk: Screens, polling: Polling) -> None:
    try:
        async with asyncio.TaskGroup() as tasks:
            # beside the polling: a slow Telegram must not keep people waiting for this
            tasks.create_task(introduce(bot, desk))
            await polling.forever()
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
