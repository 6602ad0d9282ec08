"""A conversation in the chat page: in headless Chromium, against the real sandbox."""

import pytest
from playwright.async_api import Page, expect

from tests.sandbox.api import GROUP
from tests.sandbox.page.scripted_bot import AIGUL, MARAT, SERGEY, ScriptedBot, last, visit

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_text_goes_to_the_bot_and_its_formatted_answer_is_shown(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """Enter sends the text, Shift+Enter only begins a line, and entities become elements."""
    field = page.get_by_test_id("input")
    await field.press_sequentially("Қайда")
    await field.press("Shift+Enter")
    await field.press_sequentially("барамын?")
    await field.press("Enter")
    assert (await scripted_bot.update("message"))["text"] == "Қайда\nбарамын?"
    await expect(field).to_have_value("")
    await scripted_bot.say("🏛 <b>Астана</b>, <a href='https://egov.kz/'>портал</a>")
    await expect(last(page).locator("strong")).to_have_text("Астана")
    await expect(last(page).get_by_role("link")).to_have_attribute("href", "https://egov.kz/")


async def test_a_message_is_never_read_as_html(page: Page, scripted_bot: ScriptedBot) -> None:
    """Markup in a person's words stands there as they wrote it."""
    words = "<img src=x onerror=alert(1)> & <b>"
    await page.get_by_test_id("input").fill(words)
    await page.get_by_test_id("send").click()
    await scripted_bot.update("message")
    await expect(last(page).locator(".text")).to_have_text(words)
    await expect(page.locator("#log img")).to_have_count(0)


async def test_a_press_waits_for_its_answer_and_edits_in_place(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """A pressed button shows that it waits; the edit keeps the message, the answer is a toast."""
    number = await scripted_bot.say("Что вам нужно?", ("Срок",), ("Стоимость",))
    button = page.get_by_role("button", name="Срок")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    query = await scripted_bot.update("callback_query")
    assert query["data"] == "Срок"
    count = await page.get_by_test_id("message").count()
    await scripted_bot.ok(
        "editMessageText", chat_id=SERGEY, message_id=number, text="15 рабочих дней"
    )
    await scripted_bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="Готово")
    edited = page.locator(f'[data-message-id="{number}"]')
    await expect(edited.locator(".text")).to_have_text("15 рабочих дней")
    await expect(edited.get_by_test_id("edited")).to_be_visible()
    await expect(page.get_by_test_id("toast")).to_contain_text("Готово")
    await expect(page.get_by_test_id("message")).to_have_count(count)


async def test_an_alert_is_a_window_that_takes_the_focus(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """An answer with show_alert stands over the page until it is closed, with Esc too."""
    await scripted_bot.say("Чужая кнопка", ("Нажать",))
    await page.get_by_role("button", name="Нажать").click()
    query = await scripted_bot.update("callback_query")
    await scripted_bot.ok(
        "answerCallbackQuery", callback_query_id=query["id"], text="Это не ваше", show_alert=True
    )
    alert = page.get_by_test_id("alert")
    await expect(alert).to_contain_text("Это не ваше")
    await expect(alert.get_by_role("button")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(alert).to_have_count(0)
    await expect(page.get_by_role("button", name="Нажать")).to_be_focused()


@pytest.mark.parametrize(
    ("language", "refusal"),
    [
        ("kk", "Бір хабарға 4096 таңбаға дейін сыяды, ал мұнда 4097 таңба бар."),
        ("ru", "В одном сообщении помещается до 4096 знаков, а здесь 4097."),
    ],
    ids=["kk", "ru"],
)
async def test_a_text_too_long_is_refused_in_the_language_of_the_page(
    page: Page, scripted_bot: ScriptedBot, language: str, refusal: str
) -> None:
    """One unit over 4,096 and a text, new or corrected, stays in the input; the page says why."""
    longest = "😀" * 2048
    field = page.get_by_test_id("input")
    await page.get_by_test_id(f"lang-{language}").click()
    await field.fill(longest)
    await field.press("Enter")
    assert (await scripted_bot.update("message"))["text"] == longest
    await expect(page.get_by_test_id("message")).to_have_count(2)
    for begin in ("Escape", "ArrowUp"):  # a new message, then a correction of the last one
        await expect(field).to_have_value("")
        await field.press(begin)
        await field.fill(f"{longest}ә")
        await field.press("Enter")
        await expect(page.get_by_test_id("toast")).to_contain_text(refusal)
        await page.get_by_test_id("toast").get_by_role("button").click()
        await expect(field).to_have_value(f"{longest}ә")
        await field.fill("")
    await expect(page.get_by_test_id("message")).to_have_count(2)
    assert await scripted_bot.updates() == []


async def test_a_refused_act_is_told_in_one_sentence(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """What the sandbox refuses stays in the input, and the page shows the reason."""
    await page.get_by_test_id("input").fill("\u202a")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("toast")).to_contain_text("nothing to send")
    await expect(page.get_by_test_id("input")).to_have_value("\u202a")
    await expect(page.get_by_test_id("message")).to_have_count(1)
    assert await scripted_bot.updates() == []


async def test_inline_results_are_chosen_by_arrows_and_posted(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """Words after the bot's name bring its results; the chosen one is posted through it."""
    await page.get_by_test_id("input").press_sequentially("@qujat_sandbox_bot лицензия")
    query = await scripted_bot.update("inline_query")
    while query["query"] != "лицензия":
        query = await scripted_bot.update("inline_query")
    results = [
        {
            "type": "article",
            "id": str(number),
            "title": f"Список {number}",
            "input_message_content": {"message_text": f"Документы {number}"},
        }
        for number in (1, 2)
    ]
    await scripted_bot.ok("answerInlineQuery", inline_query_id=query["id"], results=results)
    await expect(page.get_by_test_id("suggestion")).to_have_count(2)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(last(page).locator(".text")).to_have_text("Документы 2")
    await expect(last(page)).to_contain_text("@qujat_sandbox_bot")


async def test_a_query_that_was_sent_leaves_no_results_behind(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """Results that come after the words were sent as a message do not open over the next one."""
    await page.get_by_test_id("input").press_sequentially("@qujat_sandbox_bot срок")
    query = await scripted_bot.update("inline_query")
    while query["query"] != "срок":
        query = await scripted_bot.update("inline_query")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("input")).to_have_value("")
    async with page.expect_response(lambda r: '"inline"' in (r.request.post_data or "")) as late:
        await scripted_bot.ok("answerInlineQuery", inline_query_id=query["id"], results=[])
    await (await late.value).finished()
    await page.evaluate("() => new Promise((drawn) => setTimeout(drawn, 100))")
    await expect(page.locator("#suggest")).to_be_hidden()


async def test_a_group_shows_who_leads_it_and_whispers_only_to_one(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """The leader bears a badge; an ephemeral message is seen, and marked, by its reader alone."""
    for person, text in ((MARAT, "Қайырлы таң"), (AIGUL, "/help")):
        deed = {"person": person, "chat": GROUP, "do": "send", "text": text}
        await scripted_bot.web.post("/sandbox/act", json=deed)
    await scripted_bot.ok(
        "sendMessage",
        chat_id=GROUP,
        text="Тек сізге",
        ephemeral_message_parameters={"receiver_user_id": AIGUL},
    )
    await visit(page, scripted_bot, AIGUL, GROUP)
    await expect(page.get_by_test_id("message").first).to_contain_text("иесі")
    await expect(last(page).get_by_test_id("ephemeral")).to_have_text("Тек сізге көрінеді")
    await page.get_by_role("radio", name="Марат").check()
    await expect(last(page)).to_contain_text("/help")
    await expect(page.get_by_test_id("ephemeral")).to_have_count(0)


async def test_a_link_to_the_bot_starts_it_with_its_payload(
    page: Page, scripted_bot: ScriptedBot
) -> None:
    """A tap on t.me/<bot>?start=... sends that start and opens nothing outside."""
    await scripted_bot.say('<a href="https://t.me/qujat_sandbox_bot?start=s_transit">Открыть</a>')
    await page.get_by_role("link", name="Открыть").click()
    assert (await scripted_bot.update("message"))["text"] == "/start s_transit"
    await expect(last(page)).to_contain_text("s_transit")
    assert len(page.context.pages) == 1
