"""Join what is asked and which service is meant into one outcome."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from bot.catalogue.acts import Removed
from bot.catalogue.models import Catalogue, Service
from bot.catalogue.vocabulary import ChannelKind
from bot.finding.hearing import Heard, Hearing
from bot.finding.outcome import (
    BEHIND,
    HINTED,
    LEAD,
    MOST_OFFERED,
    ONLY,
    TOLD,
    Answer,
    Candidate,
    Outcome,
    favoured,
    meant,
    overruled,
)
from bot.finding.phrases import Wordlist
from bot.finding.scoring import Scored
from bot.finding.services import Named, Services
from bot.finding.situations import Lead, Life, Question, read_life
from bot.finding.synonyms import Asked, Synonyms, read_synonyms

# an act of so few services is offered whole where one word points to it
FEW: Final = 3


class Finder:
    """Answer messages from one catalogue."""

    def __init__(self, catalogue: Catalogue, synonyms: Synonyms, life: Life | None = None) -> None:
        self.life = life or Life()
        self._catalogue = catalogue
        self._removed = {gone.id for act in catalogue.acts for gone in act.removed}
        self._services = Services(
            _named(catalogue),
            ignored=Wordlist(synonyms.ignored),
            everyday=Wordlist(synonyms.everyday),
            no_slips=Wordlist(synonyms.no_slips),
        )
        self._hearing = Hearing(synonyms, self.life, self._services)

    @classmethod
    def read(cls, catalogue: Catalogue, folders: Sequence[Path]) -> "Finder":
        """Build the finder with the synonyms and situations of the data folders."""
        return cls(catalogue, read_synonyms(folders), read_life(folders, catalogue))

    def find(self, text: str) -> Answer:
        """Return what `text` asks; never raises, whatever the text."""
        heard = self._hearing.hear(text)
        if self._hearing.is_elsewhere(heard):
            return Answer("nothing", heard.asked(lived=False))
        said = heard.asking | heard.greeting | heard.told.places
        # half a name of a standard that is gone is somebody else's matter
        ranked = favoured(
            [
                scored
                for scored in self._services.rank(heard.words, said)
                if scored.named or not self._is_gone(scored)
            ],
            heard.told,
        )
        chosen = meant(ranked)
        if chosen and not overruled(chosen, heard.told):
            return self._about(chosen, heard)
        return self._aside(heard, [scored for scored in ranked if not self._is_gone(scored)])

    def _is_gone(self, scored: Scored) -> bool:
        return scored.service in self._removed

    def _about(self, chosen: list[Scored], heard: Heard) -> Answer:
        """Answer a message that names services."""
        there = [scored for scored in chosen if not self._is_gone(scored)]
        lived = [scored for scored in there if heard.told.case(scored.service)]
        named = any(scored.named for scored in there)
        if self._is_gone(chosen[0]) and not (lived or named):
            return self._gone([scored for scored in chosen if self._is_gone(scored)], heard)
        # what happened fits only one of them
        chosen = lived if len(lived) == 1 else there
        channels = self._hearing.channels(heard)
        candidates = tuple(
            Candidate(
                scored.service,
                heard.told.case(scored.service) or self._case(scored.service, channels),
                min(1.0, scored.score),
            )
            for scored in chosen
        )
        outcome: Outcome = "answer" if len(chosen) == 1 else "choose"
        return Answer(outcome, heard.asked(lived=bool(lived)), candidates)

    @staticmethod
    def _gone(removed: list[Scored], heard: Heard) -> Answer:
        """Answer a message that names removed standards, with what it tells instead."""
        gone = tuple(Candidate(each.service, None, min(1.0, each.score)) for each in removed)
        instead = tuple(
            Candidate(lead.service, lead.case, TOLD)
            for lead in heard.told.leads(alone=False)
            if lead.case
        )
        return Answer("removed", heard.asked(lived=False), gone, instead=instead)

    def _aside(self, heard: Heard, best: list[Scored]) -> Answer:
        """Answer a message that names no service for sure."""
        if self._hearing.is_emergency(heard):
            return Answer("emergency", None)
        return (
            self._lived(heard, heard.told.leads(alone=True))
            or self._lived(heard, heard.told.hinted())
            or self._hinted(heard, best)
            or self._talk(heard)
            or Answer("nothing", heard.asked(lived=False))
        )

    @staticmethod
    def _lived(heard: Heard, leads: Sequence[Lead]) -> Answer | None:
        """Answer with where a situation leads, if anywhere."""
        if not leads:
            return None
        candidates = tuple(
            Candidate(lead.service, lead.case or heard.told.case(lead.service), TOLD)
            for lead in leads
        )
        outcome: Outcome = "answer" if len(leads) == 1 else "choose"
        return Answer(outcome, heard.asked(lived=True), candidates[:MOST_OFFERED])

    def _hinted(self, heard: Heard, best: list[Scored]) -> Answer | None:
        """Answer a message of which a word or what happened hints at services."""
        told = bool(heard.told.situations)
        asked = heard.asked(lived=told)
        rest = self._hearing.left(heard, heard.asking | heard.greeting | heard.told.places)
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
    def _with_cases(offered: tuple[Candidate, ...], heard: Heard) -> tuple[Candidate, ...]:
        """Return the services with the case of each that the message tells."""
        return tuple(replace(each, case=heard.told.case(each.service)) for each in offered)

    def _talk(self, heard: Heard) -> Answer | None:
        """Answer a message of which nothing is left but a language, a question or a greeting."""
        greeting, asked, left = heard.greeting, heard.asked(lived=False), self._hearing.left
        language = self._hearing.language(heard)
        if language and not left(heard, language | greeting):
            return Answer("small_talk", "language")
        if asked and not left(heard, heard.asking | greeting):
            return self._asked_of_any(asked)
        if greeting and not left(heard, greeting):
            return Answer("small_talk", None)
        return None

    def _asked_of_any(self, asked: Asked) -> Answer:
        """Ask which service is meant; offer them where they are few enough."""
        services = self._catalogue.services
        if not 1 < len(services) <= MOST_OFFERED:
            return Answer("nothing", asked, bare=True)
        offered = tuple(Candidate(service.id, None, 0.0) for service in services)
        return Answer("choose", asked, offered)

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
