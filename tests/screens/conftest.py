"""The screens of the real catalogue, as the bot shows them."""

from pathlib import Path

import pytest

from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Act, Catalogue, Service
from bot.finding.answers import Finder
from bot.screens.desk import Screens
from bot.screens.page import Speech
from bot.screens.words import Words
from bot.text import LANGS, Lang
from tests.screens.changing import Changed, screens_of


@pytest.fixture(scope="session")
def catalogue(root: Path) -> Catalogue:
    """Return the catalogue of the project."""
    return load_catalogue([root / "data"])


@pytest.fixture(scope="session")
def desk(root: Path, catalogue: Catalogue) -> Screens:
    """Return the screens of the project."""
    return Screens(catalogue, Finder.read(catalogue, [root / "data"]), Words())


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
