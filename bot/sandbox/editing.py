"""The methods that change or take back what was sent."""

import datetime as dt
from typing import Final

from bot.sandbox.calls import Call
from bot.sandbox.content import caption_content, text_content
from bot.sandbox.keyboards import inline_markup
from bot.sandbox.messages import message_json
from bot.sandbox.refusals import NOT_MODIFIED, JsonObject, RefusedError, bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import ADMINISTRATORS, BOT_ID, Chat, Message

_DELETABLE: Final = dt.timedelta(hours=48)
_MOST_DELETED: Final = 100
_CAPTIONED: Final = frozenset({"photo", "document"})


def edit_message_text(sandbox: Sandbox, call: Call) -> JsonObject | bool:
    """Replace a text and its keyboard; without `reply_markup` the keyboard goes."""
    content = text_content(sandbox, call)
    message = _own(sandbox, call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(sandbox, message, content, inline_markup(call))


def edit_message_caption(sandbox: Sandbox, call: Call) -> JsonObject | bool:
    """Replace a caption and the keyboard."""
    caption = caption_content(sandbox, call)
    message = _own(sandbox, call)
    if not _CAPTIONED & message.content.keys():
        raise bad_request("there is no caption in the message to edit")
    kept = {
        name: value for name, value in message.content.items() if not name.startswith("caption")
    }
    return _change(sandbox, message, kept | caption, inline_markup(call))


def edit_message_reply_markup(sandbox: Sandbox, call: Call) -> JsonObject | bool:
    """Replace the keyboard only."""
    message = _own(sandbox, call)
    return _change(sandbox, message, message.content, inline_markup(call))


def delete_message(sandbox: Sandbox, call: Call) -> bool:
    """Delete one message: the bot's own, any in private, any in a group it administers."""
    chat = sandbox.world.find_chat(call.params.get("chat_id"))
    message = chat.live(_message_id(call))
    if message is None or message.ephemeral_for is not None:
        raise bad_request("message to delete not found")
    _check_deletable(sandbox, chat, message)
    _delete(sandbox, message)
    return True


def delete_messages(sandbox: Sandbox, call: Call) -> bool:
    """Delete up to 100 messages; those not found are skipped."""
    chat = sandbox.world.find_chat(call.params.get("chat_id"))
    numbers = call.json("message_ids", "message identifiers")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > _MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    found = [message for number in numbers if (message := chat.live(number)) is not None]
    for message in found:
        _check_deletable(sandbox, chat, message)
    for message in found:
        _delete(sandbox, message)
    return True


def delete_ephemeral_message(sandbox: Sandbox, call: Call) -> bool:
    """Delete a message only one person sees."""
    _delete(sandbox, _ephemeral(sandbox, call, "delete"))
    return True


def edit_ephemeral_text(sandbox: Sandbox, call: Call) -> bool:
    """Replace the text and the keyboard of a message only one person sees."""
    content = text_content(sandbox, call)
    _change(sandbox, _ephemeral(sandbox, call, "edit"), content, inline_markup(call))
    return True


def edit_ephemeral_reply_markup(sandbox: Sandbox, call: Call) -> bool:
    """Replace the keyboard of a message only one person sees."""
    message = _ephemeral(sandbox, call, "edit")
    _change(sandbox, message, message.content, inline_markup(call))
    return True


def set_message_reaction(sandbox: Sandbox, call: Call) -> bool:
    """Put the bot's reactions under a message, or take them away."""
    chat = sandbox.world.find_chat(call.params.get("chat_id"))
    message = chat.live(_message_id(call))
    if message is None:
        raise bad_request("message to react not found")
    message.reactions = call.objects("reaction", "reaction types")
    sandbox.tell("edit", message)
    return True


def _message_id(call: Call) -> int:
    number = call.number("message_id")
    if number <= 0:
        raise bad_request("message identifier is not specified")
    return number


def _own(sandbox: Sandbox, call: Call) -> Message:
    """Return the message of the bot that a call wants to edit."""
    if inline_id := call.text("inline_message_id"):
        found = (
            message
            for chat in sandbox.world.chats.values()
            for message in chat.messages.values()
            if message.inline_id == inline_id and not message.deleted
        )
        message = next(found, None)
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    chat = sandbox.world.find_chat(call.params.get("chat_id"))
    message = chat.live(_message_id(call))
    if message is None or message.ephemeral_for is not None:
        raise bad_request("message to edit not found")
    other_keyboard = message.markup is not None and "inline_keyboard" not in message.markup
    if message.sender != BOT_ID or message.service or other_keyboard:
        raise bad_request("message can't be edited")
    return message


def _ephemeral(sandbox: Sandbox, call: Call, verb: str) -> Message:
    chat = sandbox.world.find_chat(call.params.get("chat_id"))
    message = chat.live(-call.number("ephemeral_message_id"))
    if message is None or message.ephemeral_for != call.number("receiver_user_id"):
        raise bad_request(f"message to {verb} not found")
    return message


def _change(
    sandbox: Sandbox, message: Message, content: JsonObject, markup: JsonObject | None
) -> JsonObject | bool:
    if (content, markup) == (message.content, message.markup):
        raise RefusedError(NOT_MODIFIED)
    message.content = content
    message.markup = markup
    message.edit_date = sandbox.clock.timestamp()
    sandbox.tell("edit", message)
    return True if message.inline_id else message_json(sandbox.world, message)


def _check_deletable(sandbox: Sandbox, chat: Chat, message: Message) -> None:
    age = sandbox.clock.timestamp() - message.date
    if chat.bot_status in ADMINISTRATORS and not chat.private:
        return
    if message.sender != BOT_ID and not chat.private:
        raise bad_request("message can't be deleted")
    if age > _DELETABLE.total_seconds():
        raise bad_request("message can't be deleted for everyone")


def _delete(sandbox: Sandbox, message: Message) -> None:
    message.deleted = True
    sandbox.tell("delete", message)
