"""Polling when Telegram, the network or a handler fails."""

from dataclasses import replace

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import DeleteWebhook, GetUpdates
from aiogram.types import Update

from bot.background import Background
from bot.chat.handling import Handling
from bot.chat.metrics import Metrics
from bot.chat.polling import Polling
from bot.errors import SettingsError
from tests.chat.polled import PACE, Handlers, complaints, ids, running
from tests.chat.rooms import Held
from tests.chat.telegram import Refusal, Telegram
from tests.chat.updates import SERGEI, said


async def test_a_failing_handler_counts_as_handled(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """An update that breaks its handler does not come back for ever."""

    async def feed(update: Update, *, last: bool) -> None:
        await handlers(update, last=last)
        raise LookupError(SERGEI["first_name"])

    update = said("a")
    telegram.arrive(update)
    with complaints() as lines:
        async with running(bot, feed):
            await handlers.until(lambda: handlers.ended == ids(update))
    assert telegram.waiting == []
    (line,) = lines
    assert (line["update_id"], line["error"]) == (update["update_id"], "LookupError")
    assert SERGEI["first_name"] not in str(line)


@pytest.mark.parametrize(
    "refusal",
    [
        lambda method: TelegramNetworkError(method, "gone"),
        lambda method: TelegramServerError(method, "Internal Server Error"),
        lambda method: TelegramRetryAfter(method, "Too Many Requests", 1),
        lambda method: TelegramConflictError(method, "terminated by other getUpdates request"),
        lambda _: ClientDecodeError("Failed to decode object", ValueError(), "<html>"),
        lambda _: TypeError("argument of type 'NoneType' is not iterable"),
    ],
)
async def test_polling_goes_on_after_trouble(
    refusal: Refusal, bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """A network, server or rival in the way is one line each time, and then it goes on."""
    telegram.refuse(GetUpdates, refusal)
    update = said("a")
    telegram.arrive(update)
    with complaints() as lines:
        async with running(bot, handlers):
            await handlers.until(lambda: handlers.ended == ids(update))
    assert len(lines) == 1


async def test_a_webhook_in_the_way_is_removed(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """Somebody's webhook would keep updates from ever coming."""
    words = "Conflict: can't use getUpdates method while webhook is active"
    telegram.refuse(GetUpdates, lambda method: TelegramConflictError(method, words))
    async with running(bot, handlers):
        await telegram.asked(GetUpdates, 2)
    assert len(telegram.made(DeleteWebhook)) == 1


async def test_a_webhook_that_stays_does_not_end_the_polling(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """Where the webhook cannot be removed now, polling tries again."""
    words = "Conflict: can't use getUpdates method while webhook is active"
    telegram.refuse(GetUpdates, lambda method: TelegramConflictError(method, words))
    telegram.refuse(DeleteWebhook, lambda method: TelegramNetworkError(method, "gone"))
    update = said("a")
    telegram.arrive(update)
    async with running(bot, handlers):
        await handlers.until(lambda: handlers.ended == ids(update))


async def test_an_update_of_nobody_is_passed_over(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """A kind of update that was not asked for is confirmed and not handled."""
    answer = {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}
    unasked = {"update_id": said("a")["update_id"], "poll_answer": answer}
    update = said("b")
    telegram.arrive(unasked, update)
    async with running(bot, handlers):
        await handlers.until(lambda: handlers.ended == ids(update))
    assert handlers.begun == ids(update)
    assert telegram.waiting == []


async def test_a_refused_token_ends_the_polling(bot: Bot, telegram: Telegram) -> None:
    """A token taken back while the bot runs is a fault of the settings."""
    telegram.refuse(GetUpdates, lambda method: TelegramUnauthorizedError(method, "Unauthorized"))
    async with Background() as background:
        handling = Handling(Handlers(), Held(), background, Metrics(), PACE)
        polling = Polling(bot, handling, heartbeat=lambda: None, pace=PACE)
        with pytest.raises(SettingsError, match="BOT_TOKEN"):
            await polling.forever()


async def test_an_update_nobody_can_read_is_passed_over(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """One malformed update neither stops the others nor comes back, and its words stay unsaid."""
    odd, good = said("a"), said("b")
    odd["message"]["date"] = "ИИН 900101300000"
    telegram.arrive(odd, good)
    raw = {"ok": True, "result": [odd, "no update", {"no": "id"}, good]}
    telegram.refuse(
        GetUpdates, lambda _: ClientDecodeError("Failed to deserialize", ValueError(), raw)
    )
    with complaints() as lines:
        async with running(bot, handlers):
            await handlers.until(lambda: handlers.ended == ids(good))
    assert telegram.waiting == []
    (line,) = lines
    assert line["update_id"] == odd["update_id"]
    assert "900101300000" not in str(line)


@pytest.mark.parametrize(
    "refusal",
    [
        lambda method: TelegramConflictError(method, "terminated by other getUpdates request"),
        lambda _: ClientDecodeError("Failed to decode object", ValueError(), "<html>"),
    ],
)
async def test_confirming_is_tried_again(
    refusal: Refusal, bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """The last request may meet the one cut off a moment before, or a proxy's page."""
    update = said("a")
    telegram.arrive(update)
    async with running(bot, handlers):
        await handlers.until(lambda: handlers.ended == ids(update))
        await telegram.asked(GetUpdates, 2)
        telegram.refuse(GetUpdates, refusal)
    assert telegram.refusals == []
    last = telegram.made(GetUpdates)[-1]
    assert (last.offset, last.timeout) == (update["update_id"] + 1, 0)


async def test_confirming_needs_no_readable_answer(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """A new update nobody can read comes with the confirmation, which holds all the same."""
    raw = {"ok": True, "result": [{"update_id": "odd"}]}
    update = said("a")
    telegram.arrive(update)
    with complaints() as lines:
        async with running(bot, handlers):
            await handlers.until(lambda: handlers.ended == ids(update))
            await telegram.asked(GetUpdates, 2)
            asked = len(telegram.made(GetUpdates))
            telegram.refuse(GetUpdates, lambda _: ClientDecodeError("odd", ValueError(), raw))
    assert len(telegram.made(GetUpdates)) == asked + 1
    assert lines == []


async def test_a_telegram_that_is_away_does_not_hold_up_the_stop(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """Where the last request does not come through, the next run knows what is answered."""
    update, inbox = said("a"), Held()
    let_go = handlers.hold(update)
    telegram.arrive(update)
    with complaints() as lines:
        async with running(bot, handlers, pace=replace(PACE, confirm=0.05), inbox=inbox):
            await handlers.until(lambda: handlers.begun == ids(update))
            telegram.away = True
            let_go.set()
    events = [line["event"] for line in lines if line["event"] != "no updates"]
    assert events == ["Telegram does not hear what is handled"]
    assert telegram.waiting == [update]
    telegram.away = False
    async with running(bot, handlers, inbox=inbox):
        await telegram.confirmed()
    assert handlers.begun == ids(update)
    assert inbox.kept == {}


async def test_neither_telegram_nor_the_database_holds_up_the_stop(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """Where nothing can be told or kept, two lines say so."""
    update, inbox = said("a"), Held()
    telegram.arrive(update)
    let_go = handlers.hold(update)
    with complaints() as lines:
        async with running(bot, handlers, pace=replace(PACE, confirm=0.05), inbox=inbox):
            await handlers.until(lambda: handlers.begun == ids(update))
            telegram.away, inbox.broken = True, OSError("the disk is full")
            let_go.set()
    events = [line["event"] for line in lines if line["event"] != "no updates"]
    assert events == ["Telegram does not hear what is handled", "the inbox cannot be written"]


async def test_what_telegram_has_heard_is_not_told_again(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """An idle bot stops at once: the last answered request has confirmed everything."""
    update = said("a")
    telegram.arrive(update)
    async with running(bot, handlers, pace=replace(PACE, poll=0)):
        await handlers.until(lambda: handlers.ended == ids(update))
        await telegram.confirmed()
        asked = len(telegram.made(GetUpdates))
        await telegram.asked(GetUpdates, asked + 2)
        made = len(telegram.made(GetUpdates))
    assert len(telegram.made(GetUpdates)) <= made + 1
