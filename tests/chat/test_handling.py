"""Updates that take long, or cannot be answered at once: none is lost, none answered twice."""

import asyncio
from dataclasses import replace

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError
from aiogram.methods import GetUpdates
from aiogram.types import Update

from bot.chat.handling import UnansweredError
from tests.chat.polled import PACE, Handlers, complaints, ids, running
from tests.chat.rooms import Held
from tests.chat.telegram import Telegram
from tests.chat.updates import AIGUL, said

IMPATIENT = replace(PACE, settle=0, drain=0.01)


@pytest.fixture
def inbox() -> Held:
    """Return an empty inbox."""
    return Held()


class Deaf(Handlers):
    """Reach nobody a few times, and then do."""

    def __init__(self, times: int, after: float = 0) -> None:
        super().__init__()
        self.times = times
        self.after = after

    async def __call__(self, update: Update, *, last: bool = False) -> None:
        """Handle an update."""
        await super().__call__(update, last=last)
        self.times -= 1
        if self.times >= 0 and not last:
            raise UnansweredError(self.after)


async def test_a_slow_answer_does_not_hold_up_the_others(
    bot: Bot, telegram: Telegram, handlers: Handlers, inbox: Held
) -> None:
    """What takes long is held in the inbox, Telegram may forget it, and it is answered once."""
    slow, quick = said("a"), said("b", by=AIGUL)
    let_go = handlers.hold(slow)
    telegram.arrive(slow, quick)
    async with running(bot, handlers, pace=IMPATIENT, inbox=inbox):
        await handlers.until(lambda: quick["update_id"] in handlers.ended)
        await telegram.confirmed()
        assert set(inbox.kept) == set(ids(slow))
        let_go.set()
        await handlers.until(lambda: len(handlers.ended) == 2)
    assert inbox.kept == {}
    assert sorted(handlers.begun) == ids(slow, quick)


async def test_a_window_full_of_answered_updates_is_not_a_wall(
    bot: Bot, telegram: Telegram, handlers: Handlers, inbox: Held
) -> None:
    """Telegram gives a hundred updates at most; one stuck below them keeps nobody waiting."""
    slow, *others = [said("a"), *(said("b", by=AIGUL | {"id": n}) for n in range(1, 300))]
    handlers.hold(slow)
    telegram.arrive(slow, *others)
    async with running(bot, handlers, pace=IMPATIENT, inbox=inbox):
        await handlers.until(lambda: len(handlers.ended) == 299)
    assert sorted(handlers.ended) == ids(*others)


async def test_what_the_stop_cuts_off_is_answered_by_the_next_run(
    bot: Bot, telegram: Telegram, handlers: Handlers, inbox: Held
) -> None:
    """It waits in the inbox, so those answered above it are confirmed and not answered again."""
    stuck, done = said("a"), said("b", by=AIGUL)
    let_go = handlers.hold(stuck)
    telegram.arrive(stuck, done)
    async with running(bot, handlers, pace=replace(PACE, drain=0.01), inbox=inbox):
        await handlers.until(lambda: handlers.ended == ids(done))
    assert telegram.waiting == []
    assert set(inbox.kept) == set(ids(stuck))
    let_go.set()
    async with running(bot, handlers, inbox=inbox):
        await handlers.until(lambda: handlers.ended == ids(done, stuck))
    assert inbox.kept == {}


async def test_an_update_held_and_given_again_is_answered_once(
    bot: Bot, telegram: Telegram, handlers: Handlers, inbox: Held
) -> None:
    """A kill between the inbox and the word to Telegram leaves the update in both."""
    update, after = said("a"), said("b")
    inbox.kept[update["update_id"]] = Update.model_validate(update).model_dump_json(
        exclude_unset=True, by_alias=True
    )
    telegram.arrive(update, after)
    async with running(bot, handlers, inbox=inbox):
        await handlers.until(lambda: handlers.ended == ids(update, after))
        await telegram.confirmed()
    assert handlers.begun == ids(update, after)
    assert inbox.kept == {}


async def test_without_an_inbox_telegram_keeps_the_updates(
    bot: Bot, telegram: Telegram, handlers: Handlers, inbox: Held
) -> None:
    """A database in trouble costs no update: what the stop cuts off stays with Telegram."""
    inbox.broken = OSError("the disk is full")
    done, stuck = said("a", by=AIGUL), said("b")
    handlers.hold(stuck)
    telegram.arrive(done, stuck)
    with complaints() as lines:
        async with running(bot, handlers, pace=IMPATIENT, inbox=inbox):
            await handlers.until(lambda: len(handlers.begun) == 2 and len(handlers.ended) == 1)
    assert telegram.waiting == [stuck]
    assert {line["error"] for line in lines if "error" in line} == {"OSError"}


async def test_an_inbox_that_cannot_be_read_costs_no_new_message(
    bot: Bot, telegram: Telegram, handlers: Handlers, inbox: Held
) -> None:
    """What was left waits for a better start; who writes now is answered."""
    inbox.kept[1] = "{}"
    inbox.broken = OSError("the disk is gone")
    update = said("a")
    telegram.arrive(update)
    with complaints() as lines:
        async with running(bot, handlers, inbox=inbox):
            await handlers.until(lambda: handlers.ended == ids(update))
    assert set(inbox.kept) == {1}
    assert "OSError" in {line.get("error") for line in lines}


async def test_an_update_nobody_can_read_counts_once(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """However often Telegram gives it, it is passed over with one line."""
    odd = said("a")
    odd["message"]["date"] = "odd"
    telegram.arrive(odd)
    raw = {"ok": True, "result": [odd, odd]}
    telegram.refuse(GetUpdates, lambda _: ClientDecodeError("odd", ValueError(), raw))
    with complaints() as lines:
        async with running(bot, handlers):
            await telegram.confirmed()
    assert [line["event"] for line in lines] == ["update not understood"]


async def test_what_cannot_be_read_of_the_inbox_is_passed_over(
    bot: Bot, telegram: Telegram, handlers: Handlers, inbox: Held
) -> None:
    """A row of another version's update is deleted with one line, and the others are answered."""
    inbox.kept[1] = "{}"
    update = said("a")
    telegram.arrive(update)
    with complaints() as lines:
        async with running(bot, handlers, inbox=inbox):
            await handlers.until(lambda: handlers.ended == ids(update))
    assert inbox.kept == {}
    assert [line.get("update_id") for line in lines] == [1]


async def test_who_was_not_reached_is_answered_later(bot: Bot, telegram: Telegram) -> None:
    """An answer that did not come through is tried again, in its turn, and then counts."""
    deaf = Deaf(2)
    first, second = said("a"), said("b")
    telegram.arrive(first, second)
    async with running(bot, deaf):
        await deaf.until(lambda: second["update_id"] in deaf.ended)
    assert deaf.begun == [*ids(first) * 3, *ids(second)]
    assert telegram.waiting == []
    assert deaf.last == []


async def test_telegram_is_left_alone_as_long_as_it_asks(bot: Bot, telegram: Telegram) -> None:
    """The pause is as long as Telegram asks for, if that is longer than ours."""
    deaf = Deaf(1, after=0.2)
    telegram.arrive(said("a"))
    clock = asyncio.get_running_loop().time
    async with running(bot, deaf):
        await deaf.until(lambda: len(deaf.ended) == 1)
        begun = clock()
        await deaf.until(lambda: len(deaf.ended) == 2)
    assert clock() - begun >= 0.15


async def test_at_the_end_of_all_patience_there_is_a_last_try(
    bot: Bot, telegram: Telegram
) -> None:
    """After an hour there is one more try, the last, and the person's next has its turn."""
    deaf = Deaf(99)
    lost, after = said("a"), said("b")
    telegram.arrive(lost, after)
    async with running(bot, deaf, pace=replace(PACE, give_up=0)):
        await deaf.until(lambda: deaf.ended == ids(lost, after))
    assert deaf.last == ids(lost, after)
    assert telegram.waiting == []


async def test_one_who_waits_takes_nobodys_place(
    bot: Bot, telegram: Telegram, handlers: Handlers
) -> None:
    """People who cannot be reached now, many as they be, leave room for those who can."""

    async def feed(update: Update, *, last: bool) -> None:
        await handlers(update, last=last)
        if update.update_id in lost:
            raise UnansweredError(60)

    away = [said("a", by=AIGUL | {"id": n}) for n in range(1, 90)]
    lost = set(ids(*away))
    telegram.arrive(*away)
    async with running(bot, feed, pace=IMPATIENT):
        await handlers.until(lambda: len(handlers.ended) == 89)
        here = said("b")
        telegram.arrive(here)
        await handlers.until(lambda: here["update_id"] in handlers.ended)
    assert len(telegram.made(GetUpdates)) >= 2
