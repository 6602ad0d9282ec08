"""Ticking off papers: in private, each press answered by the list as it then is."""

import asyncio

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.casework.checklists import Checklist, Checklists
from bot.chat.filters import Marked
from bot.chat.reading import is_alone
from bot.chat.showing import settle, turn
from bot.paper.checklist import render
from bot.screens.desk import Screens
from bot.screens.mark import Mark
from bot.text import Lang


async def marked(
    callback: CallbackQuery,
    mark: Mark,
    desk: Screens,
    checklists: Checklists,
    lang: Lang,
    bot: Bot,
    update_id: int,
) -> None:
    """Do what the button of a checklist says, and show the list or bring it to print."""
    if not is_alone(callback):
        await settle(callback, bot, desk.checklists.only_private(lang))
        return
    await settle(callback, bot)
    if not desk.checklists.knows(mark):
        await turn(callback, desk.outdated(lang), bot)
        return
    ticked = await _done(mark, callback.from_user.id, checklists, update_id)
    if mark.wish == "print" and (sheet := desk.checklists.sheet(mark, ticked, lang)):
        pdf = await asyncio.to_thread(render, sheet)
        screen = desk.checklists.printed(sheet, pdf)
    else:
        screen = desk.checklists.screen(mark, ticked, lang) or desk.outdated(lang)
    await turn(callback, screen, bot)


async def _done(
    mark: Mark, person_id: int, checklists: Checklists, update_id: int
) -> frozenset[str]:
    """Return what is ticked after the press."""
    checklist = Checklist(person_id, mark.service, mark.case)
    if mark.wish == "have":
        return await checklists.mark(checklist, mark.paper, there=True, update_id=update_id)
    if mark.wish == "lack":
        return await checklists.mark(checklist, mark.paper, there=False, update_id=update_id)
    if mark.wish == "clear":
        return await checklists.clear(checklist, update_id=update_id)
    return await checklists.ticked(checklist)


def setup() -> Router:
    """Return the router of checklists."""
    router = Router(name="checklists")
    router.callback_query.register(marked, Marked())
    return router
