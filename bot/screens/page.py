"""What a screen is made of before it is cut into messages: blocks, and the law behind them."""

import gettext
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from bot.catalogue.models import SourceNote
from bot.catalogue.vocabulary import Quote
from bot.screens.screen import bold, capitalised, escaped
from bot.screens.words import Words
from bot.text import Lang, Text

# letters of one message before the closing line; a phone shows about half of it at once
PAGE_LENGTH: Final = 2800
BULLET: Final = "• "
# a block that says nothing but what comes next
_HEADING: Final = re.compile(r"<b>[^<\n]*</b>")


class Speech:
    """Speak one language: interface sentences by `say` and `count`, domain texts by `of`."""

    def __init__(self, words: Words, lang: Lang) -> None:
        self.lang: Lang = lang
        self._texts: gettext.NullTranslations = words.of(lang)

    def say(self, sentence: str) -> str:
        """Return the interface sentence in this language."""
        return self._texts.gettext(sentence)

    def count(self, one: str, many: str, number: int) -> str:
        """Return the form for `number`, with `{n}` filled."""
        return self._texts.ngettext(one, many, number).format(n=number)

    def of(self, text: Text) -> str:
        """Return a domain text in this language."""
        return text[self.lang]


@dataclass(slots=True)
class Page:
    """Gather a screen: its title, its blocks of HTML, the quotations it says."""

    title: str
    blocks: list[str] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    def add(self, block: str, *quotes: Quote | None) -> None:
        """Add a block and the quotations it is made of."""
        self.blocks.append(block)
        self.quotes += [quote for quote in quotes if quote is not None]

    def add_list(self, heading: str, quotes: Iterable[Quote], speech: "Speech") -> None:
        """Add quotations as a list, each once, under a heading (none if empty) kept with it.

        Two that differ in the other language only are one line.
        """
        said: dict[str, list[Quote]] = {}
        for quote in distinct(quotes):
            said.setdefault(sentence(quote, speech), []).append(quote)
        for number, (words, same) in enumerate(said.items()):
            item = f"{BULLET}{words}"
            opens = bool(heading) and number == 0
            self.add(f"{bold(heading)}\n{item}" if opens else item, *same)


def add_notes(page: Page, notes: Iterable[SourceNote], speech: Speech) -> None:
    """Add what a person must know of the source, in our words, under a heading."""
    for number, note in enumerate(notes):
        item = f"{BULLET}{escaped(speech.of(note.text))}"
        heading = bold(speech.say("Pay attention"))
        page.add(item if number else f"{heading}\n{item}")


def sentence(quote: Quote, speech: Speech) -> str:
    """Return a quotation, escaped, beginning with a capital letter."""
    return escaped(capitalised(speech.of(quote)))


def joined(blocks: Iterable[str]) -> str:
    """Return the blocks as one text: list items close together, the rest a line apart."""
    text = ""
    for block in blocks:
        gap = "\n" if block.startswith(BULLET) else "\n\n"
        text += gap + block if text else block
    return text


def cut(blocks: Sequence[str], length: int = PAGE_LENGTH) -> list[list[str]]:
    """Return the blocks in pages of at most `length` letters; a block is never cut.

    A heading stays with what it heads, a list in one piece unless it is longer than a page.
    """
    pages: list[list[str]] = [[]]
    size = 0
    for place, block in enumerate(blocks):
        kept = _kept_together(blocks[place:], length)
        if pages[-1] and size + kept > length:
            pages.append([])
            size = 0
        pages[-1].append(block)
        size += len(block) + 2
    return pages


def _kept_together(blocks: Sequence[str], length: int) -> int:
    """Return the letters that stand on one page with the first block, itself included."""
    first, *others = map(len, blocks)
    if _HEADING.fullmatch(blocks[0]) and others:
        first += others.pop(0) + 2
    items = takewhile(lambda block: block.startswith(BULLET), blocks[len(blocks) - len(others) :])
    in_one_piece = first + sum(len(item) + 2 for item in items)
    return first if in_one_piece > length or blocks[0].startswith(BULLET) else in_one_piece


def distinct(quotes: Iterable[Quote]) -> list[Quote]:
    """Return the quotations in order, each once."""
    return list(dict.fromkeys(quotes))


def whole(quotes: Iterable[Quote]) -> list[Quote]:
    """Return the quotations in order, without those that another one says in full."""
    once = distinct(quotes)
    return [
        quote
        for quote in once
        if not any(
            quote.kk in other.kk and quote.ru in other.ru for other in once if other is not quote
        )
    ]
