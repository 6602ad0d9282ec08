"""The methods that send a message."""

from bot.sandbox.calls import Call
from bot.sandbox.content import (
    caption_content,
    document_content,
    location_content,
    photo_content,
    text_content,
    venue_content,
)
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.messages import message_json
from bot.sandbox.refusals import (
    BLOCKED,
    NEVER_STARTED,
    NOT_A_MEMBER,
    JsonObject,
    RefusedError,
    bad_request,
)
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import BOT_ID, Chat, Message

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(sandbox: Sandbox, call: Call) -> JsonObject:
    """Send a text."""
    return _send(sandbox, call, text_content(sandbox, call))


def send_photo(sandbox: Sandbox, call: Call) -> JsonObject:
    """Send a picture with a caption."""
    caption = caption_content(sandbox, call)
    return _send(sandbox, call, photo_content(sandbox, call) | caption)


def send_document(sandbox: Sandbox, call: Call) -> JsonObject:
    """Send a file with a caption."""
    caption = caption_content(sandbox, call)
    return _send(sandbox, call, document_content(sandbox, call) | caption)


def send_location(sandbox: Sandbox, call: Call) -> JsonObject:
    """Send a point on the map."""
    return _send(sandbox, call, location_content(call))


def send_venue(sandbox: Sandbox, call: Call) -> JsonObject:
    """Send a point on the map with a name and an address."""
    return _send(sandbox, call, venue_content(call))


def send_chat_action(sandbox: Sandbox, call: Call) -> bool:
    """Show that the bot is busy."""
    action = call.text("action").strip().lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable(sandbox, call)
    sandbox.events.add("typing", chat=chat.id, action=action)
    return True


def forward_message(sandbox: Sandbox, call: Call) -> JsonObject:
    """Forward a message, telling whose it was."""
    source = _source(sandbox, call, "forward")
    origin = {
        "type": "user",
        "date": source.date,
        "sender_user": sandbox.world.user(source.sender),
    }
    return _send(sandbox, call, source.content | {"forward_origin": origin})


def copy_message(sandbox: Sandbox, call: Call) -> JsonObject:
    """Send the same content again without telling whose it was; a caption may replace its own."""
    source = _source(sandbox, call, "copy")
    content = dict(source.content)
    if "caption" in call.params:
        kept = {name: content[name] for name in content if not name.startswith("caption")}
        content = kept | caption_content(sandbox, call)
    sent = _send(sandbox, call, content)
    return {"message_id": sent["message_id"]}


def writable(sandbox: Sandbox, call: Call) -> Chat:
    """Return the chat of a call, or refuse where the bot may not write."""
    chat = sandbox.world.find_chat(call.params.get("chat_id"))
    if chat.person is not None:
        person = sandbox.world.people[chat.person]
        if person.blocked:
            raise RefusedError(BLOCKED, 403)
        if not person.started:
            raise RefusedError(NEVER_STARTED, 403)
    elif chat.bot_status == "left":
        raise RefusedError(NOT_A_MEMBER, 403)
    return chat


def _send(sandbox: Sandbox, call: Call, content: JsonObject) -> JsonObject:
    chat = sandbox.world.find_chat(call.params.get("chat_id"))
    markup = reply_markup(call, private=chat.private)
    writable(sandbox, call)
    receiver = _receiver(call, chat)
    number = sandbox.world.next_number()
    message = Message(
        id=number if receiver is None else -number,
        chat=chat.id,
        sender=BOT_ID,
        date=sandbox.clock.timestamp(),
        content=content,
        markup=markup,
        reply_to=_replied(call, chat),
        thread=_thread(call, chat),
        ephemeral_for=receiver,
        silent=call.flag("disable_notification"),
    )
    sandbox.post(message)
    return message_json(sandbox.world, message)


def _receiver(call: Call, chat: Chat) -> int | None:
    """Return the only person who is to see the message, or None for everybody."""
    ephemeral = call.object("ephemeral_message_parameters", "ephemeral message parameters") or {}
    receiver = ephemeral.get("receiver_user_id") or call.number("receiver_user_id")
    if not receiver:
        return None
    # Telegram's documentation allows them in groups only; the wording of its refusal is not known.
    if chat.private:
        raise bad_request("ephemeral messages can't be sent to private chats")
    if receiver not in chat.members:
        raise bad_request("user not found")
    return int(receiver)


def _replied(call: Call, chat: Chat) -> int | None:
    given = call.object("reply_parameters", "reply parameters")
    options = Call(call.method, given) if given else call
    replied = options.number("message_id" if given else "reply_to_message_id")
    if given and not replied and options.number("ephemeral_message_id"):
        replied = -options.number("ephemeral_message_id")
    if not replied:
        return None
    if chat.live(replied) is None:
        if options.flag("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return replied


def _thread(call: Call, chat: Chat) -> int | None:
    thread = call.number("message_thread_id")
    if not thread:
        return None
    if thread not in chat.threads:
        raise bad_request("message thread not found")
    return thread


def _source(sandbox: Sandbox, call: Call, verb: str) -> Message:
    chat = sandbox.world.find_chat(call.params.get("from_chat_id"))
    message = chat.live(call.number("message_id"))
    if message is None or message.ephemeral_for is not None:
        raise bad_request(f"message to {verb} not found")
    if message.service:
        raise bad_request(f"the message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return message
