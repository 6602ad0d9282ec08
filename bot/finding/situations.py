"""Situations as people live them, and the questions that tell services apart (`situations.yaml`).

    situations:
      - id: stolen
        words: [украл*, временн* & обмен* | замен*]  # as in synonyms.yaml; both stand there
        alone: no                           # whether they are enough where no service is named
        leads: [{service: officer-military-id, case: stolen, portal: stolen-online}]
    questions:
      - text: {kk: …, ru: …}
        answers: {officer-military-id: {kk: …, ru: …}}

The narrower situation stands first: what stands first wins. A `hint` tells no event, only what a
message is about; it is followed where nothing else is understood. With `who` the words tell no
event either, but who asks: that opens a case of a service and prefers none. `portal` is the case
where the papers go through the portal. Services that nothing tells apart stand in the order of the
answers to the questions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from pydantic import Field, ValidationError

from bot.catalogue.faults import Fault, Loc
from bot.catalogue.models import Catalogue
from bot.catalogue.vocabulary import CaseId, Flag, Label, Model, ServiceId, ShortId
from bot.catalogue.yamlfile import YamlFile, read_yaml
from bot.errors import DataError
from bot.finding.phrases import Conjunctions
from bot.finding.synonyms import Words

FILE: Final = "situations.yaml"


class Lead(Model):
    """Lead to a service, and to the one of its cases that the situation is."""

    service: ServiceId
    case: CaseId | None = None
    portal: CaseId | None = None


class Situation(Model):
    """Hold the words people use for what happened to them, and where they lead."""

    id: CaseId
    words: tuple[Words, ...] = Field(min_length=1)
    alone: Flag = False
    hint: Flag = False
    who: Flag = False
    leads: tuple[Lead, ...] = Field(min_length=1)

    @cached_property
    def cases(self) -> dict[str, Lead]:
        """Return the first lead to a case of each service."""
        return {lead.service: lead for lead in reversed(self.leads) if lead.case}


class Question(Model):
    """Ask of a person's life what tells the services apart, never the act's term."""

    id: ShortId
    text: Label
    answers: dict[ServiceId, Label]


class Life(Model):
    """Hold what `situations.yaml` says."""

    situations: tuple[Situation, ...] = ()
    questions: tuple[Question, ...] = ()

    def question(self, services: Iterable[str]) -> Question | None:
        """Return the question that tells these services apart, or None."""
        meant = set(services)
        fitting = (question for question in self.questions if meant <= set(question.answers))
        return min(fitting, key=lambda question: len(question.answers), default=None)


@dataclass(frozen=True, slots=True)
class Told:
    """Hold the situations a message tells, the narrower first, and the places of their words."""

    situations: tuple[Situation, ...]
    places: frozenset[int]
    hints: tuple[Situation, ...] = ()
    who: tuple[Situation, ...] = ()
    online: bool = False

    def case(self, service: str) -> str | None:
        """Return the case of a service: of what happened, else of who asks."""
        return self.event(service) or self._led(self.who, service)

    def event(self, service: str) -> str | None:
        """Return the case of a service that the first fitting situation leads to."""
        return self._led(self.situations, service)

    def _led(self, situations: Iterable[Situation], service: str) -> str | None:
        for situation in situations:
            if lead := situation.cases.get(service):
                return (self.online and lead.portal) or lead.case
        return None

    def hinted(self) -> tuple[Lead, ...]:
        """Return where the first hint leads: words that tell no event, only what it is about."""
        return self.hints[0].leads if self.hints else ()

    def leads(self, *, alone: bool) -> tuple[Lead, ...]:
        """Return where the first situation leads; with `alone`, the first that says enough."""
        fitting = (each.leads for each in self.situations if each.alone or not alone)
        return next(fitting, ())


NOTHING_TOLD: Final = Told((), frozenset())


class Situations:
    """Recognise situations by their words."""

    def __init__(self, life: Life) -> None:
        self._situations = life.situations
        words = {number: situation.words for number, situation in enumerate(life.situations)}
        self._phrases: Conjunctions[int] = Conjunctions(words)

    def of(self, message: Sequence[str]) -> Told:
        """Return what a folded message tells."""
        found = self._phrases.of(message)
        if not found:
            return NOTHING_TOLD
        told = [(self._situations[number], places) for number, places in sorted(found.items())]
        return Told(
            tuple(each for each, _ in told if not (each.hint or each.who)),
            frozenset().union(*(places for each, places in told if not (each.hint or each.who))),
            tuple(each for each, _ in told if each.hint),
            tuple(each for each, _ in told if each.who),
        )


def read_life(folders: Sequence[Path], catalogue: Catalogue) -> Life:
    """Read the files of the folders that have one, the first folder's situations first.

    Raises:
        DataError: a file does not fit, or names a service or case that is not in the catalogue.
    """
    lives = [_read(path, catalogue) for folder in folders if (path := folder / FILE).exists()]
    return Life(
        situations=tuple(situation for life in lives for situation in life.situations),
        questions=tuple(question for life in lives for question in life.questions),
    )


def _read(path: Path, catalogue: Catalogue) -> Life:
    file = read_yaml(path)
    try:
        life = Life.model_validate(file.value)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        loc = problem["loc"]
        raise DataError(str(Fault(path, file.line(loc), loc, problem["msg"]))) from error
    _refuse_unknown(life, file, catalogue)
    return life


def _refuse_unknown(life: Life, file: YamlFile, catalogue: Catalogue) -> None:
    named: list[tuple[Loc, str, str | None]] = [
        (("situations", i, "leads", j), lead.service, case)
        for i, situation in enumerate(life.situations)
        for j, lead in enumerate(situation.leads)
        for case in (lead.case, lead.portal)
    ]
    named += [
        (("questions", i, "answers", service), service, None)
        for i, question in enumerate(life.questions)
        for service in question.answers
    ]
    for loc, service_id, case_id in named:
        service = catalogue.service(service_id)
        if service is None or (case_id and service.case(case_id) is None):
            name = f"{service_id}/{case_id}" if case_id else service_id
            message = f"{file.path}:{file.line(loc)}: {name} is not in the catalogue; mend the id"
            raise DataError(message)
