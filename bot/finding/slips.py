"""Mend a misspelt word that says what is asked or what happened: «патерял» is «потерял»."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from bot.finding.likeness import LONG, REMEMBERED, SLIPPING, SLIPS, SLIPS_IN_LONG, opening
from bot.finding.phrases import AND, OR, STEM, pattern_of

# letters of a stem that a misspelt word may be
STEM_LETTERS: Final = 5


class Slips:
    """Know the stems of all phrases; built once."""

    def __init__(self, phrases: Iterable[str], known: Callable[[str], bool]) -> None:
        """Take the phrases as written in the data; `known` words are nobody's slip."""
        self._known = known
        self._words: set[str] = set()
        self._stems: set[str] = set()
        for phrase in phrases:
            for part in phrase.replace(AND, OR).split(OR):
                for word in pattern_of(part):
                    (self._stems if word.endswith(STEM) else self._words).add(word.rstrip(STEM))
        self._by_opening: dict[str, list[str]] = {}
        for stem in sorted(self._stems | self._words):
            if len(stem) >= STEM_LETTERS:
                self._by_opening.setdefault(opening(stem), []).append(stem)
        self._beginnings = tuple(self._stems)
        self.mended = lru_cache(REMEMBERED)(self._mended)

    def _mended(self, word: str) -> str:
        """Return the word, or the nearest stem where it is one with a slip."""
        if len(word) < SLIPPING or self._known(word):
            return word
        if word in self._words or word.startswith(self._beginnings):
            return word
        best, fewest = word, SLIPS_IN_LONG + 1
        for stem in self._by_opening.get(opening(word), ()):
            slips = SLIPS_IN_LONG if len(stem) >= LONG + 1 else SLIPS
            for length in (len(stem), len(stem) + 1, len(stem) - 1):
                distance = OSA.distance(word[:length], stem, score_cutoff=slips)
                # the whole of a word that is no stem
                whole = stem in self._stems or abs(len(word) - len(stem)) <= slips
                if whole and distance <= slips and distance < fewest:
                    best, fewest = stem, distance
        return best
