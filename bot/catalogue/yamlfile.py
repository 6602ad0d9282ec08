"""Data files: YAML in which every scalar is a string and every value knows its line."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from bot.catalogue.faults import Loc
from bot.errors import DataError

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

NULLS = {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class YamlFile:
    """Hold what a file says and the line (from 1) of each value, where it has a key of the key."""

    path: Path
    value: Value
    lines: dict[Loc, int] = field(repr=False)

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
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        lines: dict[Loc, int] = {}
        value = _build(node, (), lines, path) if node is not None else None
    except RecursionError as error:
        raise DataError(f"{path}: is nested too deeply for a data file") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or getattr(error, "reason", "not YAML")
        message = f"{path}:{line}: is no valid YAML ({problem}); mend the line or the one before"
        raise DataError(message) from error
    return YamlFile(path, value, lines)


def _build(node: yaml.Node, loc: Loc, lines: dict[Loc, int], path: Path) -> Value:
    line = node.start_mark.line + 1
    lines[loc] = line
    if isinstance(node, yaml.ScalarNode):
        text = str(node.value)
        # libyaml calls the style of a plain scalar "", the pure Python loader None
        return None if not node.style and text in NULLS else text
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*loc, i), lines, path) for i, item in enumerate(node.value)]
    mapping: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in mapping:
            message = f"{path}:{line}: names the key '{key}' twice; keep one"
            raise DataError(message)
        mapping[key] = _build(value_node, (*loc, key), lines, path)
        lines[*loc, key] = line
    return mapping
