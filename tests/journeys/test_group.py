"""The bot among several people."""

from typing import Final

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.person import Person

GROUP: Final = -1001000000001
BOT: Final = "@qujat_sandbox_bot"
QUESTION: Final = "какие документы для сертификата конечного пользователя"


@pytest.mark.parametrize(
    "text", [f"{BOT} {QUESTION}", f"/docs {QUESTION}", f"/docs{BOT} {QUESTION}"]
)
async def test_who_asks_gets_a_reply(text: str, dana: Person) -> None:
    """A mention or a command is answered by a reply to it, without a question for a language."""
    asked = await dana.say(text, GROUP)
    answer = await dana.sees("Принесите", chat=GROUP)
    assert answer.raw["reply_to_message"]["message_id"] == asked
    assert "Русский" not in answer.labels


async def test_a_reply_to_the_bot_is_a_question(dana: Person) -> None:
    """The talk goes on without the bot's name, by replying to it."""
    await dana.say(f"/help{BOT}", GROUP)
    told = await dana.sees("своими словами", chat=GROUP)
    await dana.say(QUESTION, GROUP, reply_to=told.id)
    await dana.sees("Принесите", chat=GROUP)


async def test_the_talk_of_others_is_left_alone(dana: Person, telegram: Telegram) -> None:
    """Words among people, other bots' commands and new members are not answered."""
    marat = telegram.person(1003)
    await marat.does("promote_bot", GROUP)  # an administrator hears everything
    await dana.say(QUESTION, GROUP)
    await dana.say("/weather", GROUP)
    await dana.say("/help@other_bot", GROUP)
    await telegram.person(1002).does("join", GROUP)
    await telegram.ready()
    assert await telegram.requests("sendMessage") == []


async def test_being_added_is_silent(telegram: Telegram) -> None:
    """The bot comes into a group without a word."""
    marat = telegram.person(1003)
    await marat.does("remove_bot", GROUP)
    await marat.does("add_bot", GROUP)
    await telegram.ready()
    assert await telegram.requests("sendMessage") == []


@pytest.mark.parametrize("command", ["/language", "/privacy", "/forget"])
async def test_personal_commands_belong_into_private(command: str, dana: Person) -> None:
    """What is about one person is not talked about before others."""
    await dana.say(command + BOT, GROUP)
    answer = await dana.sees("в личном чате", chat=GROUP)
    assert answer.labels == []


async def test_another_persons_button_is_not_pressed(dana: Person, aigul: Person) -> None:
    """A stranger's press is an alert for the stranger; the screen stays, also a later one."""
    await dana.say(f"/services{BOT}", GROUP)
    await dana.sees("Выберите услугу", chat=GROUP)
    await dana.tap("Комитет промышленности (14)", GROUP)
    services = await dana.sees("Комитет промышленности Министерства", chat=GROUP)
    await aigul.tap("Сертификат конечного пользователя", GROUP)
    told = await aigul.alerted("басқа адамға арналған", chat=GROUP)
    assert told.alert is not None
    await dana.tap("Сертификат конечного пользователя", GROUP)
    card = await dana.sees("Что вы хотите узнать?", chat=GROUP)
    assert card.id == services.id
    await aigul.tap("Срок", GROUP)
    await aigul.alerted("басқа адамға арналған", chat=GROUP)


async def test_the_owner_is_kept_by_a_fresh_screen(dana: Person, aigul: Person) -> None:
    """A screen that comes as a new message still belongs to who asked."""
    await dana.say(f"/services{BOT}", GROUP)
    services = await dana.sees("Выберите услугу", chat=GROUP)
    await dana.press(services, "gone", GROUP)
    outdated = await dana.sees("устарела", chat=GROUP)
    assert outdated.kind == "message"
    await aigul.press(outdated, "m", GROUP)
    await aigul.alerted("басқа адамға арналған", chat=GROUP)
