"""Telegram unwell, and what people notice of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from tests.journeys.driver import Telegram
from tests.journeys.person import Person
from tests.journeys.process import Command, serving


async def test_too_many_requests_are_waited_for(sergey: Person, telegram: Telegram) -> None:
    """An answer Telegram refuses for a second comes after it, once."""
    await telegram.fault("sendMessage", 429, retry_after=1)
    await sergey.say("/help")
    await sergey.sees("своими словами")
    await telegram.ready()
    assert len(await telegram.requests("sendMessage")) == 2


@pytest.mark.parametrize("status", [500, 502, "close"])
async def test_an_answer_that_breaks_off_is_sent_again(
    status: int | str, bot: Command, sergey: Person, telegram: Telegram
) -> None:
    """A server or network that fails once costs a moment, and the person notices nothing."""
    await telegram.fault("sendMessage", status)
    await sergey.say("кто знает тайну")
    await sergey.sees("Выберите услугу")
    await telegram.ready()
    assert len(await sergey.messages()) == 2
    assert "тайну" not in bot.log


async def test_a_long_trouble_is_waited_out(
    bot: Command, sergey: Person, aigul: Person, telegram: Telegram
) -> None:
    """Who cannot be reached for a while is answered afterwards; others are answered meanwhile."""
    await telegram.fault("sendMessage", 500, times=6)
    await sergey.say("/help")
    await sergey.sees("своими словами", within=30)
    await aigul.say("/help")
    await aigul.sees("Барлық қызметтер")
    await telegram.ready()
    assert len(await sergey.messages()) == 2
    assert "not answered yet" in bot.log


async def test_a_flood_is_met_with_one_sentence(sergey: Person, telegram: Telegram) -> None:
    """Of very many messages at once twenty are answered; when it calms, all is as before."""
    for _ in range(30):
        await sergey.say("/help")
    await telegram.ready()
    texts = [message.text for message in await sergey.messages()]
    assert sum("своими словами" in text for text in texts) == 20
    assert sum("слишком много" in text for text in texts) == 1
    await telegram.advance(seconds=11)
    await sergey.say("/help")
    await sergey.sees("своими словами")


async def test_a_database_somebody_else_keeps_costs_no_answer(
    bot: Command, sergey: Person, telegram: Telegram
) -> None:
    """While another process holds what the bot knows of people, questions are answered."""
    async with held(bot.database):
        await sergey.say("какие документы для сертификата конечного пользователя")
        await sergey.sees("Принесите", within=5)
    await telegram.ready()


@asynccontextmanager
async def held(database: str) -> AsyncIterator[None]:
    """Hold the table of people so that nobody else can write to it."""
    engine = create_async_engine(database, poolclass=NullPool)
    async with engine.connect() as connection:
        held_by = {
            "sqlite": "BEGIN IMMEDIATE",
            "postgresql": "LOCK TABLE users IN ACCESS EXCLUSIVE MODE",
        }
        await connection.exec_driver_sql(held_by[engine.dialect.name])
        try:
            yield
        finally:
            await connection.rollback()
    await engine.dispose()


@pytest.mark.parametrize("status", [500, 502, 409, 429, "close"])
async def test_polling_survives(status: int | str, sergey: Person, telegram: Telegram) -> None:
    """Whatever getUpdates meets, messages are answered afterwards."""
    await telegram.fault("getUpdates", status)
    await sergey.say("/help")
    await sergey.sees("своими словами", within=30)


async def test_a_person_who_blocks_the_bot_costs_nobody_else(
    sergey: Person, aigul: Person, telegram: Telegram
) -> None:
    """A refused message to one person is quiet, and others are answered."""
    await telegram.fault("sendMessage", 403)
    await sergey.say("/help")
    await telegram.ready()
    await aigul.say("/help")
    await aigul.sees("Барлық қызметтер")
    assert len(await telegram.requests("sendMessage")) == 2


async def test_blocking_and_coming_back(sergey: Person) -> None:
    """Who blocked the bot and starts it again is answered."""
    await sergey.say("/help")
    await sergey.sees("своими словами")
    await sergey.does("block")
    await sergey.start()
    await sergey.sees("Выберите язык")


async def test_the_bot_tells_of_its_health(
    root: Path, bot: Command, sergey: Person, telegram: Telegram
) -> None:
    """`health` in the bot's folder is status 0 while it serves."""
    await sergey.say("/help")
    await telegram.ready()
    health = Command(root, bot.folder, "health")
    health.start()
    assert int(health.line()) < 60
    assert health.wait() == 0


async def test_a_refused_token_is_one_line(root: Path, tmp_path: Path, telegram: Telegram) -> None:
    """A token Telegram does not know ends the start with what to do, and status 2."""
    await telegram.fault("getMe", 401)
    refused = serving(root, tmp_path, telegram.url, LOG_LEVEL="ERROR")
    refused.start()
    assert refused.wait() == 2
    assert refused.log.count("\n") == 1
    assert "BotFather" in refused.log
