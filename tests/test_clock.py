"""The clocks."""

import datetime as dt
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bot.clock import FollowingClock, RunningClock, SystemClock, clock_from


class ServedClock(BaseHTTPRequestHandler):
    """Answer as the sandbox's `GET /clock` does, with what the test set."""

    answer: bytes = b""

    def do_GET(self) -> None:
        """Answer the same, whatever is asked."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.answer)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def served() -> Iterator[str]:
    """Serve a clock and return its address."""
    with HTTPServer(("127.0.0.1", 0), ServedClock) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/clock"
        server.shutdown()
        thread.join()


def test_no_setting_is_the_machines_time() -> None:
    """Without a setting the time is the machine's, aware, in UTC."""
    before = dt.datetime.now(dt.UTC)
    clock = clock_from(None)
    assert isinstance(clock, SystemClock)
    assert before <= clock.now() <= dt.datetime.now(dt.UTC)
    assert clock.now().tzinfo is dt.UTC


def test_a_given_time_runs_on() -> None:
    """A clock started from a time goes on from there."""
    start = dt.datetime(2030, 1, 1, 9, tzinfo=dt.UTC)
    clock = clock_from("2030-01-01T14:00:00+05:00")
    first, second = clock.now(), clock.now()
    assert start <= first < second < start + dt.timedelta(hours=1)
    assert first.tzinfo is dt.UTC


def test_a_time_without_a_zone_is_utc() -> None:
    """An ISO time that names no zone is read as UTC."""
    start = dt.datetime(2030, 1, 1, 9, tzinfo=dt.UTC)
    assert clock_from("2030-01-01T09:00").now() - start < dt.timedelta(hours=1)


@pytest.mark.parametrize(
    "setting", ["", "yesterday", "http://", "http://host:99999/clock", "https://host/clock"]
)
def test_what_is_no_clock_is_refused(setting: str) -> None:
    """What is neither a time nor an http address is no clock."""
    with pytest.raises(ValueError, match=r"\w"):
        clock_from(setting)


async def test_a_sandboxs_clock_is_followed(served: str) -> None:
    """After a refresh the time is the sandbox's, and runs on."""
    clock = clock_from(served)
    assert isinstance(clock, FollowingClock)
    assert abs(clock.now() - dt.datetime.now(dt.UTC)) < dt.timedelta(hours=1)
    for year in (2031, 2029):
        start = dt.datetime(year, 5, 1, tzinfo=dt.UTC)
        ServedClock.answer = json.dumps({"now": start.isoformat()}).encode()
        await clock.refresh()
        assert start <= clock.now() < start + dt.timedelta(hours=1)


@pytest.mark.parametrize("answer", [b"", b"[]", b"{}", b'{"now": 5}', b'{"now": "soon"}'])
async def test_an_answer_without_a_time_is_an_error(served: str, answer: bytes) -> None:
    """Whatever else is served at the address is refused, and the clock runs on as before."""
    clock = FollowingClock(served)
    ServedClock.answer = answer
    with pytest.raises(ValueError, match=r"\w"):
        await clock.refresh()
    assert abs(clock.now() - dt.datetime.now(dt.UTC)) < dt.timedelta(hours=1)


async def test_a_sandbox_that_is_gone_is_an_error() -> None:
    """Where nobody answers, a refresh says so."""
    with pytest.raises(OSError, match=r"\w"):
        await FollowingClock("http://127.0.0.1:1/clock").refresh()


def test_a_clock_keeps_its_instant_in_utc() -> None:
    """A start in another zone is the same instant in UTC."""
    zone = dt.timezone(dt.timedelta(hours=5))
    clock = RunningClock(dt.datetime(2030, 1, 1, 5, tzinfo=zone))
    assert clock.now().hour == 0
