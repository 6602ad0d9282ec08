"""What an update says, before anybody decides what to do with it."""

import re
from typing import Final

from aiogram.enums import ChatType, ContentType, MessageEntityType
from aiogram.types import CallbackQuery, Chat, InlineKeyboardButton, Message, Update, User
from aiogram.types.update import UpdateTypeLookupError

from bot.screens.notices import NotText
from bot.text import Lang

# what a message is called in `Screens.not_text`; what is not here is a notice of Telegram itself
# (somebody joined, something was pinned), which nobody expects an answer to
KINDS: Final[dict[str, NotText]] = {
    ContentType.VOICE: "voice",
    ContentType.PHOTO: "photo",
    ContentType.LIVE_PHOTO: "photo",
    ContentType.VIDEO: "video",
    ContentType.VIDEO_NOTE: "video",
    ContentType.ANIMATION: "video",
    ContentType.DOCUMENT: "document",
    ContentType.STICKER: "sticker",
    ContentType.LOCATION: "location",
    ContentType.VENUE: "location",
    ContentType.CONTACT: "contact",
    ContentType.AUDIO: "other",
    ContentType.CHECKLIST: "other",
    ContentType.DICE: "other",
    ContentType.GAME: "other",
    ContentType.GIVEAWAY: "other",
    ContentType.INVOICE: "other",
    ContentType.PAID_MEDIA: "other",
    ContentType.POLL: "other",
    ContentType.RICH_MESSAGE: "other",
    ContentType.STORY: "other",
    ContentType.UNKNOWN: "other",
}
_KAZAKH_LETTER: Final = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_COMMAND: Final = re.compile(r"/[a-z0-9_]", re.IGNORECASE)


def person_of(update: Update) -> User | None:
    """Return who did it; None for an update of a kind we do not ask for."""
    events = (
        update.message,
        update.callback_query,
        update.inline_query,
        update.my_chat_member,
    )
    return next((event.from_user for event in events if event is not None), None)


def kind_of(update: Update) -> str:
    """Return what kind of update it is, in Telegram's word; "unknown" for a kind of tomorrow."""
    try:
        return update.event_type
    except UpdateTypeLookupError:
        return "unknown"


def chat_of(update: Update) -> Chat | None:
    """Return where it happened; None for inline mode, which has no chat of ours."""
    if update.callback_query is not None:
        message = update.callback_query.message
        return message.chat if message is not None else None
    event = update.message or update.my_chat_member
    return event.chat if event is not None else None


def writes_alone(update: Update) -> bool:
    """Tell whether a person wrote or pressed in private, and so has not blocked the bot."""
    chat = chat_of(update)
    return chat is not None and chat.type == ChatType.PRIVATE and update.my_chat_member is None


def words_of(update: Update) -> str:
    """Return the words a person wrote, to guess a language by."""
    if update.inline_query is not None:
        return update.inline_query.query
    words = (update.message and (update.message.text or update.message.caption)) or ""
    if looks_like_command(words):
        _, _, words = words.partition(" ")
    return words


def other_buttons(callback: CallbackQuery) -> list[InlineKeyboardButton]:
    """Return the pressed message's buttons, but for those that choose a language."""
    message = callback.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return []
    buttons = (button for row in message.reply_markup.inline_keyboard for button in row)
    return [button for button in buttons if not (button.callback_data or "").startswith("l:")]


def spoken_by_buttons(callback: CallbackQuery) -> Lang | None:
    """Return the language of the pressed message's buttons; None where they do not tell.

    The text does not tell, it may quote the law in both languages. A Kazakh keyboard has letters
    that Russian has not.
    """
    labels = [button.text for button in other_buttons(callback)]
    if not labels:
        return None
    return "kk" if any(_KAZAKH_LETTER.search(label) for label in labels) else "ru"


def is_alone(callback: CallbackQuery) -> bool:
    """Tell whether the pressed message stands in a private chat, also one too old to read."""
    message = callback.message
    return message is not None and message.chat.type == ChatType.PRIVATE


def looks_like_command(text: str) -> bool:
    """Tell whether Telegram would show the beginning of `text` as a command."""
    return _COMMAND.match(text) is not None


def without_mention(message: Message, me: User) -> tuple[str, bool]:
    """Return the text or caption without mentions of the bot, and whether there was one."""
    text = message.text or message.caption or ""
    # offsets count UTF-16 units, two bytes each
    units = text.encode("utf-16-le", "surrogatepass")
    cuts = []
    for entity in message.entities or message.caption_entities or ():
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        named = entity.type == MessageEntityType.MENTION
        if (entity.user is not None and entity.user.id == me.id) or (
            named and _read(units[start:end]).lower() == f"@{me.username}".lower()
        ):
            cuts.append((start, end))
    for start, end in reversed(cuts):
        units = units[:start] + units[end:]
    return " ".join(_read(units).split()), bool(cuts)


def _read(units: bytes) -> str:
    """Return the text of UTF-16 units; half a character, which nobody wrote, is left out."""
    return units.decode("utf-16-le", "ignore")
