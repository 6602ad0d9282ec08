"""Faults that were found by chance and are mended, each with the smallest update that met it."""

import asyncio

import pytest

from bot.screens.desk import Screens
from bot.storage import SqlStore
from tests.fuzzing.everybody import GROUPS, ME, PEOPLE, Raw
from tests.fuzzing.promises import nothing_breaks
from tests.fuzzing.served import Served

BEYOND = {"id": "1", "from": PEOPLE[0]}


def marked(kind: str, **more: object) -> Raw:
    """Return a message in a group with an entity that begins in the middle of a letter."""
    mark = {"type": kind, "offset": 1, "length": 1} | more
    message = {"message_id": 1, "date": 1, "chat": GROUPS[0], "from": PEOPLE[0]}
    return {"update_id": 1, "message": message | {"text": "😀", "entities": [mark]}}


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1, "brand_new": BEYOND},
        marked("mention"),
        marked("text_mention", user=ME),
    ],
)
def test_a_mended_fault_stays_mended(
    raw: Raw, desk: Screens, store: SqlStore, runner: asyncio.Runner
) -> None:
    """An update that once broke the bot is handled as any other."""

    async def receive() -> None:
        async with Served(desk, store) as served:
            nothing_breaks(await served.receive(served.read(raw)), desk)

    runner.run(receive())
