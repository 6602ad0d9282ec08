"""Compare what a service quotes with the standard, and find what nobody quotes."""

import bisect
import itertools
import re
from collections.abc import Iterator
from typing import Final

from bot.catalogue.faults import Fault, Loc
from bot.catalogue.letters import same_glyphs, skeleton
from bot.catalogue.load import Entry
from bot.catalogue.models import Service
from bot.catalogue.pieces import Piece, pieces
from bot.catalogue.sources import Standard
from bot.catalogue.walk import quotes
from bot.text import Lang

# points 17 to 19 are about the work of the body, not about what a person must do or gets
COVERED_POINTS: Final = (*range(1, 17), *range(20, 27))
_EXCERPT: Final = 60
# so many letters in common are no chance: the rest shows where the two part
_TELLING: Final = 12
# «100», «95 %», «99,5»
_NORM: Final = re.compile(r"(\d+(?:[.,]\d+)?)%?")


class Comparison:
    """Compare one service with one language edition of its standard."""

    def __init__(self, entry: Entry[Service], lang: Lang, standard: Standard) -> None:
        self._entry = entry
        self._lang: Lang = lang
        self._standard = standard
        self._points = {n: pieces(paragraphs) for n, paragraphs in standard.points.items()}
        # those that are tables of requirements, quoted whole
        self._tables = {
            int(asked.point.removeprefix("annex "))
            for asked in entry.model.requirements
            if asked.point.startswith("annex ")
        }
        # made when first asked for: some are lists of hundreds of addresses that nobody quotes
        self._annexes: dict[int, list[Piece]] = {}

    def faults(self) -> Iterator[Fault]:
        """Yield what is quoted and not there, then what is there and not quoted."""
        service = self._entry.model
        for loc, quote in quotes(service):
            yield from self._compare((*loc, self._lang), quote[self._lang], quote.point)
        for number, piece in enumerate(service.unquoted):
            wording = piece.kk if self._lang == "kk" else piece.ru
            if wording:
                loc = ("unquoted", number, self._lang)
                yield from self._compare(loc, wording, piece.point)
        yield from self._norms()
        yield from self._unknown_points()
        yield from self._uncovered()

    def _compare(self, loc: Loc, wording: str, point: str) -> Iterator[Fault]:
        bare = skeleton(wording)
        if point == "title":
            found = bare in self._standard.heading
        else:
            # not any(): every paragraph that says it is to be marked, not only the first
            found = bool(sum(piece.cover(bare) for piece in self._at(point)))
        if not found:
            message = f"is not in the {self._lang} text there: «{_excerpt(wording)}»"
            hint = self._hint(wording, point)
            yield self._entry.fault(loc, message + hint, point)

    def _norms(self) -> Iterator[Fault]:
        """Yield norms of quality that do not stand in the cell after their indicator."""
        for number, indicator in enumerate(self._entry.model.quality):
            text = indicator.text
            lines = [
                skeleton(line.text)
                for piece in self._at(text.point)
                for line in piece.paragraph.lines
            ]
            norm = None if indicator.norm is None else f"{indicator.norm:g}"
            printed = list(_cells_after(skeleton(text[self._lang]), lines))
            # a wording that stands nowhere is a fault of its own
            if printed and norm not in printed:
                message = f"is {norm or 'empty'}, the {self._lang} text says "
                message += printed[0] or "nothing"
                yield self._entry.fault(("quality", number, "norm"), message, text.point)

    def _at(self, point: str) -> list[Piece]:
        """Return the paragraphs at `point`; none where the standard has no such point."""
        if point == "title":
            return []
        if point.startswith("annex "):
            return self._annex(int(point.removeprefix("annex ")))
        number, _, subpoint = point.partition(".")
        found = self._points.get(int(number), [])
        if not subpoint:
            return found
        return [
            piece for piece in found if f"{piece.paragraph.subpoint}.".startswith(f"{subpoint}.")
        ]

    def _annex(self, number: int) -> list[Piece]:
        if number not in self._annexes:
            paragraphs = self._standard.annexes.get(number, [])
            self._annexes[number] = pieces(paragraphs, table=number in self._tables)
        return self._annexes[number]

    def _everything(self) -> Iterator[tuple[str, Piece]]:
        for number, found in self._points.items():
            for piece in found:
                subpoint = piece.paragraph.subpoint
                yield f"{number}.{subpoint}" if subpoint else str(number), piece
        for number in self._standard.annexes:
            for piece in self._annex(number):
                yield f"annex {number}", piece

    def _hint(self, wording: str, point: str) -> str:
        """Say where the wording stands instead, or from where on it is not the act's."""
        bare = skeleton(wording)
        elsewhere = dict.fromkeys(at for at, piece in self._everything() if any(piece.find(bare)))
        if elsewhere:
            return f"; it stands at point {', '.join(elsewhere)}"
        here = self._at(point)
        if any(any(piece.find(bare, whole_words=False)) for piece in here):
            return "; it begins or ends inside a word of the act"
        same = max((piece.common(bare) for piece in here), default=0)
        return f"; not so from «{_excerpt(_after(wording, same))}» on" if same >= _TELLING else ""

    def _unknown_points(self) -> Iterator[Fault]:
        service = self._entry.model
        named: list[tuple[Loc, str]] = [
            (("cases", i, "point"), case.point) for i, case in enumerate(service.cases)
        ]
        named += [
            (("source_notes", i, "points", j), point)
            for i, note in enumerate(service.source_notes)
            for j, point in enumerate(note.points)
        ]
        for loc, point in named:
            if point != "title" and not self._at(point):
                message = f"the {self._lang} text has no such point"
                yield self._entry.fault(loc, message, point)

    def _uncovered(self) -> Iterator[Fault]:
        found = [
            (str(number), piece)
            for number in COVERED_POINTS
            for piece in self._points.get(number, [])
        ]
        found += [
            (f"annex {number}", piece)
            for number, note in self._standard.notes()
            for piece in self._annex(number)
            if piece.paragraph is note and number not in self._tables
        ]
        found += [
            (f"annex {number}", piece)
            for number in sorted(self._tables)
            for piece in self._annex(number)
        ]
        for point, piece in found:
            for line, run in piece.left():
                where = f"{self._standard.path.name}:{line.number}"
                message = f"the {self._lang} text ({where}) is not quoted: «{_excerpt(run)}»"
                yield self._entry.fault((), message, point)


def _after(wording: str, letters: int) -> str:
    """Return `wording` without its first `letters`, spaces not counted."""
    places = [i for i, letter in enumerate(same_glyphs(wording)) if not letter.isspace()]
    return wording[places[letters] :]


def _excerpt(wording: str) -> str:
    wording = " ".join(wording.split())
    return wording if len(wording) <= _EXCERPT else f"{wording[:_EXCERPT]}…"


def _cells_after(wording: str, lines: list[str]) -> Iterator[str | None]:
    """Yield the number in each table cell after `wording`, None for a cell without one."""
    starts = list(itertools.accumulate(map(len, lines), initial=0))
    for match in re.finditer(re.escape(wording), "".join(lines)):
        number = bisect.bisect_right(starts, match.end()) - 1
        cell = lines[number][match.end() - starts[number] :] if number < len(lines) else ""
        norm = _NORM.fullmatch(cell)
        yield norm.group(1).replace(",", ".") if norm else None
