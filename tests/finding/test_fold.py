"""Folding: spellings of one word become equal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.finding.fold import fold, words

# letters that fold, marks that stand on letters, and what people paste
TRICKY = st.text(alphabet="aсәғқңөұүһіёйьъıİşçŉǰßﬁаҢI'’ʼ\u0306\u0308\u0307\u0301\u00ad\u200f -12")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # Kazakh letters as on a Russian keyboard
        ("кужат", "құжат"),
        ("корытынды", "қорытынды"),
        ("кепилдик миндеттеме", "кепілдік міндеттеме"),
        ("кепылдык мындеттеме", "кепілдік міндеттеме"),
        ("салем", "Сәлем"),
        ("хкко", "ХҚКО"),
        ("онир", "Өңір"),
        # Latin look-alikes inside a Cyrillic word
        ("сертификат", "cepтификaт"),
        ("кiм", "кім"),
        # Latin in full, both languages, several ways
        ("sertifikat", "сертификат"),
        ("konechnyi", "конечный"),
        ("konechniy", "конечный"),
        ("polzovatel", "пользователь"),
        ("pol'zovatel'", "пользователь"),
        ("zaklyuchenie", "заключение"),
        ("export", "экспорт"),
        ("shchi", "щи"),
        ("qujat", "құжат"),
        ("kuzhat", "құжат"),
        ("paidalanushy", "пайдаланушы"),
        ("paydalanuşy", "пайдаланушы"),
        ("túpki", "түпкі"),
        ("tüpki", "түпкі"),
        ("kepıldık", "кепілдік"),
        ("egovтан", "еговтан"),
        # letters that are mixed up or cannot be heard
        ("еще", "ещё"),
        ("електрон", "электрон"),
        ("обязателство", "обязательство"),
        ("жывотный", "животный"),
        # marks nobody sees, stress, case
        ("пас\u00adпорт", "паспорт"),
        ("\u202eпаспорт\u202c\u200f", "паспорт"),
        ("па\u0301спорт", "паспорт"),
        ("ПАСПОРТ", "паспорт"),
        ("\uff45\uff47\uff4f\uff56", "егов"),
    ],
)
def test_spellings_of_a_word_are_equal(typed: str, meant: str) -> None:
    """The ways people spell a word fold to one."""
    assert fold(typed) == fold(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [("кеден", "неден"), ("экспорт", "импорт"), ("құжат", "қажет"), ("сенім", "сенбі")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    """Folding joins spellings, not words."""
    assert fold(one) != fold(other)


def test_punctuation_is_left_out() -> None:
    """Only words are left, in their order, a space between them."""
    assert words("Сертификат — «конечного»: пользователя?!") == [
        fold(word) for word in ("сертификат", "конечного", "пользователя")
    ]
    assert fold("  ХҚКО-ға,\n 15 күн ") == "хкко га 15 кун"
    assert fold("…?! 😀 ъ") == ""


@settings(deadline=None)
@given(st.text() | TRICKY)
def test_any_text_folds_once_and_for_all(text: str) -> None:
    """Whatever the text, folding does not fail, and folding again changes nothing."""
    folded = fold(text)
    assert fold(folded) == folded
    assert words(text) == folded.split()
