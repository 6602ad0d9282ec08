"""What holds after any update, whatever was in it."""

import re
from typing import Final

from aiogram.enums import ChatType
from aiogram.types import Message, Update

from bot.chat.filters import GROUPS
from bot.chat.reading import chat_of, person_of, words_of
from bot.sandbox.world import BOT_ID, BOT_USERNAME
from bot.screens.desk import Screens
from bot.screens.screen import escaped
from bot.text import LANGS
from tests.fuzzing.served import Seen

# Telegram's words for what no bot can know before it asks
ORDINARY: Final = (
    "message is not modified",
    "query is too old",
    "chat not found",
    "message to edit not found",
    "message thread not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "bot was blocked by the user",
    "bot is not a member",
)
QUIET: Final = ("debug", "info")
COMMAND: Final = re.compile(r"/[a-z0-9_]", re.IGNORECASE)
NAME: Final = f"@{BOT_USERNAME}"


def nothing_breaks(seen: Seen, desk: Screens) -> None:
    """No handler fails, the log has no trouble, nobody is told of any, Telegram may forget it."""
    assert seen.raised == []
    assert [line for line in seen.logged if line["log_level"] not in QUIET] == []
    trouble = {escaped(desk.trouble(lang)) for lang in LANGS}
    assert not trouble & {request.call.text("text") for request in seen.requests}
    assert seen.offset == seen.update.update_id + 1


def telegram_takes_it(seen: Seen) -> None:
    """Nothing is asked of Telegram that it would refuse for a fault of ours."""
    for request in seen.requests:
        refusal = request.refusal
        assert refusal is None or any(words in refusal for words in ORDINARY), request


def a_press_is_answered_once(seen: Seen) -> None:
    """The button stops waiting, and an answer is not wasted on what is no press."""
    answers = [r for r in seen.requests if r.call.method == "answerCallbackQuery"]
    assert len(answers) == (seen.update.callback_query is not None)
    assert seen.press is None or seen.press.answer is not None


def it_stays_in_its_chat(seen: Seen) -> None:
    """Nothing is said in any chat but the one it came from."""
    person, chat = person_of(seen.update), chat_of(seen.update)
    here = chat or person
    for request in seen.requests:
        if "chat_id" in request.call.params:
            assert here is not None
            assert request.call.text("chat_id") == str(here.id), request


def silent_unless_addressed(seen: Seen) -> None:
    """Among people only a command, a mention, a reply to the bot or a press is answered."""
    message = seen.update.message
    if message is not None and message.chat.type != ChatType.PRIVATE and not _addressed(message):
        assert seen.requests == []
    if seen.update.my_chat_member is not None or person_of(seen.update) is None:
        assert seen.requests == []


def _addressed(message: Message) -> bool:
    if message.chat.type not in GROUPS or message.is_automatic_forward:
        return False
    if message.text and COMMAND.match(message.text):
        _, _, name = message.text.split()[0].partition("@")
        return name.lower() in {"", BOT_USERNAME}
    asked = message.reply_to_message
    if asked is not None and asked.from_user is not None and asked.from_user.id == BOT_ID:
        return True
    marks = message.entities or message.caption_entities or []
    written = (message.text or message.caption or "").lower()
    return (bool(marks) and NAME in written) or any(
        mark.user is not None and mark.user.id == BOT_ID for mark in marks
    )


def words_alone_are_answered(seen: Seen) -> None:
    """Words written in private get a message, and a few typed inline get what fits them."""
    message = seen.update.message
    said = [request for request in seen.requests if request.sends]
    if message is not None and message.text and message.chat.type == ChatType.PRIVATE:
        through_us = message.via_bot is not None and message.via_bot.id == BOT_ID
        hidden = message.from_user is None or message.media_group_id is not None
        assert len(said) == 1 or through_us or hidden
    if seen.update.inline_query is not None:
        assert [request.call.method for request in seen.requests] == ["answerInlineQuery"]


def it_survives_the_database(seen: Seen) -> None:
    """What takes long is kept as JSON, and read again it is the same update to the bot."""
    update = seen.update
    kept = update.model_dump_json(exclude_unset=True, by_alias=True)
    again = Update.model_validate_json(kept, context={"bot": update.bot})
    assert again == update
    assert (person_of(again), chat_of(again)) == (person_of(update), chat_of(update))
    assert words_of(again) == words_of(update)
