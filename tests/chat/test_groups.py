"""How the bot behaves in a group."""

import pytest
from aiogram.methods import SendMessage

from tests.chat.conftest import Feed
from tests.chat.telegram import Telegram
from tests.chat.updates import AIGUL, GROUP, ME, Raw, mention, message, said

EMOJI = "👩‍👩‍👧 @qujat_bot, қай құжат? 👍"


def written(text: str, **more: object) -> Raw:
    """Return the update of a text written in the group."""
    update = said(text, chat=GROUP)
    update["message"] |= more
    return update


@pytest.mark.parametrize(
    ("update", "shown"),
    [
        (written("/start"), "menu ru"),
        (written("/start@qujat_bot s_end-user-certificate"), "card ru"),
        (written("/help"), "help ru"),
        (written("/services@qujat_bot"), "services ru"),
        (written("/docs срок"), "reply срок ru"),
        (written("/language"), "only private ru"),
        (written("/privacy"), "only private ru"),
        (written("/forget"), "only private ru"),
        (written("/cancel"), "nothing to cancel ru"),
        (written("/xyz@qujat_bot"), "unknown_command ru"),
        (
            written("@qujat_bot какой срок?", entities=mention("@qujat_bot какой срок?")),
            "reply какой срок? ru",
        ),
        (
            written("@Qujat_Bot", entities=mention("@Qujat_Bot", "@Qujat_Bot")),
            "help ru",
        ),
        (written(EMOJI, entities=mention(EMOJI)), "reply 👩‍👩‍👧 , қай құжат? 👍 ru"),
        (
            written(
                "Qujat срок?",
                entities=[{"type": "text_mention", "offset": 0, "length": 5, "user": ME}],
            ),
            "reply срок? ru",
        ),
        (
            written("а срок?", reply_to_message=message("…", by=ME, chat=GROUP)),
            "reply а срок? ru",
        ),
    ],
)
async def test_commands_mentions_and_replies_are_answered(
    update: Raw, shown: str, feed: Feed, telegram: Telegram
) -> None:
    """The answer is a reply to the message that asked, which may be deleted meanwhile."""
    await feed(update)
    assert telegram.texts() == [shown]
    reply = telegram.made(SendMessage)[0].reply_parameters
    assert reply is not None
    assert reply.message_id == update["message"]["message_id"]
    assert reply.allow_sending_without_reply


@pytest.mark.parametrize(
    "update",
    [
        written("какие документы?"),
        written("/help@other_bot"),
        written("/xyz"),
        written("@other_bot срок?", entities=mention("@other_bot срок?", "@other_bot")),
        written("да", reply_to_message=message("…", by=AIGUL, chat=GROUP)),
        written("/docs", via_bot=ME),
        written("@qujat_bot", entities=mention("@qujat_bot"), is_automatic_forward=True),
        said(chat=GROUP, voice={"file_id": "f", "file_unique_id": "u", "duration": 1}),
        said(chat=GROUP, new_chat_members=[ME]),
    ],
)
async def test_the_talk_of_others_is_left_alone(
    update: Raw, feed: Feed, telegram: Telegram
) -> None:
    """What is not said to the bot is not answered, nor is its being added."""
    await feed(update)
    assert telegram.made(SendMessage) == []


async def test_a_voice_message_to_the_bot_is_answered(feed: Feed, telegram: Telegram) -> None:
    """A voice message that replies to the bot is answered by its kind."""
    voice = {"file_id": "f", "file_unique_id": "u", "duration": 1}
    to_bot = message("…", by=ME, chat=GROUP)
    await feed(said(chat=GROUP, voice=voice, reply_to_message=to_bot))
    assert telegram.texts() == ["not text voice ru"]


async def test_nobody_is_asked_for_a_language(feed: Feed, telegram: Telegram) -> None:
    """A group sees no language buttons, whoever asks."""
    question = "@qujat_bot құжаттар?"
    await feed(
        said(question, by=AIGUL, chat=GROUP, entities=mention(question)),
        said("/start", by=AIGUL, chat=GROUP),
    )
    assert telegram.texts() == ["reply құжаттар? kk", "menu kk"]
    assert all(sent.reply_markup is None for sent in telegram.made(SendMessage))


async def test_the_topic_of_a_forum_is_kept(feed: Feed, telegram: Telegram) -> None:
    """In a group with topics the answer comes in the topic of the question."""
    await feed(written("/help", message_thread_id=31, is_topic_message=True))
    assert telegram.made(SendMessage)[0].message_thread_id == 31
