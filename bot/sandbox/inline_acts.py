"""People ask the bot from any chat and post what it offers."""

from bot.sandbox.actor import Actor
from bot.sandbox.refusals import ActError, JsonObject


async def ask(actor: Actor) -> JsonObject:
    """Type a query after the bot's name and wait for its results."""
    sandbox = actor.sandbox
    asked = sandbox.inline.ask(actor.person.id, actor.text("query"), actor.text("offset"))
    update = sandbox.updates.add(
        "inline_query",
        {
            "id": asked.id,
            "from": actor.person.user(),
            "query": asked.query,
            "offset": asked.offset,
            "chat_type": "sender" if actor.chat.private else "supergroup",
        },
    )
    answer = await sandbox.inline.results(asked)
    if answer is None:
        raise ActError("The bot did not answer the inline query in time.")
    return {"update_id": update, "inline_query_id": asked.id} | answer


def choose(actor: Actor) -> JsonObject:
    """Post an offered result into the chat, marked as sent through the bot."""
    result = actor.sandbox.inline.chosen(
        actor.text("inline_query_id"), actor.person.id, actor.text("result_id")
    )
    if result is None:
        raise ActError("The bot offered no such result to this person.")
    # Telegram tells the bot only if it asked for feedback on every choice; this one did not.
    return actor.write(result["message"], result["reply_markup"], via_bot=True)
