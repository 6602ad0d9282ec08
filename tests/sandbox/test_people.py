"""What people do, and what of it reaches the bot."""

import pytest

from tests.journeys.driver import NotPossibleError, Telegram
from tests.sandbox.api import GROUP, Api, Json, button, inline


async def test_privacy_mode_hides_small_talk(api: Api, telegram: Telegram) -> None:
    """In a group a plain member hears commands, mentions, replies and service messages."""
    dana = telegram.person(1004)
    own = await api.send("менің", GROUP)
    await dana.say("кеше жаңбыр жауды", GROUP)
    await dana.say("/x@other_bot", GROUP)
    await dana.say("айтшы, /x", GROUP)
    await dana.say("/help", GROUP)
    await dana.say("/help@qujat_sandbox_bot", GROUP)
    await dana.say("@Qujat_sandbox_bot сәлем", GROUP)
    await dana.say("рақмет", GROUP, reply_to=own["message_id"])
    await dana.sends("photo", GROUP, caption="@qujat_sandbox_bot")
    await dana.does("leave", GROUP)
    heard = [update["message"] for update in await api.updates()]
    assert [message.get("text") or message.get("caption") for message in heard] == [
        "/help",
        "/help@qujat_sandbox_bot",
        "@Qujat_sandbox_bot сәлем",
        "рақмет",
        "@qujat_sandbox_bot",
        None,
    ]
    assert heard[3]["reply_to_message"]["text"] == "менің"
    assert heard[5]["left_chat_member"]["id"] == 1004


async def test_administrator_hears_everything(api: Api, telegram: Telegram) -> None:
    """Promoted, the bot is told so and hears small talk; demoted it does not."""
    marat = telegram.person(1003)
    await marat.does("promote_bot", GROUP)
    await marat.say("кеше жаңбыр жауды", GROUP)
    await marat.does("demote_bot", GROUP)
    await marat.say("бүгін де", GROUP)
    promoted, talk, demoted = await api.updates()
    change = promoted["my_chat_member"]
    assert change["old_chat_member"]["status"] == "member"
    assert change["new_chat_member"]["status"] == "administrator"
    assert talk["message"]["text"] == "кеше жаңбыр жауды"
    assert demoted["my_chat_member"]["new_chat_member"]["status"] == "member"


async def test_bot_put_out_of_the_group(api: Api, telegram: Telegram) -> None:
    """Removed, it is told, hears nothing and may not write; added, it is back."""
    marat = telegram.person(1003)
    await marat.does("remove_bot", GROUP)
    await marat.say("/help", GROUP)
    (removed,) = await api.updates()
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "left"
    for method in ("sendMessage", "getChat"):
        refusal = await api.refused(method, chat_id=GROUP, text="x")
        assert refusal == "Forbidden: bot is not a member of the supergroup chat"
    await marat.does("add_bot", GROUP)
    added, service = await api.updates()
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["is_bot"]
    await api.send(chat=GROUP)


async def test_bot_leaves_by_itself(api: Api) -> None:
    """The bot may leave a group, and is told so; a private chat cannot be left."""
    assert await api.ok("leaveChat", chat_id=GROUP)
    (left,) = await api.updates()
    assert left["my_chat_member"]["from"]["is_bot"]
    assert await api.refused("leaveChat", chat_id=1001) == (
        "Bad Request: chat member status can't be changed in private chats"
    )


async def test_blocked_bot_is_forbidden_to_write(api: Api, telegram: Telegram) -> None:
    """Blocked, the bot is told and gets 403 until it is unblocked or started again."""
    sergey = telegram.person(1002)
    await sergey.does("block")
    body = await api.call("sendMessage", chat_id=1002, text="x")
    assert body["error_code"] == 403
    assert body["description"] == "Forbidden: bot was blocked by the user"
    for act in ("block", "send"):
        with pytest.raises(NotPossibleError):
            await sergey.does(act, text="x")
    await sergey.does("unblock")
    await api.send(chat=1002)
    statuses = [
        update["my_chat_member"]["new_chat_member"]["status"] for update in await api.updates()
    ]
    assert statuses == ["kicked", "member"]
    await sergey.does("block")
    await sergey.start("s_conclusion")
    *_, start = await api.updates()
    assert start["message"]["text"] == "/start s_conclusion"


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("photo", {"caption": "міне"}),
        ("voice", {}),
        ("sticker", {}),
        ("document", {"file_name": "өтініш.docx"}),
        ("video", {}),
        ("location", {"latitude": 43.2, "longitude": 76.9}),
        ("contact", {}),
        ("dice", {}),
        ("poll", {}),
    ],
)
async def test_anything_can_be_sent(api: Api, telegram: Telegram, what: str, more: Json) -> None:
    """Whatever people send reaches the bot as that kind of message."""
    await telegram.person(1001).sends(what, **more)
    (update,) = await api.updates()
    assert what in update["message"]


async def test_corrections_reach_the_bot_deletions_do_not(api: Api, telegram: Telegram) -> None:
    """An edited text comes as `edited_message`; a deleted one just goes."""
    aigul = telegram.person(1001)
    number = await aigul.say("/docs")
    await aigul.corrects(number, "/help")
    await aigul.deletes(number)
    photo = await aigul.sends("photo")
    with pytest.raises(NotPossibleError, match="Only a text"):
        await aigul.corrects(photo, "x")
    _, corrected, _ = await api.updates()
    assert corrected["edited_message"]["text"] == "/help"
    assert "edit_date" in corrected["edited_message"]
    assert [message.id for message in await aigul.messages() if message.id == number] == []


async def test_topic_of_a_message_is_kept(api: Api, telegram: Telegram) -> None:
    """A message in a topic carries its thread, and the bot may answer there."""
    await telegram.person(1003).does("send", GROUP, text="/x", message_thread_id=7)
    (update,) = await api.updates()
    assert update["message"]["message_thread_id"] == 7
    assert (await api.send(chat=GROUP, message_thread_id=7))["message_thread_id"] == 7


@pytest.mark.parametrize(
    ("person", "chat", "act"),
    [
        (1001, 1001, {"do": "fly"}),
        (9, 9, {"do": "send", "text": "x"}),
        (1001, 1002, {"do": "send", "text": "x"}),
        (1002, GROUP, {"do": "send", "text": "x"}),
        (1001, 1001, {"do": "send", "text": " "}),
        (1001, 1001, {"do": "send", "text": "x" * 4097}),
        (1001, 1001, {"do": "start", "payload": "ә"}),
        (1001, 1001, {"do": "location", "latitude": "x"}),
        (1001, 1001, {"do": "press", "data": "x"}),
        (1001, 1001, {"do": "press", "message_id": 99999, "row": 0, "column": 0}),
        (1001, 1001, {"do": "edit", "message_id": 99999, "text": "x"}),
        (1001, GROUP, {"do": "delete", "message_id": 99999}),
        (1001, 1001, {"do": "choose", "inline_query_id": "x", "result_id": "x"}),
        (1001, 1001, {"do": "unblock"}),
        (1001, 1001, {"do": "promote_bot"}),
        (1001, GROUP, {"do": "promote_bot"}),
        (1003, GROUP, {"do": "add_bot"}),
        (1003, GROUP, {"do": "join"}),
        (1001, 1001, {"do": "leave"}),
        (1002, GROUP, {"do": "leave"}),
    ],
)
async def test_what_cannot_be_done_is_explained(
    telegram: Telegram, person: int, chat: int, act: Json
) -> None:
    """An act that makes no sense is refused with one sentence and changes nothing."""
    before = await telegram.state()
    with pytest.raises(NotPossibleError, match=r"^.+[.]$"):
        await telegram.act(person, chat, **act)
    after = await telegram.state()
    assert before["event"] == after["event"]


async def test_buttons_that_are_not_there_are_not_pressed(api: Api, telegram: Telegram) -> None:
    """A press needs a row and a column of the keyboard that stands now."""
    sent = await api.send(reply_markup=inline([button()]))
    for row, column in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        with pytest.raises(NotPossibleError, match="no such button"):
            await telegram.act(
                1001, 1001, "press", message_id=sent["message_id"], row=row, column=column
            )
