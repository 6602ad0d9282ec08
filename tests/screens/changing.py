"""Screens of services that state something else than the real ones do."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from bot.catalogue.acts import Act
from bot.catalogue.models import Catalogue, Service
from bot.finding.answers import Finder
from bot.finding.synonyms import read_synonyms
from bot.screens.desk import Screens
from bot.screens.words import Words

# makes the screens of the services given; `act=` stands for the act of them all
Changed: TypeAlias = Callable[..., Screens]


def screens_of(
    catalogue: Catalogue, data: Path, services: tuple[Service, ...], act: Act | None
) -> Screens:
    """Return the screens of a catalogue that has these services only."""
    acts = (act,) if act else catalogue.acts
    smaller = catalogue.model_copy(update={"acts": acts, "services": services})
    return Screens(smaller, Finder(smaller, read_synonyms([data])), Words())
