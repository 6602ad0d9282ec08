"""Compare the two languages of a text: its numbers, its units and annexes, the law's terms."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bot.catalogue.numerals import numbers
from bot.catalogue.vocabulary import Flag, Model, Quote
from bot.text import Lang, Text

_UNITS: Final[dict[str, dict[Lang, str]]] = {
    "working days": {"kk": r"жұмыс күн", "ru": r"рабоч\w+ д(?:н|ен)"},
    "calendar days": {"kk": r"күнтізбелік", "ru": r"календарн"},
    "months": {"kk": r"\bай(?:дан|ға|дың|ы)?\b(?! сайын)", "ru": r"\bмесяц"},
    "weeks": {"kk": r"\bапта", "ru": r"\bнедел"},
    "years": {
        "kk": r"\bжыл(?!жы)|\bжас(?:қа|та|тан)\b",
        "ru": r"\bгод(?:а|у|ом|е|ы|ов|ам|ах)?\b|\bлет\b|летн",
    },
    "minutes": {"kk": r"минут", "ru": r"минут"},
    "per cent": {"kk": r"%", "ru": r"%"},
    # «қосымша» without a number is "additional"
    "annex": {"kk": r"\d\s?-\s?қосымша", "ru": r"приложени\w+ (?:№ ?)?\d"},
}


class Term(Model):
    """Join stems of a Kazakh term to the stems one of which must stand in the Russian."""

    kk: tuple[str, ...]
    ru: tuple[str, ...]
    both: Flag = False


def differences(text: Text, terms: Sequence[Term]) -> Iterator[tuple[str, str]]:
    """Yield what stands in one language of `text` and not in the other: kind and sentence."""
    # in our own words «екі» may be «оба»: only digits are compared there, and no units
    in_words = isinstance(text, Quote)
    kk = numbers(text.kk, "kk", in_words=in_words)
    ru = numbers(text.ru, "ru", in_words=in_words)
    if kk != ru:
        yield "numbers", f"numbers differ: kk {_listed(kk - ru)}, ru {_listed(ru - kk)}"
    for unit, patterns in _UNITS.items() if in_words else ():
        in_kk = bool(re.search(patterns["kk"], text.kk.lower()))
        in_ru = bool(re.search(patterns["ru"], text.ru.lower()))
        if in_kk != in_ru:
            yield "units", f"'{unit}' stands only in {'kk' if in_kk else 'ru'}"
    for term in terms:
        in_kk = any(stem in text.kk.lower() for stem in term.kk)
        in_ru = any(stem in text.ru.lower() for stem in term.ru)
        if (in_kk and not in_ru) or (term.both and in_ru and not in_kk):
            sentence = f"«{term.kk[0]}» is «{term.ru[0]}…» in Russian (data/glossary.yaml)"
            yield "terms", sentence


def _listed(numbers_: Counter[int]) -> str:
    return ", ".join(map(str, sorted(numbers_.elements()))) or "none"
