"""Somebody blocks the bot, or lets it write again."""

import pytest

from tests.chat.conftest import Feed
from tests.chat.rooms import Known
from tests.chat.telegram import Telegram
from tests.chat.updates import GROUP, SERGEI, Raw, asked_inline, private, said

BOT: Raw = {"id": 7, "is_bot": True, "first_name": "Qujat"}


def became(status: str, chat: Raw) -> Raw:
    """Return the update about what the bot has become in a chat."""
    before, after = (
        {"user": BOT, "status": name} | ({"until_date": 0} if name == "kicked" else {})
        for name in ("member" if status == "kicked" else "kicked", status)
    )
    change = {"chat": chat, "from": SERGEI, "date": 1_790_000_000}
    change |= {"old_chat_member": before, "new_chat_member": after}
    return {"update_id": said()["update_id"], "my_chat_member": change}


async def test_who_blocks_the_bot_is_lost_and_found(
    feed: Feed, telegram: Telegram, people: Known
) -> None:
    """Blocking and unblocking are noted, without a word."""
    await feed(became("kicked", private(SERGEI)))
    assert people.lost == {SERGEI["id"]}
    await feed(became("member", private(SERGEI)))
    assert people.lost == set()
    assert telegram.requests == []


async def test_a_group_is_no_person(feed: Feed, people: Known) -> None:
    """Whoever puts the bot out of a group can be written to."""
    await feed(became("kicked", GROUP))
    assert people.lost == set()


@pytest.mark.parametrize("update", [said("/help", chat=GROUP), asked_inline("срок")])
async def test_a_blocked_bot_is_still_heard_elsewhere(
    update: Raw, feed: Feed, people: Known
) -> None:
    """Words in a group or after the bot's name do not unblock it."""
    people.lost = {SERGEI["id"]}
    await feed(update)
    assert people.lost == {SERGEI["id"]}
