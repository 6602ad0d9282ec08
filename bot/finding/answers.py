"""Join what is asked and which service is meant into one outcome."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, TypeAlias

from bot.catalogue.models import Catalogue, Removed, Service
from bot.catalogue.vocabulary import ChannelKind
from bot.finding.fold import words
from bot.finding.intent import Intents
from bot.finding.phrases import Phrasebook, Span, Wordlist
from bot.finding.services import Named, Scored, Services
from bot.finding.situations import Lead, Life, Question, Situations, Told, read_life
from bot.finding.slips import Slips
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
ONLY: Final = 0.3
# a sure answer stands this far before the next service
LEAD: Final = 0.12
NAMED_LEAD: Final = 0.06
# a choice is among those not so far behind the best
BEHIND: Final = 0.25
# what a situation of its own case adds to a service, and the score of a situation alone
LIVED: Final = 0.1
TOLD: Final = 0.7
MOST_OFFERED: Final = 5
# an act of so few services is offered whole where one word points to it
FEW: Final = 3
# a message of so few words that names another country is about its papers
SHORT: Final = 9
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
    """Hold what a message asks and what it may be about, best first.

    `bare`: the message asks and says nothing else. `instead`: beside a removed standard, the
    situations that the message tells and that a service knows.
    """

    outcome: Outcome
    asked: Asked | None
    candidates: tuple[Candidate, ...] = ()
    bare: bool = False
    instead: tuple[Candidate, ...] = ()

    @property
    def intent(self) -> Asked | None:
        """Return what is asked as far as other programs know it."""
        return self.asked if self.asked in INTENTS else None


@dataclass(frozen=True, slots=True)
class _Heard:
    """Hold a message as it is understood so far."""

    words: list[str]
    meanings: list[Asked]
    asking: set[int]
    told: Told
    greeting: set[int]

    def asked(self, *, lived: bool) -> Asked | None:
        """Return what is asked; who `lived` through a case is not told that the law is silent."""
        meanings = [meaning for meaning in self.meanings if not (lived and meaning == "unstated")]
        return meanings[0] if meanings else None


class Finder:
    """Answer messages from one catalogue."""

    def __init__(self, catalogue: Catalogue, synonyms: Synonyms, life: Life | None = None) -> None:
        self.life = life or Life()
        self._catalogue = catalogue
        self._intents = Intents(synonyms)
        self._situations = Situations(self.life)
        self._small_talk = Phrasebook({True: synonyms.small_talk})
        self._languages = Phrasebook({True: synonyms.language})
        self._emergencies = Phrasebook({True: synonyms.emergency})
        self._channels = Phrasebook(synonyms.channels)
        self._kin = Phrasebook({True: synonyms.kin})
        self._elsewhere = Phrasebook({True: synonyms.elsewhere})
        self._removed = {gone.id for act in catalogue.acts for gone in act.removed}
        self._services = Services(
            _named(catalogue),
            ignored=Wordlist(synonyms.ignored),
            everyday=Wordlist(synonyms.everyday),
            no_slips=Wordlist(synonyms.no_slips),
        )

        self._slips = Slips(_phrases(synonyms, self.life), self._services.knows)

    @classmethod
    def read(cls, catalogue: Catalogue, folders: Sequence[Path]) -> "Finder":
        """Build the finder with the synonyms and situations of the data folders."""
        return cls(catalogue, read_synonyms(folders), read_life(folders, catalogue))

    def find(self, text: str) -> Answer:
        """Return what `text` asks; never raises, whatever the text."""
        said = (word[:MOST_LETTERS] for word in words(text)[:MOST_WORDS])
        message = [self._slips.mended(word) for word in said]
        heard = self._hear(message)
        elsewhere = len(message) <= SHORT and self._elsewhere.spans(message)
        # where it was lost is not whose paper it is
        if elsewhere and not heard.told.situations:
            return Answer("nothing", heard.asked(lived=False))
        told = heard.told
        ranked = self._services.rank(message, heard.asking | heard.greeting | told.places)
        # half a name of a standard that is gone is somebody else's matter
        ranked = [s for s in ranked if s.named or s.service not in self._removed]
        ranked = self._favoured(ranked, told)
        best = [scored for scored in ranked if scored.service not in self._removed]
        outcome = self._outcome(ranked)
        if outcome and not self._overruled(outcome, ranked, told):
            return self._about(outcome, ranked, heard)
        return self._aside(heard, best)

    @staticmethod
    def _overruled(outcome: Outcome, ranked: list[Scored], told: Told) -> bool:
        """Say whether what happened tells more than the names: it fits none, or several share it.

        A message may name a paper only because it is to be handed in.
        """
        leads = {lead.service for lead in told.leads(alone=True)}
        if not leads or (outcome == "answer" and ranked[0].service in leads):
            return False
        return outcome != "answer" or told.case(ranked[0].service) is None

    def _hear(self, message: list[str]) -> _Heard:
        meanings, asking = self._intents.of(message)
        told = self._situations.of(message)
        kin = _places(self._kin.spans(message))
        if kin and not meanings and not told.situations:
            meanings = ["proxy"]
        greeting = _places(self._small_talk.spans(message))
        return _Heard(message, meanings, asking | kin, told, greeting)

    @staticmethod
    def _favoured(ranked: list[Scored], told: Told) -> list[Scored]:
        """Put services that what happened leads to before those it does not."""
        if not told.situations:
            return ranked
        favoured = [
            replace(scored, score=scored.score + LIVED) if told.case(scored.service)
            else scored
            for scored in ranked
        ]  # fmt: skip
        return sorted(favoured, key=lambda scored: -scored.score)

    def _about(self, outcome: Outcome, ranked: list[Scored], heard: _Heard) -> Answer:
        """Answer a message that names services."""
        removed = [scored for scored in ranked if scored.service in self._removed]
        lived_through = any(heard.told.case(scored.service) for scored in ranked)
        named = any(s.named for s in ranked if s.service not in self._removed)
        if removed and ranked[0].service in self._removed and not (lived_through or named):
            gone = tuple(Candidate(each.service, None, min(1.0, each.score)) for each in removed)
            instead = tuple(
                Candidate(lead.service, lead.case, TOLD)
                for lead in heard.told.leads(alone=False)
                if lead.case
            )
            return Answer("removed", heard.asked(lived=False), gone, instead=instead)
        if removed:
            ranked[:] = [scored for scored in ranked if scored.service not in self._removed]
        chosen = ranked[:1] if outcome == "answer" or len(ranked) == 1 else ranked
        if len(chosen) > 1:
            # what happened fits only one of them
            lived = [scored for scored in chosen if heard.told.case(scored.service)]
            chosen = lived if len(lived) == 1 else chosen
        channels = {span.meaning for span in self._channels.spans(heard.words)}
        candidates = tuple(
            Candidate(
                scored.service,
                heard.told.case(scored.service) or self._case(scored.service, channels),
                min(1.0, scored.score),
            )
            for scored in chosen
        )
        asked = heard.asked(lived=any(heard.told.case(scored.service) for scored in chosen))
        return Answer("answer" if len(chosen) == 1 else "choose", asked, candidates)

    def _aside(self, heard: _Heard, best: list[Scored]) -> Answer:
        """Answer a message that names no service for sure."""
        if self._emergencies.spans(heard.words):
            return Answer("emergency", None)
        return (
            self._lived(heard, heard.told.leads(alone=True))
            or self._hinted(heard, best)
            or self._talk(heard)
            or Answer("nothing", heard.asked(lived=False))
        )

    @staticmethod
    def _lived(heard: _Heard, leads: Sequence[Lead]) -> Answer | None:
        """Answer with where a situation leads, if anywhere."""
        if not leads:
            return None
        candidates = tuple(Candidate(lead.service, lead.case, TOLD) for lead in leads)
        outcome: Outcome = "answer" if len(leads) == 1 else "choose"
        return Answer(outcome, heard.asked(lived=True), candidates[:MOST_OFFERED])

    def _hinted(self, heard: _Heard, best: list[Scored]) -> Answer | None:
        """Answer a message of which a word or what happened hints at services."""
        told = bool(heard.told.situations)
        asked = heard.asked(lived=told)
        rest = self._left(heard.words, heard.asking | heard.greeting | heard.told.places)
        only_word = len(rest) == 1 and asked in {None, "documents"}
        fits = best and (not told or heard.told.case(best[0].service))
        offered = self._offered(best, asked, only_word=only_word) if fits else ()
        # one service that a single word points to is meant only if what happened is its case
        if len(offered) > 1 or (offered and told):
            outcome: Outcome = "answer" if len(offered) == 1 else "choose"
            return Answer(outcome, asked, self._with_cases(offered, heard))
        leads = heard.told.leads(alone=False)
        return self._lived(heard, leads) if len(leads) > 1 and not rest else None

    @staticmethod
    def _with_cases(offered: tuple[Candidate, ...], heard: _Heard) -> tuple[Candidate, ...]:
        """Return the services with the case of each that the message tells."""
        return tuple(replace(each, case=heard.told.case(each.service)) for each in offered)

    def _talk(self, heard: _Heard) -> Answer | None:
        """Answer a message of which nothing is left but a language, a question or a greeting."""
        message, greeting, asked = heard.words, heard.greeting, heard.asked(lived=False)
        language = _places(self._languages.spans(message))
        if language and not self._left(message, language | greeting):
            return Answer("small_talk", "language")
        if asked and not self._left(message, heard.asking | greeting):
            return self._asked_of_any(asked)
        if greeting and not self._left(message, greeting):
            return Answer("small_talk", None)
        return None

    def _left(self, message: list[str], places: set[int]) -> list[str]:
        """Return the words that say something more than those at `places`."""
        rest = [word for place, word in enumerate(message) if place not in places]
        return self._services.telling(rest)

    def _asked_of_any(self, asked: Asked) -> Answer:
        """Ask which service is meant; offer them where they are few enough."""
        services = self._catalogue.services
        if not 1 < len(services) <= MOST_OFFERED:
            return Answer("nothing", asked, bare=True)
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
        # a name that stands in the message, and no other service near it, is what is meant
        by_name = near[0].named and len(near) == 1
        if (by_name or _sure(near[0], alone=alone)) and (
            len(near) == 1 or near[0].score - near[1].score >= _lead(*near[:2])
        ):
            ranked[:] = near[:1]
            return "answer"
        # those far behind the best are no choice
        ranked[:] = [scored for scored in ranked if near[0].score - scored.score < BEHIND]
        return "choose" if len(near) > 1 else None

    def _offered(
        self, ranked: list[Scored], asked: Asked | None, *, only_word: bool
    ) -> tuple[Candidate, ...]:
        """Return the services that one word points to, or one with its few neighbours."""
        first = ranked[0]
        hinted = self._catalogue.service(first.service)
        chance = first.strange and not (asked and first.weighty)
        least = ONLY if only_word and not first.strange else HINTED
        if chance or first.score < least or hinted is None:
            return ()
        reach = LEAD if first.score >= HINTED else BEHIND
        near = [scored for scored in ranked if first.score - scored.score < reach]
        question = self.life.question(each.service for each in near)
        if only_word and len(near) > 1 and question:
            return self._answers_of(question, near)
        if len(near) > 1:
            return tuple(
                Candidate(each.service, None, min(1.0, each.score)) for each in near[:MOST_OFFERED]
            )
        alone = Candidate(hinted.id, None, min(1.0, first.score))
        neighbours = [s for s in self._catalogue.services if s.act == hinted.act]
        if 1 < len(neighbours) <= FEW:
            others = [Candidate(s.id, None, 0.0) for s in neighbours if s.id != hinted.id]
            return (alone, *others)
        return (alone,) if only_word else ()

    @staticmethod
    def _answers_of(question: Question, near: list[Scored]) -> tuple[Candidate, ...]:
        """Return all that a question of one's life tells apart: one word points to any of it."""
        scores = {scored.service: min(1.0, scored.score) for scored in near}
        offered = [
            Candidate(service, None, scores.get(service, 0.0)) for service in question.answers
        ]
        offered.sort(key=lambda candidate: -candidate.score)
        return tuple(offered[:MOST_OFFERED])

    def _case(self, service_id: str, channels: set[ChannelKind]) -> str | None:
        """Return the one case that is for the channels a message names."""
        service = self._catalogue.service(service_id)
        if not channels or service is None:
            return None
        fitting = [case.id for case in service.cases if channels <= set(case.channels)]
        return fitting[0] if len(fitting) == 1 else None


def _phrases(synonyms: Synonyms, life: Life) -> Iterator[str]:
    """Yield every phrase that says something else than a service's name."""
    for phrases in (*synonyms.asked.values(), *synonyms.channels.values()):
        yield from phrases
    for situation in life.situations:
        yield from situation.words
    yield from (*synonyms.small_talk, *synonyms.language, *synonyms.emergency)
    yield from (*synonyms.kin, *synonyms.elsewhere)


def _named(catalogue: Catalogue) -> list[Named]:
    """Return what can be found: the services, and the standards taken out of their decrees."""
    found: list[Service | Removed] = [*catalogue.services]
    found += [gone for act in catalogue.acts for gone in act.removed]
    return [
        Named(
            each.id,
            (
                *each.keywords.kk,
                *each.keywords.ru,
                *(
                    text
                    for title in (each.short_title, each.title)
                    for text in (title.kk, title.ru)
                ),
            ),
            each.keywords.alone,
        )
        for each in found
    ]


def _places(spans: Iterable[Span[bool]]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _counts(scored: Scored) -> bool:
    """Say whether the message is about the service at all: one word among others is chance."""
    return scored.named or scored.said >= MOSTLY_SAID or scored.words > 1


def _lead(best: Scored, following: Scored) -> float:
    """Return how far ahead the best must be: less where only it is named."""
    return NAMED_LEAD if best.named and not following.named else LEAD


def _sure(scored: Scored, *, alone: bool) -> bool:
    """Say whether the service is meant; one everyday word alone never says so.

    `alone`: no other service has anything to do with the message.
    """
    if not (scored.weighty or scored.words > 1):
        return False
    all_said = scored.said >= ALL_SAID or (alone and scored.words > 1)
    return scored.score >= SURE or (scored.score >= SURE_ALONE and all_said)
