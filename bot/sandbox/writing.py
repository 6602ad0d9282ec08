"""People write, send things, correct and delete."""

import re
from typing import Final

from bot.sandbox import utf16
from bot.sandbox.actor import Actor
from bot.sandbox.formatting import LONGEST_CAPTION, LONGEST_TEXT, formatted
from bot.sandbox.group_acts import unblock
from bot.sandbox.refusals import ActError, JsonObject
from bot.sandbox.samples import sample

_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")


def send(actor: Actor) -> JsonObject:
    """Send a text; commands, mentions and addresses in it are found as a client does."""
    return actor.write(_text_content(actor, "text", LONGEST_TEXT))


def start(actor: Actor) -> JsonObject:
    """Press Start, with the payload of a deep link; a blocked bot is unblocked by it."""
    payload = actor.text("payload")
    if not _PAYLOAD.fullmatch(payload):
        raise ActError("A deep link holds up to 64 Latin letters, digits, _ and -.")
    if actor.person.blocked:
        unblock(actor)
    text, entities = formatted(f"/start {payload}", "", [], actor.sandbox.world.user)
    return actor.write({"text": text, "entities": entities})


def attach(actor: Actor) -> JsonObject:
    """Send something that is not text: what `do` names."""
    content = sample(actor)
    if actor.text("caption"):
        caption = _text_content(actor, "caption", LONGEST_CAPTION)
        content |= {"caption": caption["text"]}
        if "entities" in caption:
            content["caption_entities"] = caption["entities"]
    return actor.write(content)


def edit(actor: Actor) -> JsonObject:
    """Correct an own text."""
    message = actor.own_message()
    actor.check_may_write()
    if "text" not in message.content:
        raise ActError("Only a text can be corrected.")
    message.content = _text_content(actor, "text", LONGEST_TEXT)
    message.edit_date = actor.sandbox.clock.timestamp()
    actor.sandbox.tell("edit", message)
    return {"update_id": actor.sandbox.deliver("edited_message", message)}


def delete(actor: Actor) -> JsonObject:
    """Delete an own message, or any in private; Telegram tells the bot nothing."""
    message = actor.chat.live(actor.number("message_id"))
    if message is None or (not actor.chat.private and message.sender != actor.person.id):
        raise ActError("There is no such message of this person.")
    message.deleted = True
    actor.sandbox.tell("delete", message)
    return {}


def _text_content(actor: Actor, name: str, longest: int) -> JsonObject:
    text, entities = formatted(actor.text(name), "", [], actor.sandbox.world.user)
    if not text:
        raise ActError("There is nothing to send.")
    if utf16.length(text) > longest:
        raise ActError(f"A message holds {longest} characters; Telegram would split this one.")
    return {"text": text} | ({"entities": entities} if entities else {})
