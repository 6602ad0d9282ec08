"""Words, stems and phrases in a message."""

from bot.finding.fold import words
from bot.finding.phrases import Conjunctions, Phrasebook, Span, Wordlist

BOOK = Phrasebook(
    {
        "papers": ["документ*", "что нужно", "құжат*"],
        "place": ["куда", "куда сда* документ*"],
        "talk": ["да"],
    }
)


def found(text: str) -> list[Span[str]]:
    """Return what stands in the text."""
    return BOOK.spans(words(text))


def test_a_stem_stands_for_every_ending() -> None:
    """A stem is found in each of its words, a plain word only by itself."""
    assert found("документов документы") == [Span(0, 1, "papers"), Span(1, 2, "papers")]
    assert found("ДА дата") == [Span(0, 1, "talk")]


def test_a_phrase_is_found_whole_only() -> None:
    """The words of a phrase stand together and in order."""
    assert found("и что нужно") == [Span(1, 3, "papers")]
    assert found("нужно что") == []
    assert found("что") == []


def test_a_longer_phrase_hides_other_meanings_inside_it() -> None:
    """Where a phrase means something else than its words, the phrase counts."""
    assert {span.meaning for span in found("куда сдать документы")} == {"place"}
    assert found("куда документы") == [Span(0, 1, "place"), Span(1, 2, "papers")]


def test_spelling_does_not_matter() -> None:
    """Patterns are folded as messages are."""
    assert found("кужаттар") == found("құжаттар") == found("qujattar") == [Span(0, 1, "papers")]


def test_a_list_knows_its_words() -> None:
    """A list of single words knows its words and the beginnings of its stems."""
    known = Wordlist(["нұсқа*", "да"])
    assert all(word in known for word in words("нускалар да"))
    assert not any(word in known for word in words("дата нус"))


WAYS = Conjunctions(
    {
        "swap": ["временн* & обмен*", "временн* & на военный", "поменя*"],
        "temporary": ["временн*"],
        "both": ["да & да нет"],
    }
)


def meant(text: str) -> dict[str, set[int]]:
    """Return the meanings of the text with the places of their words."""
    return WAYS.of(words(text))


def test_joined_words_may_stand_apart() -> None:
    """Each part stands somewhere, in any order; its words are all that is marked."""
    assert meant("обменять моё временное") == {"swap": {0, 2}, "temporary": {2}}
    assert meant("временное это на военный") == {"swap": {0, 2, 3}, "temporary": {0}}


def test_any_of_the_phrases_of_a_part_will_do() -> None:
    """`|` joins phrases of which one is enough, beside the parts joined by `&`."""
    ways = Conjunctions({"swap": ["временн* & обмен* | на военный"]})
    for text in ("временный обмен", "на военный временное"):
        assert set(ways.of(words(text))) == {"swap"}
    assert ways.of(words("обмен на военный")) == {}


def test_a_part_alone_says_nothing() -> None:
    """A way with several parts is none where one is missing; one of a single part is enough."""
    assert meant("обмен") == {}
    assert meant("на военный обмен") == {}
    assert meant("поменял") == {"swap": {0}}
    assert meant("") == {}


def test_a_part_is_not_hidden_by_a_longer_one() -> None:
    """A part counts where it stands inside a longer phrase of another meaning, or part."""
    assert meant("да нет") == {"both": {0, 1}}
    assert meant("да") == {}


def test_a_part_that_stands_twice_is_one_part() -> None:
    """The same part twice does not make up for the other, and is marked wherever it stands."""
    assert meant("временное временное") == {"temporary": {0, 1}}
    assert meant("временное временное обмен")["swap"] == {0, 1, 2}
