"""Work beside the main line."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.background import Background
from bot.logs import where_it_broke


async def test_what_is_started_gives_its_result() -> None:
    """How it ended is the caller's to look at."""

    async def answer() -> int:
        await asyncio.sleep(0)
        return 42

    async with Background() as background:
        assert await background.start(answer()) == 42


async def test_what_has_not_ended_is_cancelled() -> None:
    """After the block nothing goes on."""
    cancelled = asyncio.Event()

    async def endless() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    async with Background() as background:
        background.start(endless())
        await asyncio.sleep(0)
    assert cancelled.is_set()


async def test_a_failure_does_not_end_the_block_silently() -> None:
    """The error of a task is kept for who started it."""

    async def fail() -> None:
        raise LookupError("nowhere")

    async with Background() as background:
        with pytest.raises(LookupError, match="nowhere"):
            await background.start(fail())


async def test_a_job_outlives_its_failures() -> None:
    """A long trouble is one line, without its words; the next trouble is another."""
    outcomes = iter(["no", "no", "yes", "no", "yes"])
    done: list[str] = []
    finished = asyncio.Event()

    async def job() -> None:
        await asyncio.sleep(0)
        outcome = next(outcomes, None)
        if outcome is None:
            finished.set()
        elif outcome == "no":
            raise LookupError("Айгүл")
        else:
            done.append(outcome)

    with capture_logs(processors=[where_it_broke]) as lines:
        async with Background() as background:
            background.repeat("sweeping", job, every=0.001)
            async with asyncio.timeout(5):
                await finished.wait()
    assert done == ["yes", "yes"]
    assert [(line["work"], line["error"]) for line in lines] == [("sweeping", "LookupError")] * 2
    assert "Айгүл" not in str(lines)
