"""Which service a message means: how much of its telling words a service's phrases cover."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.catalogue.models import Service
from bot.finding.fold import words
from bot.finding.likeness import Vocabulary
from bot.finding.phrases import Wordlist

# what an everyday word counts beside another, 0 to 1
EVERYDAY: Final = 0.35
# a phrase is named where this share of it stands in the message, with so many words between
WHOLE: Final = 0.8
STRAY: Final = 2
# a word is about a service where it counts this far
ABOUT: Final = 0.5
# typed words remembered with what they may be; people use few
REMEMBERED: Final = 5_000


@dataclass(frozen=True, slots=True)
class Scored:
    """Hold a service and how sure it is meant, 0 to 1.

    `named`: a phrase of two words or more, not all of them everyday ones, stands in the message.
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
class _Phrase:
    service: str
    telling: tuple[str, ...]
    weight: float
    names: bool


@dataclass(frozen=True, slots=True)
class _Heard:
    """Hold a telling word of a message: what it may be, what it weighs, whether it asks."""

    likely: Mapping[str, float]
    weight: float
    everyday: bool
    asks: bool


class Services:
    """Rank services by the words of a message; built once from the catalogue."""

    def __init__(
        self,
        services: Iterable[Service],
        *,
        ignored: Wordlist,
        everyday: Wordlist,
        no_slips: Wordlist,
    ) -> None:
        self._ignored = ignored
        self._everyday = everyday
        telling = {
            service.id: {tuple(self.telling(words(text))) for text in _texts(service)} - {()}
            for service in services
        }
        owners: dict[str, set[str]] = {}
        for service, phrases in telling.items():
            for word in {word for phrase in phrases for word in phrase}:
                owners.setdefault(word, set()).add(service)
        self._unknown = math.log(1 + len(telling))
        self._idf = {word: math.log(1 + len(telling) / len(of)) for word, of in owners.items()}
        self._phrases = [
            self._phrase(service, phrase)
            for service, phrases in telling.items()
            for phrase in sorted(phrases)
        ]
        self._places: dict[str, list[int]] = {}
        for place, phrase in enumerate(self._phrases):
            for word in set(phrase.telling):
                self._places.setdefault(word, []).append(place)
        self._likely = lru_cache(REMEMBERED)(Vocabulary(owners, no_slips).like)

    def telling(self, message: Sequence[str]) -> list[str]:
        """Return the words that may say which service is meant."""
        return [word for word in message if not (word.isdecimal() or word in self._ignored)]

    def rank(self, message: Sequence[str], asking: Collection[int] = ()) -> list[Scored]:
        """Return the services the telling words of `message` point to, best first.

        The words at `asking` say what is asked; they may name a service as well («форма
        сведений»), but nothing is missing where they do not. The score is the geometric mean of
        two shares: of the best phrase's words found in the message, and of the message's words
        found in that service's phrases. A word counts as far as its phrase is found; words no
        service knows count only where no phrase is named.
        """
        heard = [
            self._hear(word, asks=place in asking)
            for place, word in enumerate(message)
            if self.telling([word])
        ]
        shares = self._shares(heard)
        services = dict.fromkeys(self._phrases[place].service for place in shares)
        scored = [self._scored(service, heard, shares) for service in services]
        return sorted(scored, key=lambda candidate: -candidate.score)

    def _weight(self, word: str) -> float:
        """Return what a word of the vocabulary weighs: more where few services use it."""
        return self._idf[word] * (EVERYDAY if word in self._everyday else 1.0)

    def _phrase(self, service: str, telling: tuple[str, ...]) -> _Phrase:
        weight = sum(map(self._weight, telling))
        everyday = all(word in self._everyday for word in telling)
        return _Phrase(service, telling, weight, names=len(telling) > 1 and not everyday)

    def _hear(self, word: str, *, asks: bool) -> _Heard:
        likely = self._likely(word)
        weight = max((self._idf[other] for other in likely), default=self._unknown)
        everyday = word in self._everyday
        return _Heard(likely, weight * (EVERYDAY if everyday else 1.0), everyday, asks)

    def _shares(self, heard: Sequence[_Heard]) -> dict[int, float]:
        """Return the phrases a message touches, each with the share of it that is there."""
        found: dict[str, float] = {}
        for word in heard:
            for other, likeness in word.likely.items():
                found[other] = max(likeness, found.get(other, 0.0))
        shares: dict[int, float] = {}
        for other, likeness in found.items():
            for place in self._places[other]:
                part = self._weight(other) * likeness / self._phrases[place].weight
                shares[place] = shares.get(place, 0.0) + part
        return shares

    def _scored(
        self, service: str, heard: Sequence[_Heard], shares: Mapping[int, float]
    ) -> Scored:
        touched = [
            (phrase, share)
            for place, share in shares.items()
            if (phrase := self._phrases[place]).service == service
        ]
        named = any(
            phrase.names and share >= WHOLE and _stands(phrase, heard) for phrase, share in touched
        )
        counts: dict[str, float] = {}
        for phrase, share in touched:
            for telling in phrase.telling:
                counts[telling] = max(share, counts.get(telling, 0.0))
        counted = [
            max((likeness * counts.get(other, 0.0) for other, likeness in word.likely.items()),
                default=0.0)
            for word in heard
        ]  # fmt: skip
        said = sum(word.weight * count for word, count in zip(heard, counted, strict=True))
        known = sum(
            word.weight * (count if word.asks else 1.0)
            for word, count in zip(heard, counted, strict=True)
            if word.likely
        )
        unknown = sum(word.weight for word in heard if not (word.likely or word.asks))
        about = [word for word, count in zip(heard, counted, strict=True) if count >= ABOUT]
        found = max(share for _, share in touched)
        score = math.sqrt(found * said / (known if named else known + unknown))
        return Scored(
            service=service,
            score=round(min(1.0, score), 3),
            named=named,
            said=said / (known + unknown),
            words=len(about),
            weighty=not all(word.everyday for word in about),
            strange=unknown > 0,
        )


def _texts(service: Service) -> list[str]:
    titles = (service.short_title, service.title)
    return [
        *service.keywords.kk,
        *service.keywords.ru,
        *(text for title in titles for text in (title.kk, title.ru)),
    ]


def _stands(phrase: _Phrase, heard: Sequence[_Heard]) -> bool:
    """Say whether the words of a phrase, two at least, stand close together in the message."""
    places = [
        standing
        for telling in phrase.telling
        if (standing := {place for place, word in enumerate(heard) if telling in word.likely})
    ]
    if len(set().union(*places)) == 1:
        return False
    first, *others = places
    reach = len(phrase.telling) - 1 + STRAY
    return any(
        all(any(abs(place - anchor) <= reach for place in of_word) for of_word in others)
        for anchor in first
    )
