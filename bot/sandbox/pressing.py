"""People press buttons under messages, also old ones and with data nobody offered."""

from bot.sandbox.actor import Actor
from bot.sandbox.messages import chat_json, message_json
from bot.sandbox.refusals import ActError, JsonObject
from bot.sandbox.sandbox import Callback
from bot.sandbox.world import Message


def press(actor: Actor) -> JsonObject:
    """Press the button at `row` and `column`, or any message with `data`."""
    actor.check_may_write()
    number = actor.number("message_id")
    if number is None:
        raise ActError("Which message? There is no message_id.")
    if "data" in actor.asked:
        return _call_back(actor, number, actor.text("data"))
    message = actor.chat.live(number)
    if message is None or message.ephemeral_for not in {None, actor.person.id}:
        raise ActError("This person does not see such a message.")
    button = _button(actor, message)
    if "callback_data" in button:
        return _call_back(actor, number, button["callback_data"])
    return _elsewhere(button)


def _button(actor: Actor, message: Message) -> JsonObject:
    rows = (message.markup or {}).get("inline_keyboard", [])
    row, column = actor.number("row"), actor.number("column")
    if row is None or column is None or not 0 <= row < len(rows):
        raise ActError("There is no such button.")
    if not 0 <= column < len(rows[row]):
        raise ActError("There is no such button.")
    button: JsonObject = rows[row][column]
    return button


def _elsewhere(button: JsonObject) -> JsonObject:
    """Return what a button does without the bot: opens an address, starts an inline query."""
    if "switch_inline_query_current_chat" in button:
        return {"inline_query": button["switch_inline_query_current_chat"], "here": True}
    for name in ("switch_inline_query", "switch_inline_query_chosen_chat"):
        if name in button:
            query = button[name]
            words = query.get("query", "") if isinstance(query, dict) else query
            return {"inline_query": words, "here": False}
    for name in ("url", "web_app", "login_url"):
        if name in button:
            address = button[name]
            return {"url": address["url"] if isinstance(address, dict) else address}
    if "copy_text" in button:
        return {"copy_text": button["copy_text"]["text"]}
    raise ActError("This button does nothing in the sandbox.")


def _call_back(actor: Actor, message_id: int, data: str) -> JsonObject:
    sandbox = actor.sandbox
    number = f"{actor.person.id}{sandbox.world.next_number():09}"
    press_ = Callback(
        id=number,
        person=actor.person.id,
        chat=actor.chat.id,
        message_id=message_id,
        data=data,
        asked=sandbox.clock.now(),
    )
    sandbox.callbacks[number] = press_
    query: JsonObject = {
        "id": number,
        "from": actor.person.user(),
        "chat_instance": str(actor.chat.id),
        "data": data,
    }
    message = actor.chat.live(message_id)
    if message is not None and message.inline_id:
        query["inline_message_id"] = message.inline_id
    elif message is not None:
        query["message"] = message_json(sandbox.world, message)
    else:
        query["message"] = {
            "chat": chat_json(sandbox.world, actor.chat),
            "message_id": message_id,
            "date": 0,
        }
    return {"update_id": sandbox.updates.add("callback_query", query), "callback_query_id": number}
