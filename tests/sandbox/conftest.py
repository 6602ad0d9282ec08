"""A sandbox of its own for each test, and the three doors to it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.server import Running, start
from tests.journeys.driver import Telegram
from tests.sandbox.api import Api


@pytest.fixture
async def server() -> AsyncIterator[Running]:
    """Run a sandbox on a free port."""
    running = await start(0)
    yield running
    await running.close()


@pytest.fixture
async def web(server: Running) -> AsyncIterator[aiohttp.ClientSession]:
    """Speak HTTP with it."""
    async with aiohttp.ClientSession(server.url) as session:
        yield session


@pytest.fixture
async def telegram(server: Running) -> AsyncIterator[Telegram]:
    """Be its people."""
    async with Telegram(server.url) as driven:
        yield driven


@pytest.fixture
async def api(web: aiohttp.ClientSession, telegram: Telegram) -> Api:
    """Be its bot; Айгүл and Сергей have started it."""
    await telegram.person(1001).start()
    await telegram.person(1002).start()
    called = Api(web)
    await called.updates()
    await called.updates()  # confirms what the first call fetched
    return called
