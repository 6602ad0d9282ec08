"""The finder of the real catalogue."""

from pathlib import Path

import pytest

from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Catalogue
from bot.finding.answers import Finder
from bot.finding.situations import read_life
from bot.finding.synonyms import Synonyms, read_synonyms


@pytest.fixture(scope="session")
def data(root: Path) -> list[Path]:
    """Return the data folders of the project."""
    return [root / "data"]


@pytest.fixture(scope="session")
def catalogue(data: list[Path]) -> Catalogue:
    """Return the catalogue of the project."""
    return load_catalogue(data)


@pytest.fixture(scope="session")
def synonyms(data: list[Path]) -> Synonyms:
    """Return the words of the project."""
    return read_synonyms(data)


@pytest.fixture(scope="session")
def finder(catalogue: Catalogue, synonyms: Synonyms, data: list[Path]) -> Finder:
    """Return the finder of the project."""
    return Finder(catalogue, synonyms, read_life(data, catalogue))
