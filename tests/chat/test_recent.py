"""A short question after an answer is about what was answered."""

from bot.chat.recent import KEPT, MOST, Recent
from tests.chat.conftest import Feed
from tests.chat.rooms import Desk
from tests.chat.updates import GROUP, ME, SERGEI, message, pressed, private, said


def test_the_last_screen_is_remembered() -> None:
    """What a person saw last is known, of each person apart; a screen without a way is not."""
    recent = Recent()
    recent.see(1, "d:boat-certificate")
    recent.see(2, "t:berth")
    recent.see(1, "t:boat-certificate")
    recent.see(1, "")
    assert (recent.of(1), recent.of(2), recent.of(3)) == ("t:boat-certificate", "t:berth", "")


def test_it_is_forgotten_in_an_hour() -> None:
    """A question of the next day begins anew."""
    seconds = [0.0]
    recent = Recent(lambda: seconds[0])
    recent.see(1, "d:berth")
    seconds[0] = KEPT
    assert recent.of(1) == "d:berth"
    seconds[0] = KEPT + 1
    assert recent.of(1) == ""


def test_memory_is_bounded() -> None:
    """Who looked at something longest ago is forgotten where there are too many."""
    recent = Recent()
    for person in range(MOST):
        recent.see(person, "d:berth")
    recent.see(0, "t:berth")
    recent.see(MOST, "d:berth")
    assert recent.of(1) == ""
    assert recent.of(0) == "t:berth"


def test_a_person_can_be_forgotten() -> None:
    """Nothing is left of who asked for it, and nothing happens to who was not known."""
    recent = Recent()
    recent.see(1, "d:berth")
    recent.forget(1)
    recent.forget(2)
    assert recent.of(1) == ""


async def test_a_question_comes_after_what_was_seen(feed: Feed, desk: Desk) -> None:
    """An answer, then a pressed button, is what the next words come after; /forget ends it."""
    await feed(said("что нужно", by=SERGEI), said("а сколько ждать", by=SERGEI))
    await feed(pressed("s:b", under=message("…", by=ME, chat=private(SERGEI))))
    await feed(said("а где", by=SERGEI), pressed("f:yes"), said("а почём", by=SERGEI))
    assert desk.after == ["", "s:a", "s:b", ""]


async def test_what_is_pressed_in_a_group_is_nobody_s(feed: Feed, desk: Desk) -> None:
    """A button under an answer in a group says nothing of what a person asks alone."""
    await feed(pressed("s:b", under=message("…", by=ME, chat=GROUP)))
    await feed(said("а где", by=SERGEI))
    assert desk.after == [""]
