"""The questions of `queries/`, written as people type them before looking at what passes."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).with_name("queries")
_ESCAPE: Final = re.compile(r"\\u([0-9a-f]{4})")
_NONE: Final = "-"
_ANY: Final = "*"


@dataclass(frozen=True, slots=True)
class Query:
    """Hold a question and the answer expected.

    `services` are those any of which is meant (`choose`, `removed`) or the one that is;
    `asked` is "*" where it does not matter.
    """

    text: str
    outcome: str
    services: tuple[str, ...]
    asked: str | None
    case: str | None

    @property
    def known(self) -> bool:
        """Say whether the bot knows the answer."""
        return self.outcome in {"answer", "choose"}

    @property
    def any_asked(self) -> bool:
        """Say whether it does not matter what is asked."""
        return self.asked == _ANY


def read_queries() -> list[Query]:
    """Return every question of every file of the folder."""
    return [query for file in sorted(FOLDER.glob("*.tsv")) for query in _read(file)]


def read_unprepared(name: str) -> list[Query]:
    """Return the questions of somebody who knew nothing but the titles of the services."""
    return _read(Path(__file__).with_name(name))


def _read(file: Path) -> list[Query]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [_query(line) for line in lines if line and not line.startswith("#")]


def _query(line: str) -> Query:
    text, outcome, *others = line.split("\t")
    services, asked, case = (None if other == _NONE else other for other in others)
    shown = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return Query(shown, outcome, tuple(services.split("|")) if services else (), asked, case)
