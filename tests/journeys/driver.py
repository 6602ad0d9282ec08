"""Telegram as a test drives it: people who write, tap and look.

    async with Telegram(url) as telegram:
        sergey = telegram.person(1002)
        await sergey.start()
        menu = await sergey.sees("28 государственных услуг")
        await sergey.tap("Все услуги")
        await sergey.sees("Отдел по делам обороны")

Waiting follows the sandbox's events and never sleeps; in vain it fails with the transcript.
"""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import Self

import aiohttp

from tests.journeys.person import Person
from tests.journeys.seen import Json, Seen

WITHIN = 10.0  # seconds a person waits for the bot


class NotPossibleError(Exception):
    """The sandbox refused what a person wanted to do; the message says why."""


class Telegram:
    """A sandbox that runs at `url`, with its people."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._people: dict[int, Person] = {}
        self._events: list[Json] = []
        self.last = 0

    async def __aenter__(self) -> Self:
        """Look who is there; what happened before does not count."""
        self._session = aiohttp.ClientSession(self.url)
        state = await self.state()
        self.last = state["event"]
        self._people = {
            person["id"]: Person(self, person["id"], person["first_name"])
            for person in state["people"]
        }
        return self

    async def __aexit__(self, *_: object) -> None:
        """Let go of the sandbox, which goes on."""
        await self._session.close()

    def person(self, number: int) -> Person:
        """Return one of the sandbox's people: 1001 Айгүл, 1002 Сергей, 1003 Марат, 1004 Дана."""
        return self._people[number]

    async def ask(self, method: str, path: str, body: Json | None = None) -> Json:
        """Call a control endpoint; what it refuses raises NotPossibleError."""
        async with self._session.request(method, path, json=body) as response:
            answer: Json = await response.json()
            if not response.ok:
                raise NotPossibleError(answer.get("description", response.reason))
            return answer

    async def act(self, person: int, chat: int, do: str, **words: object) -> Json:
        """Let a person do something in a chat."""
        return await self.ask(
            "POST", "/sandbox/act", {"person": person, "chat": chat, "do": do} | words
        )

    async def state(self) -> Json:
        """Return everything the chat page would show."""
        return await self.ask("GET", "/sandbox/state")

    async def first(
        self, fits: Callable[[Json], bool], after: int, within: float = WITHIN
    ) -> Json | None:
        """Return the first event after `after` that fits, waiting for it; None if none came."""
        clock = asyncio.get_running_loop().time
        until, looked = clock() + within, after
        while True:
            for event in self._events:
                if event["n"] > looked and fits(event):
                    return event
            looked = max(looked, self.last)
            if clock() >= until:
                return None
            await self._listen(until - clock())

    async def ready(self, within: float = 30) -> None:
        """Wait until the bot has taken every update and waits for more."""
        answer = await self.ask("GET", f"/sandbox/settled?timeout={within}")
        assert answer["settled"], f"The bot did not ask for updates within {within} s."

    async def fault(
        self, method: str, status: int | str, *, times: int = 1, **more: object
    ) -> None:
        """Let the next calls of a method fail: a code, "hang" or "close".

        `retry_after`, `description` and `effect` (carried out, only the answer is lost) as the
        sandbox takes them. "*" is every method but getUpdates.
        """
        asked: Json = {"method": method, "status": status, "times": times}
        await self.ask("POST", "/sandbox/fault", asked | more)

    async def clear_faults(self) -> None:
        """Forget the faults that were not used."""
        await self.ask("DELETE", "/sandbox/fault")

    async def requests(self, method: str | None = None, after: int = 0) -> list[Json]:
        """Return what the bot asked of Telegram, oldest first; one method only if named."""
        async with self._session.get(f"/sandbox/log?after={after}") as response:
            calls: list[Json] = await response.json()
        return [call for call in calls if method in {None, call["method"]}]

    async def callbacks(self) -> list[Json]:
        """Return every press of a button and how the bot answered it."""
        async with self._session.get("/sandbox/callbacks") as response:
            presses: list[Json] = await response.json()
        return presses

    async def now(self) -> dt.datetime:
        """Return the sandbox's time."""
        return dt.datetime.fromisoformat((await self.ask("GET", "/clock"))["now"])

    async def set_clock(self, now: dt.datetime) -> None:
        """Make it `now` in the sandbox."""
        await self.ask("POST", "/sandbox/clock", {"now": now.isoformat()})

    async def advance(self, **time: float) -> None:
        """Move the clock: `advance(days=1, hours=2)`."""
        seconds = dt.timedelta(**time).total_seconds()
        await self.ask("POST", "/sandbox/clock", {"advance": seconds})

    async def reset(self) -> None:
        """Go back to the default world; people forget what they read."""
        self.last = (await self.ask("POST", "/sandbox/reset"))["event"]
        self._events.clear()
        for person in self._people.values():
            person.forget()

    async def messages(self, chat: int, person: int) -> list[Seen]:
        """Return the messages a person sees in a chat now, oldest first."""
        state = await self.state()
        views = next(found["messages"] for found in state["chats"] if found["id"] == chat)
        return [
            Seen("message", 0, view)
            for view in views
            if not view["deleted"] and view["ephemeral_for"] in {None, person}
        ]

    async def _listen(self, patience: float) -> None:
        path = f"/sandbox/wait?after={self.last}&timeout={min(patience, 30)}"
        answer = await self.ask("GET", path)
        self._events += [event for event in answer["events"] if event["n"] > self.last]
        self.last = max(self.last, answer["event"])
