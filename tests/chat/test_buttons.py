"""Pressed buttons of every kind."""

from collections.abc import Callable
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage, TelegramMethod

from tests.chat.conftest import Feed
from tests.chat.rooms import Known
from tests.chat.telegram import Telegram
from tests.chat.updates import AIGUL, GROUP, ME, SERGEI, Raw, message, pressed, private


def bad_request(words: str) -> Callable[[TelegramMethod[Any]], Exception]:
    """Return Telegram's refusal in these words."""
    return lambda method: TelegramBadRequest(method, f"Bad Request: {words}")


def in_group(asked_by: Raw | None) -> Raw:
    """Return the bot's message in the group, a reply to that person's question if any."""
    asked = message("/docs", by=asked_by, chat=GROUP) if asked_by else None
    more = {"reply_to_message": asked} if asked else {}
    return message("…", by=ME, chat=GROUP, **more)


def with_keyboard(*data: str) -> Raw:
    """Return the bot's message in private with these buttons."""
    rows = [[{"text": one, "callback_data": one}] for one in data]
    return message("…", by=ME, chat=private(SERGEI), reply_markup={"inline_keyboard": rows})


async def test_a_press_is_answered_before_anything_is_shown(
    feed: Feed, telegram: Telegram
) -> None:
    """The button stops waiting first, then the screen takes the place of the old one."""
    under = message("…", by=ME, chat=private(SERGEI))
    await feed(pressed("s:a", under=under))
    answered, shown = telegram.requests
    assert isinstance(answered, AnswerCallbackQuery)
    assert isinstance(shown, EditMessageText)
    assert (shown.message_id, shown.text) == (under["message_id"], "open s:a ru")
    assert "s:b" in str(shown.reply_markup)


@pytest.mark.parametrize(
    "data",
    [None, "", "x", "l:", "l:en", "l:kk ", "f:", "f:maybe", "s:" + "я" * 32, "\ud83d", "s" * 5000],
)
async def test_senseless_data_are_answered_clearly(
    data: str | None, feed: Feed, telegram: Telegram
) -> None:
    """Forged, outdated, over-long and missing data lead to the sentence about old buttons."""
    await feed(pressed(data))
    assert len(telegram.made(AnswerCallbackQuery)) == 1
    assert telegram.texts() == ["outdated ru"]


async def test_a_fresh_screen_is_a_new_message(feed: Feed, telegram: Telegram) -> None:
    """A screen that asks for it does not take the place of the pressed one."""
    await feed(pressed("s:new"))
    assert telegram.made(EditMessageText) == []
    assert telegram.made(SendMessage)[0].text == "open s:new ru"


async def test_a_message_too_old_to_read_is_followed_by_a_new_one(
    feed: Feed, telegram: Telegram
) -> None:
    """Under a message Telegram does not show the bot any more, the screen comes anew."""
    old = {"chat": private(SERGEI), "message_id": 1, "date": 0}
    await feed(pressed("s:a", under=old))
    assert telegram.made(SendMessage)[0].chat_id == SERGEI["id"]
    assert telegram.texts() == ["open s:a ru"]


async def test_a_press_under_an_inline_message_is_answered_in_private(
    feed: Feed, telegram: Telegram
) -> None:
    """Without a message of its own the screen goes to the one who pressed."""
    update = pressed("s:a", inline_message_id="i")
    del update["callback_query"]["message"]
    await feed(update)
    assert telegram.made(SendMessage)[0].chat_id == SERGEI["id"]


@pytest.mark.parametrize(
    "words",
    [
        "message to edit not found",
        "message can't be edited",
        "MESSAGE_ID_INVALID",
        "there is no text in the message to edit",
    ],
)
async def test_what_cannot_be_edited_comes_anew(
    words: str, feed: Feed, telegram: Telegram
) -> None:
    """Telegram's refusal to edit does not keep the screen from the person."""
    telegram.refuse(EditMessageText, bad_request(words))
    await feed(pressed("s:a"))
    assert [sent.text for sent in telegram.made(SendMessage)] == ["open s:a ru"]


async def test_pressing_twice_is_harmless(feed: Feed, telegram: Telegram) -> None:
    """An edit that changes nothing is no trouble."""
    words = "message is not modified: specified new message content and reply markup are exactly"
    telegram.refuse(EditMessageText, bad_request(words))
    await feed(pressed("s:a"))
    assert telegram.made(SendMessage) == []


@pytest.mark.parametrize(
    "refusal",
    [
        bad_request("query is too old and response timeout expired or query ID is invalid"),
        lambda method: TelegramNetworkError(method, "gone"),
    ],
)
async def test_an_answer_that_comes_too_late_does_not_stop_the_screen(
    refusal: Callable[[TelegramMethod[Any]], Exception], feed: Feed, telegram: Telegram
) -> None:
    """After a restart presses are too old to answer, yet their screens are shown."""
    telegram.refuse(AnswerCallbackQuery, refusal)
    await feed(pressed("s:a"))
    assert telegram.texts() == ["open s:a ru"]


async def test_the_language_is_kept_and_the_menu_shown(
    feed: Feed, telegram: Telegram, people: Known
) -> None:
    """A chosen language is the person's from then on; the menu takes the question's place."""
    await feed(pressed("l:kk", under=with_keyboard("l:kk", "l:ru")), pressed("s:a"))
    assert people.languages[SERGEI["id"]] == "kk"
    assert [shown.text for shown in telegram.made(EditMessageText)] == ["menu kk", "open s:a kk"]


async def test_choosing_under_an_answer_keeps_the_answer(feed: Feed, telegram: Telegram) -> None:
    """The menu does not take away an answer that offered the languages below other buttons."""
    await feed(pressed("l:ru", under=with_keyboard("s:a", "l:kk", "l:ru")))
    assert telegram.made(EditMessageText) == []
    assert telegram.texts() == ["menu ru"]


async def test_forgetting_asks_first(feed: Feed, telegram: Telegram, people: Known) -> None:
    """A "no" keeps everything, a "yes" deletes it, a second "yes" finds nothing."""
    await feed(pressed("f:no"))
    assert people.languages == {1002: "ru"}
    await feed(pressed("f:yes"), pressed("f:yes"))
    assert people.languages == {}
    assert telegram.texts() == ["kept ru", "forgotten True ru", "forgotten False ru"]


async def test_another_persons_button_is_not_yours(feed: Feed, telegram: Telegram) -> None:
    """In a group only the one who asked turns the pages; others see an alert in their language."""
    await feed(pressed("s:a", by=AIGUL, under=in_group(SERGEI)))
    (answered,) = telegram.requests
    assert isinstance(answered, AnswerCallbackQuery)
    assert (answered.text, answered.show_alert) == ("not yours kk", True)


@pytest.mark.parametrize(
    "asked_by",
    [
        SERGEI,
        None,
        {"id": 1087968824, "is_bot": True, "first_name": "Group"},
        ME,
    ],
)
async def test_ones_own_and_nobodys_buttons_work_in_a_group(
    asked_by: Raw | None, feed: Feed, telegram: Telegram
) -> None:
    """Who asked may press, and anybody where nobody knows who asked."""
    await feed(pressed("s:a", under=in_group(asked_by)))
    assert telegram.texts() == ["open s:a ru"]


async def test_a_fresh_screen_in_a_group_belongs_to_the_same_person(
    feed: Feed, telegram: Telegram
) -> None:
    """A new message hangs at the question again, so that its buttons are guarded as well."""
    under = in_group(SERGEI)
    await feed(pressed("s:new", under=under))
    reply = telegram.made(SendMessage)[0].reply_parameters
    assert reply is not None
    assert reply.message_id == under["reply_to_message"]["message_id"]


@pytest.mark.parametrize("data", ["l:kk", "f:yes"])
async def test_personal_choices_do_not_hold_in_a_group(
    data: str, feed: Feed, telegram: Telegram, people: Known
) -> None:
    """Language and forgetting are decided in private only, also by a forged press."""
    await feed(pressed(data, under=in_group(SERGEI)))
    assert telegram.texts() == ["outdated ru"]
    assert people.languages == {1002: "ru"}


async def test_a_stranger_keeps_the_language_of_the_screen(feed: Feed, telegram: Telegram) -> None:
    """Who never chose a language goes on in the one the buttons speak, whatever is quoted."""
    stranger = SERGEI | {"id": 5}
    for label in ("Әрі қарай", "Дальше"):
        languages = [{"text": "Қазақша", "callback_data": "l:kk"}]
        rows = [[{"text": label, "callback_data": "s:a"}], languages]
        quoted = message("…осы стандартқа сәйкес…", by=ME, chat=private(stranger))
        under = quoted | {"reply_markup": {"inline_keyboard": rows}}
        await feed(pressed("s:a", by=stranger, under=under))
    assert telegram.texts() == ["open s:a kk", "open s:a ru"]
