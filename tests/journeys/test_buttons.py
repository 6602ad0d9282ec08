"""Buttons: none is dead, and none breaks the bot."""

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.person import Person
from tests.journeys.seen import Seen

OUTDATED = {"Русский": "устарела", "Қазақша": "ескірген"}


def leads(seen: Seen) -> list[str]:
    """Return the callback data of a message's buttons that lead to screens.

    The choice of a language and what is done to a checklist (`j:service:case:what`) do not.
    """
    buttons = (button for row in seen.keyboard for button in row)
    data = [button["callback_data"] for button in buttons if "callback_data" in button]
    done = [one for one in data if one.startswith("j:") and one.count(":") > 2]
    return [one for one in data if not one.startswith("l:") and one not in done]


def is_kazakh(seen: Seen) -> bool:
    """Tell whether a message's buttons, but for the choice of a language, are Kazakh."""
    labels = [label for label in seen.labels if label not in OUTDATED]
    return any(letter in "әғқңөұүһі" for letter in "".join(labels).lower())


async def crawl(telegram: Telegram, person: Person, begin: Seen) -> dict[str, Seen]:
    """Press every button that can be reached from a message; return data and screens."""
    new, opened = leads(begin), dict[str, Seen]()
    while new:
        data = new.pop()
        there = len(await person.messages())
        tapped = await person.press(begin.id, data)
        await person.answered(tapped)
        await telegram.ready()
        messages = await person.messages()
        # an example comes as a new message, every other screen in place of the last one
        fresh = len(messages) > there
        opened[data] = messages[-1] if fresh else next(m for m in messages if m.id == begin.id)
        new += [lead for lead in leads(opened[data]) if lead not in {*opened, *new}]
    return opened


@pytest.mark.one_database
@pytest.mark.parametrize("language", ["Русский", "Қазақша"])
async def test_every_button_leads_somewhere(
    language: str, sergey: Person, telegram: Telegram
) -> None:
    """From the menu every screen can be opened, and no button on the way is out of date."""
    await sergey.start()
    await sergey.sees("Выберите язык")
    await sergey.tap(language)
    opened = await crawl(telegram, sergey, await sergey.sees("1414"))
    for data, shown in opened.items():
        assert OUTDATED[language] not in shown.text, data
    for service in ("end-user-certificate", "export-control-conclusion"):
        assert f"c:{service}" in opened
        assert f"d:{service}:online" in opened


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("какие документы для сертификата конечного пользователя", "Русский"),
        ("экспорттық бақылау қорытындысы", "Қазақша"),
    ],
)
async def test_a_stranger_stays_in_one_language(
    question: str, language: str, sergey: Person, telegram: Telegram
) -> None:
    """Who chose no language turns all pages in that of the question, whatever they quote."""
    await sergey.say(question)
    answer = await sergey.sees("431")
    opened = await crawl(telegram, sergey, answer)
    for data, shown in opened.items():
        assert is_kazakh(shown) == (language == "Қазақша"), data


@pytest.mark.parametrize(
    "data", ["x", "l:en", "f:maybe", "c:gone", "d:end-user-certificate:gone", "s" * 64, "m ", "🤷"]
)
async def test_forged_data_are_answered_clearly(data: str, sergey: Person) -> None:
    """A button nobody made says that it is out of date, and offers the menu."""
    await sergey.say("/help")
    message = await sergey.sees("Все услуги")
    await sergey.press(message, data)
    await sergey.sees("устарела", "Меню")


async def test_a_button_of_a_deleted_message_answers_anew(sergey: Person) -> None:
    """A press that arrives after its message is gone is answered by a new message."""
    await sergey.say("/services")
    message = await sergey.sees("Выберите услугу")
    await sergey.deletes(message.id)
    await sergey.press(message, "h")
    answer = await sergey.sees("своими словами")
    assert answer.kind == "message"


async def test_pressing_twice_changes_nothing(sergey: Person, telegram: Telegram) -> None:
    """An impatient second press is answered and brings no second message."""
    await sergey.say("/services")
    message = await sergey.sees("Выберите услугу")
    first = await sergey.press(message, "h")
    second = await sergey.press(message, "h")
    await sergey.answered(first)
    await sergey.answered(second)
    await telegram.ready()
    assert len(await telegram.requests("sendMessage")) == 1


async def test_a_button_pressed_twice_asks_nothing_of_telegram(
    sergey: Person, telegram: Telegram
) -> None:
    """The second press ends its waiting, and no edit is made that would change nothing."""
    await sergey.say("/services")
    await sergey.sees("Выберите услугу")
    await sergey.tap("Комитет промышленности (14)")
    services = await sergey.sees("Комитет промышленности Министерства")
    await sergey.tap("Сертификат конечного пользователя")
    await sergey.sees("Что вы хотите узнать?")
    await sergey.press(services, "c:end-user-certificate")
    await telegram.ready()
    assert len(await telegram.requests("editMessageText")) == 2
    assert all(press["answered"] for press in await telegram.callbacks())
