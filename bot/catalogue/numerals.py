"""The numbers a text names, in digits and in Kazakh or Russian words."""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from bot.text import Lang

_ADJECTIVE: Final = "(?:ый|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)"
# the patterns of words, with their endings; compounds such as «пятнадцатидневный» count too
_RU: Final[dict[str, int]] = {
    f"один|одн\\w{{1,3}}|перв{_ADJECTIVE}": 1,
    f"дв(?:а|е|ух|ум|умя)|втор{_ADJECTIVE}": 2,
    "тр(?:и|ех|ем|емя)|треть?(?:ий|и|я|е|ю|его|ему|ем|ей|их|им)": 3,
    f"четыр(?:е|ех|ем|ьмя)|четверт{_ADJECTIVE}": 4,
    f"пят(?:ь|и|ью|{_ADJECTIVE})": 5,
    f"шест(?:ь|и|ью|{_ADJECTIVE})": 6,
    f"сем(?:ь|и|ью)|седьм{_ADJECTIVE}": 7,
    f"вос(?:емь|ьми|емью|ьмью|ьм{_ADJECTIVE})": 8,
    f"девят(?:ь|и|ью|{_ADJECTIVE})": 9,
    f"десят(?:ь|и|ью|{_ADJECTIVE})": 10,
    **{
        f"{stem}надцат(?:ь|и|ью|{_ADJECTIVE})": number
        for number, stem in enumerate(
            ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"), 11
        )
    },
    f"двадцат(?:ь|и|ью|{_ADJECTIVE})": 20,
    f"тридцат(?:ь|и|ью|{_ADJECTIVE})": 30,
    f"сорока?|сороков{_ADJECTIVE}": 40,
    **{
        f"{stem}(?:ьдесят|идесяти|ьюдесятью|идесят{_ADJECTIVE})": number
        for number, stem in ((50, "пят"), (60, "шест"), (70, "сем"))
    },
    f"вос(?:емьдесят|ьмидесяти|емьюдесятью|ьмидесят{_ADJECTIVE})": 80,
    f"девяност(?:о|а|{_ADJECTIVE})": 90,
    "сто|ста": 100,
}
_KK: Final[dict[str, int]] = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8,
    "тоғыз": 9, "он": 10, "жиырма": 20, "отыз": 30, "қырық|қырқ(?=ыншы)": 40, "елу": 50,
    "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100,
}  # fmt: skip
_ENDINGS: Final[dict[Lang, str]] = {
    # not «-да» and «-ның»: «онда» is "there", «алтының» "of your gold"
    "kk": "(?:(?:[іы]|сы)?нш[іы])?(?:[дтн][еа]н|[гк]е|[ғқ]а|[дт]е)?",
    "ru": r"(?:(?:дневн|недельн|месячн|летн|часов|минутн|значн|кратн)\w+)?",
}
_PATTERNS: Final[dict[Lang, list[tuple[re.Pattern[str], int]]]] = {
    "kk": [(re.compile(f"(?:{stem}){_ENDINGS['kk']}"), n) for stem, n in _KK.items()],
    "ru": [(re.compile(f"(?:{word}){_ENDINGS['ru']}"), n) for word, n in _RU.items()],
}
_DIGITS: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TEN: Final = 10
_HUNDRED: Final = 100


def numbers(text: str, lang: Lang, *, in_words: bool = True) -> Counter[int]:
    """Return the numbers of `text`, in digits and in words; «он бес» is 15.

    A one that stands alone («бір», «один») also means "a" and is not counted.
    """
    found = Counter(int(digits) for digits in _DIGITS.findall(text))
    if in_words:
        found.update(number for number in _spelled(text, lang) if number > 1)
    return found


def _spelled(text: str, lang: Lang) -> Iterator[int]:
    """Yield the numbers in words, ones joined to the tens before them, and 0 for no number."""
    tens = 0
    for word in _WORD.findall(text.lower().replace("ё", "е")):
        value = _value(word, lang)
        if tens and 0 < value < _TEN:
            yield tens + value
            tens = 0
            continue
        yield tens
        tens = value if value % _TEN == 0 and value < _HUNDRED else 0
        yield 0 if tens else value
    yield tens


@functools.cache
def _value(word: str, lang: Lang) -> int:
    """Return what the word counts, 0 for no number."""
    for pattern, value in _PATTERNS[lang]:
        if pattern.fullmatch(word):
            return value
    return 0
