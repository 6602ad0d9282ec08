"""A checklist on one page, in large print."""

import json
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

from bot.text import Lang

if TYPE_CHECKING:
    from typst import Compiler

_SOURCE: Final = Path(__file__).with_suffix(".typ")
# the compiler does not let two threads in at once
_TURN: Final = threading.Lock()


class Item(Protocol):
    """Say one paper: its text, what is said under it, and its box if it has one."""

    @property
    def number(self) -> int | None:
        """Return the number beside the box; None without a box."""
        ...

    @property
    def ticked(self) -> bool:
        """Tell whether the box is ticked."""
        ...

    @property
    def text(self) -> str:
        """Return the wording."""
        ...

    @property
    def more(self) -> Sequence[str]:
        """Return the lines under it."""
        ...

    @property
    def warning(self) -> str:
        """Return what is wrong with its form, under those lines; may be empty."""
        ...


class Group(Protocol):
    """Hold the papers under one heading."""

    @property
    def heading(self) -> str:
        """Return the heading."""
        ...

    @property
    def papers(self) -> Sequence[Item]:
        """Return the papers."""
        ...


class Sheet(Protocol):
    """Say everything that stands on the page, in one language."""

    @property
    def lang(self) -> Lang:
        """Return the language."""
        ...

    @property
    def title(self) -> str:
        """Return the name of the service."""
        ...

    @property
    def case(self) -> str:
        """Return the situation."""
        ...

    @property
    def groups(self) -> Sequence[Group]:
        """Return the papers, group by group."""
        ...

    @property
    def attention(self) -> str:
        """Return the heading of the notes, and the word before a warning."""
        ...

    @property
    def notes(self) -> Sequence[str]:
        """Return what else to know before going."""
        ...

    @property
    def closing(self) -> Sequence[str]:
        """Return the lines at the foot."""
        ...


def render(sheet: Sheet) -> bytes:
    """Return the PDF of `sheet`, the same bytes for the same sheet; takes 10 to 30 ms.

    The print is as large as one A4 page allows, 18 to 11 points; a list too long for that goes on
    on a second page.
    """
    said = {
        "lang": sheet.lang,
        "title": sheet.title,
        "case": sheet.case,
        "groups": [
            {"heading": group.heading, "papers": [_paper(item) for item in group.papers]}
            for group in sheet.groups
        ],
        "attention": sheet.attention,
        "notes": list(sheet.notes),
        "closing": list(sheet.closing),
    }
    inputs = {"sheet": json.dumps(said)}
    with _TURN:
        pdf = _compiler().compile(input=_source(), format="pdf", sys_inputs=inputs)
    return cast("bytes", pdf)  # pictures come in pieces, a PDF does not


def _paper(item: Item) -> dict[str, object]:
    return {
        "box": item.number is not None,
        "number": item.number,
        "ticked": item.ticked,
        "text": item.text,
        "more": list(item.more),
        "warning": item.warning,
    }


@cache
def _source() -> bytes:
    return _SOURCE.read_bytes()


@cache
def _compiler() -> "Compiler":
    from typst import Compiler  # noqa: PLC0415 - 80 MB, which only a printed list needs

    # only its own fonts, so that the page looks the same on every machine
    return Compiler(ignore_system_fonts=True)
