"""What a message is answered with: sure of one service, a choice of several, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from bot.finding.scoring import Scored
from bot.finding.situations import Told
from bot.finding.synonyms import INTENTS, Asked

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


def favoured(ranked: Sequence[Scored], told: Told) -> list[Scored]:
    """Put services that what happened leads to before those it does not."""
    lifted = [
        scored._replace(score=scored.score + LIVED) if told.event(scored.service) else scored
        for scored in ranked
    ]
    return sorted(lifted, key=lambda scored: -scored.score)


def meant(ranked: Sequence[Scored]) -> list[Scored]:
    """Return the one service that is meant for sure, or those a person may mean, or none."""
    alone = len(ranked) == 1
    near = [each for each in ranked if each.score >= MAYBE and _counts(each)][:MOST_OFFERED]
    if not near:
        return []
    # a name that stands in the message, and no other service near it, is what is meant
    by_name = near[0].named and len(near) == 1
    if (by_name or _sure(near[0], alone=alone)) and (
        len(near) == 1 or near[0].score - near[1].score >= _lead(*near[:2])
    ):
        return near[:1]
    # those far behind the best are no choice
    choice = [each for each in near if near[0].score - each.score < BEHIND]
    return choice if len(near) > 1 else []


def overruled(chosen: Sequence[Scored], told: Told) -> bool:
    """Say whether what happened tells more than the names: it fits none, or several share it.

    A message may name a paper only because it is to be handed in.
    """
    leads = {lead.service: lead.case for lead in told.leads(alone=True)}
    if not leads:
        return False
    if len(chosen) == 1 and chosen[0].service in leads:
        # leads of no case leave open which of their services is meant
        return len(leads) > 1 and not any(leads.values())
    return len(chosen) != 1 or told.event(chosen[0].service) is None


def _counts(scored: Scored) -> bool:
    """Say whether the message is about the service at all: one word among others is chance."""
    return scored.named or scored.said >= MOSTLY_SAID or scored.words > 1


def _lead(best: Scored, following: Scored) -> float:
    """Return how far ahead the best must be: less where only it is named or says everything."""
    only = best.named and not following.named
    whole = best.said >= ALL_SAID > following.said
    return NAMED_LEAD if only or whole else LEAD


def _sure(scored: Scored, *, alone: bool) -> bool:
    """Say whether the service is meant; one everyday word alone never says so.

    `alone`: no other service has anything to do with the message.
    """
    if not (scored.weighty or scored.words > 1):
        return False
    all_said = scored.said >= ALL_SAID or (alone and scored.words > 1)
    return scored.score >= SURE or (scored.score >= SURE_ALONE and all_said)
