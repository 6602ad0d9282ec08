"""Memory with a bound."""

from bot.chat.remembered import Remembered


def test_what_was_set_longest_ago_is_forgotten_first() -> None:
    """Setting again makes a thing the newest; looking at it does not."""
    remembered: Remembered[str, int] = Remembered(2)
    remembered["a"] = 1
    remembered["b"] = 2
    remembered["a"] = 3
    assert remembered["b"] == 2
    remembered["c"] = 4
    assert remembered == {"a": 3, "c": 4}
