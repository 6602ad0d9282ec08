"""Fold what people type so that spellings of one word become equal.

People write Kazakh without its letters (қ as к, і as и or ы), with Latin look-alikes inside
Cyrillic words, or wholly in Latin; `fold` is done once for every phrase at load and once for a
message.
"""

import re
import unicodedata
from typing import Final

# Kazakh letters to their neighbours on a Russian keyboard; then the letters that are mixed up most
# and those that Latin spellings cannot tell apart (э and е, й and ы and и) or leave out (ь, ъ)
_NEIGHBOURS: Final = str.maketrans("әғқңөұүһіёэйы", "агкноуухиееии", "ьъ")
_LOOK_ALIKES: Final = str.maketrans("aceopxykmhtbiu", "асеорхукмнтвии")
_LATIN_LETTERS: Final = {
    "shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю",
    "ya": "я", "yo": "е", "ye": "е", "gh": "г", "a": "а", "b": "б", "v": "в", "g": "г", "d": "д",
    "e": "е", "z": "з", "i": "и", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п",
    "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "h": "х", "ce": "це", "ci": "ци", "c": "к",
    "y": "ы", "j": "ж", "q": "к", "x": "кс", "w": "у",
}  # fmt: skip
_SPELT: Final = re.compile("|".join(sorted(_LATIN_LETTERS, key=lambda spelt: -len(spelt))))
# letters of the Kazakh Latin alphabets that are more than a letter with a mark
_KAZAKH_LATIN: Final = str.maketrans({"ş": "sh", "ç": "ch", "ŋ": "n", "ı": "i"})
_WORD: Final = re.compile(r"\w+")
_CYRILLIC: Final = re.compile(r"[а-яёәғқңөұүһі]")
_LATIN: Final = re.compile(r"[a-z]")
_BEYOND_ASCII_LATIN: Final = re.compile(r"[\u00df-\u024f]")
# marks nobody sees or that stand on a letter: stress, soft hyphen, direction, zero width
_MARKS: Final = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_APOSTROPHE: Final = re.compile(r"(?<=[a-z])['`’ʼ](?=[a-z])")


def fold(text: str) -> str:
    """Return the folded words of `text`, one space between them."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order, punctuation left out."""
    lowered = unicodedata.normalize("NFKC", text).casefold()
    seen = _MARKS.sub("", unicodedata.normalize("NFC", lowered))
    folded = map(_fold_word, _WORD.findall(_APOSTROPHE.sub("", seen)))
    return [word for word in folded if word]


def _fold_word(word: str) -> str:
    if _BEYOND_ASCII_LATIN.search(word):
        plain = unicodedata.normalize("NFD", word.translate(_KAZAKH_LATIN))
        word = unicodedata.normalize("NFC", _MARKS.sub("", plain))
    if _LATIN.search(word):
        if _CYRILLIC.search(word):
            word = word.translate(_LOOK_ALIKES)
        word = _SPELT.sub(lambda match: _LATIN_LETTERS[match[0]], word)
    return word.translate(_NEIGHBOURS)
