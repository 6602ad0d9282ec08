"""Words, stems (`документ*`) and phrases, and where they stand in a folded message."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeAlias, TypeVar

from bot.finding.fold import words

# ends a stem
STEM: Final = "*"
# letters patterns are looked up by; a stem that opens a pattern is not shorter
START: Final = 2
# typed words remembered with what they open; people use few
REMEMBERED: Final = 5_000

M = TypeVar("M", bound=Hashable)
Pattern: TypeAlias = tuple[str, ...]


def pattern_of(phrase: str) -> Pattern:
    """Return the folded words of a phrase, each with its star."""
    return tuple(
        folded + STEM * word.endswith(STEM) for word in phrase.split() for folded in words(word)
    )


class Wordlist:
    """Say of single words whether they have one meaning."""

    def __init__(self, patterns: Iterable[str]) -> None:
        folded = [pattern_of(pattern) for pattern in patterns]
        self._words = frozenset(word for (word,) in folded if not word.endswith(STEM))
        self._stems = tuple(word[:-1] for (word,) in folded if word.endswith(STEM))

    def __contains__(self, word: str) -> bool:
        """Say whether a folded word has this meaning."""
        return word in self._words or word.startswith(self._stems)


@dataclass(frozen=True, slots=True)
class Span(Generic[M]):
    """Mark where a meaning stands in a message: first word and the word after the last."""

    start: int
    end: int
    meaning: M


class Phrasebook(Generic[M]):
    """Find words, stems and phrases of many meanings in a folded message, in one pass."""

    def __init__(self, meanings: Mapping[M, Iterable[str]]) -> None:
        # by the first letters of the first word, so that few patterns are tried for a word
        self._by_start: dict[str, list[tuple[Pattern, M]]] = {}
        for meaning, phrases in meanings.items():
            for pattern in map(pattern_of, phrases):
                start = pattern[0].rstrip(STEM)[:START]
                self._by_start.setdefault(start, []).append((pattern, meaning))
        self._opened_by = lru_cache(REMEMBERED)(self._opening_with)

    def spans(self, message: Sequence[str]) -> list[Span[M]]:
        """Return what stands in the message; a longer phrase hides what lies inside it."""
        found = [
            Span(place, place + len(pattern), meaning)
            for place, word in enumerate(message)
            for pattern, meaning in self._opened_by(word)
            if len(pattern) == 1 or _fits(message[place + 1 :], pattern[1:])
        ]
        long = [span for span in found if span.end - span.start > 1]
        return [span for span in found if not any(_inside(span, other) for other in long)]

    def _opening_with(self, word: str) -> list[tuple[Pattern, M]]:
        """Return the patterns whose first word `word` is."""
        patterns = self._by_start.get(word[:START], ())
        return [(pattern, meaning) for pattern, meaning in patterns if _fits([word], pattern[:1])]


def _fits(message: Sequence[str], pattern: Pattern) -> bool:
    return len(message) >= len(pattern) and all(
        word.startswith(part[:-1]) if part.endswith(STEM) else word == part
        for word, part in zip(message, pattern, strict=False)
    )


def _inside(span: Span[M], other: Span[M]) -> bool:
    return (
        other.start <= span.start
        and span.end <= other.end
        and span.end - span.start < other.end - other.start
        and span.meaning != other.meaning
    )
