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
