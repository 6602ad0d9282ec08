"""Which service a message means: how much of its telling words a service's phrases cover."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.finding.fold import words
from bot.finding.likeness import REMEMBERED, Vocabulary
from bot.finding.phrases import Wordlist
from bot.finding.scoring import Phrase, Scored, Touched, Word, scored, standing, stands

# what an everyday word counts beside another, 0 to 1
EVERYDAY: Final = 0.35
# a phrase is named where this share of it stands in the message
WHOLE: Final = 0.84
# a service of which less is said is left out of a message of more words than these few
FAINT: Final = 0.25
FEW_WORDS: Final = 2
# a phrase of which less is said says nothing of its words
HARDLY: Final = 0.15


@dataclass(frozen=True, slots=True)
class Named:
    """Hold what can be found: its id, the phrases for it, and words that name it alone."""

    id: str
    phrases: tuple[str, ...]
    alone: tuple[str, ...] = ()


class Services:
    """Rank services by the words of a message; built once from the catalogue."""

    def __init__(
        self,
        services: Iterable[Named],
        *,
        ignored: Wordlist,
        everyday: Wordlist,
        no_slips: Wordlist,
    ) -> None:
        self._ignored = ignored
        self._everyday = everyday
        services = tuple(services)

        def of(text: str) -> tuple[str, ...]:
            return tuple(w for w in words(text) if not (w.isdecimal() or w in ignored))

        self._order = {each.id: place for place, each in enumerate(services)}
        self._alone = {(each.id, of(text)) for each in services for text in each.alone}
        telling = {
            each.id: {of(text) for text in (*each.phrases, *each.alone)} - {()}
            for each in services
        }
        owners: dict[str, set[str]] = {}
        for service, phrases in telling.items():
            for word in {word for phrase in phrases for word in phrase}:
                owners.setdefault(word, set()).add(service)
        self._unknown = math.log(1 + len(telling))
        self._idf = {word: math.log(1 + len(telling) / len(of)) for word, of in owners.items()}
        # what a word of the vocabulary weighs: more where few services use it
        self._weights = {
            word: idf * (EVERYDAY if word in everyday else 1.0) for word, idf in self._idf.items()
        }
        self._phrases = [
            self._phrase(service, phrase)
            for service, phrases in telling.items()
            for phrase in sorted(phrases)
        ]
        self._service_of = [phrase.service for phrase in self._phrases]
        # where a word stands: number of the phrase, the word's part of it
        self._places: dict[str, list[tuple[int, float]]] = {}
        for place, phrase in enumerate(self._phrases):
            for word in set(phrase.telling):
                part = self._weights[word] / phrase.weight
                self._places.setdefault(word, []).append((place, part))
        self._vocabulary = Vocabulary(owners, no_slips)
        self._heard_once = lru_cache(REMEMBERED)(self._hear)

    def telling(self, message: Sequence[str]) -> list[str]:
        """Return the words that may say which service is meant."""
        return [word for word in message if self._heard_once(word)]

    def knows(self, word: str) -> bool:
        """Say whether a folded word is nothing to mend: a service's, or one that says little."""
        heard = self._heard_once(word)
        return heard is None or heard.everyday or bool(heard.likely)

    def rank(
        self, message: Sequence[str], asking: Collection[int] = (), *, trade: bool = False
    ) -> list[Scored]:
        """Return the services the telling words of `message` point to, best first.

        The words at `asking` say what is asked; they may name a service as well («форма
        сведений»), but nothing is missing where they do not. `trade`: the message is a firm's.
        """
        told = [(self._heard_once(word), place in asking) for place, word in enumerate(message)]
        heard = [word for word, _ in told if word]
        asks = [asking_ for word, asking_ in told if word]
        places = standing(heard)
        found = {other: max(likeness for _, likeness in of) for other, of in places.items()}
        touched = self._touched(found, heard, trade=trade)
        ranked = [scored(each, heard, asks, places, of_it) for each, of_it in touched.items()]
        return sorted(ranked, key=lambda each: (-each.score, self._order[each.service]))

    def _phrase(self, service: str, telling: tuple[str, ...]) -> Phrase:
        weight = sum(self._weights[word] for word in telling)
        everyday = all(word in self._everyday for word in telling)
        alone = (service, telling) in self._alone
        names = alone or (len(telling) > 1 and not everyday)
        return Phrase(service, telling, weight, names, traded=not everyday)

    def _hear(self, word: str) -> Word | None:
        """Return what a folded word may be, or None where it never tells anything."""
        if word.isdecimal() or word in self._ignored:
            return None
        likely = self._vocabulary.like(word)
        weight = max((self._idf[other] for other in likely), default=self._unknown)
        everyday = word in self._everyday
        return Word(likely, weight * (EVERYDAY if everyday else 1.0), everyday)

    def _touched(
        self, found: Mapping[str, float], heard: Sequence[Word], *, trade: bool
    ) -> dict[str, Touched]:
        """Return the services a message touches and how far it says their phrases.

        Where much is said, a service that is hardly touched is left out: it is not even offered.
        """
        parts: defaultdict[int, float] = defaultdict(float)
        for other, likeness in found.items():
            for place, part in self._places[other]:
                parts[place] += part * likeness
        shares = {place: share for place, share in parts.items() if share >= HARDLY}
        best: dict[str, float] = {}
        for place, share in shares.items():
            service = self._service_of[place]
            if share > best.get(service, 0.0):
                best[service] = share
        faint = FAINT if len(heard) > FEW_WORDS else 0.0
        touched = {service: Touched(share) for service, share in best.items() if share >= faint}
        for place, share in shares.items():
            if share >= WHOLE:
                phrase = self._phrases[place]
                of_it = touched[phrase.service]
                if not of_it.named and (phrase.names or (trade and phrase.traded)):
                    of_it.named = stands(phrase, heard)
        self._count(found, shares, touched)
        return touched

    def _count(
        self, found: Iterable[str], shares: Mapping[int, float], touched: Mapping[str, Touched]
    ) -> None:
        """Let each word count as far as the best phrase of the service that holds it is said."""
        for other in found:
            for place, _ in self._places[other]:
                if (share := shares.get(place)) and (
                    of_it := touched.get(self._service_of[place])
                ):
                    counts = of_it.counts
                    if share > counts.get(other, 0.0):
                        counts[other] = share
