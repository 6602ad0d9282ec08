"""What a person can do in the chat page, by the name of the act."""

import inspect
from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from bot.sandbox import group_acts, inline_acts, pressing, writing
from bot.sandbox.actor import Actor
from bot.sandbox.refusals import ActError, JsonObject
from bot.sandbox.sandbox import Sandbox

Act: TypeAlias = Callable[[Actor], JsonObject | Awaitable[JsonObject]]

ACTS: Final[dict[str, Act]] = {
    "send": writing.send,
    "start": writing.start,
    "edit": writing.edit,
    "delete": writing.delete,
    "photo": writing.attach,
    "voice": writing.attach,
    "sticker": writing.attach,
    "document": writing.attach,
    "video": writing.attach,
    "location": writing.attach,
    "contact": writing.attach,
    "dice": writing.attach,
    "poll": writing.attach,
    "press": pressing.press,
    "inline": inline_acts.ask,
    "choose": inline_acts.choose,
    "block": group_acts.block,
    "unblock": group_acts.unblock,
    "add_bot": group_acts.add_bot,
    "remove_bot": group_acts.remove_bot,
    "promote_bot": group_acts.promote_bot,
    "demote_bot": group_acts.demote_bot,
    "join": group_acts.join,
    "leave": group_acts.leave,
}


async def act(sandbox: Sandbox, asked: JsonObject) -> JsonObject:
    """Do what a person asks and return the answer; raise ActError where it cannot be done.

    `event` in the answer is the last event before the act: what follows it may be its result.
    """
    before = sandbox.events.last
    name = str(asked.get("do"))
    doing = ACTS.get(name)
    if doing is None:
        raise ActError(f"There is no act «{name}».")
    result = doing(Actor.of(sandbox, asked))
    if inspect.isawaitable(result):
        result = await result
    return {"ok": True, "update_id": None, "event": before} | result
