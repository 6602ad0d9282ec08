"""A message as it is understood before anybody asks which service it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.catalogue.vocabulary import ChannelKind
from bot.finding.fold import words
from bot.finding.intent import Intents
from bot.finding.phrases import Phrasebook, Span
from bot.finding.services import Services
from bot.finding.situations import Life, Situations, Told
from bot.finding.slips import Slips
from bot.finding.synonyms import Asked, Synonyms

# a message of so few words that names another country is about its papers
SHORT: Final = 9
# a message cut here still says what it is about, and no word is longer; the rest only costs time
MOST_WORDS: Final = 80
MOST_LETTERS: Final = 40


@dataclass(frozen=True, slots=True)
class Heard:
    """Hold the folded words of a message and what they say.

    `meanings` is what they ask, the narrower first; `asking` and `greeting` are the places of the
    words that do just that.
    """

    words: list[str]
    meanings: list[Asked]
    asking: set[int]
    told: Told
    greeting: set[int]

    def asked(self, *, lived: bool) -> Asked | None:
        """Return what is asked; who `lived` through a case is not told that the law is silent."""
        meanings = [meaning for meaning in self.meanings if not (lived and meaning == "unstated")]
        return meanings[0] if meanings else None


class Hearing:
    """Understand messages by the words of the data; built once."""

    def __init__(self, synonyms: Synonyms, life: Life, services: Services) -> None:
        self._services = services
        self._intents = Intents(synonyms)
        self._situations = Situations(life)
        self._small_talk = Phrasebook({True: synonyms.small_talk})
        self._languages = Phrasebook({True: synonyms.language})
        self._emergencies = Phrasebook({True: synonyms.emergency})
        self._channels = Phrasebook(synonyms.channels)
        self._kin = Phrasebook({True: synonyms.kin})
        self._elsewhere = Phrasebook({True: synonyms.elsewhere})
        self._slips = Slips(_phrases(synonyms, life), services.knows)

    def hear(self, text: str) -> Heard:
        """Return what a text says; never raises, whatever the text."""
        said = (word[:MOST_LETTERS] for word in words(text)[:MOST_WORDS])
        message = [self._slips.mended(word) for word in said]
        meanings, asking = self._intents.of(message)
        told = self._situations.of(message)
        kin = _places(self._kin.spans(message))
        if kin and not meanings and not told.situations:
            meanings = ["proxy"]
        greeting = _places(self._small_talk.spans(message))
        return Heard(message, meanings, asking | kin, told, greeting)

    def is_elsewhere(self, heard: Heard) -> bool:
        """Say whether a short message is about another country's papers, or another matter.

        Where a paper was lost is not whose paper it is.
        """
        if len(heard.words) > SHORT or heard.told.situations:
            return False
        return bool(self._elsewhere.spans(heard.words))

    def is_emergency(self, heard: Heard) -> bool:
        """Say whether somebody is in danger."""
        return bool(self._emergencies.spans(heard.words))

    def channels(self, heard: Heard) -> set[ChannelKind]:
        """Return the ways to hand papers in that a message names."""
        return {span.meaning for span in self._channels.spans(heard.words)}

    def language(self, heard: Heard) -> set[int]:
        """Return the places of the words that name a language."""
        return _places(self._languages.spans(heard.words))

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
    yield from (*synonyms.small_talk, *synonyms.language, *synonyms.emergency)
    yield from (*synonyms.kin, *synonyms.elsewhere)


def _places(spans: Iterable[Span[bool]]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
