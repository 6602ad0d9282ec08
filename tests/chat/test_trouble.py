"""What people and the log get when something fails."""

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage
from structlog.testing import capture_logs

from bot.logs import where_it_broke
from tests.chat.conftest import Feed
from tests.chat.rooms import Desk, Known
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


async def test_a_broken_database_is_told_in_the_guessed_language(
    feed: Feed, telegram: Telegram, people: Known
) -> None:
    """When nobody's language can be read, the words and the telephone decide."""
    people.broken = OSError()
    await feed(said("срок?"))
    assert telegram.texts() == ["trouble &amp; sorry ru"]


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


async def test_trouble_with_inline_mode_is_only_logged(
    feed: Feed, telegram: Telegram, people: Known
) -> None:
    """There is no chat to say anything in."""
    people.broken = OSError()
    with capture_logs(processors=[where_it_broke]) as lines:
        await feed(asked_inline("срок"))
    assert telegram.requests == []
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("refusal", "logged"),
    [
        (lambda m: TelegramForbiddenError(m, "Forbidden: bot was blocked by the user"), 0),
        (lambda m: TelegramBadRequest(m, "Bad Request: not enough rights to send"), 0),
        (lambda m: TelegramRetryAfter(m, "Too Many Requests", 900), 1),
    ],
)
async def test_nobody_is_told_where_nothing_can_be_sent(
    refusal: Refusal, logged: int, feed: Feed, telegram: Telegram
) -> None:
    """A blocked bot is quiet; a sender asked to wait says nothing more."""
    telegram.refuse(SendMessage, refusal)
    with capture_logs(processors=[where_it_broke]) as lines:
        await feed(said("/help"))
    assert len(telegram.made(SendMessage)) == 1
    assert len(lines) == logged


async def test_trouble_that_cannot_be_told_ends_there(feed: Feed, telegram: Telegram) -> None:
    """A network that is away fails the sentence as well, and no third try is made."""
    for _ in range(2):
        telegram.refuse(SendMessage, lambda method: TelegramNetworkError(method, SECRET))
    with capture_logs(processors=[where_it_broke]) as lines:
        await feed(said("/help"))
    assert len(telegram.made(SendMessage)) == 2
    assert SECRET not in str(lines)


async def test_an_edit_telegram_refuses_is_told(feed: Feed, telegram: Telegram) -> None:
    """A screen Telegram does not take at all is trouble, said in a new message."""
    telegram.refuse(EditMessageText, lambda m: TelegramBadRequest(m, "Bad Request: can't parse"))
    await feed(pressed("s:a"))
    assert telegram.texts() == ["open s:a ru", "trouble &amp; sorry ru"]
