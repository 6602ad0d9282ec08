"""The methods about chats and who is in them."""

from typing import Final

from bot.sandbox.calls import Call
from bot.sandbox.membership import change_bot_status, member_json
from bot.sandbox.messages import chat_json, message_json
from bot.sandbox.refusals import NOT_A_MEMBER, JsonObject, RefusedError, bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import ADMINISTRATORS, BOT_ID, Chat

_GIFTS: Final = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)


def get_chat(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return everything Telegram tells of a chat."""
    chat = _chat(sandbox, call)
    full: JsonObject = chat_json(sandbox.world, chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": _GIFTS,
    }
    pinned = chat.live(chat.pinned)
    if pinned is not None:
        full["pinned_message"] = message_json(sandbox.world, pinned)
    return full


def get_chat_member(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return the status of a user; about others only an administrator is told for certain."""
    chat = _chat(sandbox, call)
    user = call.number("user_id")
    if not user:
        raise bad_request("invalid user_id specified")
    if sandbox.world.user(user) is None:
        raise bad_request("user not found")
    if not chat.private and user != BOT_ID and chat.bot_status not in ADMINISTRATORS:
        raise bad_request("member list is inaccessible")
    return member_json(sandbox.world, chat, user)


def get_chat_administrators(sandbox: Sandbox, call: Call) -> list[JsonObject]:
    """Return the administrators of a group, without other bots."""
    chat = _chat(sandbox, call)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    people = [person for person, status in chat.members.items() if status in ADMINISTRATORS]
    if chat.bot_status in ADMINISTRATORS:
        people.append(BOT_ID)
    return [member_json(sandbox.world, chat, person) for person in people]


def get_chat_member_count(sandbox: Sandbox, call: Call) -> int:
    """Return how many are in a chat, the bot counted."""
    chat = _chat(sandbox, call)
    return 2 if chat.private else len(chat.members) + (chat.bot_status != "left")


def leave_chat(sandbox: Sandbox, call: Call) -> bool:
    """Leave a group."""
    chat = _chat(sandbox, call)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    change_bot_status(sandbox, chat, "left", by=BOT_ID)
    return True


def pin_chat_message(sandbox: Sandbox, call: Call) -> bool:
    """Pin a message; in a group only an administrator may."""
    chat = _pinnable(sandbox, call)
    message = chat.live(call.number("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    _pin(sandbox, chat, message.id)
    return True


def unpin_chat_message(sandbox: Sandbox, call: Call) -> bool:
    """Unpin the named or the last pinned message."""
    chat = _pinnable(sandbox, call)
    number = call.number("message_id")
    if chat.pinned is None or (number and number != chat.pinned):
        raise bad_request("message to unpin not found")
    _pin(sandbox, chat, None)
    return True


def unpin_all_chat_messages(sandbox: Sandbox, call: Call) -> bool:
    """Unpin whatever is pinned."""
    _pin(sandbox, _pinnable(sandbox, call), None)
    return True


def _chat(sandbox: Sandbox, call: Call) -> Chat:
    chat = sandbox.world.find_chat(call.params.get("chat_id"))
    if chat.bot_status == "left":
        raise RefusedError(NOT_A_MEMBER, 403)
    return chat


def _pinnable(sandbox: Sandbox, call: Call) -> Chat:
    chat = _chat(sandbox, call)
    if not chat.private and chat.bot_status not in ADMINISTRATORS:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _pin(sandbox: Sandbox, chat: Chat, message_id: int | None) -> None:
    chat.pinned = message_id
    sandbox.events.add("chat", chat=chat.id)
