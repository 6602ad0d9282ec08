"""Check the data: models, ids, rules, translations, and quotations where sources are given."""

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.catalogue.acts import Act
from bot.catalogue.agreement import disagreements
from bot.catalogue.faults import Fault
from bot.catalogue.ids import id_faults
from bot.catalogue.letters import skeleton
from bot.catalogue.load import Data, Entry, read_data
from bot.catalogue.models import Service
from bot.catalogue.offices import office_faults
from bot.catalogue.quotations import Comparison
from bot.catalogue.requirements import requirement_faults
from bot.catalogue.rules import rule_faults
from bot.catalogue.sources import Standard, read_act
from bot.catalogue.translations import Term
from bot.catalogue.vocabularies import translated_otherwise
from bot.catalogue.walk import quotes
from bot.catalogue.yamlfile import read_yaml
from bot.errors import DataError
from bot.text import LANGS


@dataclass(frozen=True, slots=True)
class Report:
    """Say what was checked: `quotations` is None where no sources were given."""

    faults: tuple[Fault, ...]
    services: tuple[Service, ...]
    quotations: int | None

    def counts(self) -> list[str]:
        """Return a line for each service: how much of the law it holds."""
        return [
            f"{service.id}: {len(service.cases)} cases, "
            f"{sum(len(case.documents) for case in service.cases)} papers, "
            f"{len(service.processing_times)} terms, "
            f"{len(service.complaint_routes)} routes, "
            f"{sum(len(asked.rows) for asked in service.requirements)} requirements, "
            f"{len(service.source_notes)} notes, "
            f"{len(service.unquoted)} unquoted"
            for service in self.services
        ]

    def __str__(self) -> str:
        """Return the closing line of `check`."""
        compared = (
            "quotations not compared (give --sources)"
            if self.quotations is None
            else f"{self.quotations} quotations compared with their sources"
        )
        found = f"{len(self.faults)} faults" if self.faults else "no faults"
        return f"{len(self.services)} services, {compared}: {found}"


def check(folders: Sequence[Path], sources: Path | None = None) -> Report:
    """Check the data folders, against the acts in `sources` where that is given.

    Raises:
        DataError: a file cannot be read at all, so that nothing more can be said.
    """
    data = read_data(folders)
    faults = [*data.faults, *id_faults(data)]
    terms = _terms(data)
    for entry in data.services:
        faults += rule_faults(entry, terms)
        faults += disagreements(entry)
        faults += requirement_faults(entry)
    faults += translated_otherwise(data.services)
    compared = None
    if sources is not None:
        if not sources.is_dir():
            raise DataError(f"{sources}: is no folder; give --sources the folder with the acts")
        compared = 0
        read = functools.cache(functools.partial(_read, sources))
        acts = {entry.model.id: entry.model for entry in data.acts}
        for entry in data.services:
            if act := acts.get(entry.model.act):
                compared += sum(1 for _ in quotes(entry.model)) * len(act.sources)
                faults += _compare(entry, act, read)
        for act_id, act in acts.items():
            listed = [entry for entry in data.offices if entry.model.act == act_id]
            faults += office_faults(listed, act, read)
    return Report(tuple(faults), data.catalogue().services, compared)


def _terms(data: Data) -> list[Term]:
    """Read the glossaries; a folder of DATA_DIR need not have one.

    Raises:
        DataError: a glossary cannot be read: nothing can be said about the terms.
    """
    terms: list[Term] = []
    for folder in data.folders:
        path = folder / "glossary.yaml"
        if path.exists() or folder == data.folders[0]:
            file = read_yaml(path)
            if not isinstance(file.value, list):
                raise DataError(f"{path}:1: must be a list")
            for number, value in enumerate(file.value):
                try:
                    terms.append(Term.model_validate(value))
                except ValidationError as error:
                    problem = error.errors(include_url=False)[0]
                    loc = (number, *problem["loc"])
                    fault = Fault(path, file.line(loc), loc, problem["msg"])
                    raise DataError(str(fault)) from error
    return terms


def _read(folder: Path, name: str) -> list[Standard]:
    return read_act(folder / name)


def _compare(
    entry: Entry[Service], act: Act, read: Callable[[str], list[Standard]]
) -> Iterator[Fault]:
    service = entry.model
    for lang in LANGS:
        name = act.sources.get(lang)
        if name is None:
            if lang == "kk" or service.ru == "official":
                yield entry.fault(("act",), f"the act {act.id} names no {lang} source")
            continue
        standards = read(name)
        title = skeleton(service.title[lang])
        # between its quotation marks: the beginning of a title is no title
        named = [found for found in standards if f'"{title}"' in found.heading]
        if not named:
            message = f"no standard of {name} has this title: «{service.title[lang]}»"
            yield entry.fault(("title", lang), message, "title")
            continue
        # the decree lists its standards before the first one: take the one it stands nearest to
        nearest = min(named, key=lambda found: len(found.heading.rpartition(title)[2]))
        yield from Comparison(entry, lang, nearest).faults()
