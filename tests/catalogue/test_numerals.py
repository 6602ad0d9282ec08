"""Numbers in digits and in words, in both languages."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.numerals import numbers
from bot.text import Lang

# by place: nothing for nought
KK_ONES = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
KK_TENS = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]
RU_ONES = ["", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"]
RU_TEENS = [
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
RU_TENS = [
    "",
    "",
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
]


def in_kazakh(number: int) -> str:
    """Return a number from 2 to 99 in Kazakh words."""
    return f"{KK_TENS[number // 10]} {KK_ONES[number % 10]}".strip()


def in_russian(number: int) -> str:
    """Return a number from 2 to 99 in Russian words."""
    if 10 <= number < 20:
        return RU_TEENS[number - 10]
    return f"{RU_TENS[number // 10]} {RU_ONES[number % 10]}".strip()


@settings(deadline=None)
@given(st.integers(2, 99))
def test_both_languages_count_alike(number: int) -> None:
    """A number in words is the same number in Kazakh, in Russian and in digits."""
    kk = numbers(f"{in_kazakh(number)} жұмыс күні", "kk")
    assert kk == numbers(f"{in_russian(number)} рабочих дней", "ru") == Counter([number])
    assert numbers(f"{number} күн", "kk") == kk


@settings(deadline=None)
@given(st.lists(st.integers(2, 99)))
def test_several_numbers_are_all_counted(several: list[int]) -> None:
    """Numbers with words between them do not run together."""
    kk = " күн, ".join(map(in_kazakh, several))
    ru = " дней, ".join(map(in_russian, several))
    assert numbers(kk, "kk") == numbers(ru, "ru") == Counter(several)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("не позднее пяти рабочих дней", "ru", [5]),
        ("в течение двадцати одного дня", "ru", [21]),
        ("в пятнадцатидневный срок", "ru", [15]),
        ("двухмесячный срок", "ru", [2]),
        ("на втором и третьем экземплярах", "ru", [2, 3]),
        ("трёх копий", "ru", [3]),
        ("семидесяти восьми", "ru", [78]),
        ("екінші данасына", "kk", [2]),
        ("жиырмасыншы бес күннен", "kk", [25]),
        ("алты айдан он бес күнге", "kk", [6, 15]),
        ("бір ай", "kk", []),
        ("один месяц", "ru", []),
        ("онда көрсетілген үшін", "kk", []),
        ("8 (7172) 29-90-93", "kk", [8, 7172, 29, 90, 93]),
        ("1 айдан кейін", "kk", [1]),
        ("стол семян, пятница, трижды", "ru", []),
        ("алтының, бестік, жүзеге асырады", "kk", []),
    ],
)
def test_words_in_their_forms(text: str, lang: Lang, expected: list[int]) -> None:
    """Endings and compounds count, a lone one and words that look alike do not."""
    assert numbers(text, lang) == Counter(expected)


def test_our_own_words_are_compared_by_digits() -> None:
    """In a label «екі» may be «оба»: only its digits are numbers."""
    assert numbers("екі тізім, 7 қосымша", "kk", in_words=False) == Counter([7])
