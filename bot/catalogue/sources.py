"""Read the text of an act as it was given: standards, points, subpoints, annexes, paragraphs.

A paragraph of a point starts at an indented line; a point is an indented paragraph that carries
the next number; a line without indentation goes on with the paragraph before it (a PDF's wrap).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from bot.catalogue.letters import same_glyphs, skeleton
from bot.errors import DataError

INDENT: Final = 3
TITLE_LINES: Final = 16
_FIRST_SECTION: Final = {
    skeleton(heading) for heading in ("1. Жалпы ережелер", "1. Общие положения")
}
_SECTION: Final = re.compile(r"^\s{0,2}([1-9])\s*\.\s*\D")
_POINT: Final = re.compile(r"^(\d{1,2})\.(?!\d)")
_SUBPOINT: Final = re.compile(r"^(\d{1,2})\)")
# «11.4.»: a point of a point
_INNER: Final = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(?!\d)")
# what stands over the title of the next standard
_NEXT: Final = [skeleton("Қазақстан Республикасы"), skeleton("Үкіметінің")]
_ANNEX: Final = re.compile(r"^(?:(\d{1,2})-қосымша|Приложение(\d{1,2}))$", re.IGNORECASE)
# a note of the form itself; «Ескерту», «Сноска» are the publisher's history of changes
_NOTE: Final = re.compile(r"^\*{0,3}(?:Ескертпе|Примечани[ея])[:.]")
_LISTED: Final = re.compile(r"^\d{1,2}[.)]")


class Line(NamedTuple):
    """Hold one printed line and its number (from 1) in the file."""

    text: str
    number: int


@dataclass(slots=True)
class Paragraph:
    """Hold the lines of one paragraph and the subpoint it belongs to.

    `subpoint` is "3" in 7.3, "4" in 11.4 and "4.1" in its subpoint 1.
    """

    lines: list[Line]
    subpoint: str | None = None


@dataclass(slots=True)
class Standard:
    """Hold one standard: what stands over it, its points and its annexes."""

    path: Path
    heading: str
    points: dict[int, list[Paragraph]] = field(default_factory=dict)
    annexes: dict[int, list[Paragraph]] = field(default_factory=dict)

    def notes(self) -> list[tuple[int, Paragraph]]:
        """Return the notes under the forms with the number of their annex."""
        return [
            (annex, paragraph)
            for annex, paragraphs in self.annexes.items()
            for paragraph in _notes(paragraphs)
        ]


def read_act(path: Path) -> list[Standard]:
    """Read the standards of an act in the order they stand in.

    Raises:
        DataError: the file cannot be read or holds no standard.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); check `--sources` and acts.yaml"
        raise DataError(message) from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not UTF-8 text; give the act as it was published") from error
    starts = [i for i, line in enumerate(lines) if skeleton(line) in _FIRST_SECTION]
    if not starts:
        raise DataError(f"{path}: holds no standard (no heading «1. Жалпы ережелер»)")
    ends = [*starts[1:], len(lines)]
    return [
        _read_standard(
            Standard(path, _heading(lines, start)),
            [Line(lines[i], i + 1) for i in range(start + 1, end)],
        )
        for start, end in zip(starts, ends, strict=True)
    ]


def _heading(lines: list[str], start: int) -> str:
    return skeleton("".join(lines[max(0, start - TITLE_LINES) : start]))


def _read_standard(standard: Standard, lines: list[Line]) -> Standard:
    number, section, annex = 0, 1, 0
    paragraphs: list[Paragraph] = []
    for line, bare in _printed(lines):
        if heading_of := _ANNEX.match(bare):
            annex = int(heading_of.group(1) or heading_of.group(2))
            _cut_annex_title(paragraphs)
            paragraphs = standard.annexes.setdefault(annex, [])
            continue
        indented = len(line.text) - len(line.text.lstrip()) >= INDENT
        if annex:
            _add(paragraphs, line, indented=_opens(paragraphs, bare, indented=indented))
            continue
        if not indented and _is_section(line.text, section + 1):
            section += 1
            paragraphs = []
            continue
        point = _POINT.match(bare) if indented else None
        if point and int(point.group(1)) == number + 1:
            number += 1
            paragraphs = standard.points.setdefault(number, [])
            indented = True
        if number:
            _add(paragraphs, line, indented=indented)
    for at, of_point in standard.points.items():
        _number_subpoints(at, of_point)
    return standard


def _printed(lines: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """Yield the lines that say something up to the next standard, and each without its spaces."""
    printed = [
        (Line(text, line.number), "".join(text.split()))
        for line in lines
        if (text := same_glyphs(line.text).rstrip())
    ]
    for place, (line, bare) in enumerate(printed):
        if bare == _NEXT[0] and [bare for _, bare in printed[place:][: len(_NEXT)]] == _NEXT:
            return
        yield line, bare


def _is_section(line: str, expected: int) -> bool:
    match = _SECTION.match(line)
    return match is not None and int(match.group(1)) == expected


def _add(paragraphs: list[Paragraph], line: Line, *, indented: bool) -> None:
    if indented or not paragraphs:
        paragraphs.append(Paragraph([line]))
    else:
        paragraphs[-1].lines.append(line)


def _opens(paragraphs: list[Paragraph], bare: str, *, indented: bool) -> bool:
    """Say whether a line of an annex opens a paragraph: a note does, and what follows a note.

    The rest of an annex is one paragraph: a form's lines are set wherever they look well.
    """
    after_note = bool(paragraphs) and bool(_NOTE.match(skeleton(paragraphs[-1].lines[0].text)))
    return bool(_NOTE.match(bare)) or (after_note and indented)


def _notes(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the notes; what stands after a bare «Примечание:» is one, and so is a list there."""
    alone = listed = False
    for paragraph in paragraphs:
        bare = skeleton("".join(line.text for line in paragraph.lines))
        note = _NOTE.match(bare)
        if note or alone or (listed and _LISTED.match(bare)):
            alone = note is not None and note.end() == len(bare)
            listed = True
            if not alone:
                yield paragraph
        else:
            alone = listed = False


def _cut_annex_title(paragraphs: list[Paragraph]) -> None:
    """Take off the title of the standard that stands over a Kazakh annex number."""
    if not paragraphs:
        return
    lines = paragraphs[-1].lines
    for i in range(len(lines) - 1, max(0, len(lines) - 10), -1):
        if lines[i].text.lstrip().startswith('"'):
            del lines[i:]
            return


def _number_subpoints(point: int, paragraphs: list[Paragraph]) -> None:
    inner = current = None
    for paragraph in paragraphs:
        bare = _POINT.sub("", skeleton(paragraph.lines[0].text))
        if (match := _INNER.match(bare)) and int(match.group(1)) == point:
            inner = current = match.group(2)
        elif match := _SUBPOINT.match(bare):
            current = f"{inner}.{match.group(1)}" if inner else match.group(1)
        paragraph.subpoint = current
