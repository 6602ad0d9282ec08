"""One round: the crowd talks, something goes wrong, the bot is stopped and started again."""

import asyncio
import random
import signal
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.screens.notices import Notices
from bot.screens.page import Speech
from bot.screens.words import Words
from bot.text import LANGS
from tests.chaos.crowd import Crowd, learn, tally
from tests.chaos.troubles import LOST, Scene, Trouble, clock_jumps, lost_answers
from tests.journeys.driver import Telegram
from tests.journeys.process import Command, serving

TALK: Final = 10.0  # seconds
PATIENCE: Final = 90.0  # seconds until the last answer


@dataclass(frozen=True, slots=True)
class Round:
    """Hold what came of a round."""

    number: int
    trouble: str
    stop: str  # the signals, one after the other
    acts: int
    lost: int
    twice: int
    unconfirmed: int  # updates that Telegram would give again, at the kills
    troubled: int  # answered by the sentence about trouble
    strange: int
    unanswered_presses: int
    median: float  # seconds to an answer
    longest: float

    @property
    def faults(self) -> list[str]:
        """Return in words what must not be."""
        allowed = self.unconfirmed + (LOST if self.trouble == lost_answers.__name__ else 0)
        found = {
            "never answered": self.lost,
            "answered twice": max(0, self.twice - allowed),
            "shown without being asked for": self.strange,
            "presses left waiting": self.unanswered_presses,
        }
        return [f"{count} {what}" for what, count in found.items() if count]


class Chaos:
    """Run rounds against one bot, which keeps its database."""

    def __init__(
        self, telegram: Telegram, bot: Command, crowd: Crowd, chance: random.Random
    ) -> None:
        self.crowd = crowd
        self.bot = bot
        self._telegram = telegram
        self._chance = chance
        self._pressed: set[str] = set()

    async def round(self, number: int, trouble: Trouble, *stops: signal.Signals) -> Round:
        """Let the crowd talk while there is trouble and the bot is stopped; wait for calm."""
        begun = time.monotonic()
        unconfirmed = 0
        async with asyncio.TaskGroup() as tasks:
            talking = tasks.create_task(self.crowd.talk(TALK))
            making = tasks.create_task(self._after_a_while(trouble))
            for stop in stops:
                await asyncio.sleep(self._chance.uniform(1, TALK / len(stops) - 2))
                unconfirmed += await self._stop(stop)
            await asyncio.wait({talking, making})
        await self._telegram.clear_faults()
        await self.crowd.calm(PATIENCE)
        await self._telegram.ready(60)
        return await self._result(number, trouble, stops, begun, unconfirmed)

    async def _after_a_while(self, trouble: Trouble) -> None:
        await asyncio.sleep(self._chance.uniform(0.5, TALK / 2))
        await trouble(Scene(self._telegram, self.bot.folder))

    async def _stop(self, number: signal.Signals) -> int:
        """Stop the bot and start it again; return what a kill leaves unconfirmed."""
        self.bot.send(number)
        status = await asyncio.to_thread(self.bot.wait)
        left = await self._telegram.ask("GET", "/sandbox/settled?timeout=0")
        self.bot.start()
        if number == signal.SIGKILL:
            return int(left["pending_updates"])
        assert status == 0, self.bot.log
        return 0

    async def _result(
        self,
        number: int,
        trouble: Trouble,
        stops: tuple[signal.Signals, ...],
        begun: float,
        unconfirmed: int,
    ) -> Round:
        acts = self.crowd.acts(begun)
        counts = tally(acts)
        waited = [done.answered[0] - done.at for done in acts if done.answered]
        strange = [text for member in self.crowd.members.values() for text in member.strange]
        for member in self.crowd.members.values():
            member.strange.clear()
        presses = [p for p in await self._telegram.callbacks() if p["id"] not in self._pressed]
        self._pressed.update(press["id"] for press in presses)
        if trouble is clock_jumps:
            presses = []  # too old to be answered, by the clock that jumped
        return Round(
            number=number,
            trouble=trouble.__name__,
            stop=" ".join(stop.name.removeprefix("SIG") for stop in stops),
            acts=counts["acts"],
            lost=counts["lost"],
            twice=counts["twice"],
            unconfirmed=unconfirmed,
            troubled=counts["trouble"],
            strange=len(strange),
            unanswered_presses=sum(not press["answered"] for press in presses),
            median=statistics.median(waited),
            longest=max(waited),
        )


@asynccontextmanager
async def chaos(root: Path, folder: Path, size: int, seed: int) -> AsyncIterator[Chaos]:
    """Start a sandbox, a bot and a crowd; end them afterwards."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    for name in ("sandbox", "bot"):
        (folder / name).mkdir()
    sandbox = Command(root, folder / "sandbox", "sandbox", SANDBOX_PORT="0")
    sandbox.start()
    url = next(word for word in sandbox.line().split() if word.startswith("http"))
    bot = serving(
        root,
        folder / "bot",
        url,
        module="tests.chaos.small_disk",
        BOT_CLOCK=f"{url}/clock",
        LOG_LEVEL="DEBUG",  # all that can be said, to look for what must not be
    )
    _small_pages(folder / "bot" / "var" / "bot.db")
    bot.start()
    try:
        async with Telegram(url) as telegram:
            await telegram.ready(60)
            answers = await learn(telegram, chance)
            crowd = Crowd(telegram, answers, _trouble(), size, chance)
            await crowd.come()
            watching = asyncio.create_task(crowd.watch())
            yield Chaos(telegram, bot, crowd, chance)
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
    finally:
        await asyncio.to_thread(bot.stop)
        await asyncio.to_thread(sandbox.stop)


def _small_pages(path: Path) -> None:
    """Make a database whose pages are soon full, so that a full disk is met within seconds."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size = 512")
        connection.execute("VACUUM")


def _trouble() -> list[str]:
    """Return the sentence about trouble in each language."""
    words = Words()
    notices = Notices({lang: Speech(words, lang) for lang in LANGS})
    return [notices.trouble(lang) for lang in LANGS]
