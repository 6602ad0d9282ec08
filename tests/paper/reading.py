"""Look into a PDF as far as the tests need it."""

import re
import zlib
from dataclasses import dataclass
from typing import Final

_STREAM: Final = re.compile(rb"stream\n(.*?)endstream", re.DOTALL)
_PAGE: Final = re.compile(rb"/Type\s*/Page\b")
_SIZE: Final = re.compile(rb"/f\d+ ([\d.]+) Tf")
_LETTERS: Final = re.compile(rb"beginbfchar\n(.*?)endbfchar", re.DOTALL)
_LETTER: Final = re.compile(rb"^<[0-9A-F]{4}> <([0-9A-F]{4})>$", re.MULTILINE)
_BOX: Final = re.compile(rb"/MediaBox\s*\[([^\]]*)\]")
_FONT: Final = re.compile(rb"/BaseFont\s*/[A-Z]+\+(\w+-(?:Regular|Bold|Italic))\b")


@dataclass(frozen=True)
class Printed:
    """Hold what stands in a PDF: sizes in points."""

    pages: int
    page: tuple[float, ...]
    sizes: frozenset[float]
    letters: frozenset[str]
    fonts: frozenset[str]
    embedded: bool


def read(pdf: bytes) -> Printed:
    """Return what stands in `pdf`."""
    found = pdf + b"".join(map(_inflated, _STREAM.findall(pdf)))
    (box,) = set(_BOX.findall(found))
    letters = _LETTER.findall(b"".join(_LETTERS.findall(found)))
    return Printed(
        pages=len(_PAGE.findall(found)),
        page=tuple(round(float(number)) for number in box.split()),
        sizes=frozenset(map(float, _SIZE.findall(found))),
        letters=frozenset(chr(int(code, 16)) for code in letters),
        fonts=frozenset(name.decode() for name in _FONT.findall(found)),
        embedded=b"/FontFile" in found,
    )


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
