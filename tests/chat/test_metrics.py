"""The counters."""

import socket
import urllib.request

import pytest
from aiogram.types import Update

from bot.chat.metrics import Metrics
from tests.chat.updates import SERGEI, said


def test_the_counters_are_shown_and_tell_of_nobody(free_port: int) -> None:
    """What was counted stands on the page, and no person does."""
    metrics = Metrics()
    metrics.ended(Update.model_validate(said("слово")), 0.2)
    metrics.asked("sendMessage", "ok")
    metrics.held.inc(3)
    metrics.serve(free_port)
    with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/metrics") as page:
        text = page.read().decode()
    assert 'qujat_updates_total{kind="message"} 1.0' in text
    assert 'qujat_update_seconds_bucket{le="0.25"} 1.0' in text
    assert 'qujat_requests_total{method="sendMessage",outcome="ok"} 1.0' in text
    assert "qujat_updates_held_total 3.0" in text
    assert "process_resident_memory_bytes" in text
    assert str(SERGEI["id"]) not in text


def test_a_port_in_use_is_an_error(free_port: int) -> None:
    """Two bots cannot show their counters at one address."""
    with socket.create_server(("127.0.0.1", free_port)), pytest.raises(OSError, match="in use"):
        Metrics().serve(free_port)
