"""Words of the law that bear out a value, and the fault of a value they do not bear out."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from bot.catalogue.faults import Fault, Loc
from bot.catalogue.load import Entry
from bot.catalogue.models import Service
from bot.catalogue.vocabulary import Quote
from bot.text import LANGS, Lang

# a pattern of each language, searched in lower case
Words: TypeAlias = Mapping[Lang, str]

YES_NO: Final = {True: "yes", False: "no"}


def names(quote: Quote, lang: Lang, words: Words) -> bool:
    """Say whether the words stand in this language of a quotation."""
    return re.search(words[lang], quote[lang].casefold()) is not None


def against(entry: Entry[Service], loc: Loc, value: str, quote: Quote, lang: Lang) -> Fault:
    """Return the fault of a value that a quotation does not bear out."""
    message = f"is {value}, the {lang} quotation says «{quote[lang]}»"
    return entry.fault(loc, message, quote.point)


def unsaid(
    entry: Entry[Service], loc: Loc, value: str, words: Words, *said: Quote
) -> Iterator[Fault]:
    """Yield a fault for each language in which none of the quotations has the words."""
    for lang in LANGS:
        if not any(names(quote, lang, words) for quote in said):
            yield against(entry, loc, value, said[0], lang)


def flag(
    entry: Entry[Service], loc: Loc, words: Words, *said: Quote, value: bool
) -> Iterator[Fault]:
    """Yield a fault for each language that says yes to a no, or does not say a yes."""
    if value:
        yield from unsaid(entry, loc, YES_NO[value], words, *said)
        return
    for lang in LANGS:
        for quote in said:
            if names(quote, lang, words):
                yield against(entry, loc, YES_NO[value], quote, lang)
