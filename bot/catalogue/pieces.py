"""A paragraph as it is searched: where a wording stands in it, and what nobody quotes."""

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from bot.catalogue.restoring import Reading, readings
from bot.catalogue.sources import Line, Paragraph

# a printed letter: the number of its line in the paragraph, its place in the line
Mark: TypeAlias = tuple[int, int]

_LIST_NUMBER: Final = re.compile(r"^(?:\d{1,2}\.(?:\d{1,2}\.)?(?!\d))?(?:\d{1,2}\))?")
_ROW_NUMBER: Final = re.compile(r"^(?:\d{1,2}\.\d{1,2}\.?(?!\d)|\d{1,2}\.(?!\d)|\d{1,2}$)")
# lines of the other column that may stand inside the cell of a table
_BETWEEN: Final = 24


@dataclass(slots=True)
class Piece:
    """Hold a paragraph, the readings of its lines, and the letters that are quoted.

    A `table` of two columns was extracted line by line: a cell goes on after lines of the other
    one, and each of its rows begins with a number.
    """

    paragraph: Paragraph
    lines: list[list[Reading]]
    table: bool = False
    covered: set[Mark] = field(default_factory=set)
    letters: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Note the letters there are: most wordings have another and need not be looked for."""
        self.letters = frozenset().union(*(line[0].letters for line in self.lines))

    def cover(self, wording: str) -> bool:
        """Mark `wording` (without spaces) wherever it stands; False if it stands nowhere."""
        found = False
        for marks in self.find(wording):
            self.covered.update(marks)
            found = True
        return found

    def find(self, wording: str, *, whole_words: bool = True) -> Iterator[list[Mark]]:
        """Yield the letters of each place `wording` stands at, over as many lines as it needs."""
        lines = self.lines if self.letters.issuperset(wording) else []
        for number, line in enumerate(lines):
            for reading in line:
                at = reading.letters.find(wording[:1])
                while at != -1:
                    if not (whole_words and reading.joined[at]):
                        marks = self._match(wording, number, reading, at, whole_words=whole_words)
                        if marks:
                            yield marks
                    at = reading.letters.find(wording[:1], at + 1)

    def _match(
        self, wording: str, number: int, reading: Reading, at: int, *, whole_words: bool
    ) -> list[Mark] | None:
        here = reading.letters[at : at + len(wording)]
        if not wording.startswith(here):
            return None
        end = at + len(here)
        marks = [(number, place) for place in reading.places[at:end]]
        if len(here) == len(wording):
            cut = whole_words and end < len(reading.letters) and reading.joined[end]
            return None if cut else marks
        last = number + 1 + (_BETWEEN if self.table else 0)
        for later, line in enumerate(self.lines[number + 1 : last + 1], number + 1):
            for following in line:
                rest = self._match(
                    wording[len(here) :], later, following, 0, whole_words=whole_words
                )
                if rest:
                    return marks + rest
        return None

    def common(self, wording: str) -> int:
        """Return how many first letters of `wording` stand here in one run."""
        return bisect.bisect_left(
            range(1, len(wording) + 1),
            1,
            key=lambda length: 0 if any(self.find(wording[:length], whole_words=False)) else 1,
        )

    def left(self) -> Iterator[tuple[Line, str]]:
        """Yield what no quotation covers, as it is printed, and the line each run begins in."""
        said = self.covered.union(self._numbers())
        run, begins = "", self.paragraph.lines[0]
        for number, line in enumerate(self.paragraph.lines):
            places = itertools.count()
            for letter in line.text:
                if letter.isspace():
                    run += letter
                elif (number, next(places)) in said:
                    if run.strip():
                        yield begins, run
                    run = ""
                # marks alone say nothing
                elif run.strip() or letter.isalnum():
                    begins = begins if run.strip() else line
                    run += letter
            run += " "
        if run.strip():
            yield begins, run

    def _numbers(self) -> Iterator[Mark]:
        """Yield the number of the paragraph, or those of the rows of a table."""
        lines = self.paragraph.lines if self.table else self.paragraph.lines[:1]
        pattern = _ROW_NUMBER if self.table else _LIST_NUMBER
        for i, line in enumerate(lines):
            if number := pattern.match("".join(line.text.split())):
                yield from ((i, place) for place in range(number.end()))


def pieces(paragraphs: Iterable[Paragraph], *, table: bool = False) -> list[Piece]:
    """Return the paragraphs ready to be searched."""
    read = _of_cell if table else readings
    return [
        Piece(paragraph, [read(line.text) for line in paragraph.lines], table=table)
        for paragraph in paragraphs
    ]


def _of_cell(line: str) -> list[Reading]:
    """Return the readings of a line of a table, also without the number of a row before it.

    Where a cell runs over a page, the number stands in its middle.
    """
    found = readings(line)
    number = _ROW_NUMBER.match(found[0].letters)
    end = number.end() if number else 0
    cut = [Reading(r.letters[end:], r.places[end:], r.joined[end:]) for r in found]
    return [*found, *(r for r in cut if r.letters)] if end else found
