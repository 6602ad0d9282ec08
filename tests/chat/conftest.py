"""The bot as it runs, but Telegram and the rooms behind the chat are stand-ins."""

from collections.abc import Awaitable, Callable

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.casework.casework import Casework
from bot.chat.metrics import Metrics
from bot.chat.serving import assemble
from tests.chat.polled import Handlers
from tests.chat.rooms import Desk, Held, Known, Ticks
from tests.chat.telegram import Telegram
from tests.chat.updates import Raw

Feed = Callable[..., Awaitable[None]]


@pytest.fixture
def telegram() -> Telegram:
    """Return a Telegram that takes everything."""
    return Telegram()


@pytest.fixture
def bot(telegram: Telegram) -> Bot:
    """Return the bot, connected to it."""
    return Bot("7:test", session=telegram)


@pytest.fixture
def desk() -> Desk:
    """Return the stand-in for the screens."""
    return Desk()


@pytest.fixture
def people() -> Known:
    """Return the stand-in for the people; Сергей has chosen Russian."""
    known = Known()
    known.languages[1002] = "ru"
    return known


@pytest.fixture
def ticks() -> Ticks:
    """Return the stand-in for the checklists."""
    return Ticks()


@pytest.fixture
def feed(bot: Bot, desk: Desk, people: Known, ticks: Ticks) -> Feed:
    """Return what hands raw updates to the dispatcher, one after another."""
    dispatcher = assemble(desk, Casework(people, ticks, Held()), Metrics())

    async def hand_over(*updates: Raw, last: bool = False) -> None:
        for raw in updates:
            update = Update.model_validate(raw, context={"bot": bot})
            await dispatcher.feed_update(bot, update, update_id=update.update_id, last=last)

    return hand_over


@pytest.fixture
def handlers() -> Handlers:
    """Return handlers that note what they get."""
    return Handlers()
