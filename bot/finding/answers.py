"""Join what is asked and which service is meant into one outcome."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from bot.catalogue.models import Catalogue
from bot.catalogue.vocabulary import ChannelKind
from bot.finding.fold import words
from bot.finding.intent import Intents
from bot.finding.phrases import Phrasebook, Span, Wordlist
from bot.finding.services import Scored, Services
from bot.finding.synonyms import INTENTS, Asked, Synonyms, read_synonyms

Outcome: TypeAlias = Literal[
    "answer", "choose", "place", "removed", "nothing", "small_talk", "emergency"
]

# sure: the message and a phrase of the service cover each other well, or all that is said is its
SURE: Final = 0.7
MOSTLY_SAID: Final = 0.6
SURE_ALONE: Final = 0.6
ALL_SAID: Final = 0.9
# below this a service is not even offered
MAYBE: Final = 0.5
# from here on a message that says nothing else at all is answered with a question
HINTED: Final = 0.6
# a sure answer stands this far before the next service
LEAD: Final = 0.12
MOST_OFFERED: Final = 5
# a message cut here still says what it is about, and no word is longer; the rest only costs time
MOST_WORDS: Final = 80
MOST_LETTERS: Final = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a service, the case the message names (or None) and the score, 0 to 1."""

    service: str
    case: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what a message asks and what it may be about, best first."""

    outcome: Outcome
    asked: Asked | None
    candidates: tuple[Candidate, ...] = ()

    @property
    def intent(self) -> Asked | None:
        """Return what is asked as far as other programs know it."""
        return self.asked if self.asked in INTENTS else None


class Finder:
    """Answer messages from one catalogue."""

    def __init__(self, catalogue: Catalogue, synonyms: Synonyms) -> None:
        self._catalogue = catalogue
        self._intents = Intents(synonyms)
        self._small_talk = Phrasebook({True: synonyms.small_talk})
        self._languages = Phrasebook({True: synonyms.language})
        self._emergencies = Phrasebook({True: synonyms.emergency})
        self._channels = Phrasebook(synonyms.channels)
        self._services = Services(
            catalogue.services,
            ignored=Wordlist(synonyms.ignored),
            everyday=Wordlist(synonyms.everyday),
            no_slips=Wordlist(synonyms.no_slips),
        )

    @classmethod
    def read(cls, catalogue: Catalogue, folders: Sequence[Path]) -> "Finder":
        """Build the finder with the synonyms of the data folders."""
        return cls(catalogue, read_synonyms(folders))

    def find(self, text: str) -> Answer:
        """Return what `text` asks; never raises, whatever the text."""
        message = [word[:MOST_LETTERS] for word in words(text)[:MOST_WORDS]]
        asked, asking = self._intents.of(message)
        greeting = _places(self._small_talk.spans(message))
        ranked = self._services.rank(message, asking | greeting)
        best = ranked[:1]
        if outcome := self._outcome(ranked):
            channels = {span.meaning for span in self._channels.spans(message)}
            candidates = tuple(
                Candidate(scored.service, self._case(scored.service, channels), scored.score)
                for scored in (ranked[:1] if outcome == "answer" else ranked)
            )
            return Answer(outcome, asked, candidates)
        return self._aside(message, asked, asking, best)

    def _aside(
        self, message: list[str], asked: Asked | None, asking: set[int], best: list[Scored]
    ) -> Answer:
        """Answer a message that names no service for sure."""
        if self._emergencies.spans(message):
            return Answer("emergency", None)
        if best and (offered := self._offered(best[0], asked)):
            return Answer("choose", asked, offered)
        greeting = _places(self._small_talk.spans(message))
        language = _places(self._languages.spans(message))
        if language and not self._left(message, language | greeting):
            return Answer("small_talk", "language")
        if asked and not self._left(message, asking | greeting):
            return self._asked_of_any(asked)
        if greeting and not self._left(message, greeting):
            return Answer("small_talk", None)
        return Answer("nothing", asked)

    def _left(self, message: list[str], places: set[int]) -> list[str]:
        """Return the words that say something more than those at `places`."""
        rest = [word for place, word in enumerate(message) if place not in places]
        return self._services.telling(rest)

    def _asked_of_any(self, asked: Asked) -> Answer:
        """Ask which service is meant, where there are few enough to offer."""
        services = self._catalogue.services
        if not 1 < len(services) <= MOST_OFFERED:
            return Answer("nothing", asked)
        offered = tuple(Candidate(service.id, None, 0.0) for service in services)
        return Answer("choose", asked, offered)

    @staticmethod
    def _outcome(ranked: list[Scored]) -> Outcome | None:
        """Return `answer`, `choose` (and leave only what is to be offered), or None."""
        alone = len(ranked) == 1
        near = [scored for scored in ranked if scored.score >= MAYBE and _counts(scored)]
        ranked[:] = near[:MOST_OFFERED]
        if not near:
            return None
        if _sure(near[0], alone=alone) and (
            len(near) == 1 or near[0].score - near[1].score >= LEAD
        ):
            return "answer"
        return "choose" if len(near) > 1 else None

    def _offered(self, scored: Scored, asked: Asked | None) -> tuple[Candidate, ...]:
        """Return a service that one word points to, with its neighbours in the act."""
        hinted = self._catalogue.service(scored.service)
        chance = scored.strange and not (asked and scored.weighty)
        if chance or scored.score < HINTED or hinted is None:
            return ()
        neighbours = [s for s in self._catalogue.services if s.act == hinted.act]
        others = [Candidate(s.id, None, 0.0) for s in neighbours if s.id != hinted.id]
        first = Candidate(hinted.id, None, scored.score)
        return (first, *others[: MOST_OFFERED - 1]) if others else ()

    def _case(self, service_id: str, channels: set[ChannelKind]) -> str | None:
        """Return the one case that is for the channels a message names."""
        service = self._catalogue.service(service_id)
        if not channels or service is None:
            return None
        fitting = [case.id for case in service.cases if channels <= set(case.channels)]
        return fitting[0] if len(fitting) == 1 else None


def _places(spans: Iterable[Span[bool]]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _counts(scored: Scored) -> bool:
    """Say whether the message is about the service at all: one word among others is chance."""
    return scored.named or scored.said >= MOSTLY_SAID or scored.words > 1


def _sure(scored: Scored, *, alone: bool) -> bool:
    """Say whether the service is meant; one everyday word alone never says so.

    `alone`: no other service has anything to do with the message.
    """
    if not (scored.weighty or scored.words > 1):
        return False
    all_said = scored.said >= ALL_SAID or (alone and scored.words > 1)
    return scored.score >= SURE or (scored.score >= SURE_ALONE and all_said)
