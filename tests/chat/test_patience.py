"""What is done about requests that Telegram, or the network, did not carry out."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    GetMe,
    SendMessage,
    TelegramMethod,
)
from aiohttp import ClientConnectorDNSError, ServerDisconnectedError
from aiohttp.client_reqrep import ConnectionKey

from bot.chat.metrics import Metrics
from bot.chat.patience import LONGEST_WAIT, TRIES, UNWELL, Patience
from tests.chat.telegram import Refusal, Telegram

NOWHERE = ConnectionKey(
    "nowhere", 443, is_ssl=True, ssl=True, proxy=None, proxy_auth=None, proxy_headers_hash=None
)


def too_often(seconds: int) -> Callable[[TelegramMethod[Any]], Exception]:
    """Return the refusal that asks to wait so long."""
    return lambda method: TelegramRetryAfter(method, "Too Many Requests", seconds)


def not_reached(method: TelegramMethod[Any]) -> Exception:
    """Return the error of a network that is away, as aiogram makes it."""
    error = TelegramNetworkError(method, "no name")
    error.__cause__ = ClientConnectorDNSError(NOWHERE, OSError("no name"))
    return error


def cut_off(method: TelegramMethod[Any]) -> Exception:
    """Return the error of a connection that broke in the middle."""
    error = TelegramNetworkError(method, "gone")
    error.__cause__ = ServerDisconnectedError()
    return error


def unreadable(data: object) -> Refusal:
    """Return the error of an answer that cannot be read."""
    return lambda _: ClientDecodeError("odd", ValueError(), data)


@pytest.fixture
def waits(bot: Bot) -> list[float]:
    """Return the list where the seconds waited are noted."""
    noted: list[float] = []

    async def note(seconds: float) -> None:
        noted.append(seconds)

    bot.session.middleware(Patience(Metrics(), note))
    return noted


async def test_waits_as_asked_and_tries_again(
    bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """A message refused once arrives after the asked seconds."""
    telegram.refuse(SendMessage, too_often(3))
    await bot.send_message(1, "text")
    assert waits == [3]
    assert len(telegram.made(SendMessage)) == 2


async def test_gives_up(bot: Bot, telegram: Telegram, waits: list[float]) -> None:
    """After a few tries the refusal is passed on."""
    for _ in range(TRIES):
        telegram.refuse(SendMessage, too_often(1))
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(1, "text")
    assert len(waits) == TRIES - 1


async def test_does_not_wait_for_ever(bot: Bot, telegram: Telegram, waits: list[float]) -> None:
    """A longer wait than anybody has is not begun here."""
    telegram.refuse(SendMessage, too_often(LONGEST_WAIT + 1))
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(1, "text")
    assert waits == []


async def test_a_network_that_is_away_is_tried_a_few_times(
    bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """Where nobody was reached nothing was done: the message is tried with growing pauses."""
    for _ in range(TRIES - 1):
        telegram.refuse(SendMessage, not_reached)
    await bot.send_message(1, "text")
    assert waits == [0.5, 1, 2]


@pytest.mark.parametrize(
    "refusal",
    [
        cut_off,
        lambda method: TelegramNetworkError(method, "Request timeout error"),
        lambda method: TelegramServerError(method, "Internal Server Error"),
        unreadable("<html>502 Bad Gateway"),
        lambda _: TypeError("argument of type 'NoneType' is not iterable"),
    ],
)
async def test_what_may_have_been_done_is_tried_once_more(
    refusal: Refusal, bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """A break in the middle is met by one more try, and never by a third."""
    telegram.refuse(SendMessage, refusal)
    await bot.send_message(1, "text")
    assert len(telegram.made(SendMessage)) == 2
    for _ in range(2):
        telegram.refuse(SendMessage, refusal)
    with pytest.raises(UNWELL):
        await bot.send_message(1, "text")
    assert len(telegram.made(SendMessage)) == 4
    assert len(waits) == 2


@pytest.mark.parametrize(
    "refusal",
    [
        lambda method: TelegramBadRequest(method, "Bad Request: message text is empty"),
        lambda method: TelegramEntityTooLarge(method, "Request Entity Too Large"),
    ],
)
async def test_a_refusal_is_final(
    refusal: Refusal, bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """What Telegram does not take now it does not take later."""
    telegram.refuse(SendMessage, refusal)
    with pytest.raises((TelegramBadRequest, TelegramEntityTooLarge)):
        await bot.send_message(1, "text")
    assert waits == []


async def test_a_group_is_followed_into_its_supergroup(
    bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """A message to the old chat is sent to the new one, at once."""
    telegram.refuse(SendMessage, lambda m: TelegramMigrateToChat(m, "upgraded", -1001))
    await bot.send_message(-1, "text")
    assert [request.chat_id for request in telegram.made(SendMessage)] == [-1, -1001]
    assert waits == []


async def test_a_group_that_moves_at_the_last_try_is_followed(
    bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """The move counts as no failure; one that leads back is no move."""
    for _ in range(TRIES - 1):
        telegram.refuse(SendMessage, too_often(1))
    telegram.refuse(SendMessage, lambda m: TelegramMigrateToChat(m, "upgraded", -1001))
    await bot.send_message(-1, "text")
    assert telegram.made(SendMessage)[-1].chat_id == -1001
    assert len(waits) == TRIES - 1
    for _ in range(2):
        telegram.refuse(SendMessage, lambda m: TelegramMigrateToChat(m, "upgraded", -1001))
    with pytest.raises(TelegramMigrateToChat):
        await bot.send_message(-1, "text")


async def test_done_is_done_however_it_is_told(
    bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """An answer that says yes in a shape nobody can read counts, where only the yes matters."""
    telegram.refuse(SendMessage, unreadable({"ok": True, "result": {"odd": 1}}))
    await bot.send_message(1, "text")
    assert len(telegram.made(SendMessage)) == 1
    telegram.refuse(GetMe, unreadable({"ok": True, "result": {"odd": 1}}))
    with pytest.raises(ClientDecodeError):
        await bot.get_me()
    assert waits == []


@pytest.mark.parametrize("refusal", [too_often(1), not_reached, cut_off])
async def test_late_answers_are_not_tried_again(
    refusal: Refusal, bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """An answer to words typed after the bot's name is worth nothing later."""
    telegram.refuse(AnswerInlineQuery, refusal)
    with pytest.raises((TelegramRetryAfter, TelegramNetworkError)):
        await bot.answer_inline_query("1", [])
    assert waits == []


@pytest.mark.parametrize(("seconds", "waited"), [(5, [5]), (6, [])])
async def test_a_press_waits_a_little_for_its_answer(
    seconds: int, waited: list[float], bot: Bot, telegram: Telegram, waits: list[float]
) -> None:
    """The button stops waiting when Telegram lets it; its screen comes all the same."""
    telegram.refuse(AnswerCallbackQuery, too_often(seconds))
    with suppress(TelegramRetryAfter):
        await bot.answer_callback_query("1")
    assert waits == waited
