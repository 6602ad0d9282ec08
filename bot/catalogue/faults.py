"""One fault of the data, said so that a person can go and mend it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

# the way to a value inside a file: ("cases", 0, "documents", 1, "text", "ru")
Loc: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Name file, line (from 1), field and point of what is wrong."""

    path: Path
    line: int
    loc: Loc
    message: str
    point: str | None = None

    def __str__(self) -> str:
        """Return the line `check` prints."""
        where = f"{self.path}:{self.line}"
        if field := field_name(self.loc):
            where += f": {field}"
        if self.point:
            where += f" (point {self.point})"
        return f"{where}: {self.message}"


def field_name(loc: Loc) -> str:
    """Return `cases[0].documents[1].text` for a way to a value."""
    name = ""
    for step in loc:
        if isinstance(step, int):
            name += f"[{step}]"
        else:
            name += f".{step}" if name else step
    return name
