"""The state of the sandbox as the page needs it."""

from collections import Counter

from bot.sandbox.messages import message_view
from bot.sandbox.profile import nearest
from bot.sandbox.refusals import JsonObject
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import BOT_ID, BOT_USERNAME, Chat, Person


def state_view(sandbox: Sandbox) -> JsonObject:
    """Return the bot, the people, the chats with their messages, the clock and the last event."""
    unanswered = Counter(
        (press.chat, press.message_id)
        for press in sandbox.callbacks.values()
        if press.answer is None
    )
    return {
        "bot": _bot_view(sandbox),
        "people": [_person_view(sandbox, person) for person in sandbox.world.people.values()],
        "chats": [_chat_view(sandbox, chat, unanswered) for chat in sandbox.world.chats.values()],
        "clock": sandbox.clock.now().isoformat(),
        "event": sandbox.events.last,
    }


def _bot_view(sandbox: Sandbox) -> JsonObject:
    profile = sandbox.profile
    return {
        "id": BOT_ID,
        "username": BOT_USERNAME,
        "first_name": nearest(profile.names, ""),
        "description": nearest(profile.descriptions, ""),
        "short_description": nearest(profile.short_descriptions, ""),
        "descriptions": profile.descriptions,
        "short_descriptions": profile.short_descriptions,
        "commands_by": profile.all_commands(),
        "pending_updates": sandbox.updates.pending,
        "polling": sandbox.updates.waiting,
    }


def _person_view(sandbox: Sandbox, person: Person) -> JsonObject:
    return person.user() | {
        "blocked": person.blocked,
        "started": person.started,
        "description": nearest(sandbox.profile.descriptions, person.language_code),
    }


def _chat_view(sandbox: Sandbox, chat: Chat, unanswered: Counter[tuple[int, int]]) -> JsonObject:
    members = {chat.person: "member"} if chat.person is not None else chat.members
    return {
        "id": chat.id,
        "type": "private" if chat.private else "supergroup",
        "title": chat.title,
        "person": chat.person,
        "members": [{"person": person, "status": status} for person, status in members.items()],
        "bot_status": chat.bot_status,
        "messages": [
            message_view(sandbox.world, message, unanswered[chat.id, message.id])
            for message in chat.messages.values()
        ],
        "pinned": chat.pinned,
        # The command menu of each member, as Telegram would choose it.
        "commands": {
            str(person): sandbox.profile.commands_for(sandbox.world.people[person], chat)
            for person in members
        },
    }
