"""Editing, deleting, pinning, forwarding."""

import aiohttp
import pytest

from bot.sandbox.samples import PIXEL
from tests.journeys.driver import Telegram
from tests.sandbox.api import GROUP, TOKEN, Api, Json, button, inline

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def _photo(web: aiohttp.ClientSession, caption: str) -> Json:
    form = aiohttp.FormData({"chat_id": "1001", "caption": caption})
    form.add_field("photo", PIXEL, filename="x.png")
    async with web.post(f"/bot{TOKEN}/sendPhoto", data=form) as response:
        sent: Json = (await response.json())["result"]
    return sent


async def test_edit_replaces_text_and_drops_keyboard(api: Api) -> None:
    """Without `reply_markup` an edited text loses its buttons, and gets an edit date."""
    sent = await api.send("а", reply_markup=inline([button()]))
    edited = await api.ok("editMessageText", chat_id=1001, message_id=sent["message_id"], text="ә")
    assert edited["text"] == "ә"
    assert "reply_markup" not in edited
    assert "edit_date" in edited


async def test_edit_that_changes_nothing_is_refused(api: Api) -> None:
    """The same text with the same buttons is no edit, however its tags are written."""
    sent = await api.send("<b>а</b>", parse_mode="HTML", reply_markup=inline([button()]))
    refusal = await api.refused(
        "editMessageText",
        chat_id=1001,
        message_id=sent["message_id"],
        text="<strong>а</strong>\n",
        parse_mode="HTML",
        reply_markup=inline([button()]),
    )
    assert refusal == SAME
    refusal = await api.refused(
        "editMessageReplyMarkup",
        chat_id=1001,
        message_id=sent["message_id"],
        reply_markup=inline([button()]),
    )
    assert refusal == SAME


async def test_keyboard_alone_is_edited(api: Api) -> None:
    """The buttons change, the text stays."""
    sent = await api.send("а", reply_markup=inline([button()]))
    edited = await api.ok("editMessageReplyMarkup", chat_id=1001, message_id=sent["message_id"])
    assert edited["text"] == "а"
    assert "reply_markup" not in edited


async def test_only_inline_keyboards_are_edited_in(api: Api) -> None:
    """An edit takes no keyboard in place of letters."""
    sent = await api.send("а")
    refusal = await api.refused(
        "editMessageText",
        chat_id=1001,
        message_id=sent["message_id"],
        text="ә",
        reply_markup={"keyboard": [["x"]]},
    )
    assert refusal == "Bad Request: inline keyboard expected"


async def test_what_is_not_there_or_not_own_is_not_edited(api: Api, telegram: Telegram) -> None:
    """Edits need a message of the bot that stands, without a keyboard in place of letters."""
    own = await api.send("а", reply_markup={"keyboard": [["x"]]})
    other = await telegram.person(1001).say("менікі")
    gone = await api.send("б")
    await api.ok("deleteMessage", chat_id=1001, message_id=gone["message_id"])
    for number, words in (
        (99999, "message to edit not found"),
        (0, "message identifier is not specified"),
        (gone["message_id"], "message to edit not found"),
        (other, "message can't be edited"),
        (own["message_id"], "message can't be edited"),
    ):
        refusal = await api.refused("editMessageText", chat_id=1001, message_id=number, text="в")
        assert refusal == f"Bad Request: {words}"
    refusal = await api.refused("editMessageText", inline_message_id="x", text="в")
    assert refusal == "Bad Request: MESSAGE_ID_INVALID"


async def test_caption_is_edited(api: Api, web: aiohttp.ClientSession) -> None:
    """A picture has a caption to edit and no text; a text has no caption."""
    photo = await _photo(web, "бұрын")
    where = {"chat_id": 1001, "message_id": photo["message_id"]}
    edited = await api.ok("editMessageCaption", caption="<i>кейін</i>", parse_mode="HTML", **where)
    assert (edited["caption"], edited["photo"]) == ("кейін", photo["photo"])
    refusal = await api.refused("editMessageText", text="x", **where)
    assert refusal == "Bad Request: there is no text in the message to edit"
    text = await api.send()
    refusal = await api.refused(
        "editMessageCaption", chat_id=1001, message_id=text["message_id"], caption="x"
    )
    assert refusal == "Bad Request: there is no caption in the message to edit"


async def test_deleting_in_private(api: Api, telegram: Telegram) -> None:
    """In private the bot deletes anything younger than two days, once."""
    own = await api.send()
    old = await api.send("ескі")
    other = await telegram.person(1001).say("менікі")
    for number in (own["message_id"], other):
        assert await api.ok("deleteMessage", chat_id=1001, message_id=number)
        refusal = await api.refused("deleteMessage", chat_id=1001, message_id=number)
        assert refusal == "Bad Request: message to delete not found"
    await telegram.advance(hours=49)
    refusal = await api.refused("deleteMessage", chat_id=1001, message_id=old["message_id"])
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_deleting_in_a_group(api: Api, telegram: Telegram) -> None:
    """In a group only an administrator deletes what others wrote."""
    other = await telegram.person(1004).say("/x", GROUP)
    refusal = await api.refused("deleteMessage", chat_id=GROUP, message_id=other)
    assert refusal == "Bad Request: message can't be deleted"
    await telegram.person(1003).does("promote_bot", GROUP)
    assert await api.ok("deleteMessage", chat_id=GROUP, message_id=other)


async def test_many_are_deleted_at_once(api: Api) -> None:
    """Deleting many skips what is not there and takes 1 to 100 numbers."""
    numbers = [(await api.send(str(n)))["message_id"] for n in range(3)]
    assert await api.ok("deleteMessages", chat_id=1001, message_ids=[*numbers, 99999])
    for given, words in (
        ([], "message identifiers are not specified"),
        (list(range(1, 102)), "too many message identifiers specified"),
    ):
        refusal = await api.refused("deleteMessages", chat_id=1001, message_ids=given)
        assert refusal == f"Bad Request: {words}"


async def test_ephemeral_message_is_for_one_member(api: Api, telegram: Telegram) -> None:
    """Only its receiver sees it; it is edited, pressed and deleted by its own number."""
    receiver = {"receiver_user_id": 1004}
    sent = await api.send(
        "сізге",
        GROUP,
        ephemeral_message_parameters=receiver,
        reply_markup=inline([button()]),
    )
    assert (sent["message_id"], sent["receiver_user"]["id"]) == (0, 1004)
    assert (await telegram.person(1004).sees("сізге", chat=GROUP)).id < 0
    assert await telegram.person(1003).messages(GROUP) == []
    await telegram.person(1004).tap("Иә", GROUP)
    pressed = (await api.updates())[-1]["callback_query"]["message"]
    where = receiver | {
        "chat_id": GROUP,
        "ephemeral_message_id": pressed["ephemeral_message_id"],
    }
    assert await api.ok(
        "editEphemeralMessageText", text="өзгерді", reply_markup=inline([button()]), **where
    )
    assert await api.ok("editEphemeralMessageReplyMarkup", **where)
    await telegram.person(1004).sees("өзгерді", chat=GROUP)
    assert await api.ok("deleteEphemeralMessage", **where)
    assert await telegram.person(1004).messages(GROUP) == []
    refusal = await api.refused("deleteEphemeralMessage", **where)
    assert refusal == "Bad Request: message to delete not found"


@pytest.mark.parametrize(
    ("chat", "receiver", "words"),
    [
        (1001, 1001, "ephemeral messages can't be sent to private chats"),
        (GROUP, 1002, "user not found"),
    ],
)
async def test_ephemeral_message_needs_a_group_and_a_member(
    api: Api, chat: int, receiver: int, words: str
) -> None:
    """Nobody outside the group gets one."""
    refusal = await api.refused("sendMessage", chat_id=chat, text="x", receiver_user_id=receiver)
    assert refusal == f"Bad Request: {words}"


async def test_pinning_needs_rights_in_a_group(api: Api, telegram: Telegram) -> None:
    """The bot pins in private, and in a group as an administrator."""
    sent = await api.send()
    where = {"chat_id": 1001, "message_id": sent["message_id"]}
    assert await api.ok("pinChatMessage", **where)
    assert (await api.ok("getChat", chat_id=1001))["pinned_message"]["text"] == "Сәлем"
    assert await api.ok("unpinChatMessage", **where)
    refusal = await api.refused("unpinChatMessage", **where)
    assert refusal == "Bad Request: message to unpin not found"
    in_group = {"chat_id": GROUP, "message_id": (await api.send(chat=GROUP))["message_id"]}
    refusal = await api.refused("pinChatMessage", **in_group)
    assert refusal == "Bad Request: not enough rights to manage pinned messages in the chat"
    await telegram.person(1003).does("promote_bot", GROUP)
    assert await api.ok("pinChatMessage", **in_group)
    assert await api.ok("unpinAllChatMessages", chat_id=GROUP)
    refusal = await api.refused("pinChatMessage", chat_id=GROUP, message_id=99999)
    assert refusal == "Bad Request: message to pin not found"


async def test_forwarding_and_copying(api: Api, web: aiohttp.ClientSession) -> None:
    """A forward tells whose the message was, a copy does not and may have its own caption."""
    photo = await _photo(web, "бұрын")
    where = {"chat_id": 1002, "from_chat_id": 1001, "message_id": photo["message_id"]}
    forwarded = await api.ok("forwardMessage", **where)
    assert forwarded["forward_origin"]["sender_user"]["is_bot"]
    copied = await api.ok("copyMessage", caption="кейін", **where)
    assert copied.keys() == {"message_id"}
    for verb in ("copy", "forward"):
        refusal = await api.refused(f"{verb}Message", **(where | {"message_id": 99999}))
        assert refusal == f"Bad Request: message to {verb} not found"


async def test_reaction_is_put_under_a_message(api: Api, telegram: Telegram) -> None:
    """The page shows the bot's reaction; a message that is gone gets none."""
    number = await telegram.person(1001).say("рақмет")
    thumb = [{"type": "emoji", "emoji": "👍"}]
    assert await api.ok("setMessageReaction", chat_id=1001, message_id=number, reaction=thumb)
    assert (await telegram.person(1001).messages())[-1].raw["reactions"] == thumb
    refusal = await api.refused("setMessageReaction", chat_id=1001, message_id=99999)
    assert refusal == "Bad Request: message to react not found"
