"""Inline mode."""

from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from tests.chat.conftest import Feed
from tests.chat.telegram import Telegram
from tests.chat.updates import asked_inline


async def test_cards_are_offered_in_the_persons_language(feed: Feed, telegram: Telegram) -> None:
    """Words typed in any chat offer at most fifty cards, kept for a moment, for this person."""
    await feed(asked_inline("сертификат"))
    (answered,) = telegram.made(AnswerInlineQuery)
    assert len(answered.results) == 50
    assert answered.is_personal
    assert answered.cache_time is not None
    assert answered.cache_time <= 30
    card = answered.results[0]
    assert isinstance(card, InlineQueryResultArticle)
    assert card.title == "сертификат ru"
    assert isinstance(card.input_message_content, InputTextMessageContent)
    assert card.input_message_content.parse_mode == "HTML"


async def test_more_than_fifty_cards_go_on(feed: Feed, telegram: Telegram) -> None:
    """Telegram is told where the rest begins and gets it from there, to the last card."""
    titles: list[str] = []
    offset = ""
    for expected in ("50", "100", ""):
        await feed(asked_inline("сертификат", offset=offset))
        answered = telegram.made(AnswerInlineQuery)[-1]
        titles += [card.id for card in answered.results]
        offset = answered.next_offset or ""
        assert offset == expected
    assert len(titles) == len(set(titles)) == 110


async def test_an_offset_nobody_gave_begins_anew(feed: Feed, telegram: Telegram) -> None:
    """An offset that is no number of ours offers the first cards."""
    await feed(asked_inline("сертификат", offset="-1"))
    (answered,) = telegram.made(AnswerInlineQuery)
    assert len(answered.results) == 50
