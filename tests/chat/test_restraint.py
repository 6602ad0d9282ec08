"""Who writes without end gets one sentence, then silence until it calms."""

import pytest
from aiogram.methods import AnswerCallbackQuery, SendMessage

from bot.chat.restraint import MESSAGES, WITHIN
from tests.chat.conftest import Feed
from tests.chat.telegram import Telegram
from tests.chat.updates import AIGUL, DATE, GROUP, mention, pressed, said

CALM = DATE + int(WITHIN) + 1


async def flood(feed: Feed, count: int, *, date: int = DATE) -> None:
    """Write so many messages in one second."""
    await feed(*(said("/help", date=date) for _ in range(count)))


async def test_the_limit_is_answered_whole(feed: Feed, telegram: Telegram) -> None:
    """Up to the limit every message gets its answer."""
    await flood(feed, MESSAGES)
    assert telegram.texts() == ["help ru"] * MESSAGES


async def test_too_much_is_said_once(feed: Feed, telegram: Telegram) -> None:
    """The first message too many gets one sentence, the next ones nothing."""
    await flood(feed, MESSAGES + 9)
    assert telegram.texts()[MESSAGES:] == ["too much ru"]


async def test_silence_lasts_until_it_calms(feed: Feed, telegram: Telegram) -> None:
    """Who goes on writing stays unanswered; after a pause there is an answer again."""
    await flood(feed, MESSAGES + 5)
    await flood(feed, 5, date=DATE + 5)
    telegram.requests.clear()
    await flood(feed, 1, date=DATE + 9)
    assert telegram.texts() == []
    await flood(feed, 1, date=CALM + 9)
    assert telegram.texts() == ["help ru"]
    await flood(feed, MESSAGES, date=CALM + 9)
    assert telegram.texts()[-1] == "too much ru"


async def test_one_persons_flood_is_nobody_elses(feed: Feed, telegram: Telegram) -> None:
    """Others are answered meanwhile."""
    await flood(feed, MESSAGES + 5)
    await feed(said("/help", by=AIGUL))
    assert telegram.texts()[-1] == "help kk"


async def test_what_waited_for_the_bot_is_answered(feed: Feed, telegram: Telegram) -> None:
    """Messages written over an hour come all at once after a stop, and all count."""
    await feed(*(said("/help", date=DATE + 60 * minute) for minute in range(MESSAGES * 2)))
    assert telegram.texts() == ["help ru"] * MESSAGES * 2


async def test_a_message_tried_again_counts_once(feed: Feed, telegram: Telegram) -> None:
    """The same update fed many times is one message."""
    update = said("/help")
    await feed(*[update] * (MESSAGES + 5))
    assert telegram.texts() == ["help ru"] * (MESSAGES + 5)


async def test_a_clock_set_back_silences_nobody(feed: Feed, telegram: Telegram) -> None:
    """Dates that jump back begin the count anew."""
    await flood(feed, MESSAGES, date=CALM + 10)
    await flood(feed, MESSAGES)
    assert telegram.texts() == ["help ru"] * MESSAGES * 2


async def test_in_a_group_the_bot_is_only_silent(feed: Feed, telegram: Telegram) -> None:
    """Among people who talk fast nobody may have asked the bot anything."""
    await feed(*(said("слово", chat=GROUP) for _ in range(MESSAGES + 1)))
    text = "@qujat_bot срок?"
    await feed(said(text, chat=GROUP, entities=mention(text)))
    assert telegram.made(SendMessage) == []


async def test_every_press_is_answered(feed: Feed, telegram: Telegram) -> None:
    """A finger may be as fast as it likes: no screen is left out."""
    await flood(feed, MESSAGES + 5)
    telegram.requests.clear()
    await feed(*(pressed("s:a") for _ in range(MESSAGES * 3)))
    assert len(telegram.made(AnswerCallbackQuery)) == MESSAGES * 3
    assert telegram.texts() == ["open s:a ru"] * MESSAGES * 3


async def test_what_nobody_wrote_is_no_flood(feed: Feed, telegram: Telegram) -> None:
    """Posts without an author are passed over, and count for nobody."""
    posts = [said("/help", chat=GROUP) for _ in range(MESSAGES)]
    for post in posts:
        del post["message"]["from"]
    await feed(*posts, said("/help"))
    assert telegram.texts() == ["help ru"]


@pytest.mark.parametrize("caption", [None, "срок?"])
async def test_photos_sent_together_are_one_message(
    caption: str | None, feed: Feed, telegram: Telegram
) -> None:
    """The first of an album stands for all; words under a later one are answered."""
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    album = [said(photo=photo, media_group_id="9") for _ in range(4)]
    album[2]["message"] |= {} if caption is None else {"caption": caption}
    await feed(*album, album[0])
    said_of_it = [] if caption is None else ["not text photo asked ru", "reply срок? ru"]
    assert telegram.texts() == ["not text photo ru", *said_of_it, "not text photo ru"]
