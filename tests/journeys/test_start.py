"""Starting and stopping, as the person at the terminal sees it."""

import socket
from pathlib import Path

import aiohttp
import pytest

from tests.journeys.driver import Telegram
from tests.journeys.process import TOKEN, Command, serving


async def test_without_a_token_the_sandbox_opens_with_the_bot_in_it(
    root: Path, tmp_path: Path, free_port: int
) -> None:
    """`run --or-sandbox` prints one line with an address, and people there are answered.

    With METRICS_PORT whoever is on the same machine sees how the bot fares.
    """
    command = Command(
        root, tmp_path, "run", "--or-sandbox", SANDBOX_PORT="0", METRICS_PORT=str(free_port)
    )
    command.start()
    url = next(word for word in command.line().split() if word.startswith("http://127.0.0.1:"))
    async with Telegram(url) as telegram:
        aigul = telegram.person(1001)
        await telegram.ready(60)
        await aigul.start()
        await aigul.sees("Тілді таңдаңыз")
        await telegram.ready()
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{free_port}/metrics") as page,
    ):
        text = await page.text()
    assert 'qujat_updates_total{kind="message"} 1.0' in text
    assert 'qujat_requests_total{method="sendMessage",outcome="ok"} 1.0' in text
    assert f'"{aigul.id}"' not in text  # a number among the values may hold it by chance
    assert command.stop() == 0
    assert command.rest == ""
    assert '"warning"' not in command.log


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("SANDBOX_PORT", ["run", "--or-sandbox"]),
        ("SANDBOX_PORT", ["sandbox"]),
        ("METRICS_PORT", ["run"]),
    ],
)
def test_a_port_in_use_is_one_line(
    setting: str, words: list[str], root: Path, tmp_path: Path
) -> None:
    """Where a port is taken one line says which setting to change, and the status is 2."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        settings = {"BOT_TOKEN": TOKEN} if words == ["run"] else {}
        command = Command(root, tmp_path, *words, **settings, **{setting: port})
        command.start()
        assert command.wait() == 2
    assert command.log.count("\n") == 1
    assert f"{setting} {port}" in command.log
    assert "in use" in command.log


def test_a_bot_without_network_waits_for_it(root: Path, tmp_path: Path) -> None:
    """Nobody answering at Telegram's address or at the clock's is logged, and a stop is obeyed."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # bound, but nobody listens
        nowhere = f"http://127.0.0.1:{silent.getsockname()[1]}"
        command = serving(root, tmp_path, nowhere, BOT_CLOCK=f"{nowhere}/clock")
        command.start()
        command.logged("no updates", "BOT_CLOCK")
        assert command.stop() == 0
    assert command.log.count("BOT_CLOCK") == 1
