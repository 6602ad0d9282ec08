"""Starting and stopping, as the person at the terminal sees it."""

import socket
from pathlib import Path

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.process import Command, serving


async def test_without_a_token_the_sandbox_opens_with_the_bot_in_it(
    root: Path, tmp_path: Path
) -> None:
    """`run --or-sandbox` prints one line with an address, and people there are answered."""
    command = Command(root, tmp_path, "run", "--or-sandbox", SANDBOX_PORT="0")
    command.start()
    url = next(word for word in command.line().split() if word.startswith("http://127.0.0.1:"))
    async with Telegram(url) as telegram:
        aigul = telegram.person(1001)
        await telegram.ready(60)
        await aigul.start()
        await aigul.sees("Тілді таңдаңыз")
        await telegram.ready()
    assert command.stop() == 0
    assert command.rest == ""
    assert '"warning"' not in command.log


@pytest.mark.parametrize("words", [["run", "--or-sandbox"], ["sandbox"]])
def test_a_port_in_use_is_one_line(words: list[str], root: Path, tmp_path: Path) -> None:
    """A sandbox whose port is taken says which setting to change, and ends with status 2."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = Command(root, tmp_path, *words, SANDBOX_PORT=port)
        command.start()
        assert command.wait() == 2
    assert command.log.count("\n") == 1
    assert f"SANDBOX_PORT {port}" in command.log
    assert "in use" in command.log


def test_a_bot_without_network_waits_for_it(root: Path, tmp_path: Path) -> None:
    """Nobody answering at Telegram's address or at the clock's is logged, and a stop is obeyed."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # bound, but nobody listens
        nowhere = f"http://127.0.0.1:{silent.getsockname()[1]}"
        command = serving(root, tmp_path, nowhere, BOT_CLOCK=f"{nowhere}/clock")
        command.start()
        command.logged("Telegram is not reached", "BOT_CLOCK does not answer")
        assert command.stop() == 0
    assert command.log.count("BOT_CLOCK") == 1
