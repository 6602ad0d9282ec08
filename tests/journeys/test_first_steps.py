"""From the first word to the language, the menu and being forgotten."""

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.person import Person


async def test_a_new_person_chooses_a_language_and_sees_the_menu(aigul: Person) -> None:
    """The greeting asks in both languages; the menu takes its place in the chosen one."""
    await aigul.start()
    greeting = await aigul.sees("Тілді таңдаңыз", "Выберите язык")
    assert greeting.buttons == [["Қазақша", "Русский"]]
    await aigul.tap("Қазақша")
    menu = await aigul.sees("мемлекеттік орган емеспін", "1414")
    assert (menu.kind, menu.id) == ("edit", greeting.id)
    await aigul.start()
    assert (await aigul.sees("мемлекеттік орган емеспін")).kind == "message"


async def test_from_the_menu_to_the_papers(sergey: Person) -> None:
    """Menu, services, card, papers and their source turn as pages of one message."""
    await sergey.start()
    first = await sergey.sees("Выберите язык")
    await sergey.tap("Русский")
    await sergey.sees("заявления не принимаю")
    await sergey.tap("Все услуги")
    await sergey.sees("Выберите услугу")
    await sergey.tap("Комитет промышленности (14)")
    await sergey.sees("Комитет промышленности Министерства")
    await sergey.tap("Заключение по экспортному контролю")
    await sergey.sees("Что вы хотите узнать?")
    await sergey.tap("Какие нужны документы")
    papers = await sergey.sees("Принесите", "431")
    await sergey.tap("Откуда это взято")
    source = await sergey.sees("431")
    assert {papers.id, source.id} == {first.id}


@pytest.mark.parametrize("service", ["end-user-certificate", "export-control-conclusion"])
async def test_a_link_opens_a_service(service: str, sergey: Person) -> None:
    """Who comes by a link sees the card at once, and turns it into a language under it."""
    await sergey.start(f"s_{service}")
    card = await sergey.sees("Что вы хотите узнать?")
    await sergey.tap("Қазақша")
    same = await sergey.sees("Не білгіңіз келеді?")
    assert (same.kind, same.id) == ("edit", card.id)
    await sergey.say("/help")
    await sergey.sees("мемлекеттік қызметті білемін")


async def test_an_answer_is_kept_in_the_chosen_language(sergey: Person) -> None:
    """A language chosen under an answer turns that very answer into it."""
    await sergey.say("сертификат конечного пользователя срок")
    answer = await sergey.sees("15 рабочих дней")
    await sergey.tap("Қазақша")
    same = await sergey.sees("15 жұмыс күні")
    assert (same.kind, same.id) == ("edit", answer.id)


async def test_a_link_to_nothing_says_so(sergey: Person) -> None:
    """An unknown link is answered with a sentence and the menu."""
    await sergey.start("s_gone")
    await sergey.sees("устарела", "Меню")
    await sergey.tap("Меню")
    await sergey.sees("заявления не принимаю")


async def test_the_language_can_be_switched(sergey: Person) -> None:
    """/language asks again, and everything after it speaks the new language."""
    await sergey.say("/language")
    await sergey.sees("На каком языке отвечать?")
    await sergey.tap("Қазақша")
    await sergey.sees("мемлекеттік орган емеспін")
    await sergey.say("/help")
    await sergey.sees("Барлық қызметтер")
    await sergey.say("какие документы для сертификата конечного пользователя")
    await sergey.sees("Алып барыңыз")


async def test_a_person_is_forgotten(sergey: Person) -> None:
    """/forget asks first; then the bot greets as if it had never met the person."""
    await sergey.start()
    await sergey.sees("Выберите язык")
    await sergey.tap("Русский")
    await sergey.sees("заявления не принимаю")
    await sergey.say("/forget")
    await sergey.sees("Удалить всё")
    await sergey.tap("Нет, оставить")
    await sergey.sees("Ничего не удалено")
    await sergey.start()
    await sergey.sees("заявления не принимаю")
    await sergey.say("/forget")
    await sergey.sees("Удалить всё")
    await sergey.tap("Да, удалить")
    await sergey.sees("Всё о вас удалено")
    await sergey.start()
    await sergey.sees("Тілді таңдаңыз")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/services", "Выберите услугу"),
        ("/docs", "Документы для какой услуги показать?"),
        ("/docs заключение по экспортному контролю", "Принесите"),
        ("/privacy", "/forget"),
        ("/cancel", "Отменять нечего"),
        ("/help", "своими словами"),
        ("/unknown", "своими словами"),
    ],
)
async def test_commands_answer(command: str, words: str, sergey: Person) -> None:
    """Every command of a private chat is answered by its screen, an unknown one by the help."""
    await sergey.say(command)
    await sergey.sees(words)


async def test_telegram_shows_the_commands_of_the_place(telegram: Telegram) -> None:
    """The command lists of private chats and of groups differ, for every language."""
    state = await telegram.state()
    lists = {
        (entry["scope"]["type"], entry["language_code"]): [c["command"] for c in entry["commands"]]
        for entry in state["bot"]["commands_by"]
    }
    for language in ("", "kk", "ru"):
        assert "forget" in lists["all_private_chats", language]
        assert "forget" not in lists["all_group_chats", language]
