"""Conversations on the chat page, as a person at a browser has them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from tests.browsing import chromium

PHONE = ViewportSize(width=430, height=1430)  # tall: the picture is to hold question and answer
DESKTOP = ViewportSize(width=1280, height=800)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Run a headless Chromium."""
    async with chromium() as running:
        yield running


async def _open(browser: Browser, sandbox: str, person: int, size: ViewportSize) -> Page:
    context = await browser.new_context(
        viewport=size, device_scale_factor=2, reduced_motion="reduce"
    )
    page = await context.new_page()
    await page.goto(f"{sandbox}/?person={person}&chat={person}")
    return page


async def _begin(page: Page, language: str) -> None:
    await page.get_by_test_id("start").click()
    await page.get_by_role("button", name=language, exact=True).click()


async def _ask(page: Page, question: str) -> Locator:
    """Write a question and return the bubble of the answer."""
    bubbles = page.get_by_test_id("message")
    before = await bubbles.count()
    await page.get_by_test_id("input").fill(question)
    await page.get_by_test_id("input").press("Enter")
    await expect(bubbles).to_have_count(before + 2)
    return bubbles.last


@pytest.mark.one_database
@pytest.mark.usefixtures("telegram")
async def test_a_russian_conversation_on_a_phone(browser: Browser, sandbox: str) -> None:
    """Sergey asks for papers on a phone and sees each, then the law behind them, and goes back."""
    page = await _open(browser, sandbox, 1002, PHONE)
    await _begin(page, "Русский")
    await expect(page.get_by_test_id("message").last).to_contain_text("не государственный орган")
    answer = await _ask(page, "какие документы для сертификата конечного пользователя")
    for words in (
        "Заявление по форме согласно приложению 1",
        "Гарантийное обязательство импортера",
        "Копию документа, подтверждающего соответствующую сделку с экспортером",
        "Копию договора (контракта) между импортером и конечным пользователем",
        "Постановление № 431, п. 11; утратило силу (2014). Проверить: 1414",
    ):
        await expect(answer).to_contain_text(words)
    await page.get_by_role("button", name="Откуда это взято", exact=True).click()
    await expect(answer).to_contain_text("осы стандартқа 1-қосымшаға сәйкес нысан бойынша өтініш")
    await page.get_by_role("button", name="← Назад к ответу", exact=True).click()
    await expect(answer).to_contain_text("Принесите")


@pytest.mark.one_database
@pytest.mark.usefixtures("telegram")
async def test_a_stolen_ticket_on_a_phone(browser: Browser, sandbox: str, picture: Path) -> None:
    """Sergey's ticket was stolen: one question about his life, and every paper of his case."""
    page = await _open(browser, sandbox, 1002, PHONE)
    await _begin(page, "Русский")
    question = await _ask(page, "военный билет украли")
    await expect(question).to_contain_text("Есть офицерское звание?")
    await page.get_by_role("button", name="Да, офицер", exact=True).click()
    answer = page.get_by_test_id("message").last
    for words in ("факт произошедшей кражи", "Две фотографии", "Покажите оригинал", "№ 2223"):
        await expect(answer).to_contain_text(words)
    await answer.evaluate("message => message.scrollIntoView({block: 'start'})")
    await page.get_by_test_id("log").evaluate("log => log.scrollBy(0, -90)")
    await page.screenshot(path=picture)


@pytest.mark.one_database
@pytest.mark.usefixtures("telegram")
async def test_a_kazakh_conversation_on_a_desktop(browser: Browser, sandbox: str) -> None:
    """Aigul asks in Kazakh, turns to the portal's list and to the term by buttons."""
    page = await _open(browser, sandbox, 1001, DESKTOP)
    await _begin(page, "Қазақша")
    answer = await _ask(page, "экспорттық бақылау қорытындысы")
    await expect(answer).to_contain_text("Тауардың фотосуреті (болған жағдайда)")
    await page.get_by_role("button", name="Порталға құжаттар", exact=True).click()
    await expect(answer).to_contain_text("ЭЦҚ-мен куәландырылған")
    await page.get_by_role("button", name="Мерзімі", exact=True).click()
    await expect(answer).to_contain_text("күнтізбелік 15 күн")
