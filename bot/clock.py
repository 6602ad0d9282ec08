"""The time, asked in one place, so that tests and the sandbox can move it."""

import asyncio
import datetime as dt
import http.client
import json
import time
from typing import Protocol
from urllib.parse import urlsplit


class Clock(Protocol):
    """Tell the time."""

    def now(self) -> dt.datetime:
        """Return the time, aware, in UTC."""
        ...


class SystemClock:
    """Tell the machine's time."""

    def now(self) -> dt.datetime:
        """Return the machine's time, aware, in UTC."""
        return dt.datetime.now(dt.UTC)


class RunningClock:
    """Start from a given time and run on from there, whatever the machine's clock says."""

    def __init__(self, start: dt.datetime) -> None:
        self._set(start)

    def now(self) -> dt.datetime:
        """Return the given time plus what has passed since, aware, in UTC."""
        return self._start + dt.timedelta(seconds=time.monotonic() - self._since)

    def _set(self, start: dt.datetime) -> None:
        self._start = start.astimezone(dt.UTC)
        self._since = time.monotonic()


class FollowingClock(RunningClock):
    """Follow the clock that a sandbox serves at `url`; between two looks it runs on.

    The machine's time is told until the first `refresh`.
    """

    def __init__(self, url: str) -> None:
        super().__init__(dt.datetime.now(dt.UTC))
        self._url = url

    async def refresh(self) -> None:
        """Look at the sandbox's clock: `{"now": "<ISO 8601>"}`.

        Raises:
            OSError: nobody answers there.
            ValueError: the answer tells no time.
        """
        self._set(await asyncio.to_thread(_look, self._url))


def clock_from(setting: str | None) -> Clock:
    """Make the clock that the setting BOT_CLOCK asks for.

    Args:
        setting: nothing (the machine's time), an ISO 8601 time (UTC unless it names a zone), or
            the `http://` address of a sandbox's clock.

    Raises:
        ValueError: it is none of these.
    """
    if setting is None:
        return SystemClock()
    if setting.startswith("http://"):
        parts = urlsplit(setting)
        if not parts.hostname or parts.port == 0:  # `port` raises where it is no port
            raise ValueError("the address names no host")
        return FollowingClock(setting)
    return RunningClock(_aware(setting))


def _aware(iso: str) -> dt.datetime:
    time_ = dt.datetime.fromisoformat(iso)
    return time_ if time_.tzinfo else time_.replace(tzinfo=dt.UTC)


def _look(url: str) -> dt.datetime:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    try:
        connection.request("GET", parts.path or "/")
        return _aware(json.load(connection.getresponse())["now"])
    except (http.client.HTTPException, KeyError, TypeError) as error:
        raise ValueError(f"{url} tells no time") from error
    finally:
        connection.close()
