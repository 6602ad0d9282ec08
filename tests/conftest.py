"""What every test may ask for."""

import os
from pathlib import Path

import pytest

from bot.config import Settings


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


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """Return the folder beside the project that has the acts and the contract."""
    folder = root.parent / "shared"
    if not folder.is_dir():
        missing = "the folder ../shared, with the acts and the contract, is not there"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make picture` say where the README's picture goes."""
    parser.addoption("--picture", type=Path, help="where to keep the picture of a conversation")


@pytest.fixture
def picture(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return where the picture of a conversation is to be kept."""
    given = request.config.getoption("--picture")
    return given.absolute() if isinstance(given, Path) else tmp_path / "conversation.png"
