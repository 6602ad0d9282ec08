"""People who talk to the bot, and keep book of what they did and what they saw.

A person knows what the bot shows for each act in quiet times, so an answer belongs to the act it
answers, however late it comes and whatever comes between.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from tests.chaos.acts import ACTS, Act
from tests.journeys.driver import Telegram
from tests.journeys.seen import Json

NAMES: Final = {
    "kk": ("Айгерім", "Нұрсұлтан", "Гүлжан", "Бауыржан", "Зәуре", "Қанат"),
    "ru": ("Людмила", "Геннадий", "Клавдия", "Аркадий", "Зинаида", "Вениамин"),
}
FIRST: Final = 7_120_000_001  # the number of the first person; too long to be anything else
RECENT: Final = 4  # acts whose answers a person tells apart


@dataclass(slots=True)
class Done:
    """Hold one act and what came of it; times are seconds of the machine."""

    act: Act
    answer: str
    at: float
    answered: list[float] = field(default_factory=list)
    in_trouble: bool = False  # answered by the sentence about trouble


class Member:
    """One person of the crowd."""

    def __init__(self, number: int, lang: str, name: str, answers: Mapping[Act, str]) -> None:
        self.number = number
        self.lang = lang
        self.name = name
        self.done: list[Done] = []
        self.strange: list[str] = []  # what was shown for no act of theirs
        self.changed = asyncio.Event()
        self.last = 0  # the bot's last message
        self._answers = answers

    @property
    def waits(self) -> bool:
        """Tell whether an act has no answer yet."""
        return any(not done.answered for done in self.done[-RECENT:])

    def choose(self, chance: random.Random) -> Done:
        """Return the next act: one whose answer is not like those of the last ones."""
        known = {done.answer for done in self.done[-RECENT:]}
        acts = [
            act
            for act, answer in self._answers.items()
            if answer not in known and (act.kind == "send" or self.last)
        ]
        act = chance.choice(acts)
        done = Done(act, self._answers[act], time.monotonic())
        self.done.append(done)
        return done

    def see(self, text: str, *, trouble: bool) -> None:
        """Book something the bot has shown."""
        recent = self.done[-RECENT * 2 :]
        waiting = [done for done in recent if not done.answered]
        fitting = [done for done in recent if done.answer == text]
        found = [done for done in fitting if not done.answered] or fitting[-1:]
        if not found and trouble:
            found = waiting
        if not found:
            self.strange.append(text)
        else:
            found[0].answered.append(time.monotonic())
            found[0].in_trouble |= trouble
        self.changed.set()


class Crowd:
    """Bring people into the sandbox, let them talk, and follow what they see."""

    def __init__(
        self,
        telegram: Telegram,
        answers: Mapping[str, Mapping[Act, str]],
        trouble: Sequence[str],
        size: int,
        chance: random.Random,
    ) -> None:
        self.members = {
            number: Member(number, lang, chance.choice(NAMES[lang]), answers[lang])
            for number, lang in zip(
                range(FIRST, FIRST + size), ("kk", "ru") * (size // 2 + 1), strict=False
            )
        }
        self._telegram = telegram
        self._trouble = trouble
        self._chance = chance

    async def come(self) -> None:
        """Enter the sandbox."""
        people = [
            {"id": member.number, "first_name": member.name, "language_code": member.lang}
            for member in self.members.values()
        ]
        await self._telegram.ask("POST", "/sandbox/people", {"people": people})

    async def talk(self, seconds: float) -> None:
        """Talk for so long, each at their own pace, and mostly wait for an answer."""
        until = time.monotonic() + seconds
        async with asyncio.TaskGroup() as tasks:
            for member in self.members.values():
                tasks.create_task(self._talk(member, until))

    async def _talk(self, member: Member, until: float) -> None:
        await asyncio.sleep(self._chance.uniform(0, 2))
        while time.monotonic() < until:
            for _ in range(self._chance.choice((1, 1, 1, 2))):
                await self._act(member, member.choose(self._chance))
            with suppress(TimeoutError):
                async with asyncio.timeout(until - time.monotonic()):
                    while member.waits:
                        member.changed.clear()
                        await member.changed.wait()
            await asyncio.sleep(self._chance.uniform(0.5, 3))

    async def _act(self, member: Member, done: Done) -> None:
        words: Json = {"text": done.act.words}
        if done.act.kind == "press":
            words = {"message_id": member.last, "data": done.act.words}
        await self._telegram.act(member.number, member.number, done.act.kind, **words)

    async def watch(self) -> None:
        """Follow what people see, until cancelled."""
        last = self._telegram.last
        while True:
            path = f"/sandbox/wait?after={last}&timeout=5"
            answer = await self._telegram.ask("GET", path)
            for event in answer["events"]:
                self._note(event)
            last = answer["event"]

    def _note(self, event: Json) -> None:
        member = self.members.get(event.get("chat", 0))
        view: Json = event.get("message") or {}
        if member is None or event["kind"] not in {"message", "edit"} or not view.get("outgoing"):
            return
        text = str(view.get("text"))
        member.last = int(view["message_id"])
        member.see(text, trouble=text in self._trouble)

    async def calm(self, patience: float) -> bool:
        """Wait until everybody has their answers; False if some have none after so long."""
        until = time.monotonic() + patience
        while any(member.waits for member in self.members.values()):
            if time.monotonic() > until:
                return False
            await asyncio.sleep(0.1)
        return True

    def acts(self, since: float) -> list[Done]:
        """Return what was done after `since`."""
        return [
            done for member in self.members.values() for done in member.done if done.at >= since
        ]


def tally(acts: Sequence[Done]) -> Counter[str]:
    """Count the acts, those never answered, answered more than once, and by trouble."""
    counts = Counter(acts=len(acts))
    for done in acts:
        counts["lost"] += not done.answered
        counts["twice"] += len(done.answered) > 1
        counts["trouble"] += done.in_trouble
    return counts


async def learn(telegram: Telegram, chance: random.Random) -> dict[str, dict[Act, str]]:
    """Return what the bot shows for each act, asked calmly by one person of each language."""
    learnt: dict[str, dict[Act, str]] = {}
    for number, lang in ((1001, "kk"), (1002, "ru")):
        person = telegram.person(number)
        answers: dict[Act, str] = {}
        for act in ACTS[lang]:
            if act.kind == "send":
                await person.say(act.words)
                seen = await person.sees()
            else:
                await person.press(seen, act.words)
                seen = await person.sees()
            answers[act] = seen.text
        learnt[lang] = dict(chance.sample(list(answers.items()), len(answers)))
    return learnt
