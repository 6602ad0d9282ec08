"""Which updates are being handled, and up to where Telegram may forget them."""

from collections.abc import Iterable


class Ledger:
    """Keep the offset below which every update is handled, or held where it outlives us.

    Telegram forgets the updates below the offset it is asked with. It is never ahead of an update
    that is still being handled and not held, so Telegram gives those ahead of it again and again;
    `begin` tells which of them are new.
    """

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._held: set[int] = set()  # begun, and kept by ourselves
        self._done: set[int] = set()  # handled, and Telegram has not heard of it
        self._next: int | None = None
        self._asked: int | None = None
        self._heard: int | None = None

    @property
    def offset(self) -> int | None:
        """Return the lowest id Telegram must still keep; None before the first update."""
        return min(self._open) if self._open else self._next

    @property
    def moved(self) -> bool:
        """Tell whether Telegram may forget more than it was asked to."""
        return self.offset != self._asked

    @property
    def all_heard(self) -> bool:
        """Tell whether Telegram knows all it may forget."""
        return self.offset == self._heard

    def ask(self) -> int | None:
        """Return the offset to ask with."""
        self._asked = self.offset
        return self._asked

    def hear(self) -> None:
        """Note that Telegram has answered what it was asked: it gives nothing lower from now on.

        What is not lower comes even if it has been handled while the answer was on its way.
        """
        self._heard = self._asked
        self._done = {done for done in self._done if self._asked is None or done >= self._asked}

    def begin(self, update_id: int) -> bool:
        """Note that handling starts; False if it has started or ended already."""
        if update_id in self._held or update_id in self._done:
            # also one that an earlier run held, and did not live to tell Telegram so
            self._next = max(self._next or 0, update_id + 1)
            return False
        if update_id in self._open:
            return False
        if self._asked is not None and update_id < self._asked:
            # Telegram counts anew after a quiet week, and gives ids below the offset then
            self._done.clear()
            self._next = None
        self._open.add(update_id)
        self._next = max(self._next or 0, update_id + 1)
        return True

    @property
    def unheard(self) -> frozenset[int]:
        """Return what is handled, and given again unless Telegram hears of a higher offset."""
        return frozenset(self._done)

    def resume(self, update_id: int) -> None:
        """Note that an update held by an earlier run is handled from now on."""
        self._held.add(update_id)

    def hold(self, update_ids: Iterable[int]) -> set[int]:
        """Note that updates are kept by ourselves, so that Telegram may forget them.

        Return those of them that are still being handled.
        """
        held = self._open.intersection(update_ids)
        self._open -= held
        self._held |= held
        return held

    def finish(self, update_id: int) -> None:
        """Note that the update is handled."""
        self._open.discard(update_id)
        self._held.discard(update_id)
        self._done.add(update_id)
