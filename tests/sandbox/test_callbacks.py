"""Presses of buttons and their answers."""

import pytest

from tests.journeys.driver import NotPossibleError, Telegram
from tests.sandbox.api import GROUP, Api, button, inline

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_press_comes_with_its_message_and_what_it_replied_to(
    api: Api, telegram: Telegram
) -> None:
    """A callback query holds the message as it stands, and the one it replies to."""
    dana = telegram.person(1004)
    asked = await dana.say("/status", GROUP)
    await api.send("күйі", GROUP, reply_to_message_id=asked, reply_markup=inline([button()]))
    await dana.tap("Иә", GROUP)
    query = (await api.updates())[-1]["callback_query"]
    assert (query["from"]["id"], query["data"]) == (1004, "yes")
    assert query["message"]["text"] == "күйі"
    assert query["message"]["reply_to_message"]["text"] == "/status"
    assert query["message"]["reply_markup"] == inline([button()])


async def test_answer_is_shown_to_who_pressed(api: Api, telegram: Telegram) -> None:
    """A toast or an alert goes to the person, and the press counts as answered."""
    aigul = telegram.person(1001)
    await api.send(reply_markup=inline([button()]))
    for alert in (False, True):
        tapped = await aigul.tap("Иә")
        assert [press["answered"] for press in await telegram.callbacks()][-1] is False
        await api.ok(
            "answerCallbackQuery",
            callback_query_id=tapped.callback_id,
            text="қабылданды",
            show_alert=alert,
        )
        shown = await aigul.alerted("қабыл")
        assert (shown.alert, shown.toast)[alert] is None
        assert (shown.alert or shown.toast) == "қабылданды"
        assert (await aigul.answered(tapped)).text == "қабылданды"
    assert all(press["answered"] for press in await telegram.callbacks())


async def test_unanswered_presses_are_counted(api: Api, telegram: Telegram) -> None:
    """The page can see under which message a press still waits."""
    await api.send(reply_markup=inline([button()]))
    aigul = telegram.person(1001)
    tapped = await aigul.tap("Иә")
    assert (await aigul.messages())[-1].raw["unanswered_callbacks"] == 1
    await api.ok("answerCallbackQuery", callback_query_id=tapped.callback_id)
    assert (await aigul.messages())[-1].raw["unanswered_callbacks"] == 0


async def test_press_is_answered_once_and_in_time(api: Api, telegram: Telegram) -> None:
    """A second, a late and an invented answer are refused."""
    await api.send(reply_markup=inline([button()]))
    first = await telegram.person(1001).tap("Иә")
    await api.ok("answerCallbackQuery", callback_query_id=first.callback_id)
    late = await telegram.person(1001).tap("Иә")
    await telegram.advance(seconds=61)
    for number in (first.callback_id, late.callback_id, "77"):
        assert await api.refused("answerCallbackQuery", callback_query_id=number) == TOO_OLD


async def test_answer_over_200_characters_is_refused(api: Api, telegram: Telegram) -> None:
    """An alert holds 200 characters."""
    await api.send(reply_markup=inline([button()]))
    number = (await telegram.person(1001).tap("Иә")).callback_id
    long = {"callback_query_id": number, "text": "ә" * 201}
    assert await api.refused("answerCallbackQuery", **long) == "Bad Request: MESSAGE_TOO_LONG"
    assert await api.ok("answerCallbackQuery", **(long | {"text": "ә" * 200}))


async def test_forged_data_and_lost_messages_can_be_pressed(api: Api, telegram: Telegram) -> None:
    """Data nobody offered arrives; a message that is gone comes without its content."""
    sent = await api.send(reply_markup=inline([button()]))
    await telegram.person(1001).press(sent["message_id"], "forged")
    await api.ok("deleteMessage", chat_id=1001, message_id=sent["message_id"])
    await telegram.person(1001).press(sent["message_id"], "old")
    forged, old = [update["callback_query"] for update in await api.updates()]
    assert (forged["data"], forged["message"]["text"]) == ("forged", "Сәлем")
    assert old["data"] == "old"
    assert old["message"]["date"] == 0
    assert "text" not in old["message"]


@pytest.mark.parametrize(
    ("action", "kind", "value"),
    [
        ({"url": "https://egov.kz"}, "url", "https://egov.kz"),
        ({"web_app": {"url": "https://egov.kz"}}, "url", "https://egov.kz"),
        ({"switch_inline_query": "x"}, "inline_query", "x"),
        ({"switch_inline_query_current_chat": ""}, "inline_query", ""),
        ({"switch_inline_query_chosen_chat": {"query": "x"}}, "inline_query", "x"),
        ({"copy_text": {"text": "1414"}}, "copied", "1414"),
    ],
)
async def test_other_buttons_work_without_the_bot(
    api: Api, telegram: Telegram, action: dict[str, object], kind: str, value: str
) -> None:
    """An address, a share or a copy button does its work at once and tells the bot nothing."""
    await api.send(reply_markup=inline([button("Ашу", **action)]))
    tapped = await telegram.person(1001).tap("Ашу")
    assert getattr(tapped, kind) == value
    assert await api.updates() == []


async def test_button_without_work_here_says_so(api: Api, telegram: Telegram) -> None:
    """A game button is refused with a sentence."""
    await api.send(reply_markup=inline([button("Ойын", callback_game={"x": 1})]))
    with pytest.raises(NotPossibleError, match="does nothing"):
        await telegram.person(1001).tap("Ойын")
