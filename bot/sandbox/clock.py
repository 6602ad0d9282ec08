"""The time in the sandbox."""

import datetime as dt


class SandboxClock:
    """Tell the sandbox's time: the machine's, moved by as much as was asked."""

    def __init__(self) -> None:
        self._moved = dt.timedelta()

    def now(self) -> dt.datetime:
        """Return the sandbox's time, aware, in UTC."""
        return dt.datetime.now(dt.UTC) + self._moved

    def timestamp(self) -> int:
        """Return the sandbox's time in whole seconds since 1970, as Telegram dates messages."""
        return int(self.now().timestamp())

    def set(self, now: dt.datetime) -> None:
        """Make it `now`; the clock runs on from there. A time without a zone is UTC."""
        aware = now if now.tzinfo else now.replace(tzinfo=dt.UTC)
        self._moved = aware - dt.datetime.now(dt.UTC)

    def advance(self, seconds: float) -> None:
        """Move the clock by `seconds`, forward or back."""
        self._moved += dt.timedelta(seconds=seconds)

    def reset(self) -> None:
        """Go back to the machine's time."""
        self._moved = dt.timedelta()
