"""How the chat page looks and is reached: layout, contrast, keyboard, language, clock."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.sandbox.page.scripted_bot import AIGUL, SERGEY, ScriptedBot, last, visit

pytestmark = pytest.mark.asyncio(loop_scope="module")

# Scripts that return what is wrong on the page: texts too faint, targets too small.
FAINT = (Path(__file__).parent / "faint.js").read_text()
SMALL = (Path(__file__).parent / "small.js").read_text()


async def test_everything_can_be_done_without_a_mouse(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """A command from the menu, a button, the focus after its edit, and another chat."""
    commands = [
        {"command": "services", "description": "Услуги"},
        {"command": "help", "description": "Помощь"},
    ]
    await scripted_bot.ok("setMyCommands", commands=commands)
    await page.reload()
    await expect(page.get_by_test_id("input")).to_be_focused()
    await page.keyboard.type("/")
    await expect(page.get_by_test_id("suggestion")).to_have_count(2)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    assert (await scripted_bot.update("message"))["text"] == "/help"
    number = await scripted_bot.say("Выберите", ("Первая",), ("Вторая",))
    await expect(page.get_by_role("button", name="Вторая")).to_be_visible()
    for _ in range(3):  # back over the paper clip and the command button
        await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="Вторая")).to_be_focused()
    await page.keyboard.press("Enter")
    assert (await scripted_bot.update("callback_query"))["data"] == "Вторая"
    keys = {"inline_keyboard": [[{"text": "Назад", "callback_data": "back"}]]}
    await scripted_bot.ok(
        "editMessageText", chat_id=SERGEY, message_id=number, text="Вот", reply_markup=keys
    )
    await expect(page.get_by_role("button", name="Назад")).to_be_focused()
    await page.get_by_test_id("chat-item").first.focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.locator("#head h2")).to_have_text("Қабылдау бөлмесі")


async def test_a_phone_shows_the_list_and_the_chat_as_two_screens(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """On a phone one screen is seen at a time, nothing sticks out, and targets are 44 px."""
    await page.set_viewport_size({"width": 360, "height": 740})
    await visit(page, scripted_bot, SERGEY)
    await expect(page.get_by_test_id("input")).to_be_hidden()
    await page.get_by_test_id("chat-item").first.click()
    await expect(page.get_by_test_id("input")).to_be_visible()
    await expect(page.get_by_test_id("chat-item").first).to_be_hidden()
    rows = [(f"{n}. Тауарларды экспорттық бақылауға жататындарға жатқызу",) for n in range(10)]
    await scripted_bot.say("Қазақша ұзын түймелер", *rows, ("Алдыңғы", "2/4", "Келесі"))
    await expect(page.get_by_test_id("inline-button")).to_have_count(13)
    assert await page.evaluate(SMALL) == []
    outside = "() => document.getElementById('log').scrollWidth - innerWidth"
    assert await page.evaluate(outside) <= 0
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("chat-item").first).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_has_contrast(page: Page, scripted_bot: ScriptedBot, scheme: str) -> None:
    """Each text reaches 4.5 to 1 with what is behind it, in the light and in the dark."""
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await scripted_bot.say(
        "<b>Құжат</b> <a href='https://egov.kz'>портал</a> /help <code>431</code>"
        "<blockquote>дәйексөз</blockquote>",
        ("Түйме",),
    )
    await page.get_by_test_id("input").fill("/ю")
    await page.get_by_test_id("send").click()
    await expect(last(page)).to_contain_text("/ю")
    assert await page.evaluate(FAINT) == []
    await page.get_by_test_id("clock").click()
    assert await page.get_by_test_id("clock-panel").evaluate(FAINT) == []


async def test_nothing_comes_from_outside(page: Page, scripted_bot: ScriptedBot) -> None:
    """Everything the page asks for, it asks of the sandbox."""
    await scripted_bot.say("https://example.org/a.png <a href='https://example.org'>там</a>")
    await expect(last(page)).to_contain_text("example.org")
    assert len(scripted_bot.asked) > 10
    assert [url for url in scripted_bot.asked if not url.startswith(scripted_bot.url)] == []


async def test_the_panel_moves_the_clock_of_the_sandbox(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """A day set in the panel is Almaty's, shows at once and is what the clock tells."""
    await page.get_by_test_id("clock").click()
    await page.get_by_test_id("clock-field").fill("2031-03-22T09:30")
    await page.get_by_test_id("clock-set").click()
    await expect(page.get_by_test_id("clock-now")).to_contain_text("22 марта 2031")
    async with scripted_bot.web.get("/clock") as response:
        assert (await response.json())["now"].startswith("2031-03-22T04:30")
    await page.get_by_test_id("clock-day").click()
    await expect(page.get_by_test_id("clock-now")).to_contain_text("23 марта 2031")


async def test_the_page_speaks_the_language_of_the_person(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """Russian for Sergey, Kazakh for Aigul, and the switch has the last word."""
    await expect(page.get_by_test_id("send")).to_have_accessible_name("Отправить")
    await page.get_by_role("radio", name="Айгүл").check()
    await expect(page.get_by_test_id("send")).to_have_accessible_name("Жіберу")
    await page.get_by_test_id("lang-ru").click()
    await expect(page.get_by_test_id("send")).to_have_accessible_name("Отправить")
    assert f"person={AIGUL}" in page.url
    assert scripted_bot.url in page.url


async def test_a_message_is_answered_from_its_menu_without_a_mouse(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """Arrows reach a message, Enter opens its menu, and what is written then is a reply."""
    number = await scripted_bot.say("Нөмірі қандай?")
    await expect(last(page)).to_contain_text("Нөмірі")
    await page.get_by_test_id("log").focus()
    await page.keyboard.press("ArrowUp")
    await expect(last(page)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="Ответить")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("intent")).to_contain_text("Нөмірі")
    await page.keyboard.type("431")
    await page.keyboard.press("Enter")
    answer = await scripted_bot.update("message")
    assert answer["reply_to_message"]["message_id"] == number
    await expect(page.get_by_test_id("intent")).to_have_count(0)
