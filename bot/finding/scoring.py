"""How sure one service is meant: what a message says of its phrases, weighed word by word."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

# a phrase stands where no more than so many other words come between its own
STRAY: Final = 2
# of a phrase of so few words every one is there
SHORT: Final = 3
# a word is about a service where it counts this far
ABOUT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
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
    """Hold a phrase of a service: its telling words, their weight, whether it names."""

    service: str
    telling: tuple[str, ...]
    weight: float
    names: bool


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


def scored(service: str, heard: Sequence[Word], asks: Sequence[bool], touched: Touched) -> Scored:
    """Weigh what the words heard say of one service; `asks` marks those that say what is asked.

    The score is the geometric mean of two shares: of the best phrase's words found in the
    message, and of the message's words found in the service's phrases. A word counts as far as
    its phrase is found; words no service knows count only where no phrase is named.
    """
    counts = touched.counts
    said = known = unknown = 0.0
    about: list[Word] = []
    for word, asking in zip(heard, asks, strict=True):
        count = 0.0
        for other, likeness in word.likely.items():
            if (told := likeness * counts.get(other, 0.0)) > count:
                count = told
        said += word.weight * count
        if word.likely:
            known += word.weight * (count if asking else 1.0)
        elif not asking:
            unknown += word.weight
        if count >= ABOUT:
            about.append(word)
    score = math.sqrt(touched.found * said / (known if touched.named else known + unknown))
    return Scored(
        service=service,
        score=round(min(1.0, score), 3),
        named=touched.named,
        said=said / (known + unknown),
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
