"""Join what is asked and which service is meant into one outcome."""

from collections.abc import Sequence
from pathlib import Path

from bot.catalogue.acts import Removed
from bot.catalogue.models import Catalogue, Service
from bot.catalogue.vocabulary import ChannelKind
from bot.finding.hearing import Heard, Hearing
from bot.finding.hints import Hints
from bot.finding.outcome import (
    MOST_OFFERED,
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
from bot.finding.situations import Life, read_life
from bot.finding.synonyms import Asked, Synonyms, read_synonyms


class Finder:
    """Answer messages from one catalogue."""

    def __init__(self, catalogue: Catalogue, synonyms: Synonyms, life: Life | None = None) -> None:
        self.life = life or Life()
        self._catalogue = catalogue
        self._removed = {gone.id for act in catalogue.acts for gone in act.removed}
        self._services = Services(
            _named(catalogue, self.life),
            ignored=Wordlist(synonyms.ignored),
            everyday=Wordlist(synonyms.everyday),
            no_slips=Wordlist(synonyms.no_slips),
        )
        self._lived_through = {
            (lead.service, lead.case) for each in self.life.situations for lead in each.leads
        }
        self._hearing = Hearing(synonyms, self.life, self._services)
        self._hints = Hints(catalogue, self.life, self._hearing)

    @classmethod
    def read(cls, catalogue: Catalogue, folders: Sequence[Path]) -> "Finder":
        """Build the finder with the synonyms and situations of the data folders."""
        return cls(catalogue, read_synonyms(folders), read_life(folders, catalogue))

    def find(self, text: str) -> Answer:
        """Return what `text` asks; never raises, whatever the text."""
        heard = self._hearing.hear(text)
        if heard.elsewhere and not heard.urgent:
            return Answer("nothing", heard.asked(lived=False))
        said = heard.asking | heard.greeting | heard.told.places
        # half a name of a standard that is gone is somebody else's matter
        ranked = favoured(
            [
                scored
                for scored in self._services.rank(heard.words, said, trade=heard.trade)
                if scored.named or not self._is_gone(scored)
            ],
            heard.told,
        )
        chosen = meant(ranked)
        if chosen and not (overruled(chosen, heard.told) or self._is_aside(heard)):
            return self._about(chosen, heard)
        return self._aside(heard, [scored for scored in ranked if not self._is_gone(scored)])

    def _is_aside(self, heard: Heard) -> bool:
        """Say whether nobody asks of anything: a word of danger or thanks only sounds like it."""
        if not heard.formal and heard.emergency:
            return True
        return bool(heard.greeting) and not self._hearing.left(heard, heard.greeting)

    def _is_gone(self, scored: Scored) -> bool:
        return scored.service in self._removed

    def _about(self, chosen: list[Scored], heard: Heard) -> Answer:
        """Answer a message that names services."""
        there = [scored for scored in chosen if not self._is_gone(scored)]
        lived = [scored for scored in there if heard.told.event(scored.service)]
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
        # a standard that takes papers by post is not silent about it
        stated = bool(lived) or ("post" in channels and any(each.case for each in candidates))
        return Answer(outcome, heard.asked(lived=stated), candidates)

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
        emergency = Answer("emergency", None) if heard.emergency else None
        return (
            (None if heard.formal else emergency)
            or self._hints.answer(heard, best)
            or emergency
            or self._talk(heard)
            or Answer("nothing", heard.asked(lived=False))
        )

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

    def _case(self, service_id: str, channels: set[ChannelKind]) -> str | None:
        """Return the one case that is for the channels a message names, whatever happened."""
        service = self._catalogue.service(service_id)
        if not channels or service is None:
            return None
        fitting = [
            case.id
            for case in service.cases
            if channels <= set(case.channels) and (service_id, case.id) not in self._lived_through
        ]
        return fitting[0] if len(fitting) == 1 else None


def _named(catalogue: Catalogue, life: Life) -> list[Named]:
    """Return what can be found: the services, and the standards taken out of their decrees.

    The services stand as in the answers to the questions of a person's life.
    """
    likely = [service for question in life.questions for service in question.answers]
    order = {service: place for place, service in reversed(list(enumerate(likely)))}
    found: list[Service | Removed] = [*catalogue.services]
    found.sort(key=lambda service: order.get(service.id, len(order)))
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
