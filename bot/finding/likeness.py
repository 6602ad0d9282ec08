"""Which words of a vocabulary a typed word may be: the same, inflected or misspelt."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.finding.phrases import Wordlist

INFLECTED: Final = 0.95
# letters two forms of a word share at least: one may be the other's beginning, or both have an
# ending of their own
BEGINNING: Final = 4
STEM: Final = 5
# letters of a Kazakh chain of suffixes, of two Russian endings (the shorter, the longer), and of
# those of a word that shares more than a short stem («подлежит», «подлежащей»)
CHAIN: Final = 9
ENDINGS: Final = (1, 3)
LONG_ENDINGS: Final = (2, 4)
# folded Russian endings, by which words of a short stem differ («горная», «горную»)
INFLECTIONS: Final = frozenset(
    (
        *("ая", "ую", "ое", "ои", "ее", "еи", "ии", "ие", "их", "им", "ими", "ого", "его", "ому"),
        *("ему", "ом", "ем", "а", "у", "е", "и", "о", "я", "ю", "ам", "ах", "ами", "ов", "ям"),
        *("ях", "ями", "ев"),
    )
)
# wrong, missing, swapped letters in a word of six letters or more, and in a long one; a shorter
# word with another letter is another word (кеден, кедей)
SLIPPING: Final = 6
LONG: Final = 8
SLIPS: Final = 1
SLIPS_IN_LONG: Final = 2
# vowels that are mixed up where they open a word
_OPENING: Final = {"о": "а", "и": "е", "з": "с"}
# typed words remembered with what they may be; people use few
REMEMBERED: Final = 5_000


class Vocabulary:
    """Know the words of all phrases, folded."""

    def __init__(self, words: Iterable[str], no_slips: Wordlist) -> None:
        self._no_slips = no_slips
        self._by_opening: dict[str, list[str]] = {}
        for word in sorted(words):
            self._by_opening.setdefault(opening(word), []).append(word)

    def like(self, word: str) -> dict[str, float]:
        """Return the words of the vocabulary `word` may be, each with its likeness, 0 to 1."""
        neighbours = self._by_opening.get(opening(word), [])
        matches = {other: INFLECTED for other in neighbours if same_stem(word, other)}
        if len(word) >= SLIPPING and word not in self._no_slips:
            slips = SLIPS_IN_LONG if len(word) >= LONG else SLIPS
            for other, distance, _ in process.extract(
                word, neighbours, scorer=OSA.distance, score_cutoff=slips, limit=None
            ):
                shorter = min(len(word), len(other))
                if shorter >= (SLIPPING if distance <= SLIPS else LONG):
                    matches[other] = max(matches.get(other, 0.0), 1 - distance / shorter)
        if word in neighbours:
            matches[word] = 1.0
        return matches


def same_stem(word: str, other: str) -> bool:
    """Say whether two folded words differ in their ending only."""
    shared = _shared(word, other)
    if shared >= BEGINNING and {word[shared:], other[shared:]} <= INFLECTIONS:
        return True
    short, long = sorted((len(word) - shared, len(other) - shared))
    if short == 0:
        return shared >= BEGINNING and long <= CHAIN
    shorter, longer = LONG_ENDINGS if shared > STEM else ENDINGS
    return shared >= STEM and short <= shorter and long <= longer


def _shared(word: str, other: str) -> int:
    """Return how many first letters two words share."""
    for i, (letter, of_other) in enumerate(zip(word, other, strict=False)):
        if letter != of_other:
            return i
    return min(len(word), len(other))


def opening(word: str) -> str:
    """Return the first letter of a folded word, one for those that are mixed up there."""
    return _OPENING.get(word[:1], word[:1])
