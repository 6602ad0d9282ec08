"""Polling: nothing lost, nothing answered twice, nobody kept waiting by another."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
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
from structlog.testing import capture_logs

from bot.chat.polling import ALLOWED, Pace, Polling
from bot.errors import SettingsError
from bot.logs import where_it_broke
from tests.chat.telegram import Refusal, Telegram
from tests.chat.updates import AIGUL, SERGEI, Raw, said

PACE = Pace(settle=0.01, drain=5, first_pause=0.001, longest_pause=0.002)
Feed = Callable[[Update], Awaitable[object]]


class Handlers:
    """Note which updates begin and end; those in `held` wait until they are let go."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.held: dict[int, asyncio.Event] = {}
        self.changed = asyncio.Condition()

    async def __call__(self, update: Update) -> None:
        """Handle an update."""
        await self._note(self.begun, update.update_id)
        if update.update_id in self.held:
            await self.held[update.update_id].wait()
        await self._note(self.ended, update.update_id)

    async def _note(self, where: list[int], update_id: int) -> None:
        async with self.changed:
            where.append(update_id)
            self.changed.notify_all()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until it holds; look again whenever a handler begins or ends."""
        async with asyncio.timeout(5), self.changed:
            await self.changed.wait_for(holds)

    def hold(self, update: Raw) -> asyncio.Event:
        """Make the handler of `update` wait for the returned event."""
        return self.held.setdefault(update["update_id"], asyncio.Event())


@pytest.fixture
def handlers() -> Handlers:
    """Return handlers that note what they get."""
    return Handlers()


@asynccontextmanager
async def running(
    bot: Bot, feed: Feed, *, pace: Pace = PACE, beats: list[None] | None = None
) -> AsyncIterator[Polling]:
    """Poll while the block runs, then stop in order."""
    beat = [] if beats is None else beats
    polling = Polling(bot, feed, heartbeat=lambda: beat.append(None), pace=pace)
    task = asyncio.create_task(polling.forever())
    try:
        yield polling
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await polling.drain()


def ids(*updates: Raw) -> list[int]:
    """Return the ids of updates."""
    return [update["update_id"] for update in updates]


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
    """While a slow handler works, Telegram keeps its update and gives the next ones."""
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


async def test_a_handler_that_does_not_end_is_given_again(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """What the deadline of the stop cuts off stays with Telegram for the next start."""
    done, stuck = said("a", by=AIGUL), said("b")
    handlers.hold(stuck)
    telegram.arrive(done, stuck)
    async with running(bot, handlers, pace=replace(PACE, drain=0.01)):
        await handlers.until(lambda: len(handlers.begun) == 2 and len(handlers.ended) == 1)
    assert telegram.waiting == [stuck]


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


async def test_a_failing_handler_counts_as_handled(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """An update that breaks its handler does not come back for ever."""

    async def feed(update: Update) -> None:
        await handlers(update)
        raise LookupError(SERGEI["first_name"])

    update = said("a")
    telegram.arrive(update)
    with capture_logs(processors=[where_it_broke]) as lines:
        async with running(bot, feed):
            await handlers.until(lambda: handlers.ended == ids(update))
    assert telegram.waiting == []
    (line,) = lines
    assert (line["update_id"], line["error"]) == (update["update_id"], "LookupError")
    assert SERGEI["first_name"] not in str(line)


async def test_a_handler_may_not_work_for_ever(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """A stuck handler is broken off, and the person's next message has its turn."""
    stuck, after = said("a"), said("b")
    handlers.hold(stuck)
    telegram.arrive(stuck, after)
    async with running(bot, handlers, pace=replace(PACE, handling=0.05)):
        await handlers.until(lambda: handlers.ended == ids(after))
    assert telegram.waiting == []


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
    with capture_logs() as lines:
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
    polling = Polling(bot, Handlers(), heartbeat=lambda: None, pace=PACE)
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
    with capture_logs() as lines:
        async with running(bot, handlers):
            await handlers.until(lambda: handlers.ended == ids(good))
    assert telegram.waiting == []
    (line,) = lines
    assert line["update_id"] == odd["update_id"]
    assert "900101300000" not in str(line)


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
    with capture_logs() as lines:
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
    """Where the last request does not come through, one line says so."""
    update = said("a")
    telegram.arrive(update)
    with capture_logs() as lines:
        async with running(bot, handlers):
            await handlers.until(lambda: handlers.ended == ids(update))
            await telegram.asked(GetUpdates, 2)
            for _ in range(9):
                telegram.refuse(GetUpdates, lambda method: TelegramNetworkError(method, "gone"))
    assert len(lines) == 1
