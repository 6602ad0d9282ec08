"""The table of updates as a set, for the stores of tests."""

import datetime as dt
from collections.abc import Collection, Mapping
from itertools import count

NEW = count(1)
"""Ids no update has had."""


class Updates:
    """Keep which updates are done; hold what is to be held."""

    def __init__(self) -> None:
        self.done: dict[int, dt.datetime] = {}
        self.contents: dict[int, str] = {}

    async def note(self, update_id: int, now: dt.datetime) -> bool:
        """Note an update."""
        new = update_id not in self.done
        self.done.setdefault(update_id, now)
        return new

    async def noted(self, update_id: int) -> bool:
        """Tell whether it was noted."""
        return update_id in self.done

    async def expire(self, before: dt.datetime) -> None:
        """Forget old ones."""
        self.done = {number: at for number, at in self.done.items() if at >= before}

    async def hold(self, contents: Mapping[int, str], now: dt.datetime) -> None:
        """Keep contents."""
        assert now.tzinfo is not None
        self.contents |= contents

    async def held(self) -> dict[int, str]:
        """Return contents."""
        return dict(sorted(self.contents.items()))

    async def release(self, update_ids: Collection[int]) -> None:
        """Delete contents."""
        for number in update_ids:
            self.contents.pop(number, None)
