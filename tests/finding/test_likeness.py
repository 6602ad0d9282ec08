"""Inflected and misspelt words."""

import pytest

from bot.finding.fold import fold
from bot.finding.likeness import Vocabulary
from bot.finding.phrases import Wordlist

WORDS = tuple(
    fold(
        "қорытынды сертификат бақылау пайдаланушы міндеттеме кеден тауар экспорттық куәлік "
        "заключение конечный гарантийное обязательство товар таможня экспортное"
    ).split()
)
VOCABULARY = Vocabulary(WORDS, Wordlist(["эксперт*"]))


def best(word: str) -> str | None:
    """Return the word of the vocabulary a word is most like."""
    likely = VOCABULARY.like(fold(word))
    return max(likely, key=likely.__getitem__, default=None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("қорытындысын", "қорытынды"),
        ("қорытындыларымызға", "қорытынды"),
        ("сертификатының", "сертификат"),
        ("бақылауға", "бақылау"),
        ("бақылаудың", "бақылау"),
        ("пайдаланушыдан", "пайдаланушы"),
        ("міндеттемесін", "міндеттеме"),
        ("кеденге", "кеден"),
        ("тауарым", "тауар"),
        ("куәлігі", "куәлік"),
        ("заключения", "заключение"),
        ("заключением", "заключение"),
        ("конечного", "конечный"),
        ("конечными", "конечный"),
        ("обязательствами", "обязательство"),
        ("товаров", "товар"),
        ("таможни", "таможня"),
    ],
)
def test_an_inflected_word_is_the_same_word(typed: str, meant: str) -> None:
    """Kazakh suffixes and Russian endings do not hide a word."""
    assert best(typed) == fold(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("заключние", "заключение"),
        ("закллючение", "заключение"),
        ("зкалючение", "заключение"),
        ("сертефикат", "сертификат"),
        ("сиртификат", "сертификат"),
        ("канечный", "конечный"),
        ("бақлау", "бақылау"),
        ("қортынды", "қорытынды"),
        ("міндетеме", "міндеттеме"),
        ("абязательство", "обязательство"),
        ("иксортное", "экспортное"),
    ],
)
def test_a_misspelt_word_is_the_same_word(typed: str, meant: str) -> None:
    """A slip or two do not hide a word."""
    assert best(typed) == fold(meant)


@pytest.mark.parametrize(
    "word", ["кедей", "тау", "тауық", "дела", "тавар", "а", "", "эксперт", "эксперты", "қарындас"]
)
def test_another_word_is_another_word(word: str) -> None:
    """A word that only begins alike, is short, or is known to be another is not taken for ours."""
    assert best(word) is None


def test_the_word_itself_is_the_most_like() -> None:
    """A word is itself, and surer so than an inflected or a misspelt one."""
    for word in WORDS:
        assert VOCABULARY.like(word)[word] == 1
    assert 0 < VOCABULARY.like(fold("товара"))[fold("товар")] < 1
    assert 0 < VOCABULARY.like(fold("заключние"))[fold("заключение")] < 1
