"""Words, stems and phrases in a message."""

from bot.finding.fold import words
from bot.finding.phrases import Phrasebook, Span, Wordlist

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
