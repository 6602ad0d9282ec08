"""Who may import whom: the table of the design, held for every file."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

BOT: Final = Path(__file__).resolve().parent.parent / "bot"

# importable by all but the sandbox
COMMON: Final = {"clock", "text", "errors", "background"}
ROOMS: Final[dict[str, set[str]]] = {
    "catalogue": set(),
    "finding": {"catalogue"},
    "deadlines": {"catalogue"},
    "casework": {"catalogue", "deadlines"},
    "forms": {"catalogue", "finding"},
    "screens": {"catalogue", "finding", "deadlines", "casework", "forms"},
    "paper": {"catalogue", "deadlines", "casework", "forms"},
    "delivery": {"casework", "screens"},
    "storage": {"casework", "forms", "delivery"},
    "external": {"casework"},
    "chat": {
        *("catalogue", "finding", "deadlines", "casework", "forms"),
        *("screens", "paper", "delivery"),
    },
    "sandbox": set(),
}
# the files beside the rooms
FRONT: Final[dict[str, set[str]]] = {
    "text": set(),
    "errors": set(),
    "clock": set(),
    "background": set(),
    "config": set(),
    "heartbeat": set(),
    "logs": set(),
    "app": {*ROOMS, "config", "heartbeat", "logs"},
    "cli": {*ROOMS, "app", "config", "heartbeat", "logs"},
    "__main__": {"cli"},
    "__init__": set(),
}
# packages that belong to one room; the wiring may name them too
OUTSIDE: Final[dict[str, set[str]]] = {
    "aiogram": {"chat", "app"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "aiosqlite": {"storage"},
    "asyncpg": {"storage"},
    "cryptography": {"storage"},
    "typst": {"paper"},
    "rapidfuzz": {"finding"},
    "prometheus_client": {"chat"},
    "yaml": {"catalogue", "finding"},
}

# what no command needs that only looks something up
HEAVY: Final = {
    *("aiogram", "aiohttp", "sqlalchemy", "alembic", "cryptography", "typst"),
    *("bot.paper", "bot.storage", "bot.chat"),
}


def place(file: Path) -> str:
    """Return the room of a file, or its own name where it stands beside the rooms."""
    return file.relative_to(BOT).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Return the line and the full name of everything a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: imports are absolute"
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


FILES: Final = sorted(BOT.rglob("*.py"))


def test_every_place_is_in_the_table() -> None:
    """There is no room and no file beside the rooms that the table does not name."""
    assert {place(file) for file in FILES} <= {*ROOMS, *FRONT}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(BOT)))
def test_a_file_imports_what_its_room_may(file: Path) -> None:
    """A file imports its own room, the common files, and the rooms the table grants it."""
    here = place(file)
    common = set() if here == "sandbox" else COMMON
    allowed = {here} | common | (ROOMS | FRONT)[here]
    for line, name in imports(file):
        top, _, rest = name.partition(".")
        if top == "bot":
            assert rest.partition(".")[0] in allowed, f"{file}:{line}: {here} imports {name}"
        elif top in OUTSIDE:
            assert here in OUTSIDE[top], f"{file}:{line}: {here} imports {name}"


def test_a_question_loads_neither_telegram_nor_the_database(root: Path) -> None:
    """`bot ask` answers without importing aiogram, SQLAlchemy or what only some answers need."""
    loaded = loads(root, "ask", "сертификат", "--lang", "ru")
    assert "bot.finding" in loaded
    assert not loaded & HEAVY


def test_a_check_loads_only_what_it_reads(root: Path) -> None:
    """`bot check` reads the catalogue and the words people use, and neither searches nor shows."""
    loaded = loads(root, "check")
    assert {"bot.catalogue", "bot.finding.situations"} <= loaded
    assert not loaded & {*HEAVY, "rapidfuzz", "babel", "bot.app", "bot.screens", "bot.chat"}


def loads(root: Path, *words: str) -> set[str]:
    """Return the names of all modules a command imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", *words],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
