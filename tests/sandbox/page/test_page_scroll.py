"""What of a conversation is in sight: sending shows it, nobody else moves the reader."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Locator, Page, expect

from tests.sandbox.api import GROUP
from tests.sandbox.page.scripted_bot import AIGUL, MARAT, SERGEY, ScriptedBot, last, visit

pytestmark = pytest.mark.asyncio(loop_scope="module")

LINK = '<a href="https://t.me/qujat_sandbox_bot?start=s_transit">Открыть</a>'


async def read_above(page: Page, bot: ScriptedBot) -> Locator:
    """Fill Sergey's chat and scroll up; return the message now read, a start link in it."""
    numbers = [await bot.say(f"{LINK} {n}\n" + "Абзац\n" * 8) for n in range(8)]
    await expect(page.get_by_test_id("message")).to_have_count(9)
    return await scroll_to(page, numbers[3])


async def scroll_to(page: Page, number: int) -> Locator:
    """Scroll so that the message is the first in sight, and the end is not."""
    reading = page.locator(f'[data-message-id="{number}"]')
    await reading.evaluate("node => node.scrollIntoView({block: 'start'})")
    await expect(page.locator("#down")).to_be_visible()
    return reading


async def top(node: Locator) -> float:
    """Return how far below the window's top the node begins."""
    box = await node.bounding_box()
    assert box is not None
    return box["y"]


async def write(page: Page, _bot: ScriptedBot) -> None:
    """Send a text."""
    await page.get_by_test_id("input").fill("Сәлем")
    await page.get_by_test_id("send").click()


async def attach(page: Page, _bot: ScriptedBot) -> None:
    """Send a sticker."""
    await page.get_by_test_id("attach").click()
    await page.locator("[data-action=sticker]").click()


async def start(page: Page, _bot: ScriptedBot) -> None:
    """Follow the start link of the message being read."""
    await page.get_by_role("link", name="Открыть").nth(3).click()


async def choose(page: Page, bot: ScriptedBot) -> None:
    """Post an inline result."""
    await page.get_by_test_id("input").fill("@qujat_sandbox_bot срок")
    query = await bot.update("inline_query")
    content = {"message_text": "15 рабочих дней"}
    result = {"type": "article", "id": "1", "title": "Срок", "input_message_content": content}
    await bot.ok("answerInlineQuery", inline_query_id=query["id"], results=[result])
    await page.get_by_test_id("suggestion").click()


@pytest.mark.parametrize("send", [write, attach, start, choose])
async def test_who_sends_sees_it_and_the_answer_from_its_beginning(
    page: Page, scripted_bot: ScriptedBot, send: Callable[[Page, ScriptedBot], Awaitable[None]]
) -> None:
    """From far above, one's own message comes into sight, then a long answer's first line."""
    await read_above(page, scripted_bot)
    await send(page, scripted_bot)
    await expect(page.get_by_test_id("message")).to_have_count(10)
    await expect(last(page)).to_be_in_viewport(ratio=1)
    await scripted_bot.say("Жауап\n" * 80)
    await expect(page.get_by_test_id("message")).to_have_count(11)
    log = page.get_by_test_id("log")
    assert 0 <= await top(last(page)) - await top(log) < 60


async def test_an_unasked_message_does_not_move_what_is_being_read(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """The bot's own words come below; before a sending and, scrolled up again, after one."""
    reading = await read_above(page, scripted_bot)
    for count in (10, 12):
        before = await top(reading)
        await scripted_bot.say("Еске салу")
        await expect(page.get_by_test_id("message")).to_have_count(count)
        assert abs(await top(reading) - before) <= 1
        await write(page, scripted_bot)
        await expect(page.get_by_test_id("message")).to_have_count(count + 1)
        await expect(last(page)).to_be_in_viewport(ratio=1)
        await reading.evaluate("node => node.scrollIntoView({block: 'start'})")
        await expect(page.locator("#down")).to_be_visible()


async def test_words_of_others_do_not_move_what_is_being_read(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """In a group the one who reads above stays there when another member writes."""

    async def marat(text: str) -> int:
        deed = {"person": MARAT, "chat": GROUP, "do": "send", "text": text}
        await scripted_bot.web.post("/sandbox/act", json=deed)
        return int((await scripted_bot.update("message"))["message_id"])

    numbers = [await marat("/help " + "Абзац\n" * 8) for _ in range(8)]
    await visit(page, scripted_bot, AIGUL, GROUP)
    await expect(page.get_by_test_id("message")).to_have_count(8)
    reading = await scroll_to(page, numbers[3])
    before = await top(reading)
    await marat("/help")
    await expect(page.get_by_test_id("message")).to_have_count(9)
    assert abs(await top(reading) - before) <= 1


async def test_an_edit_above_does_not_move_what_is_being_read(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """Where a message above the screen grows, the one being read stays at its place."""
    reading = await read_above(page, scripted_bot)
    above = page.get_by_test_id("message").nth(1)
    number = await above.get_attribute("data-message-id")
    before = await top(reading)
    await scripted_bot.ok(
        "editMessageText", chat_id=SERGEY, message_id=number, text="Ұзын жол\n" * 40
    )
    await expect(above).to_contain_text("Ұзын")
    assert abs(await top(reading) - before) <= 1
