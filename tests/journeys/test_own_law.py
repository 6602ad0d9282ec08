"""Law without code in the chat: the README's act in a folder of one's own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.process import Command, serving
from tests.readme import copy_out


@pytest.fixture
async def served(root: Path, tmp_path: Path) -> AsyncIterator[Telegram]:
    """Run a sandbox, and a bot that reads the folder beside its own data."""
    for name in ("sandbox", "bot"):
        (tmp_path / name).mkdir()
    copy_out(root / "README.md", tmp_path / "own")
    sandbox = Command(root, tmp_path / "sandbox", "sandbox", SANDBOX_PORT="0")
    sandbox.start()
    url = next(word for word in sandbox.line().split() if word.startswith("http"))
    bot = serving(root, tmp_path / "bot", url, DATA_DIR=str(tmp_path / "own"))
    bot.start()
    async with Telegram(url) as telegram:
        await telegram.ready(60)
        yield telegram
    assert bot.stop() == 0, bot.log
    assert sandbox.stop() == 0, sandbox.log


async def test_an_act_of_ones_own_is_in_the_chat(served: Telegram) -> None:
    """It is found by words, listed under its body, and its answers have no line about repeal."""
    sergey = served.person(1002)
    await sergey.say("какие документы нужны для читательского билета")
    answer = await sergey.sees("Документ, удостоверяющий личность")
    assert "№ 12" in answer.text.split("\n")[-1]
    assert "утратило силу" not in answer.text
    await sergey.say("/services")
    await sergey.sees("Библиотека", "читательский билет")
    await sergey.tap("Библиотека (1)")
    await sergey.sees("Городская библиотека")
    await sergey.tap("Читательский билет")
    await sergey.sees("Выдача читательского билета")
