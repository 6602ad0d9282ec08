"""Answer a message that names no service for sure: by what happened, or by what it hints at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.catalogue.models import Catalogue
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
)
from bot.finding.scoring import Scored
from bot.finding.situations import Lead, Life, Question
from bot.finding.synonyms import Asked

# an act of so few services is offered whole where one word points to it
FEW: Final = 3
# a message of a firm, or one that asks, is about a service that so many of its words point to,
# and this far: farther where it is the only one
TWO: Final = 2
TRADED: Final = 0.3
SOLE: Final = 0.45
OFFERED: Final = 3


class Hints:
    """Find what a message may be about where no service is meant for sure."""

    def __init__(self, catalogue: Catalogue, life: Life, hearing: Hearing) -> None:
        self._catalogue = catalogue
        self._life = life
        self._hearing = hearing

    def answer(self, heard: Heard, best: list[Scored]) -> Answer | None:
        """Answer with what happened, else what a word hints at, else what a firm's words do."""
        return (
            self._lived(heard, heard.told.leads(alone=True))
            or self._lived(heard, heard.told.hinted())
            or self._hinted(heard, best)
            or self._traded(heard, best)
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
        return _among(candidates[:MOST_OFFERED], heard.asked(lived=True))

    def _hinted(self, heard: Heard, best: list[Scored]) -> Answer | None:
        """Answer a message of which a word or what happened hints at services."""
        told = bool(heard.told.situations)
        asked = heard.asked(lived=told)
        rest = self._hearing.left(heard, heard.asking | heard.greeting | heard.told.places)
        only_word = len(rest) == 1 and asked in {None, "documents"}
        fits = best and (not told or heard.told.event(best[0].service))
        offered = (
            self._offered(best, asked, only_word=only_word, trade=heard.trade) if fits else ()
        )
        # one service that a single word points to is meant only if what happened is its case
        if len(offered) > 1 or (offered and told):
            return _among(self._with_cases(offered, heard), asked)
        leads = heard.told.leads(alone=False)
        return self._lived(heard, leads) if len(leads) > 1 and not rest else None

    def _traded(self, heard: Heard, best: list[Scored]) -> Answer | None:
        """Offer a firm what two words of its message point to, however much else it says."""
        asked = heard.asked(lived=False)
        if not best or best[0].words < TWO or not (heard.formal or asked):
            return None
        near = [each for each in best if each.words and best[0].score - each.score < BEHIND]
        sole = len(near) == 1 or not heard.trade
        if best[0].score < (SOLE if sole else TRADED):
            return None
        offered = tuple(Candidate(each.service, None, each.score) for each in near[:OFFERED])
        return _among(self._with_cases(offered, heard), asked)

    @staticmethod
    def _with_cases(offered: tuple[Candidate, ...], heard: Heard) -> tuple[Candidate, ...]:
        """Return the services with the case of each that the message tells."""
        return tuple(replace(each, case=heard.told.case(each.service)) for each in offered)

    def _offered(
        self, ranked: list[Scored], asked: Asked | None, *, only_word: bool, trade: bool
    ) -> tuple[Candidate, ...]:
        """Return the services that one word points to, or one with its few neighbours."""
        first = ranked[0]
        hinted = self._catalogue.service(first.service)
        chance = first.strange and not (asked and first.weighty)
        chance = chance or not (only_word or trade or first.weighty or first.words > 1)
        least = ONLY if only_word and not first.strange else HINTED
        if chance or first.score < least or hinted is None:
            return ()
        reach = LEAD if first.score >= HINTED else BEHIND
        near = [scored for scored in ranked if first.score - scored.score < reach]
        question = self._life.question(each.service for each in near)
        if only_word and len(near) > 1 and question and len(question.answers) <= MOST_OFFERED:
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


def _among(offered: tuple[Candidate, ...], asked: Asked | None) -> Answer:
    """Answer with the one service there is, or let the person choose."""
    return Answer("answer" if len(offered) == 1 else "choose", asked, offered)
