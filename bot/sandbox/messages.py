"""Messages as JSON: as the Bot API sends them, and as the page shows them."""

from bot.sandbox.refusals import JsonObject
from bot.sandbox.world import BOT_ID, Chat, Message, World, bot_user

_FILES = ("photo", "document", "voice", "video", "sticker")


def chat_json(world: World, chat: Chat) -> JsonObject:
    """Return a chat as Telegram's Chat."""
    if chat.person is None:
        return {"id": chat.id, "type": "supergroup", "title": chat.title}
    person = world.people[chat.person]
    return {
        "id": chat.id,
        "type": "private",
        "first_name": person.first_name,
        "username": person.username,
    }


def message_json(world: World, message: Message, *, nested: bool = False) -> JsonObject:
    """Return a message as Telegram's Message; a `nested` one tells of no reply of its own."""
    chat = world.chats[message.chat]
    body: JsonObject = {
        "message_id": max(message.id, 0),
        "from": world.user(message.sender),
        "chat": chat_json(world, chat),
        "date": message.date,
    }
    replied = chat.live(message.reply_to)
    if replied is not None and not nested:
        body["reply_to_message"] = message_json(world, replied, nested=True)
    if message.edit_date is not None:
        body["edit_date"] = message.edit_date
    if message.thread is not None:
        body |= {"message_thread_id": message.thread, "is_topic_message": True}
    if message.via_bot:
        body["via_bot"] = bot_user()
    if message.ephemeral_for is not None:
        body |= {
            "ephemeral_message_id": -message.id,
            "receiver_user": world.user(message.ephemeral_for),
        }
    body |= message.content
    # The Bot API tells of keyboards under the message only, not of those in place of letters.
    if message.markup and "inline_keyboard" in message.markup:
        body["reply_markup"] = message.markup
    return body


def message_view(world: World, message: Message, unanswered: int = 0) -> JsonObject:
    """Return a message for the page: any keyboard, where its files are, whether it is gone.

    `message_id` of an ephemeral message is negative here, so that each message has its own.
    """
    view = message_json(world, message)
    view |= {
        "message_id": message.id,
        "deleted": message.deleted,
        "ephemeral_for": message.ephemeral_for,
        "unanswered_callbacks": unanswered,
        "outgoing": message.sender == BOT_ID,
        "silent": message.silent,
        "reactions": message.reactions,
    }
    if message.markup:
        view["reply_markup"] = message.markup
    for kind in _FILES:
        if kind in view:
            files = view[kind]
            several = isinstance(files, list)
            view[kind] = [*map(_with_address, files)] if several else _with_address(files)
    return view


def _with_address(file: JsonObject) -> JsonObject:
    return file | {"url": f"/sandbox/file/{file['file_id']}"}
