"""Where a message may mean several services, none for sure, or one that is no more."""

from bot.catalogue.models import Catalogue
from bot.finding.outcome import Answer, Candidate
from bot.finding.situations import Question
from bot.screens.citation import date
from bot.screens.notices import Notices
from bot.screens.page import Speech
from bot.screens.route import SERVICES, Route, Topic
from bot.screens.screen import Button, Screen, escaped
from bot.screens.topics import BY_ASKED, part_for
from bot.text import Lang


class Choices(Notices):
    """Make the screens that offer services."""

    def __init__(self, catalogue: Catalogue, speech: dict[Lang, Speech]) -> None:
        super().__init__(speech)
        self._catalogue = catalogue

    def choose(self, found: Answer, question: Question | None, lang: Lang) -> Screen:
        """Offer the services a message may mean, each leading to what was asked.

        A question of the person's life stands over its answers, else the services by name.
        """
        speech = self._speech[lang]
        text = speech.of(question.text) if question else speech.say("Which of these do you mean?")
        rows = [self._offer(candidate, found, question, speech) for candidate in found.candidates]
        return Screen(escaped(text), (*filter(None, rows), self._menu_row(lang)))

    def _offer(
        self, candidate: Candidate, found: Answer, question: Question | None, speech: Speech
    ) -> tuple[Button, ...]:
        """Return the row that leads to what was asked about a service; empty if it is gone."""
        service = self._catalogue.service(candidate.service)
        if service is None:
            return ()
        usual: Topic = "d" if candidate.case else "c"
        topic = BY_ASKED.get(found.asked, usual) if found.asked else usual
        label = speech.of(question.answers[service.id] if question else service.short_title)
        route = Route(topic, service.id, part_for(topic, candidate, service))
        return (Button(label, route.pack()),)

    def removed(self, found: Answer, lang: Lang) -> Screen:
        """Say by which decree and when standards were taken out of theirs, and whom to ask.

        What the person told may be a case of a service that is there: it is a button away.
        """
        speech = self._speech[lang]
        named = [self._catalogue.removed(candidate.service) for candidate in found.candidates]
        gone: dict[tuple[str, str, str], list[str]] = {}
        for act, standard in filter(None, named):
            by = (act.number, standard.removed_by.number, date(standard.removed_by.date))
            gone.setdefault(by, []).append(f"«{speech.of(standard.title)}»")
        sentences = [
            speech.say("Removed from decree No. {number} by decree No. {by} of {date}: {titles}.")
            .format(number=number, by=by, date=day, titles=", ".join(titles))
            for (number, by, day), titles in gone.items()
        ]  # fmt: skip
        ask = speech.say("I have no documents and terms for it. Ask by phone 1414.")
        rows = [self._instead(candidate, speech) for candidate in found.instead]
        text = "\n\n".join(map(escaped, [*sentences, ask]))
        last = ((self._to_services(speech),), self._menu_row(lang))
        return Screen(text, (*filter(None, rows), *last))

    def _instead(self, candidate: Candidate, speech: Speech) -> tuple[Button, ...]:
        """Return the row that leads to the papers of a situation; empty if it is not there."""
        service = self._catalogue.service(candidate.service)
        case = service.case(candidate.case) if service and candidate.case else None
        if service is None or case is None:
            return ()
        return (Button(speech.of(case.button), Route("d", service.id, case.id).pack()),)

    def _to_services(self, speech: Speech) -> Button:
        return Button(speech.say("All services"), SERVICES)
