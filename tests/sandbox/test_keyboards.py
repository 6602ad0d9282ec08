"""Keyboards the Bot API takes and refuses."""

import pytest

from tests.journeys.driver import Telegram
from tests.sandbox.api import GROUP, Api, Json, button, inline

BUTTON = "Bad Request: can't parse inline keyboard button: "
UNALLOWED = BUTTON + "Text buttons are unallowed in the inline keyboard"


@pytest.mark.parametrize(
    "action",
    [
        {"callback_data": "ә" * 32},
        {"url": "https://egov.kz"},
        {"url": "tg://user?id=1001"},
        {"switch_inline_query": ""},
        {"switch_inline_query_current_chat": "қорытынды"},
        {"switch_inline_query_chosen_chat": {"query": "x"}},
        {"copy_text": {"text": "1414"}},
    ],
)
async def test_button_with_one_action_is_sent(api: Api, action: Json) -> None:
    """A button does exactly one thing."""
    sent = await api.send(reply_markup=inline([button("Иә", **action)]))
    assert sent["reply_markup"]["inline_keyboard"] == [[{"text": "Иә", **action}]]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (inline([button(callback_data="ә" * 33)]), "Bad Request: BUTTON_DATA_INVALID"),
        (inline([{"text": "x"}]), UNALLOWED),
        (inline([button(callback_data="")]), UNALLOWED),
        (inline([button(url="")]), UNALLOWED),
        (inline([button(callback_data="a", url="https://egov.kz")]), UNALLOWED),
        (inline([button("")]), "Bad Request: inline keyboard button text must be non-empty"),
        (inline([{"callback_data": "a"}]), BUTTON + 'Can\'t find field "text"'),
        (
            inline([{"text": 5, "callback_data": "a"}]),
            BUTTON + 'Field "text" must be of type String',
        ),
        ({"inline_keyboard": [["x"]]}, BUTTON + "InlineKeyboardButton must be an Object"),
        (
            {"inline_keyboard": "x"},
            'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array',
        ),
        (
            {"inline_keyboard": ["x"]},
            (
                'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup '
                "must be an Array of Arrays"
            ),
        ),
        (
            inline([button(url="ftp://x.kz")]),
            (
                "Bad Request: inline keyboard button URL 'ftp://x.kz' is invalid: "
                "Unsupported URL protocol"
            ),
        ),
        (
            inline([button(url="http://localhost/x")]),
            (
                "Bad Request: inline keyboard button URL 'http://localhost/x' is invalid: "
                "Wrong HTTP URL"
            ),
        ),
        (
            inline([button(url="https://")]),
            "Bad Request: inline keyboard button URL 'https://' is invalid: URL host is empty",
        ),
        (inline([button(copy_text={"text": ""})]), "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        (inline([button(switch_inline_query="x" * 257)]), "Bad Request: BUTTON_DATA_INVALID"),
        (inline(*[[button()] for _ in range(101)]), "Bad Request: reply markup is too long"),
        (inline([button() for _ in range(9)]), "Bad Request: reply markup is too long"),
        ({"keyboard": [["x"] * 301]}, "Bad Request: reply markup is too long"),
        ({"keyboard": [[{"text": ""}]]}, "Bad Request: keyboard button text must be non-empty"),
        (
            {"keyboard": [[5]]},
            (
                "Bad Request: can't parse keyboard button: "
                "KeyboardButton must be a String or an Object"
            ),
        ),
        ("{", "Bad Request: can't parse reply keyboard markup JSON object"),
        ([], "Bad Request: object expected as reply keyboard markup"),
    ],
)
async def test_faulty_keyboard_is_refused(api: Api, markup: object, words: str) -> None:
    """A keyboard with a button too many, too long, without or with two actions is refused."""
    refusal = await api.refused("sendMessage", chat_id=1001, text="x", reply_markup=markup)
    assert refusal == words


async def test_hundred_buttons_are_sent(api: Api) -> None:
    """A keyboard holds 100 buttons."""
    sent = await api.send(reply_markup=inline(*[[button()] for _ in range(100)]))
    assert len(sent["reply_markup"]["inline_keyboard"]) == 100


async def test_phone_is_asked_for_in_private_only(api: Api) -> None:
    """A group has no button that asks for a phone number."""
    markup = {"keyboard": [[{"text": "Телефон", "request_contact": True}]]}
    await api.send(reply_markup=markup)
    assert await api.refused("sendMessage", chat_id=GROUP, text="x", reply_markup=markup) == (
        "Bad Request: phone number can be requested in private chats only"
    )


async def test_reply_keyboard_is_shown_and_taken_away(api: Api, telegram: Telegram) -> None:
    """A keyboard in place of letters is on the page, but not in the bot's own message."""
    person = telegram.person(1001)
    sent = await api.send("Мәзір", reply_markup={"keyboard": [["Қызметтер"]]})
    assert "reply_markup" not in sent
    assert (await person.sees("Мәзір")).buttons == [["Қызметтер"]]
    await person.tap("Қызметтер")
    assert (await api.updates())[-1]["message"]["text"] == "Қызметтер"
    await api.send("Кетті", reply_markup={"remove_keyboard": True})
    with pytest.raises(AssertionError, match="no button «Қызметтер»"):
        await person.tap("Қызметтер")
