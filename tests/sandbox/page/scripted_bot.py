"""A bot that does what the test says, and where to look on the page."""

from typing import Final

import aiohttp
from playwright.async_api import Locator, Page, expect

from tests.sandbox.api import Api, Json, button, inline

AIGUL: Final = 1001
SERGEY: Final = 1002
MARAT: Final = 1003


class ScriptedBot(Api):
    """Answer by hand, so that a test sees the page also before the answer."""

    def __init__(self, web: aiohttp.ClientSession, url: str) -> None:
        super().__init__(web)
        self.url = url
        self.asked: list[str] = []  # every address the page asked for

    async def update(self, kind: str) -> Json:
        """Wait for the next update of one kind and return what it holds."""
        while True:
            # One at a time: what came together with it is left for the next call.
            for update in await self.updates(limit=1, timeout=10):
                if kind in update:
                    found: Json = update[kind]
                    return found

    async def say(self, text: str, *rows: tuple[str, ...]) -> int:
        """Send HTML to Sergey with rows of buttons, the label its data too; return the id."""
        keys = [[button(name, callback_data=name[:20]) for name in row] for row in rows]
        sent = await self.send(text, SERGEY, parse_mode="HTML", reply_markup=inline(*keys))
        number: int = sent["message_id"]
        return number


async def visit(page: Page, bot: ScriptedBot, person: int, chat: int | None = None) -> None:
    """Open the page as a person, in a chat or at the list."""
    await page.goto(f"{bot.url}/?person={person}" + (f"&chat={chat}" if chat else ""))
    await expect(page.get_by_test_id("person").first).to_be_visible()


def last(page: Page) -> Locator:
    """Return the newest message."""
    return page.get_by_test_id("message").last
