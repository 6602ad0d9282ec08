"""People block the bot, and change who is in the group."""

from bot.sandbox.actor import Actor
from bot.sandbox.membership import (
    change_bot_status,
    change_person_status,
    say_service,
    tell_blocked,
)
from bot.sandbox.refusals import ActError, JsonObject
from bot.sandbox.world import ADMINISTRATORS, bot_user


def block(actor: Actor) -> JsonObject:
    """Block the bot: it can no longer write to the person."""
    return _set_blocked(actor, blocked=True)


def unblock(actor: Actor) -> JsonObject:
    """Let the bot write again."""
    return _set_blocked(actor, blocked=False)


def add_bot(actor: Actor) -> JsonObject:
    """Bring the bot into the group as a plain member."""
    _check_group(actor, bot_in=False)
    update = change_bot_status(actor.sandbox, actor.chat, "member", by=actor.person.id)
    say_service(actor.sandbox, actor.chat, actor.person.id, {"new_chat_members": [bot_user()]})
    return {"update_id": update}


def remove_bot(actor: Actor) -> JsonObject:
    """Put the bot out of the group."""
    _check_group(actor, bot_in=True, administrator=True)
    return {"update_id": change_bot_status(actor.sandbox, actor.chat, "left", by=actor.person.id)}


def promote_bot(actor: Actor) -> JsonObject:
    """Make the bot an administrator: it hears everything then."""
    _check_group(actor, bot_in=True, administrator=True)
    status = "administrator"
    return {"update_id": change_bot_status(actor.sandbox, actor.chat, status, by=actor.person.id)}


def demote_bot(actor: Actor) -> JsonObject:
    """Make the bot a plain member again."""
    _check_group(actor, bot_in=True, administrator=True)
    return {
        "update_id": change_bot_status(actor.sandbox, actor.chat, "member", by=actor.person.id)
    }


def join(actor: Actor) -> JsonObject:
    """Enter the group."""
    if actor.chat.private or actor.person.id in actor.chat.members:
        raise ActError(f"{actor.person.first_name} is in this chat already.")
    update = change_person_status(actor.sandbox, actor.chat, actor.person.id, "member")
    return {"update_id": update}


def leave(actor: Actor) -> JsonObject:
    """Leave the group."""
    if actor.chat.private:
        raise ActError("Nobody can leave a private chat.")
    actor.check_member()
    update = change_person_status(actor.sandbox, actor.chat, actor.person.id, "left")
    return {"update_id": update}


def _set_blocked(actor: Actor, *, blocked: bool) -> JsonObject:
    sandbox, person = actor.sandbox, actor.person
    if person.blocked == blocked:
        raise ActError("The bot is blocked already." if blocked else "The bot is not blocked.")
    person.blocked = blocked
    private = sandbox.world.chats[person.id]
    sandbox.events.add("chat", chat=private.id, person=person.id)
    return {"update_id": tell_blocked(sandbox, private, blocked=blocked)}


def _check_group(actor: Actor, *, bot_in: bool, administrator: bool = False) -> None:
    if actor.chat.private:
        raise ActError("This is done in a group.")
    actor.check_member()
    if (actor.chat.bot_status != "left") != bot_in:
        raise ActError("The bot is not in the group." if bot_in else "The bot is in the group.")
    if administrator and actor.chat.members[actor.person.id] not in ADMINISTRATORS:
        raise ActError(f"{actor.person.first_name} is not an administrator.")
