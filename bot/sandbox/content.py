"""The content of a message from the parameters of a call, within Telegram's limits."""

from bot.sandbox import utf16
from bot.sandbox.calls import Call
from bot.sandbox.files import StoredFile, picture_size
from bot.sandbox.formatting import LONGEST_CAPTION, LONGEST_TEXT, formatted
from bot.sandbox.refusals import JsonObject, RefusedError, bad_request
from bot.sandbox.sandbox import Sandbox


def text_content(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return `text` and `entities` of a message, 1 to 4096 units after parsing."""
    source = call.text("text")
    if not source:
        raise bad_request("message text is empty")
    given = call.objects("entities", "message entities")
    return checked_text(sandbox, source, call.text("parse_mode"), given) | _preview(call)


def checked_text(
    sandbox: Sandbox, source: str, parse_mode: str, entities: list[JsonObject]
) -> JsonObject:
    """Return the fields of a text message, or refuse it."""
    text, found = formatted(source, parse_mode, entities, sandbox.world.user)
    if not text:
        raise bad_request("text must be non-empty")
    if utf16.length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": found} if found else {})


def caption_content(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return `caption` and `caption_entities`, up to 1024 units, or nothing."""
    text, found = formatted(
        call.text("caption"),
        call.text("parse_mode"),
        call.objects("caption_entities", "message entities"),
        sandbox.world.user,
    )
    if utf16.length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": found} if found else {})


def photo_content(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return the `photo` sent or named by its id: one size of a PNG or JPEG."""
    stored = _file(sandbox, call, "photo")
    width, height = picture_size(stored.data)
    return {"photo": [stored.reference() | {"width": width, "height": height}]}


def document_content(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return the `document` sent or named by its id."""
    stored = _file(sandbox, call, "document")
    return {"document": stored.reference() | {"file_name": stored.name, "mime_type": stored.mime}}


def location_content(call: Call) -> JsonObject:
    """Return the `location`."""
    return {
        "location": {
            "latitude": call.degrees("latitude", 90),
            "longitude": call.degrees("longitude", 180),
        }
    }


def venue_content(call: Call) -> JsonObject:
    """Return the `venue` and its location."""
    content = location_content(call)
    for name in ("title", "address"):
        if not call.text(name):
            raise bad_request(f"{name} must be non-empty")
    return content | {
        "venue": content | {"title": call.text("title"), "address": call.text("address")}
    }


def _preview(call: Call) -> JsonObject:
    options = call.object("link_preview_options", "link preview options")
    return {"link_preview_options": options} if options else {}


def _file(sandbox: Sandbox, call: Call, kind: str) -> StoredFile:
    """Return a file of the call: in its own field, attached, or known by its id."""
    named = call.text(kind)
    upload = call.files.get(kind) or call.files.get(named.removeprefix("attach://"))
    if upload is not None:
        if not upload.data:
            raise bad_request("file must be non-empty")
        return sandbox.files.keep(f"{kind}s", upload.name, upload.data, upload.mime)
    if not named or named.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    try:
        return sandbox.files.by_id(named)
    except RefusedError as error:
        raise bad_request("wrong file identifier/HTTP URL specified") from error
