"""Data files: YAML in which every scalar is a string and every value knows its line."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from bot.catalogue.faults import Loc
from bot.errors import DataError

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
# yaml's stubs name none of what an event carries: its value, style, anchor and mark
Event: TypeAlias = Any

NULLS: Final = frozenset({"", "~", "null"})


@dataclass(frozen=True)
class YamlFile:
    """Hold what a file says; the line (from 1) of each value is looked up when it is asked for."""

    path: Path
    value: Value
    text: str = field(repr=False)

    @cached_property
    def lines(self) -> dict[Loc, int]:
        """Return the line of each value: where it has a key, of the key."""
        found: dict[Loc, int] = {}
        _Reader(self.path, self.text, found).read()
        return found

    def line(self, loc: Loc) -> int:
        """Return the line of the value at `loc`, or of the nearest value around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def read_yaml(path: Path) -> YamlFile:
    """Read one file.

    `13:00`, `no` and `1.10` stay the strings they are written as; only an empty plain scalar,
    `~` and `null` are None.

    Raises:
        DataError: the file cannot be read, is no YAML, or names a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); check the path and its permissions"
        raise DataError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: is not UTF-8 text; save it as UTF-8"
        raise DataError(message) from error
    try:
        value = _Reader(path, text, None).read()
    except RecursionError as error:
        raise DataError(f"{path}: is nested too deeply for a data file") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = str(getattr(error, "problem", "") or getattr(error, "reason", "not YAML"))
        raise _no_yaml(path, line, problem) from error
    return YamlFile(path, value, text)


def _no_yaml(path: Path, line: int, problem: str) -> DataError:
    message = f"{path}:{line}: is no valid YAML ({problem}); mend the line or the one before"
    return DataError(message)


class _Reader:
    """Build the value of a file from libyaml's events, and its lines where `lines` is given."""

    def __init__(self, path: Path, text: str, lines: dict[Loc, int] | None) -> None:
        self._path = path
        self._lines = lines
        self._events = yaml.CSafeLoader(text)
        self._anchors: dict[str, Value] = {}

    def read(self) -> Value:
        """Return the one document of the file, None for an empty file."""
        self._next()  # the stream begins
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), ())
        self._next()  # the document ends
        more = self._next()
        if not isinstance(more, yaml.StreamEndEvent):
            raise _no_yaml(self._path, _line(more), "but found another document")
        return value

    def _next(self) -> Event:
        return self._events.get_event()

    def _value(self, event: Event, loc: Loc) -> Value:
        if self._lines is not None:
            self._lines.setdefault(loc, _line(event))
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise _no_yaml(self._path, _line(event), f"nothing is called &{event.anchor}")
            return self._anchors[event.anchor]
        if isinstance(event, yaml.ScalarEvent):
            # libyaml calls the style of a plain scalar "", the pure Python loader None
            value: Value = None if not event.style and event.value in NULLS else event.value
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._list(loc)
        else:
            value = self._mapping(loc)
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        return value

    def _list(self, loc: Loc) -> Value:
        values: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*loc, len(values))))
        return values

    def _mapping(self, loc: Loc) -> Value:
        values: dict[str, Value] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _no_yaml(self._path, _line(event), "a key must be a word")
            key = str(event.value)
            if key in values:
                message = f"{self._path}:{_line(event)}: names the key '{key}' twice; keep one"
                raise DataError(message)
            if self._lines is not None:
                self._lines[*loc, key] = _line(event)
            values[key] = self._value(self._next(), (*loc, key))
        return values


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
