"""Start, service and stop of the whole chat."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.methods import (
    GetMe,
    GetUpdates,
    SendMessage,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from structlog.testing import capture_logs

from bot.casework.casework import Casework
from bot.chat import introduction
from bot.chat.metrics import Metrics
from bot.chat.serving import serve
from bot.errors import SettingsError
from tests.chat.rooms import Desk, Held, Known, Ticks
from tests.chat.telegram import Refusal, Telegram
from tests.chat.updates import said


@asynccontextmanager
async def serving(bot: Bot, desk: Desk, people: Known) -> AsyncIterator[None]:
    """Serve while the block runs, then stop as a signal would."""
    stop = asyncio.Event()
    casework = Casework(people, Ticks(), Held())
    service = asyncio.create_task(
        serve(bot, desk, casework, metrics=Metrics(), heartbeat=lambda: None, stop=stop)
    )
    try:
        yield
    finally:
        stop.set()
        await service


async def test_people_are_answered_between_start_and_stop(
    bot: Bot, desk: Desk, people: Known, telegram: Telegram
) -> None:
    """A message that waited for the start is answered, and confirmed at the stop."""
    telegram.arrive(said("/help"))
    async with serving(bot, desk, people):
        await telegram.asked(SendMessage, 1)
    assert telegram.texts() == ["help ru"]
    assert telegram.waiting == []


async def test_the_bot_introduces_itself_in_both_languages(
    bot: Bot, desk: Desk, people: Known, telegram: Telegram
) -> None:
    """Commands stand for private chats and groups apart, and everything for any other language."""
    async with serving(bot, desk, people):
        await telegram.asked(SetMyShortDescription, 3)
    commands = {
        (request.language_code, type(request.scope)): [
            f"{command.command} {command.description}" for command in request.commands
        ]
        for request in telegram.made(SetMyCommands)
    }
    assert commands == {
        (None, BotCommandScopeAllPrivateChats): ["help kk", "docs kk"],
        (None, BotCommandScopeAllGroupChats): ["docs kk"],
        ("kk", BotCommandScopeAllPrivateChats): ["help kk", "docs kk"],
        ("kk", BotCommandScopeAllGroupChats): ["docs kk"],
        ("ru", BotCommandScopeAllPrivateChats): ["help ru", "docs ru"],
        ("ru", BotCommandScopeAllGroupChats): ["docs ru"],
    }
    described = {
        (request.language_code, request.description) for request in telegram.made(SetMyDescription)
    }
    assert described == {
        (None, "description kk"),
        ("kk", "description kk"),
        ("ru", "description ru"),
    }


async def test_commands_telegram_does_not_take_do_not_stop_the_start(
    bot: Bot, desk: Desk, people: Known, telegram: Telegram
) -> None:
    """A slow Telegram costs the command list, not the service."""
    telegram.refuse(SetMyCommands, lambda method: TelegramNetworkError(method, "slow"))
    telegram.arrive(said("/help"))
    with capture_logs() as lines:
        async with serving(bot, desk, people):
            await telegram.asked(SendMessage, 1)
    assert [line["log_level"] for line in lines].count("warning") == 1


@pytest.mark.parametrize(
    ("method", "refusal"),
    [
        (GetMe, lambda method: TelegramUnauthorizedError(method, "Unauthorized")),
        (GetMe, lambda method: TelegramNotFound(method, "Not Found")),
        (GetUpdates, lambda method: TelegramUnauthorizedError(method, "Unauthorized")),
        (GetUpdates, lambda method: TelegramNotFound(method, "Not Found")),
    ],
)
async def test_a_refused_token_is_one_sentence(
    method: type[TelegramMethod[bool]], refusal: Refusal, bot: Bot, telegram: Telegram
) -> None:
    """A token Telegram does not know ends the service with what to do, and without the token."""
    telegram.refuse(method, refusal)
    casework = Casework(Known(), Ticks(), Held())
    with pytest.raises(SettingsError, match="BotFather") as raised:
        async with asyncio.timeout(5):
            await serve(
                bot,
                Desk(),
                casework,
                metrics=Metrics(),
                heartbeat=lambda: None,
                stop=asyncio.Event(),
            )
    assert bot.token not in str(raised.value)


async def test_a_slow_introduction_keeps_nobody_waiting(
    bot: Bot, desk: Desk, people: Known, telegram: Telegram
) -> None:
    """People are answered though Telegram does not say who the bot is."""
    telegram.refuse(GetMe, lambda method: TelegramNetworkError(method, "gone"))
    telegram.arrive(said("/help"))
    with capture_logs() as lines:
        async with serving(bot, desk, people):
            await telegram.asked(SendMessage, 1)
    assert lines[0]["log_level"] == "warning"


async def test_an_introduction_is_tried_until_it_is_made(
    bot: Bot, desk: Desk, people: Known, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands Telegram did not take at the start are set when it is well again."""
    monkeypatch.setattr(introduction, "PAUSE", 0.001)
    telegram.refuse(SetMyCommands, lambda method: TelegramNetworkError(method, "gone"))
    async with serving(bot, desk, people):
        await telegram.asked(SetMyShortDescription, 3)
    assert len(telegram.made(SetMyCommands)) == 7
