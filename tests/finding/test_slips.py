"""Misspelt words of what is asked and what happened."""

from typing import Final

import pytest

from bot.finding.fold import fold, words
from bot.finding.slips import Slips

PHRASES: Final = (
    "потерял*",
    "украден*",
    "сколько стоит",
    "временн* & обменя*",
    "замени*",
    "горел*",
    "восстановить",
)
KNOWN: Final = frozenset(words("заменитель потерпел"))
SLIPS: Final = Slips(PHRASES, KNOWN.__contains__)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("патерял", "потерял"),
        ("потиряла", "потерял"),
        ("потрял", "потерял"),
        ("потреял", "потерял"),
        ("укродена", "украден"),
        ("сколко", "сколько"),
        ("скольько", "сколько"),
        ("времменный", "временн"),
        ("обминять", "обменя"),
        ("васстанавить", "восстановить"),
        ("восстоновит", "восстановить"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    """A wrong, missing, added or swapped letter becomes the nearest stem; two in a long word."""
    assert SLIPS.mended(fold(typed)) == fold(meant)


@pytest.mark.parametrize(
    "word",
    [
        "потеряла",
        "сколько",
        "стоет",
        "гарел",
        "заменитель",
        "потерпел",
        "скольконибудь",
        "сковорода",
        "понедельник",
        "замок",
        "",
    ],
)
def test_what_is_no_slip_stays(word: str) -> None:
    """A right word, a short one, one known as another's, and one too far off stay as typed."""
    assert SLIPS.mended(fold(word)) == fold(word)


def test_the_nearest_stem_is_meant() -> None:
    """Of two stems a word may be, the one with fewer slips is taken."""
    slips = Slips(["растратил*", "растрепал*"], {"none"}.__contains__)
    assert slips.mended(fold("растрипал")) == fold("растрепал")
    assert slips.mended(fold("растрател")) == fold("растратил")


def test_mending_again_changes_nothing() -> None:
    """What was mended is right."""
    for phrase in PHRASES:
        for word in words(phrase):
            assert SLIPS.mended(word) == word
