"""Words, stems (`документ*`) and phrases, and where they stand in a folded message."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, Generic, NamedTuple, TypeAlias, TypeVar

from bot.finding.fold import words

# ends a stem
STEM: Final = "*"
# joins phrases that all stand somewhere in the message
AND: Final = " & "
# parts phrases any of which will do
OR: Final = " | "
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


class Span(NamedTuple, Generic[M]):
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

    def all(self, message: Sequence[str]) -> list[Span[M]]:
        """Return everything that stands in the message."""
        return [
            Span(place, place + len(pattern), meaning)
            for place, word in enumerate(message)
            for pattern, meaning in self._opened_by(word)
            if len(pattern) == 1 or _follows(message, place, pattern)
        ]

    def spans(self, message: Sequence[str]) -> list[Span[M]]:
        """Return what stands in the message; a longer phrase hides what lies inside it."""
        found = self.all(message)
        long = [span for span in found if span.end - span.start > 1]
        return [span for span in found if not any(_inside(span, other) for other in long)]

    def _opening_with(self, word: str) -> list[tuple[Pattern, M]]:
        """Return the patterns whose first word `word` is."""
        patterns = self._by_start.get(word[:START], ())
        return [(pattern, meaning) for pattern, meaning in patterns if _fits(word, pattern[0])]


class Conjunctions(Generic[M]):
    """Find meanings whose words may stand apart: `временн* & обмен* | замен*` is two of three."""

    def __init__(self, meanings: Mapping[M, Iterable[str]]) -> None:
        ways = [(meaning, way) for meaning, phrases in meanings.items() for way in phrases]
        self._meanings = [meaning for meaning, _ in ways]
        self._parts = [len(way.split(AND)) for _, way in ways]
        self._phrases: Phrasebook[tuple[int, int]] = Phrasebook(
            {
                (number, part): phrase.split(OR)
                for number, (_, way) in enumerate(ways)
                for part, phrase in enumerate(way.split(AND))
            }
        )

    def of(self, message: Sequence[str]) -> dict[M, set[int]]:
        """Return the meanings of a folded message, each with the places of its words."""
        found: dict[M, set[int]] = {}
        together: dict[int, list[Span[tuple[int, int]]]] = {}
        for span in self._phrases.all(message):
            way = span.meaning[0]
            if self._parts[way] == 1:
                found.setdefault(self._meanings[way], set()).update(range(span.start, span.end))
            else:
                together.setdefault(way, []).append(span)
        for way, spans in together.items():
            if len({span.meaning[1] for span in spans}) == self._parts[way]:
                places = found.setdefault(self._meanings[way], set())
                places.update(*(range(span.start, span.end) for span in spans))
        return found


def _follows(message: Sequence[str], place: int, pattern: Pattern) -> bool:
    """Say whether the rest of a pattern follows the word at `place` that opens it."""
    if len(message) < place + len(pattern) or not _fits(message[place + 1], pattern[1]):
        return False
    return all(_fits(message[place + i], pattern[i]) for i in range(2, len(pattern)))


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part[-1] == STEM else word == part


def _inside(span: Span[M], other: Span[M]) -> bool:
    return (
        other.start <= span.start
        and span.end <= other.end
        and span.end - span.start < other.end - other.start
        and span.meaning != other.meaning
    )
