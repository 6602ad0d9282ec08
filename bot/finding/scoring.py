"""How sure one service is meant: what a message says of its phrases, weighed word by word."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

# a phrase stands where no more than so many other words come between its own
STRAY: Final = 2
# of a phrase of so few words every one is there
SHORT: Final = 3
# a word is about a service where it counts this far
ABOUT: Final = 0.5


class Scored(NamedTuple):
    """Hold a service and how sure it is meant, 0 to 1.

    `named`: a phrase of two words or more, not all of them everyday ones, stands in the message,
    or a word that names the service alone.
    `said` is the share of the message's telling words, by weight, that the service's phrases use;
    `words` is how many they are, `weighty` whether one of them is no everyday word; `strange`
    whether the message holds telling words that no service uses.
    """

    service: str
    score: float
    named: bool
    said: float
    words: int
    weighty: bool
    strange: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """Hold a phrase of a service: its telling words, their weight, whether it names.

    One that is `traded` names where the message has words of trade besides.
    """

    service: str
    telling: tuple[str, ...]
    weight: float
    names: bool
    traded: bool


@dataclass(frozen=True, slots=True)
class Word:
    """Hold a telling word of a message: what it may be and what it weighs."""

    likely: Mapping[str, float]
    weight: float
    everyday: bool


@dataclass(slots=True)
class Touched:
    """Hold how far a message says the phrases of one service.

    `found` is the share of the best phrase, `counts` what each word of the vocabulary counts.
    """

    found: float
    named: bool = False
    counts: dict[str, float] = field(default_factory=dict)


def standing(heard: Sequence[Word]) -> dict[str, list[tuple[int, float]]]:
    """Return where each word of the vocabulary may stand in a message, and how likely."""
    places: dict[str, list[tuple[int, float]]] = {}
    for place, word in enumerate(heard):
        for other, likeness in word.likely.items():
            places.setdefault(other, []).append((place, likeness))
    return places


def scored(
    service: str,
    heard: Sequence[Word],
    asks: Sequence[bool],
    places: Mapping[str, Sequence[tuple[int, float]]],
    touched: Touched,
) -> Scored:
    """Weigh what the words heard say of one service; `asks` marks those that say what is asked.

    The score is the geometric mean of two shares: of the best phrase's words found in the
    message, and of the message's words found in the service's phrases (`places`: where they
    stand). A word counts as far as its phrase is found; words no service knows count only where
    no phrase is named.
    """
    counts = [0.0] * len(heard)
    for other, share in touched.counts.items():
        for place, likeness in places[other]:
            if (told := likeness * share) > counts[place]:
                counts[place] = told
    said = known = unknown = 0.0
    about: list[Word] = []
    for word, asking, count in zip(heard, asks, counts, strict=True):
        said += word.weight * count
        if word.likely:
            known += word.weight * (count if asking else 1.0)
        elif not asking:
            unknown += word.weight
        if count >= ABOUT:
            about.append(word)
    # nothing is known of words that only ask and that no phrase of the service is found by
    everything = known + unknown or 1.0
    score = math.sqrt(touched.found * said / (known if touched.named else everything))
    return Scored(
        service=service,
        score=round(min(1.0, score), 3),
        named=touched.named,
        said=said / everything,
        words=len(about),
        weighty=not all(word.everyday for word in about),
        strange=unknown > 0,
    )


def stands(phrase: Phrase, heard: Sequence[Word]) -> bool:
    """Say whether the words of a phrase stand close together in the message, each its own."""
    places = [
        standing
        for telling in phrase.telling
        if (standing := {place for place, word in enumerate(heard) if telling in word.likely})
    ]
    if len(phrase.telling) > len(set().union(*places)) == 1:
        return False
    if len(phrase.telling) <= SHORT and len(places) < len(phrase.telling):
        return False
    first, *others = places
    reach = len(phrase.telling) - 1 + STRAY
    return any(
        all(any(abs(place - anchor) <= reach for place in of_word) for of_word in others)
        for anchor in first
    )
