"""Polling: nothing lost, nothing answered twice, nobody kept waiting by another."""

import asyncio

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetUpdates

from bot.chat.polling import ALLOWED
from tests.chat.polled import Handlers, ids, running
from tests.chat.telegram import Telegram
from tests.chat.updates import AIGUL, said


async def test_each_update_is_handled_once_and_confirmed(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """After an orderly stop Telegram has nothing left to give."""
    updates = [said("a"), said("b", by=AIGUL), said("c")]
    telegram.arrive(*updates)
    async with running(bot, handlers):
        await handlers.until(lambda: len(handlers.ended) == 3)
    assert sorted(handlers.begun) == ids(*updates)
    assert telegram.waiting == []
    assert all(request.allowed_updates == ALLOWED for request in telegram.made(GetUpdates))


async def test_an_update_under_way_is_never_confirmed(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """While a handler works, Telegram keeps its update and gives the next ones."""
    slow, quick = said("a"), said("b", by=AIGUL)
    let_go = handlers.hold(slow)
    telegram.arrive(slow, quick)
    async with running(bot, handlers):
        await handlers.until(lambda: quick["update_id"] in handlers.ended)
        later = said("c", by=AIGUL)
        telegram.arrive(later)
        await handlers.until(lambda: later["update_id"] in handlers.ended)
        assert slow in telegram.waiting
        let_go.set()
        await handlers.until(lambda: len(handlers.ended) == 3)
    assert sorted(handlers.begun) == ids(slow, quick, later)
    assert telegram.waiting == []


async def test_one_persons_updates_are_handled_in_order(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """The second message of a person waits for the first, another person's does not."""
    first, second, other = said("a"), said("b"), said("c", by=AIGUL)
    let_go = handlers.hold(first)
    telegram.arrive(first, second, other)
    async with running(bot, handlers):
        await handlers.until(lambda: other["update_id"] in handlers.ended)
        assert second["update_id"] not in handlers.begun
        let_go.set()
        await handlers.until(lambda: len(handlers.ended) == 3)
    assert handlers.ended.index(first["update_id"]) < handlers.ended.index(second["update_id"])


async def test_a_stop_waits_for_what_is_begun(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """A handler at work when the stop comes ends its work, and its update is confirmed."""
    update = said("a")
    let_go = handlers.hold(update)
    telegram.arrive(update)
    async with running(bot, handlers):
        await handlers.until(lambda: handlers.begun == ids(update))
        asyncio.get_running_loop().call_later(0.01, let_go.set)
    assert handlers.ended == ids(update)
    assert telegram.waiting == []


async def test_a_new_start_goes_on_where_the_last_one_stopped(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """What came while the bot was away is handled once, what was handled before is not."""
    before, meanwhile = said("a"), said("b")
    telegram.arrive(before)
    async with running(bot, handlers):
        await handlers.until(lambda: handlers.ended == ids(before))
    telegram.arrive(meanwhile)
    async with running(bot, handlers):
        await handlers.until(lambda: len(handlers.ended) == 2)
    assert handlers.begun == ids(before, meanwhile)


async def test_every_round_beats_the_heart(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """Each request for updates, also a failed one, shows that the bot lives."""
    for _ in range(3):
        telegram.refuse(GetUpdates, lambda method: TelegramNetworkError(method, "gone"))
    beats: list[None] = []
    async with running(bot, handlers, beats=beats):
        await telegram.asked(GetUpdates, 4)
    assert len(beats) == 4
