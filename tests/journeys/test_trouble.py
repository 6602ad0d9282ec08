"""Telegram unwell, and what people notice of it."""

from pathlib import Path

import pytest

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


async def test_a_failing_answer_is_told(bot: Command, sergey: Person, telegram: Telegram) -> None:
    """When an answer cannot be sent, one sentence says so, and the log holds no words."""
    await telegram.fault("sendMessage", 500)
    await sergey.say("кто знает тайну")
    await sergey.sees("произошла ошибка")
    assert "TelegramServerError" in bot.log
    assert "тайну" not in bot.log


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
