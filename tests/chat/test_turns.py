"""Order and freedom of people's updates."""

import asyncio

import pytest

from bot.chat.turns import Turns


async def test_one_person_is_served_in_order() -> None:
    """The second update of a person begins when the first has ended."""
    turns, seen = Turns(), []

    async def handle(number: int) -> None:
        async with turns.of(1):
            seen.append(f"begin {number}")
            await asyncio.sleep(0)
            seen.append(f"end {number}")

    await asyncio.gather(handle(1), handle(2), handle(3))
    assert seen == ["begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3"]


async def test_another_person_does_not_wait() -> None:
    """Two people are served at the same time."""
    turns = Turns()
    async with turns.of(1), asyncio.timeout(1), turns.of(2):
        assert len(turns) == 2


async def test_locks_are_freed() -> None:
    """Nothing is kept of people who are served, however their handlers ended."""
    turns = Turns()

    async def handle(person: int) -> None:
        async with turns.of(person):
            await asyncio.sleep(0)
            raise LookupError

    ended = await asyncio.gather(*(handle(n % 3) for n in range(9)), return_exceptions=True)
    assert [type(error) for error in ended] == [LookupError] * 9
    assert len(turns) == 0


async def test_who_stops_waiting_leaves_no_trace() -> None:
    """A cancelled wait neither keeps the lock nor breaks the order behind it."""
    turns = Turns()

    async def handle() -> None:
        async with turns.of(1):
            await asyncio.sleep(0)

    async with turns.of(1):
        waiting = asyncio.create_task(handle())
        behind = asyncio.create_task(handle())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    await behind
    assert len(turns) == 0
