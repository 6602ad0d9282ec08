"""One browser for a module; a fresh sandbox and page for each test."""

from collections.abc import AsyncIterator
from typing import Final

import aiohttp
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize

from bot.sandbox.server import start
from tests.browsing import chromium
from tests.sandbox.page.scripted_bot import AIGUL, SERGEY, ScriptedBot, visit

DESKTOP: Final = ViewportSize(width=1280, height=800)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Run a headless Chromium: the system's own, none is ever downloaded."""
    async with chromium() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def scripted_bot() -> AsyncIterator[ScriptedBot]:
    """Serve a fresh sandbox in which Aigul and Sergey have started the bot."""
    sandbox = await start(0)
    async with aiohttp.ClientSession(sandbox.url) as web:
        bot = ScriptedBot(web, sandbox.url)
        for person in (AIGUL, SERGEY):
            await web.post("/sandbox/act", json={"person": person, "do": "start"})
            await bot.update("message")
        yield bot
    await sandbox.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, scripted_bot: ScriptedBot) -> AsyncIterator[Page]:
    """Open Sergey's chat on a desktop; a script error on the page fails the test."""
    context = await browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    opened = await context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: scripted_bot.asked.append(request.url))
    await visit(opened, scripted_bot, SERGEY, SERGEY)
    yield opened
    await context.close()
    assert errors == []
