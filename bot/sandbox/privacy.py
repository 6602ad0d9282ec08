"""Which messages of a group reach the bot: its privacy mode is on."""

from bot.sandbox import utf16
from bot.sandbox.refusals import JsonObject
from bot.sandbox.world import ADMINISTRATORS, BOT_ID, BOT_USERNAME, Chat, Message


def bot_hears(chat: Chat, message: Message) -> bool:
    """Tell whether Telegram gives the bot this message of a person.

    A plain member hears commands, mentions, replies to its messages, messages sent through it and
    service messages; an administrator hears everything.
    """
    if chat.private or chat.bot_status in ADMINISTRATORS:
        return True
    if chat.bot_status != "member":
        return False
    replied = chat.live(message.reply_to)
    to_bot = replied is not None and replied.sender == BOT_ID
    return message.service or message.via_bot or to_bot or _names_bot(message.content)


def _names_bot(content: JsonObject) -> bool:
    """Tell whether a text is a command for any bot or for this one, or mentions it."""
    text = content.get("text") or content.get("caption") or ""
    for entity in content.get("entities") or content.get("caption_entities") or []:
        words = utf16.part(text, entity["offset"], entity["length"]).lower()
        command, _, addressed = words.partition("@")
        if entity["type"] == "mention" and addressed == BOT_USERNAME:
            return True
        if (
            entity["type"] == "bot_command"
            and command.startswith("/")
            and entity["offset"] == 0
            and addressed in {"", BOT_USERNAME}
        ):
            return True
    return False
