"""The screens of the real catalogue, as the bot shows them."""

from pathlib import Path

import pytest

from bot.catalogue.acts import Act
from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Catalogue, Service
from bot.finding.answers import Finder
from bot.screens.desk import Screens
from bot.screens.page import Speech
from bot.screens.screen import Screen
from bot.screens.words import Words
from bot.text import LANGS, Lang
from tests.screens.changing import Changed, screens_of
from tests.screens.reading import every_screen


@pytest.fixture(scope="session")
def catalogue(root: Path) -> Catalogue:
    """Return the catalogue of the project."""
    return load_catalogue([root / "data"])


@pytest.fixture(scope="session")
def finder(root: Path, catalogue: Catalogue) -> Finder:
    """Return what finds the services of the project."""
    return Finder.read(catalogue, [root / "data"])


@pytest.fixture(scope="session")
def desk(catalogue: Catalogue, finder: Finder) -> Screens:
    """Return the screens of the project."""
    return Screens(catalogue, finder, Words())


@pytest.fixture(scope="session")
def every(catalogue: Catalogue, desk: Screens) -> dict[Lang, dict[str, Screen]]:
    """Return every screen of every service by its callback data, in both languages."""
    return {lang: every_screen(catalogue, desk, lang) for lang in LANGS}


@pytest.fixture(scope="session")
def speech() -> dict[Lang, Speech]:
    """Return how the screens speak each language."""
    words = Words()
    return {lang: Speech(words, lang) for lang in LANGS}


@pytest.fixture
def changed(root: Path, catalogue: Catalogue) -> Changed:
    """Return what makes the screens of services that a test has changed."""

    def screens(*services: Service, act: Act | None = None) -> Screens:
        return screens_of(catalogue, root / "data", services, act)

    return screens


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    """Return one language after the other."""
    language: Lang = request.param
    return language
