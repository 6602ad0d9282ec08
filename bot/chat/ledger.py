"""Which updates are being handled, and up to where Telegram may forget them."""


class Ledger:
    """Keep the offset below which every update is handled.

    Telegram forgets the updates below the offset of `getUpdates`. It is never ahead of an update
    that is still being handled, so Telegram gives those ahead of it again and again; `begin`
    tells which of them are new.
    """

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._done: set[int] = set()  # handled, but above one that is not
        self._next: int | None = None

    @property
    def offset(self) -> int | None:
        """Return the lowest id not handled yet; None before the first update."""
        return min(self._open) if self._open else self._next

    def begin(self, update_id: int) -> bool:
        """Note that handling starts; False if it has started or ended already."""
        if update_id in self._open or update_id in self._done:
            return False
        if self._next is not None and self.offset is not None and update_id < self.offset:
            # Telegram counts anew after a quiet week, and gives ids below the offset then
            self._done.clear()
            self._next = None
        self._open.add(update_id)
        self._next = max(self._next or 0, update_id + 1)
        return True

    def finish(self, update_id: int) -> None:
        """Note that the update is handled."""
        self._open.discard(update_id)
        self._done.add(update_id)
        low = self.offset
        self._done = {done for done in self._done if low is not None and done >= low}
