"""Who belongs to a chat, and what the bot is told when that changes."""

from dataclasses import dataclass
from typing import Final

from bot.sandbox.messages import chat_json
from bot.sandbox.refusals import JsonObject
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import BOT_ID, Chat, Message, World

_RIGHTS: Final = dict.fromkeys(
    (
        "can_be_edited",
        "is_anonymous",
        "can_promote_members",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_send_welcome_messages",
    ),
    False,
) | dict.fromkeys(
    (
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
    ),
    True,
)


@dataclass(frozen=True, slots=True)
class _Change:
    user: int
    before: str
    after: str
    by: int


def status_of(chat: Chat, user: int) -> str:
    """Return the status of the bot or of a person in a chat."""
    if user == BOT_ID:
        return chat.bot_status
    return "member" if user == chat.person else chat.members.get(user, "left")


def member_json(world: World, chat: Chat, user: int, status: str | None = None) -> JsonObject:
    """Return a user's place in a chat as Telegram's ChatMember."""
    status = status or status_of(chat, user)
    member: JsonObject = {"user": world.user(user), "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    elif status == "administrator":
        member |= _RIGHTS
    elif status == "kicked":
        member["until_date"] = 0
    return member


def change_bot_status(sandbox: Sandbox, chat: Chat, status: str, *, by: int) -> int | None:
    """Make the bot a member, an administrator or no member of a group, and tell it."""
    before, chat.bot_status = chat.bot_status, status
    sandbox.events.add("chat", chat=chat.id)
    change = _Change(BOT_ID, before, status, by)
    return _member_update(sandbox, "my_chat_member", chat, change)


def tell_blocked(sandbox: Sandbox, chat: Chat, *, blocked: bool) -> int | None:
    """Tell the bot that the person of a private chat blocked or unblocked it."""
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    change = _Change(BOT_ID, before, after, by=chat.id)
    return _member_update(sandbox, "my_chat_member", chat, change)


def change_person_status(sandbox: Sandbox, chat: Chat, person: int, status: str) -> int | None:
    """Let a person join or leave a group; the group is told, the bot too if it may know."""
    before = status_of(chat, person)
    if status == "left":
        chat.members.pop(person)
        content: JsonObject = {"left_chat_member": sandbox.world.user(person)}
    else:
        chat.members[person] = status
        content = {"new_chat_members": [sandbox.world.user(person)]}
    sandbox.events.add("chat", chat=chat.id)
    if chat.bot_status == "administrator":
        change = _Change(person, before, status, by=person)
        _member_update(sandbox, "chat_member", chat, change)
    return say_service(sandbox, chat, person, content)


def say_service(sandbox: Sandbox, chat: Chat, sender: int, content: JsonObject) -> int | None:
    """Post a service message and give the bot an update about it."""
    message = Message(
        id=sandbox.world.next_number(),
        chat=chat.id,
        sender=sender,
        date=sandbox.clock.timestamp(),
        content=content,
        service=True,
    )
    sandbox.post(message)
    return sandbox.deliver("message", message)


def _member_update(sandbox: Sandbox, kind: str, chat: Chat, change: _Change) -> int | None:
    return sandbox.updates.add(
        kind,
        {
            "chat": chat_json(sandbox.world, chat),
            "from": sandbox.world.user(change.by),
            "date": sandbox.clock.timestamp(),
            "old_chat_member": member_json(sandbox.world, chat, change.user, change.before),
            "new_chat_member": member_json(sandbox.world, chat, change.user, change.after),
        },
    )
