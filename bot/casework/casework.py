"""Everything that can be done for people, wired to one store and one clock."""

from dataclasses import dataclass
from typing import Self

from bot.casework.checklists import Checklists, Store
from bot.casework.people import People
from bot.casework.updates import Inbox
from bot.clock import Clock


@dataclass(frozen=True, slots=True)
class Casework:
    """Hold the use cases."""

    people: People
    checklists: Checklists
    inbox: Inbox

    @classmethod
    def of(cls, store: Store, clock: Clock) -> Self:
        """Return the use cases, kept in `store`."""
        return cls(People(store, clock), Checklists(store, clock), Inbox(store, clock))

    async def expire(self) -> None:
        """Delete everything that has been kept long enough."""
        await self.checklists.expire()
        await self.inbox.expire()
