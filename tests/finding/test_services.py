"""Which service the words of a message name."""

from typing import Final

import pytest

from bot.finding.fold import words
from bot.finding.phrases import Wordlist
from bot.finding.scoring import Scored
from bot.finding.services import Named, Services

SERVICES: Final = Services(
    [
        Named("cat", ("бумага кошке", "лопата лопаты"), ("мурочка", "серый кот")),
        Named("dog", ("бумага собаке", "ошейник с номером")),
        *(Named(each, (f"бумага {each}",)) for each in ("лисице", "корове", "лошади", "овце")),
    ],
    ignored=Wordlist(["и", "с"]),
    everyday=Wordlist(["бумаг*", "мурочк*"]),
    no_slips=Wordlist(["кошмар*"]),
)
TALK: Final = "вчера опять прибежала откуда-то издалека"


def ranked(text: str, *asking: int) -> dict[str, Scored]:
    """Return the services a message points to, by their ids."""
    return {scored.service: scored for scored in SERVICES.rank(words(text), asking)}


@pytest.mark.parametrize("word", ["мурочка", "Мурочку", "серый кот", "кот серый"])
def test_a_word_that_names_a_service_alone(word: str) -> None:
    """Such a word names its service whatever else is said, everyday or not."""
    for text in (word, f"{TALK} {word} {TALK}"):
        assert ranked(text)["cat"].named, text
        assert "dog" not in ranked(text)


@pytest.mark.parametrize("text", ["кошке", "ошейник", "бумага", "кот"])
def test_another_single_word_names_nothing(text: str) -> None:
    """One word of a longer phrase names no service."""
    assert not any(scored.named for scored in ranked(text).values())


def test_of_a_short_name_every_word_is_said() -> None:
    """Two words name a service only together, however little the other one weighs."""
    assert ranked("бумага кошке")["cat"].named
    assert not ranked("кошке корм")["cat"].named
    assert not ranked("кошке, ещё раз кошке")["cat"].named


def test_one_word_is_not_two() -> None:
    """One word of the message stands for one word of the name."""
    assert not ranked("лопата")["cat"].named
    assert ranked("лопата и лопаты")["cat"].named


def test_a_longer_name_is_told_by_its_telling_part() -> None:
    """Ignored words of a name need not be said."""
    assert ranked("номером ошейник")["dog"].named


def test_asking_words_are_not_missed() -> None:
    """A word that says what is asked lowers no score where it names no service."""
    plain, asking = ranked("мурочка сколько"), ranked("мурочка сколько", 1)
    assert asking["cat"].said > plain["cat"].said
    assert (plain["cat"].strange, asking["cat"].strange) == (True, False)


def test_telling_words_are_told_from_the_others() -> None:
    """Numbers and ignored words say nothing about the service."""
    assert SERVICES.telling(words("и с кошке 5 раз")) == words("кошке раз")


@pytest.mark.parametrize(
    ("word", "known"),
    [("кошке", True), ("бумажка", False), ("бумаге", True), ("и", True), ("5", True),
     ("слон", False)],
)  # fmt: skip
def test_words_nobody_need_mend(word: str, known: bool) -> None:  # noqa: FBT001  # a table
    """A service's words, everyday ones and those that say nothing are known; others are not."""
    (folded,) = words(word)
    assert SERVICES.knows(folded) is known
