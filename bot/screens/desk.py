"""Every screen a person can open, by button, command or typed question."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.catalogue.models import Catalogue, Service
from bot.finding.answers import Finder
from bot.finding.language import guess
from bot.finding.outcome import Answer, Candidate
from bot.screens import talk
from bot.screens.browsing import Browse
from bot.screens.checklist import ChecklistScreens
from bot.screens.citation import closing
from bot.screens.page import Speech
from bot.screens.pages import meant, messages, page_of
from bot.screens.papers import papers
from bot.screens.route import HELP, MENU, Route
from bot.screens.rows import card_rows, card_title, page_rows
from bot.screens.screen import Screen, bold, escaped, italic
from bot.screens.topics import BY_ASKED, Labels, part_for
from bot.screens.words import Words
from bot.text import LANGS, Lang

# letters of a posted list between its title and closing line: Telegram takes 4,096 in all
_POSTED: Final = 3600
# screens kept ready: more than there are of the acts, and forged data takes no more room
_REMEMBERED: Final = 4096


@dataclass(frozen=True, slots=True)
class Reply:
    """Join what was found in a message to the screen that answers it.

    `shown` is the callback data that opens the screen again, empty for none.
    """

    found: Answer
    lang: Lang
    screen: Screen
    shown: str = ""


@dataclass(frozen=True, slots=True)
class InlineCard:
    """Hold one inline result: a document list to post into any chat."""

    id: str
    title: str
    description: str
    text: str


class Screens(talk.Talk):
    """Make screens from the catalogue; holds no state about people."""

    def __init__(self, catalogue: Catalogue, finder: Finder, words: Words) -> None:
        super().__init__(catalogue, {lang: Speech(words, lang) for lang in LANGS})
        self._finder = finder
        self.checklists = ChecklistScreens(catalogue, self._speech)
        self._opened = lru_cache(_REMEMBERED)(self._make)
        self._card = lru_cache(_REMEMBERED)(self._inline_card)

    def guess_language(self, text: str, language_code: str | None = None) -> Lang:
        """Return the language a message is most likely in."""
        return guess(text, language_code)

    def open(self, data: str, lang: Lang) -> Screen | None:
        """Return the screen behind callback data, or None where it makes no sense any more."""
        return self._opened(data, lang)

    def _make(self, data: str, lang: Lang) -> Screen | None:
        if data in {MENU, HELP}:
            return {MENU: self.menu, HELP: self.help}[data](lang)
        if browse := Browse.unpack(data):
            return self.browse(browse, lang)
        route = Route.unpack(data)
        service = self._catalogue.service(route.service) if route else None
        if route is None or service is None:
            return None
        if route.topic == "c":
            return self.card(service.id, lang) if route == Route("c", service.id) else None
        if route.topic == "e":
            return self._example(service, route.part, lang)
        return self._page(service, route, lang)

    def card(self, service_id: str, lang: Lang, *, offer_language: bool = False) -> Screen | None:
        """Return the card of a service: what it is and every question about it."""
        service = self._catalogue.service(service_id)
        if service is None:
            return None
        speech = self._speech[lang]
        parts = (
            bold(speech.of(service.short_title)),
            escaped(speech.of(service.title)),
            escaped(speech.say("What would you like to know?")),
            italic(closing(self._catalogue.act(service.act), service, (), speech)),
        )
        rows = card_rows(service, speech)
        if offer_language:
            rows = (*rows, self.language_row(after=Route("c", service.id).pack()))
        return Screen("\n\n".join(parts), rows)

    def reply(
        self,
        text: str,
        lang: Lang | None = None,
        *,
        offer_language: bool = False,
        after: str = "",
    ) -> Reply:
        """Answer free text in `lang`, or in the language the text is in.

        A question that names no service is about the one of the screen `after` which it comes:
        the callback data of that screen, empty for none.
        """
        spoken = lang or guess(text)
        found = self._following(self._finder.find(text), after)
        screen, shown = self._answer(found, spoken)
        if offer_language:
            screen = Screen(screen.text, (*screen.rows, self.language_row(after=shown)))
        return Reply(found, spoken, screen, shown)

    def _following(self, found: Answer, after: str) -> Answer:
        """Return what a bare question asks of the service looked at before."""
        route = Route.unpack(after) if found.bare else None
        service = self._catalogue.service(route.service) if route else None
        if route is None or service is None:
            return found
        case = service.case(route.part)
        return Answer(
            "answer", found.asked, (Candidate(service.id, case.id if case else None, 1.0),)
        )

    def inline(self, query: str, lang: Lang) -> list[InlineCard]:
        """Return document lists for an inline query: of what it means, or of every service.

        A list is posted whole, so that nobody misses a paper.
        """
        speech = self._speech[lang]
        listed = [
            (service, case) for service in self._catalogue.services for case in service.cases
        ]
        named = query.strip()
        exact = [
            (service, case)
            for service, case in listed
            if named in {card_title(service, case, speech), speech.of(service.short_title)}
        ]
        if named and not exact:
            meant = {each.service: each.case for each in self._finder.find(query).candidates}
            listed = [
                (service, case)
                for service, case in listed
                if service.id in meant and meant[service.id] in {None, case.id}
            ]
        return [self._card(service.id, case.id, lang) for service, case in exact or listed]

    def _inline_card(self, service_id: str, case_id: str, lang: Lang) -> InlineCard:
        speech = self._speech[lang]
        service = next(each for each in self._catalogue.services if each.id == service_id)
        case = next(each for each in service.cases if each.id == case_id)
        page = papers(service, case, speech)
        return InlineCard(
            id=f"{service.id}:{case.id}",
            title=card_title(service, case, speech),
            description=Labels(speech)["d"],
            text=messages(self._catalogue, service, page, speech, length=_POSTED)[0],
        )

    def _example(self, service: Service, part: str, lang: Lang) -> Screen | None:
        if not part.isdecimal() or int(part) >= len(service.examples):
            return None
        question = service.examples[int(part)][lang]
        screen = self.reply(question, lang).screen
        return Screen(f"{italic(question)}\n\n{screen.text}", screen.rows, fresh=True)

    def _answer(self, found: Answer, lang: Lang) -> tuple[Screen, str]:
        """Return the screen and the callback data that opens it again, empty for none."""
        if found.outcome == "answer":
            candidate = found.candidates[0]
            topic = BY_ASKED.get(found.asked, "d") if found.asked else "d"
            service = self._catalogue.service(candidate.service)
            part = part_for(topic, candidate, service) if service else ""
            data = Route(topic, candidate.service, part).pack()
            if screen := self.open(data, lang):
                return screen, data
        return self._unsure(found, lang), ""

    def _unsure(self, found: Answer, lang: Lang) -> Screen:
        """Return the screen of anything but a sure answer."""
        services = [candidate.service for candidate in found.candidates]
        if found.outcome == "choose":
            return self.choose(found, self._finder.life.question(services), lang)
        if found.outcome == "removed":
            return self.removed(found, lang)
        if found.outcome == "emergency":
            return self.emergency(lang)
        if found.outcome == "small_talk":
            asked_language = found.asked == "language"
            return self.language(lang) if asked_language else self.pleasantry(lang)
        if found.bare and found.asked:
            return self.which_service(found.asked, lang)
        return self.nothing(lang)

    def _page(self, service: Service, route: Route, lang: Lang) -> Screen | None:
        speech = self._speech[lang]
        route = meant(service, route)
        page = page_of(self._catalogue, service, route, speech)
        if page is None:
            return None
        texts = messages(self._catalogue, service, page, speech)
        if route.page > len(texts):
            return None
        offices = bool(self._catalogue.offices_of(service))
        rows = page_rows(service, route, len(texts), speech, offices=offices)
        return Screen(texts[route.page - 1], rows)
