"""Texts and captions the Bot API takes and refuses."""

import aiohttp
import pytest

from bot.sandbox.files import picture_size
from bot.sandbox.refusals import RefusedError
from bot.sandbox.samples import PIXEL
from tests.journeys.driver import Telegram
from tests.sandbox.api import GROUP, TOKEN, Api

ENTITIES = "Bad Request: can't parse entities: "


async def test_text_of_4096_units_is_sent(api: Api) -> None:
    """A text may have 4,096 UTF-16 units after its tags are read."""
    sent = await api.send("<b>" + "қ" * 4096 + "</b>", parse_mode="HTML")
    assert len(sent["text"]) == 4096


@pytest.mark.parametrize("text", ["қ" * 4097, "🙂" * 2049])
async def test_longer_text_is_refused(api: Api, text: str) -> None:
    """A text over 4,096 units is too long; an emoji counts as two."""
    assert await api.refused("sendMessage", chat_id=1001, text=text) == (
        "Bad Request: message is too long"
    )


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\t "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "_x_", "parse_mode": "Marked"}, "unsupported parse_mode"),
        ({"text": "half \ud83d"}, "strings must be encoded in UTF-8"),
    ],
)
async def test_empty_or_odd_text_is_refused(api: Api, params: dict[str, str], words: str) -> None:
    """Nothing to show, an unknown markup and broken Unicode are refused."""
    refusal = await api.refused("sendMessage", chat_id=1001, **params)
    assert refusal == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ә<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<i>x</b>",
            'Unmatched end tag at byte offset 4, expected "</i>", found "</b>"',
        ),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        (
            "<a x>y</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a =y>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji emoji-id=x>y</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
async def test_faulty_html_is_refused_with_the_byte(api: Api, source: str, words: str) -> None:
    """Unbalanced and unknown tags are named with their byte, as Telegram names them."""
    refusal = await api.refused("sendMessage", chat_id=1001, text=source, parse_mode="HTML")
    assert refusal == ENTITIES + words


@pytest.mark.usefixtures("api")
async def test_caption_over_1024_is_refused(web: aiohttp.ClientSession) -> None:
    """A caption holds 1,024 units."""
    for length, ok in ((1024, True), (1025, False)):
        form = aiohttp.FormData()
        form.add_field("chat_id", "1001")
        form.add_field("caption", "ә" * length)
        form.add_field("photo", "attach://picture")
        form.add_field("picture", PIXEL, filename="x.png", content_type="image/png")
        async with web.post(f"/bot{TOKEN}/sendPhoto", data=form) as response:
            body = await response.json()
        assert body["ok"] is ok
    assert body["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "attach://x"}, "there is no photo in the request"),
        ("sendDocument", {"document": "nothing"}, "wrong file identifier/HTTP URL specified"),
        ("sendDocument", {"document": "https://x.kz/a"}, "failed to get HTTP URL content"),
        ("sendLocation", {"latitude": 43.2}, "longitude is empty"),
        (
            "sendLocation",
            {"latitude": 143, "longitude": 1},
            "wrong latitude or longitude specified",
        ),
        (
            "sendLocation",
            {"latitude": "north", "longitude": 1},
            "wrong latitude or longitude specified",
        ),
        ("sendVenue", {"latitude": 1, "longitude": 1}, "title must be non-empty"),
        ("sendChatAction", {"action": "sleeping"}, "wrong parameter action in request"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
    ],
)
async def test_missing_content_is_refused(
    api: Api, method: str, params: dict[str, object], words: str
) -> None:
    """A file, a place or an action that is not there is refused."""
    assert await api.refused(method, chat_id=1001, **params) == f"Bad Request: {words}"


@pytest.mark.usefixtures("api")
async def test_picture_that_is_none_is_refused(web: aiohttp.ClientSession) -> None:
    """A photo is a picture, and no empty file."""
    for data, words in ((b"text", "IMAGE_PROCESS_FAILED"), (b"", "file must be non-empty")):
        form = aiohttp.FormData()
        form.add_field("chat_id", "1001")
        form.add_field("photo", data, filename="x.png")
        async with web.post(f"/bot{TOKEN}/sendPhoto", data=form) as response:
            assert (await response.json())["description"] == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("chat", "words"),
    [
        ("", "Bad Request: chat_id is empty"),
        (5, "Bad Request: chat not found"),
        ("--5", "Bad Request: chat not found"),
        ("@nobody", "Bad Request: chat not found"),
        (1004, "Forbidden: bot can't initiate conversation with a user"),
    ],
)
async def test_chat_that_cannot_be_written_to(api: Api, chat: object, words: str) -> None:
    """Strangers are not found, and who never wrote to the bot is not written to."""
    assert await api.refused("sendMessage", chat_id=chat, text="x") == words


async def test_reply_to_nothing_is_refused(api: Api) -> None:
    """A reply needs its message, unless it may go without."""
    lost = {"message_id": 99999}
    refusal = await api.refused("sendMessage", chat_id=1001, text="x", reply_parameters=lost)
    assert refusal == "Bad Request: message to be replied not found"
    sent = await api.send(reply_parameters=lost | {"allow_sending_without_reply": True})
    assert "reply_to_message" not in sent


async def test_unknown_thread_is_refused(api: Api) -> None:
    """A message goes into a topic somebody wrote in."""
    refusal = await api.refused("sendMessage", chat_id=1001, text="x", message_thread_id=3)
    assert refusal == "Bad Request: message thread not found"


async def test_entities_may_stand_instead_of_tags(api: Api) -> None:
    """A list of entities formats a text; one without its place is refused."""
    bold = {"type": "bold", "offset": 0, "length": 2}
    assert (await api.send("сәлем", entities=[bold]))["entities"] == [bold]
    refusal = await api.refused(
        "sendMessage", chat_id=1001, text="x", entities=[{"type": "bold", "offset": 0}]
    )
    assert refusal == "Bad Request: can't parse MessageEntity: Can't find field \"length\""


async def test_reply_quotes_an_ephemeral_message(api: Api, telegram: Telegram) -> None:
    """A reply may name an ephemeral message by its own number."""
    only = {"receiver_user_id": 1004}
    first = await api.send("бір", GROUP, ephemeral_message_parameters=only)
    second = await api.send(
        "екі",
        GROUP,
        ephemeral_message_parameters=only,
        reply_parameters={"ephemeral_message_id": first["ephemeral_message_id"]},
    )
    assert second["reply_to_message"]["text"] == "бір"
    assert len(await telegram.person(1004).messages(GROUP)) == 2


async def test_service_message_is_not_copied(api: Api, telegram: Telegram) -> None:
    """What says that somebody left can be neither copied nor forwarded."""
    await telegram.person(1004).does("leave", GROUP)
    service = (await api.updates())[-1]["message"]["message_id"]
    for method, words in (("copyMessage", "copied"), ("forwardMessage", "forwarded")):
        refusal = await api.refused(method, chat_id=1001, from_chat_id=GROUP, message_id=service)
        assert refusal == f"Bad Request: the message can't be {words}"


async def test_empty_fields_of_a_form_are_not_given(api: Api, web: aiohttp.ClientSession) -> None:
    """An empty keyboard in a form is no keyboard, and no buttons are none either."""
    form = {"chat_id": "1001", "text": "x", "reply_markup": "", "entities": ""}
    async with web.post(f"/bot{TOKEN}/sendMessage", data=form) as response:
        assert (await response.json())["ok"]
    assert "reply_markup" not in await api.send(reply_markup={"inline_keyboard": [[]]})
    assert "reply_markup" not in await api.send(reply_markup={"selective": True})


async def test_jpeg_is_measured() -> None:
    """Width and height of a JPEG stand in its frame header, after other segments."""
    comment = b"\xff\xfe\x00\x04hi"
    frame = b"\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00"
    assert picture_size(b"\xff\xd8" + comment + frame) == (32, 16)
    for cut in (b"\xff\xd8", b"\xff\xd8" + comment, PIXEL[:20]):
        with pytest.raises(RefusedError, match="IMAGE_PROCESS_FAILED"):
            picture_size(cut)
