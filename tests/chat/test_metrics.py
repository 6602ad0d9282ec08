"""The counters."""

import socket
import urllib.request

import pytest

from bot.chat.metrics import Metrics


def test_the_counters_are_shown(free_port: int) -> None:
    """What was counted stands on the page, in the words of those who watch."""
    metrics = Metrics()
    metrics.ended("message", 0.2)
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


def test_a_port_in_use_is_an_error(free_port: int) -> None:
    """Two bots cannot show their counters at one address."""
    with socket.create_server(("127.0.0.1", free_port)), pytest.raises(OSError, match="in use"):
        Metrics().serve(free_port)
