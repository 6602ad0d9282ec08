"""Presses on the buttons of a checklist."""

import pytest
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendDocument
from aiogram.types import BufferedInputFile

from bot.casework.checklists import Checklist
from tests.chat.conftest import Feed
from tests.chat.rooms import Ticks
from tests.chat.telegram import Telegram
from tests.chat.updates import AIGUL, GROUP, ME, SERGEI, message, pressed, private

LIST = Checklist(SERGEI["id"], "some-service", "some-case")
DATA = "j:some-service:some-case"


async def test_a_tick_turns_the_same_message(feed: Feed, telegram: Telegram, ticks: Ticks) -> None:
    """The press is answered, kept, and the list takes the place of what was pressed."""
    under = message("…", by=ME, chat=private(SERGEI))
    await feed(pressed(f"{DATA}:+photos", under=under))
    answered, shown = telegram.requests
    assert isinstance(answered, AnswerCallbackQuery)
    assert isinstance(shown, EditMessageText)
    assert shown.message_id == under["message_id"]
    assert shown.text == "some-service some-case ['photos'] ru"
    assert ticks.kept == {LIST: {"photos"}}


async def test_every_button_of_a_list_works(feed: Feed, telegram: Telegram, ticks: Ticks) -> None:
    """Opening, ticking, a second delivery, unticking and clearing show the list as it then is."""
    for wish in ("", ":+photos", ":+photos", ":+passport", ":-photos", "", ":0"):
        await feed(pressed(f"{DATA}{wish}"))
    shown = [text.removeprefix("some-service some-case ") for text in telegram.texts()]
    both = "['passport', 'photos'] ru"
    one = "['passport'] ru"
    assert shown == ["[] ru", "['photos'] ru", "['photos'] ru", both, one, one, "[] ru"]
    assert ticks.kept == {}


async def test_everybody_has_their_own_list(feed: Feed, telegram: Telegram, ticks: Ticks) -> None:
    """A press counts for the one who pressed, also for one who never chose a language."""
    await feed(pressed(f"{DATA}:+photos"), pressed(DATA, by=AIGUL))
    assert telegram.texts()[1] == "some-service some-case [] kk"
    assert set(ticks.kept) == {LIST}


async def test_the_list_comes_as_a_document(feed: Feed, telegram: Telegram, ticks: Ticks) -> None:
    """The page to print is a new message, and the list stays where it is."""
    ticks.kept[LIST] = frozenset({"photos"})
    await feed(pressed(f"{DATA}:p"))
    assert telegram.texts() == []
    (sent,) = telegram.made(SendDocument)
    assert (sent.caption, sent.parse_mode) == ("printed & ru", "HTML")
    assert isinstance(sent.document, BufferedInputFile)
    assert sent.document.filename == "list.pdf"
    assert sent.document.data.startswith(b"%PDF-")


async def test_a_document_comes_also_under_a_message_too_old_to_read(
    feed: Feed, telegram: Telegram
) -> None:
    """Under a message Telegram does not show the bot any more, lists and pages come anew."""
    old = {"chat": private(SERGEI), "message_id": 1, "date": 0}
    await feed(pressed(f"{DATA}:p", under=old), pressed(f"{DATA}:+photos", under=old))
    assert telegram.made(SendDocument)[0].chat_id == SERGEI["id"]
    assert telegram.texts() == ["some-service some-case ['photos'] ru"]


@pytest.mark.parametrize("wish", ["", ":+photos", ":-photos", ":0", ":p"])
async def test_in_a_group_ticking_is_told_to_be_personal(
    wish: str, feed: Feed, telegram: Telegram, ticks: Ticks
) -> None:
    """In a group an alert says where to tick; nothing is kept and nothing shown."""
    asked = message("/docs", by=SERGEI, chat=GROUP)
    in_group = message("…", by=ME, chat=GROUP, reply_to_message=asked)
    await feed(pressed(f"{DATA}{wish}", under=in_group))
    (answered,) = telegram.requests
    assert isinstance(answered, AnswerCallbackQuery)
    assert (answered.text, answered.show_alert) == ("only in private ru", True)
    assert ticks.asked == []


@pytest.mark.parametrize(
    "data",
    [
        "j:some-service:gone",
        "j:some-service:gone:p",
        "j:some-service:gone:0",
        f"{DATA}:+state",
        f"{DATA}:+",
        f"{DATA}:photos",
        f"{DATA}:+photos ",
        f"{DATA}:1",
        "j:some-service",
        "j:",
        "j",
    ],
)
async def test_what_is_gone_or_forged_is_out_of_date(
    data: str, feed: Feed, telegram: Telegram, ticks: Ticks
) -> None:
    """Old, foreign and forged data are answered by the usual sentence, and nothing is kept."""
    await feed(pressed(data))
    assert len(telegram.made(AnswerCallbackQuery)) == 1
    assert telegram.texts() == ["outdated ru"]
    assert ticks.asked == []
