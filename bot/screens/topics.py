"""The screens of a service: a letter, a button, and what makes the page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.catalogue.models import Service
from bot.finding.outcome import Candidate
from bot.finding.synonyms import Asked
from bot.screens import basis, complaints, forms, offices, requirements, rights, silence, terms
from bot.screens.page import Page, Speech
from bot.screens.papers import situational
from bot.screens.route import Topic

Maker: TypeAlias = Callable[[Service, Speech], Page]

# every page that needs nothing but the service; papers, one form and the source need more
MAKERS: Final[dict[Topic, Maker]] = {
    "t": terms.terms,
    "p": rights.price,
    "w": offices.where,
    "r": rights.who,
    "y": rights.result,
    "g": rights.receipt,
    "x": rights.refusal,
    "o": terms.late,
    "q": rights.proxy,
    "n": offices.online,
    "k": complaints.complaint,
    "a": forms.forms,
    "i": offices.more_information,
    "u": offices.status,
    "b": basis.basis,
    "z": silence.unstated,
    "rq": requirements.requirements,
}

BY_ASKED: Final[dict[Asked, Topic]] = {
    "documents": "d",
    "deadline": "t",
    "fee": "p",
    "where": "w",
    "hours": "w",
    "complaint": "k",
    "refusal": "x",
    "form": "a",
    "result": "y",
    "status": "u",
    "proxy": "q",
    "online": "n",
    "who": "r",
    "receipt": "g",
    "late": "o",
    "contacts": "i",
    "source": "s",
    "basis": "b",
    "unstated": "z",
    "requirements": "rq",
}


def part_for(topic: Topic, candidate: Candidate, service: Service) -> str:
    """Return the part of a route to what was asked about a service and its case."""
    case = candidate.case or ""
    return {"d": case, "t": case if situational(service) else "", "s": "d"}.get(topic, "")


# the buttons of a service's card, two a row
CARD: Final[tuple[tuple[Topic, ...], ...]] = (
    ("d",),
    ("t", "p"),
    ("w", "n"),
    ("r", "q"),
    ("g", "y"),
    ("x", "o"),
    ("k", "a"),
    ("i", "u"),
    ("b",),
)

# what people ask next
FOLLOWING: Final[dict[Topic, tuple[Topic, ...]]] = {
    "d": ("t", "w", "a", "p", "q", "x"),
    "t": ("d", "o"),
    "p": ("d", "t"),
    "w": ("d", "i"),
    "r": ("d", "q"),
    "y": ("t", "q"),
    "g": ("d", "t"),
    "x": ("d", "k"),
    "o": ("k", "t"),
    "q": ("d", "y"),
    "n": ("w", "t"),
    "k": ("o", "i"),
    "a": ("d",),
    "i": ("w", "k"),
    "u": ("t", "o"),
    "b": ("d", "k"),
    "z": ("d", "i"),
    "rq": ("d", "a"),
}


@dataclass(frozen=True, slots=True)
class Labels:
    """Name the topics on buttons."""

    speech: Speech

    def __getitem__(self, topic: Topic) -> str:
        """Return the button's words, at most 30 letters."""
        say = self.speech.say
        labels: dict[Topic, str] = {
            "c": say("All about the service"),
            "d": say("Which documents"),
            "t": say("How long"),
            "p": say("Price"),
            "w": say("Where and when"),
            "r": say("Who may apply"),
            "y": say("The result"),
            "g": say("What you must be given"),
            "x": say("Refusal"),
            "o": say("If it is late"),
            "q": say("For another person"),
            "n": say("By the portal"),
            "k": say("How to complain"),
            "a": say("Forms"),
            "i": say("Contacts"),
            "u": say("Is it ready?"),
            "b": say("Law and quality"),
            "z": say("Not in the standard"),
            "s": say("Where this comes from"),
            "e": say("Example"),
            "rq": say("Requirements by activity"),
        }
        return labels[topic]
