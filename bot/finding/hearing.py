"""A message as it is understood before anybody asks which service it is about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, get_args

from bot.catalogue.vocabulary import ChannelKind
from bot.finding.fold import words
from bot.finding.intent import Intents
from bot.finding.phrases import AND, OR, Conjunctions, Phrasebook, Wordlist
from bot.finding.services import Services
from bot.finding.situations import NOTHING_TOLD, Life, Situations, Told
from bot.finding.slips import Slips
from bot.finding.synonyms import Asked, Synonyms

# a message of so few words that names another country is about its papers
SHORT: Final = 9
# a message cut here still says what it is about, and no word is longer; the rest only costs time
MOST_WORDS: Final = 80
MOST_LETTERS: Final = 40


# what a message may say besides, whatever service it is about
Aside: TypeAlias = Literal[
    "small_talk", "kin", "elsewhere", "foreign", "trade", "papers", "danger", "market", "emergency"
]


@dataclass(frozen=True, slots=True)
class Heard:
    """Hold the folded words of a message and what they say.

    `meanings` is what they ask, the narrower first; `asking` are the places of the words that do
    just that; `asides` are the places of those that say something else.
    """

    words: list[str]
    meanings: list[Asked]
    asking: set[int]
    told: Told
    asides: Mapping[Aside, set[int]]

    @property
    def greeting(self) -> set[int]:
        """Return the places of the words that greet or thank."""
        return self.asides.get("small_talk", set())

    @property
    def trade(self) -> bool:
        """Say whether the words are a firm's."""
        return "trade" in self.asides

    @property
    def formal(self) -> bool:
        """Say whether the words are a firm's, or those of papers."""
        return "trade" in self.asides or "papers" in self.asides

    @property
    def elsewhere(self) -> bool:
        """Say whether a short message is about another country's papers, or another matter.

        Where a paper was lost is not whose paper it is.
        """
        if len(self.words) > SHORT or not _OTHERS & self.asides.keys():
            return False
        market = "market" in self.asides and not self.formal
        foreign = "foreign" in self.asides and not (self.trade or self.told.situations)
        return market or foreign or "elsewhere" in self.asides

    @property
    def urgent(self) -> bool:
        """Say whether somebody is in danger, whatever else is said."""
        return "emergency" in self.asides

    @property
    def emergency(self) -> bool:
        """Say whether somebody is in danger: words of firms and papers make it none."""
        return self.urgent or ("danger" in self.asides and not self.formal)

    def asked(self, *, lived: bool) -> Asked | None:
        """Return what is asked; who `lived` through a case is not told that the law is silent.

        Who says what he is asks for whom a service is only if he asks nothing else.
        """
        said = {"unstated"} if lived else set()
        if self.told.who and len(self.meanings) > 1:
            said.add("who")
        return next((meaning for meaning in self.meanings if meaning not in said), None)


_OTHERS: Final[frozenset[Aside]] = frozenset(("elsewhere", "foreign", "market"))


class Hearing:
    """Understand messages by the words of the data; built once."""

    def __init__(self, synonyms: Synonyms, life: Life, services: Services) -> None:
        self._services = services
        self._intents = Intents(synonyms)
        self._situations = Situations(life)
        self._languages = Phrasebook({True: synonyms.language})
        self._channels = Phrasebook(synonyms.channels)
        asides: dict[Aside, tuple[str, ...]] = {
            aside: getattr(synonyms, aside) for aside in get_args(Aside)
        }
        self._asides = Conjunctions(asides)
        others = Wordlist(_words_of_others(synonyms))
        self._slips = Slips(
            _phrases(synonyms, life), lambda word: word in others or services.knows(word)
        )

    def hear(self, text: str) -> Heard:
        """Return what a text says; never raises, whatever the text."""
        said = (word[:MOST_LETTERS] for word in words(text)[:MOST_WORDS])
        message = [self._slips.mended(word) for word in said]
        meanings, asking = self._intents.of(message)
        told = self._situations.of(message)
        asides = self._asides.of(message)
        if "kin" in asides:
            asking |= asides["kin"]
            if not (meanings or told.situations):
                meanings = ["proxy"]
        if told is not NOTHING_TOLD and "portal" in self._channels_of(message):
            told = replace(told, online=True)
        return Heard(message, meanings, asking, told, asides)

    def channels(self, heard: Heard) -> set[ChannelKind]:
        """Return the ways to hand papers in that a message names."""
        return self._channels_of(heard.words)

    def language(self, heard: Heard) -> set[int]:
        """Return the places of the words that name a language."""
        return {
            place
            for span in self._languages.spans(heard.words)
            for place in range(span.start, span.end)
        }

    def _channels_of(self, message: list[str]) -> set[ChannelKind]:
        return {span.meaning for span in self._channels.spans(message)}

    def left(self, heard: Heard, places: Iterable[int]) -> list[str]:
        """Return the words that say something more than those at `places`."""
        taken = set(places)
        rest = [word for place, word in enumerate(heard.words) if place not in taken]
        return self._services.telling(rest)


def _phrases(synonyms: Synonyms, life: Life) -> Iterator[str]:
    """Yield every phrase that says something else than a service's name."""
    for phrases in (*synonyms.asked.values(), *synonyms.channels.values()):
        yield from phrases
    for situation in life.situations:
        yield from situation.words
    yield from (*synonyms.small_talk, *synonyms.language, *synonyms.emergency, *synonyms.kin)


def _words_of_others(synonyms: Synonyms) -> Iterator[str]:
    """Yield the words of what is no business of the services: right words, nobody's slip."""
    others = (*synonyms.elsewhere, *synonyms.foreign, *synonyms.market)
    for phrase in (*others, *synonyms.trade, *synonyms.papers):
        yield from (word for word in phrase.split() if word not in {AND.strip(), OR.strip()})
