"""Finding a service beside WRatio and SQLite's trigram index, over the same names."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, TypeAlias

from rapidfuzz import fuzz, process

from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Catalogue
from bot.finding.answers import Finder
from bot.finding.fold import fold
from tests.benchmarks.table import Row
from tests.finding.queries import Query, read_queries

RUNS: Final = 5
DATA: Final = Path(__file__).resolve().parents[2] / "data"
MICRO: Final = 1e6
PER_CENT: Final = 100

Find: TypeAlias = Callable[[str], Sequence[str]]


def measure() -> list[Row]:
    """Measure each way over every question the bot should know, warm, in turns."""
    catalogue = load_catalogue([DATA])
    finder = Finder.read(catalogue, [DATA])
    everything = read_queries()
    questions = [query for query in everything if query.known]
    others = [query for query in everything if query.outcome == "nothing"]
    names = _names(catalogue)
    with closing(_indexed(names)) as index:
        ways: dict[str, Find] = {
            "find": lambda text: [each.service for each in finder.find(text).candidates],
            "WRatio": lambda text: _by_ratio(names, text),
            "FTS5 trigram": lambda text: _by_trigrams(index, text),
        }
        times = {name: Row(f"{name}, a question", "µs") for name in ways}
        firsts = {name: Row(f"{name}, first is right", "%") for name in ways}
        threes = {name: Row(f"{name}, one of three", "%") for name in ways}
        silent = {name: Row(f"{name}, silent to others", "%") for name in ways}
        for _ in range(RUNS):
            for name, way in ways.items():
                begun = time.perf_counter()
                found = [way(query.text) for query in questions]
                seconds = time.perf_counter() - begun
                times[name].add(seconds / len(questions) * MICRO)
                firsts[name].add(_share(_first, questions, found))
                threes[name].add(_share(_among_three, questions, found))
                silence = sum(not way(query.text) for query in others)
                silent[name].add(silence / len(others) * PER_CENT)
    return [*times.values(), *firsts.values(), *threes.values(), *silent.values()]


def _share(
    right: Callable[[Query, Sequence[str]], bool],
    questions: Sequence[Query],
    found: Sequence[Sequence[str]],
) -> float:
    return sum(map(right, questions, found)) / len(questions) * PER_CENT


def _first(query: Query, found: Sequence[str]) -> bool:
    return bool(found) and found[0] in query.services


def _among_three(query: Query, found: Sequence[str]) -> bool:
    return set(query.services) <= set(found[: max(3, len(query.services))])


def _names(catalogue: Catalogue) -> dict[str, str]:
    """Return every folded name of a service and whose it is."""
    return {
        fold(name): service.id
        for service in catalogue.services
        for name in (
            *service.keywords.kk,
            *service.keywords.ru,
            *service.keywords.alone,
            service.title.kk,
            service.title.ru,
            service.short_title.kk,
            service.short_title.ru,
        )
    }


def _by_ratio(names: dict[str, str], text: str) -> list[str]:
    matches = process.extract(fold(text), names.keys(), scorer=fuzz.WRatio, limit=10)
    return list(dict.fromkeys(names[name] for name, _, _ in matches))


def _indexed(names: dict[str, str]) -> sqlite3.Connection:
    index = sqlite3.connect(":memory:")
    index.execute(
        "CREATE VIRTUAL TABLE named USING fts5(name, service UNINDEXED, tokenize=trigram)"
    )
    index.executemany("INSERT INTO named VALUES (?, ?)", names.items())
    return index


def _by_trigrams(index: sqlite3.Connection, text: str) -> list[str]:
    folded = fold(text)
    parts = [folded[i : i + 3] for i in range(len(folded) - 2)]
    if not parts:
        return []
    asked = " OR ".join('"' + part.replace('"', '""') + '"' for part in parts)
    sql = "SELECT service FROM named WHERE named MATCH ? ORDER BY rank LIMIT 10"
    return list(dict.fromkeys(service for (service,) in index.execute(sql, (asked,))))
