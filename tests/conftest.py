"""What every test may ask for."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config import Settings
from tests import postgres


def pytest_configure() -> None:
    """Forget the settings of the person who runs the tests: the bot of a test has its own."""
    for name in Settings.model_fields:
        os.environ.pop(name.upper(), None)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder: no `.env` and no database but what the test puts there."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def free_port() -> int:
    """Return a port nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """Return the folder beside the project that has the acts and the contract."""
    folder = root.parent / "shared"
    if not folder.is_dir():
        missing = "the folder ../shared, with the acts and the contract, is not there"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    return folder


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Give the address of a PostgreSQL database, beside which others can be made."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given
        return
    programs = postgres.installed()
    if programs is None:
        missing = "PostgreSQL is not installed, and TEST_POSTGRES_URL names no database"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    with postgres.server(programs) as address:
        yield address


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make picture` say where the README's picture goes."""
    parser.addoption("--picture", type=Path, help="where to keep the picture of a conversation")


@pytest.fixture
def picture(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return where the picture of a conversation is to be kept."""
    given = request.config.getoption("--picture")
    return given.absolute() if isinstance(given, Path) else tmp_path / "conversation.png"
