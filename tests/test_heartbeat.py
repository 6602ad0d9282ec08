"""The sign of life."""

import os
import time
from pathlib import Path

from bot.heartbeat import Heartbeat


def test_a_beat_is_a_moment_old(tmp_path: Path) -> None:
    """A heartbeat just given is read as a few seconds old, and its folder is made."""
    Heartbeat(tmp_path / "var").beat()
    age = Heartbeat(tmp_path / "var").age()
    assert age is not None
    assert age < 60


def test_the_age_counts_from_the_last_beat(tmp_path: Path) -> None:
    """An old heartbeat has its age, and the next beat makes it young."""
    heart = Heartbeat(tmp_path)
    heart.beat()
    (file,) = tmp_path.iterdir()
    old = time.time() - 1000
    os.utime(file, (old, old))
    age = heart.age()
    assert age is not None
    assert 1000 <= age < 1060
    heart.beat()
    assert heart.age() in range(60)


def test_without_a_beat_there_is_no_age(tmp_path: Path) -> None:
    """Where no bot ever ran there is no age."""
    assert Heartbeat(tmp_path).age() is None
    assert Heartbeat(tmp_path / "never" / "made").age() is None


def test_a_clock_set_back_makes_no_negative_age(tmp_path: Path) -> None:
    """A heartbeat from the future is as good as new."""
    Heartbeat(tmp_path).beat()
    (file,) = tmp_path.iterdir()
    future = time.time() + 1000
    os.utime(file, (future, future))
    assert Heartbeat(tmp_path).age() == 0
