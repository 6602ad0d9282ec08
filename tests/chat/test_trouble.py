"""What people and the log get when something fails."""

import asyncio

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, EditMessageText, SendMessage
from aiogram.types import Message, Update
from structlog.testing import capture_logs

from bot.chat import trouble
from bot.chat.deadline import Deadline
from bot.chat.handling import UnansweredError
from bot.chat.metrics import Metrics
from bot.logs import where_it_broke
from tests.chat.conftest import Feed
from tests.chat.rooms import Desk, Known, Ticks
from tests.chat.telegram import Refusal, Telegram
from tests.chat.updates import GROUP, SERGEI, Raw, asked_inline, mention, pressed, said

SECRET = "ИИН 900101300000"


@pytest.mark.parametrize("update", [said(SECRET), pressed("s:a")])
async def test_the_person_is_told_and_the_log_gets_one_line(
    update: Raw, feed: Feed, telegram: Telegram, desk: Desk
) -> None:
    """A fault is one sentence for the person, one line with the update's id and nobody's words."""
    desk.broken = LookupError(SECRET)
    with capture_logs(processors=[where_it_broke]) as lines:
        await feed(update)
    assert telegram.texts() == ["trouble &amp; sorry ru"]
    (line,) = lines
    assert line["update_id"] == update["update_id"]
    assert line["error"] == "LookupError"
    assert "rooms.py" in line["where"]
    assert SECRET not in str(line)
    assert str(SERGEI["id"]) not in str(line)


async def test_a_press_is_answered_even_if_its_screen_fails(
    feed: Feed, telegram: Telegram, desk: Desk
) -> None:
    """The button stops waiting whatever happens."""
    desk.broken = LookupError()
    await feed(pressed("s:a"))
    assert len(telegram.made(AnswerCallbackQuery)) == 1


async def test_a_broken_database_costs_the_language_not_the_answer(
    feed: Feed, telegram: Telegram, people: Known
) -> None:
    """When nobody's language can be read, the words and the telephone decide; one line says so."""
    people.broken = OSError()
    with capture_logs(processors=[where_it_broke]) as lines:
        await feed(said("срок?"))
    assert telegram.texts() == ["reply срок? ru"]
    assert [line["error"] for line in lines] == ["OSError"]


async def test_in_a_group_trouble_replies_to_the_question(
    feed: Feed, telegram: Telegram, desk: Desk
) -> None:
    """The sentence about trouble hangs at the message that asked."""
    desk.broken = LookupError()
    update = said("@qujat_bot срок?", chat=GROUP, entities=mention("@qujat_bot срок?"))
    await feed(update)
    reply = telegram.made(SendMessage)[0].reply_parameters
    assert reply is not None
    assert reply.message_id == update["message"]["message_id"]


async def test_trouble_with_inline_mode_is_only_logged(feed: Feed, telegram: Telegram) -> None:
    """There is no chat to say anything in."""
    words = "Bad Request: RESULT_ID_INVALID"
    telegram.refuse(AnswerInlineQuery, lambda method: TelegramBadRequest(method, words))
    with capture_logs(processors=[where_it_broke]) as lines:
        await feed(asked_inline("срок"))
    assert len(telegram.requests) == 1
    assert len(lines) == 1


async def test_inline_words_are_not_answered_later(feed: Feed, telegram: Telegram) -> None:
    """Who types after the bot's name waits for a moment, not for an hour."""
    telegram.refuse(AnswerInlineQuery, lambda method: TelegramNetworkError(method, SECRET))
    await feed(asked_inline("срок"))
    assert len(telegram.made(AnswerInlineQuery)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Bad Request: not enough rights to send text messages to the chat",
        "Bad Request: chat not found",
        "Bad Request: message to be replied not found",
    ],
)
async def test_ordinary_refusals_are_quiet(words: str, feed: Feed, telegram: Telegram) -> None:
    """What Telegram refuses because of the chat is nobody's fault, and no line in the log."""
    telegram.refuse(SendMessage, lambda method: TelegramBadRequest(method, words))
    with capture_logs() as lines:
        await feed(said("/help"))
    assert len(telegram.made(SendMessage)) == 1
    assert lines == []


async def test_who_has_blocked_the_bot_is_lost(
    feed: Feed, telegram: Telegram, people: Known
) -> None:
    """A refused answer in private marks the person, quietly; their next word finds them again."""
    telegram.refuse(SendMessage, lambda m: TelegramForbiddenError(m, "Forbidden: bot was blocked"))
    with capture_logs() as lines:
        await feed(said("/help"))
    assert people.lost == {SERGEI["id"]}
    assert lines == []
    await feed(said("/help"))
    assert people.lost == set()


async def test_a_group_that_put_the_bot_out_is_no_lost_person(
    feed: Feed, telegram: Telegram, people: Known
) -> None:
    """Who asked there has not blocked the bot."""
    telegram.refuse(SendMessage, lambda m: TelegramForbiddenError(m, "Forbidden: bot was kicked"))
    await feed(said("/help", chat=GROUP))
    assert people.lost == set()


@pytest.mark.parametrize(
    ("refusal", "after"),
    [
        (lambda m: TelegramNetworkError(m, SECRET), 0),
        (lambda m: TelegramServerError(m, SECRET), 0),
        (lambda m: TelegramRetryAfter(m, SECRET, 900), 900),
        (lambda _: ClientDecodeError("no JSON", ValueError(), "<html>"), 0),
    ],
)
async def test_an_answer_that_did_not_come_through_is_for_later(
    refusal: Refusal, after: float, feed: Feed, telegram: Telegram
) -> None:
    """Where Telegram or the network is to blame, no sentence about it is tried."""
    telegram.refuse(SendMessage, refusal)
    with capture_logs() as lines, pytest.raises(UnansweredError) as raised:
        await feed(said("/help"))
    assert raised.value.after == after
    assert len(telegram.made(SendMessage)) == 1
    assert [line["log_level"] for line in lines] == ["warning"]
    assert SECRET not in str(lines)


async def test_trouble_that_cannot_be_told_is_for_later(
    feed: Feed, telegram: Telegram, desk: Desk
) -> None:
    """A fault of ours while the network is away too leaves the update to be tried again."""
    desk.broken = LookupError()
    telegram.refuse(SendMessage, lambda method: TelegramNetworkError(method, SECRET))
    with pytest.raises(UnansweredError):
        await feed(said("срок?"))


async def test_at_the_last_try_the_person_is_told(feed: Feed, telegram: Telegram) -> None:
    """When the answer itself never comes through, the sentence may; more is not tried."""
    telegram.refuse(SendMessage, lambda method: TelegramServerError(method, SECRET))
    await feed(said("/help"), last=True)
    assert telegram.texts() == ["help ru", "trouble &amp; sorry ru"]
    for _ in range(2):
        telegram.refuse(SendMessage, lambda method: TelegramNetworkError(method, SECRET))
    with capture_logs(processors=[where_it_broke]) as lines:
        await feed(said("/help"), last=True)
    assert len(telegram.made(SendMessage)) == 4
    assert SECRET not in str(lines)


async def test_an_edit_telegram_refuses_is_told(feed: Feed, telegram: Telegram) -> None:
    """A screen Telegram does not take at all is trouble, said in a new message."""
    telegram.refuse(EditMessageText, lambda m: TelegramBadRequest(m, "Bad Request: can't parse"))
    await feed(pressed("s:a"))
    assert telegram.texts() == ["open s:a ru", "trouble &amp; sorry ru"]


async def test_an_answer_that_never_ends_is_broken_off_and_told(
    bot: Bot, desk: Desk, telegram: Telegram, people: Known, ticks: Ticks
) -> None:
    """A stuck handler ends as any other trouble, and the person hears of it."""
    dispatcher = Dispatcher(
        disable_fsm=True, desk=desk, people=people, metrics=Metrics(), checklists=ticks
    )
    dispatcher.update.outer_middleware(Deadline(0.01))
    dispatcher.message.register(stuck)
    dispatcher.include_router(trouble.setup())
    update = Update.model_validate(said("срок?"), context={"bot": bot})
    with capture_logs(processors=[where_it_broke]) as lines:
        await dispatcher.feed_update(bot, update, last=False)
    assert telegram.texts() == ["trouble &amp; sorry kk"]
    assert [line["error"] for line in lines] == ["TimeoutError"]


async def stuck(_: Message) -> None:
    """Never end."""
    await asyncio.Event().wait()
