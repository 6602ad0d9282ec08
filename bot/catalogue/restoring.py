"""Put link text back that a PDF extract tore out and dropped at the line's end.

«осы стандартқа  сәйкес нысан бойынша өтініш (Орталыққа 1-қосымшаға» is to be read as
«осы стандартқа 1-қосымшаға сәйкес нысан бойынша өтініш (Орталыққа»: where a link stood, two
spaces (or a space before a mark) are left, or one or two at the beginning of the line; a few
lines keep no trace of it («осы стандарттың жиырма 11-тармағының»). Every place the link may have
stood gives a reading; no letter is added, lost or changed.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_WORD: Final = r"(?:қосымша|баб|бап|тармақша|тармақ|тармағ)\w*"
_LINK: Final = (
    # a number whose word begins the next line, and that word
    rf"(?:\d+-(?=\s*$)|{_WORD}"
    rf"|\d+(?:-\d+)?\)?(?:\s?-?\s?{_WORD})?"
    r"|(?:[Ққ]аулы|Заң|заңнама|Кодекс|кодекс|Ереже|ереже|Жарлы|стандарт|номенклатура)\w*)"
)
# the links at the end of a line, possibly glued to the word before them
_TAIL: Final = re.compile(rf"(?P<links>{_LINK}(?:\s+{_LINK})*)\s*$")
_ONE: Final = re.compile(_LINK)
_GAP: Final = re.compile(r"(?<=\S)(?:\s{2,}(?=\S)|\s(?=[,;.:)]))")
# between any two words: where a line keeps no wider gap
_WORDS: Final = re.compile(r"(?<=\S)\s(?=\S)")
# a link opened the line: one or two spaces are left of it, or nothing before a mark
_OPENED: Final = re.compile(r"\s{1,2}(?=\S)|\s*(?=[,;:)])")
# the stop of a sentence, printed before its last word, which is a link's
_STOP: Final = re.compile(r"(?:^|\s)\s*\.(?=[^\W\d])")
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold the letters of a line in reading order and where each stands in the print.

    `places` count the letters of the line without its spaces, in printed order. `joined` says of
    each letter whether the print shows it in one word (or one number) with the letter before it.
    """

    letters: str
    places: tuple[int, ...]
    joined: tuple[bool, ...]


def readings(line: str) -> list[Reading]:
    """Return the ways to read a printed line, the printed order first."""
    printed = {i: n for n, i in enumerate(i for i, c in enumerate(line) if not c.isspace())}
    result = []
    for order in _orders(line):
        bare = [i for i in order if i in printed]
        reading = Reading(
            "".join(line[i] for i in bare),
            tuple(printed[i] for i in bare),
            tuple(_joined(line, bare)),
        )
        if reading not in result:
            result.append(reading)
    return result


def _joined(line: str, bare: list[int]) -> Iterator[bool]:
    inside_word = ("", " ") if _is_letter_spaced(line) else ("",)
    for before, here in itertools.pairwise((-1, *bare)):
        yield (
            0 <= before < here
            and _same_kind(line[before], line[here])
            and line[before + 1 : here] in inside_word
        )


def _is_letter_spaced(line: str) -> bool:
    """Say whether most of the line is single letters: its words stand two spaces apart."""
    words = line.split()
    return 2 * sum(len(word) == 1 for word in words) > len(words)


def _same_kind(before: str, here: str) -> bool:
    return (before.isalpha() and here.isalpha()) or (before.isdigit() and here.isdigit())


def _orders(line: str) -> list[list[int]]:
    """Return the orders in which a line's characters may be read, the printed one first."""
    places, close = _closed(line)
    orders = [places]
    if stop := _STOP.search(close):
        at = stop.end() - 1
        orders.append([*places[:at], *places[at + 1 :], places[at]])
    tail = _TAIL.search(close)
    if not tail:
        return orders
    for links in _splits(close, tail.start(), tail.end()):
        first = links[0][0]
        gaps = [0] if _OPENED.match(line) else []
        # the last link may stand where it was printed
        gaps += [gap.start() for gap in _GAP.finditer(close, 0, first)]
        if len(gaps) < len(links):
            gaps += [gap.start() for gap in _WORDS.finditer(close, 0, first)]
        gaps = [*sorted(gap for gap in set(gaps) if gap < first), first]
        for chosen in itertools.combinations(gaps, len(links)):
            order: list[int] = []
            before = 0
            for gap, (start, end) in zip(chosen, links, strict=True):
                order += [*range(before, gap), *range(start, end)]
                before = gap
            order += range(before, first)
            orders.append([places[place] for place in order])
    return orders


def _closed(line: str) -> tuple[list[int], str]:
    """Return a letter-spaced line with its words closed up, and where its characters stand."""
    if not _is_letter_spaced(line):
        return list(range(len(line))), line
    dropped = {spaces.start() for spaces in _SPACES.finditer(line)}
    places = [place for place in range(len(line)) if place not in dropped]
    return places, "".join(line[place] for place in places)


def _splits(line: str, start: int, end: int) -> list[list[tuple[int, int]]]:
    """Return the ways a tail is made of links: the last one, the last two and so on."""
    spans = [match.span() for match in _ONE.finditer(line, start, end)]
    return [spans[-count:] for count in range(1, len(spans) + 1)]
