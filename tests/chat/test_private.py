"""What a person writes to the bot alone."""

from typing import Any

import pytest
from aiogram.methods import SendMessage
from aiogram.types import LinkPreviewOptions

from tests.chat.conftest import Feed
from tests.chat.rooms import Known
from tests.chat.telegram import Telegram
from tests.chat.updates import AIGUL, ME, SERGEI, mention, said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/start", ["menu ru"]),
        ("/start s_end-user-certificate", ["card ru"]),
        ("/start s_gone", ["outdated ru"]),
        ("/start x", ["outdated ru"]),
        ("/help", ["help ru"]),
        ("/HELP@Qujat_Bot", ["help ru"]),
        ("/services", ["services ru"]),
        ("/docs", ["docs ru"]),
        (
            "/docs сертификат пользователя",
            ["reply сертификат пользователя ru"],
        ),
        ("/language", ["language ru"]),
        ("/privacy", ["privacy ru"]),
        ("/forget", ["forget ru"]),
        ("/cancel", ["nothing to cancel ru"]),
        ("/xyz", ["unknown_command ru"]),
        ("/help@other_bot", ["unknown_command ru"]),
        ("/справка", ["reply /справка ru"]),
        ("какие документы?", ["reply какие документы? ru"]),
        ("\u202e<b>&" * 1000, ["reply " + "\u202e<b>&" * 1000 + " ru"]),
    ],
)
async def test_words_get_their_screen(
    text: str, shown: list[str], feed: Feed, telegram: Telegram
) -> None:
    """Each command, link and question of a known person is answered by one screen."""
    await feed(said(text))
    assert telegram.texts() == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/start", ["greeting"]),
        ("/start s_end-user-certificate", ["card kk"]),
        ("/start x", ["outdated kk"]),
        ("/help", ["help kk"]),
    ],
)
async def test_a_new_person_is_greeted_at_the_start(
    text: str, shown: list[str], feed: Feed, telegram: Telegram
) -> None:
    """The question for the language comes at the start, and under what a link leads to."""
    await feed(said(text, by=AIGUL))
    assert telegram.texts() == shown


async def test_a_new_persons_question_is_answered_with_an_offer_of_languages(
    feed: Feed, telegram: Telegram, people: Known
) -> None:
    """Who begins with a question is answered, can choose a language, and is not kept."""
    await feed(said("қандай құжаттар?", by=AIGUL))
    assert telegram.texts() == ["reply қандай құжаттар? kk"]
    markup = telegram.made(SendMessage)[0].reply_markup
    assert "l:kk" in str(markup)
    assert AIGUL["id"] not in people.languages


async def test_a_known_person_is_offered_no_language(feed: Feed, telegram: Telegram) -> None:
    """The language is asked once."""
    await feed(said("какие документы?"))
    assert telegram.made(SendMessage)[0].reply_markup is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}}, "voice"),
        (
            {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]},
            "photo",
        ),
        (
            {
                "photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}],
                "caption": "/help какие документы?",
            },
            "photo",
        ),
        ({"document": {"file_id": "f", "file_unique_id": "u"}}, "document"),
        ({"location": {"latitude": 51.1, "longitude": 71.4}}, "location"),
        ({"contact": {"phone_number": "1", "first_name": "А"}}, "contact"),
        ({"dice": {"emoji": "🎲", "value": 1}}, "other"),
        ({"something_of_next_year": {}}, "other"),
    ],
)
async def test_what_is_no_text_is_answered_by_its_kind(
    content: dict[str, Any], kind: str, feed: Feed, telegram: Telegram
) -> None:
    """A command under a photo is none; a kind nobody knows yet is "other"."""
    await feed(said(**content))
    assert telegram.texts() == [f"not text {kind} ru"]


async def test_a_question_under_a_photo_is_answered(feed: Feed, telegram: Telegram) -> None:
    """What becomes of the photo is said, and the words under it get their answer."""
    photo = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
    await feed(said(photo=[photo], caption="приписное порвалось"))
    assert telegram.texts() == ["not text photo asked ru", "reply приписное порвалось ru"]


@pytest.mark.parametrize(
    "update",
    [
        said(new_chat_title="title"),
        said("reply", via_bot=ME),
        said("posted", chat={"id": -1, "type": "channel", "title": "news"}),
        {
            "update_id": 1,
            "poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []},
        },
    ],
)
async def test_what_nobody_asked_gets_no_answer(
    update: dict[str, Any], feed: Feed, telegram: Telegram
) -> None:
    """Telegram's notices, the bot's own inline cards and channels are passed over."""
    await feed(update)
    assert telegram.requests == []


async def test_a_mention_in_private_is_part_of_the_question(
    feed: Feed, telegram: Telegram
) -> None:
    """In private nothing is cut out of a question."""
    await feed(said("@qujat_bot срок?", entities=mention("@qujat_bot срок?")))
    assert telegram.texts() == ["reply @qujat_bot срок? ru"]


async def test_the_words_decide_before_the_telephone(feed: Feed, telegram: Telegram) -> None:
    """A new person who writes Kazakh on a Russian telephone is answered in Kazakh."""
    stranger = SERGEI | {"id": 5}
    await feed(said("/services әскери", by=stranger))
    assert telegram.texts() == ["services kk"]


async def test_html_is_sent_as_html_without_previews(feed: Feed, telegram: Telegram) -> None:
    """Screens are HTML, and their links grow no previews."""
    await feed(said("/start"))
    sent = telegram.made(SendMessage)[0]
    assert sent.parse_mode == "HTML"
    assert sent.link_preview_options == LinkPreviewOptions(is_disabled=True)
    assert sent.reply_parameters is None
