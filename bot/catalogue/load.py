"""Read the data folders into one catalogue."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

from pydantic import ValidationError

from bot.catalogue.acts import Act, Authority, Office
from bot.catalogue.events import Event
from bot.catalogue.faults import Fault, Loc
from bot.catalogue.models import Catalogue, Service
from bot.catalogue.yamlfile import YamlFile, read_yaml
from bot.errors import DataError

M = TypeVar("M", Act, Authority, Event, Office, Service)


@dataclass(frozen=True, slots=True)
class Entry(Generic[M]):
    """Join a model to the place in the file it was read from."""

    model: M
    file: YamlFile
    loc: Loc

    def fault(self, loc: Loc, message: str, point: str | None = None) -> Fault:
        """Return a fault at `loc` inside this model."""
        full = (*self.loc, *loc)
        return Fault(self.file.path, self.file.line(full), full, message, point)


AnyEntry: TypeAlias = Entry[Act] | Entry[Authority] | Entry[Event] | Entry[Office] | Entry[Service]


@dataclass(slots=True)
class Data:
    """Hold everything read, the faulty left out (`unread` names them), the faults met."""

    folders: tuple[Path, ...]
    acts: list[Entry[Act]] = field(default_factory=list)
    authorities: list[Entry[Authority]] = field(default_factory=list)
    offices: list[Entry[Office]] = field(default_factory=list)
    services: list[Entry[Service]] = field(default_factory=list)
    events: list[Entry[Event]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def catalogue(self) -> Catalogue:
        """Return the catalogue of what was read, services in the order of act and item."""
        acts = tuple(entry.model for entry in self.acts)
        order = {act.id: number for number, act in enumerate(acts)}
        services = [entry.model for entry in self.services]
        services.sort(key=lambda service: (order.get(service.act, 0), service.item))
        return Catalogue(
            acts=acts,
            authorities=tuple(entry.model for entry in self.authorities),
            services=tuple(services),
            offices=tuple(entry.model for entry in self.offices),
            events=tuple(entry.model for entry in self.events),
        )


def load_catalogue(folders: Sequence[Path]) -> Catalogue:
    """Read the catalogue from `folders`, the first being the project's own.

    Raises:
        DataError: something cannot be read or does not fit the models; names the first fault.
    """
    data = read_data(folders)
    if data.faults:
        more = len(data.faults) - 1
        rest = f" (and {more} more: run `python -m bot check`)" if more else ""
        message = f"{data.faults[0]}{rest}"
        raise DataError(message)
    return data.catalogue()


def read_data(folders: Sequence[Path]) -> Data:
    """Read the folders in order and collect what does not fit the models as faults.

    An id that stands in two places is a fault. A service must name a known act and authority.

    Raises:
        DataError: a folder or file cannot be read at all, or is no YAML.
    """
    data = Data(tuple(folders))
    for folder in folders:
        if not folder.is_dir():
            message = f"{folder}: is no folder; set DATA_DIR to a folder with data files"
            raise DataError(message)
        _read_list(data, folder / "acts.yaml", Act, data.acts)
        _read_list(data, folder / "authorities.yaml", Authority, data.authorities)
        _read_list(data, folder / "offices.yaml", Office, data.offices)
        _read_list(data, folder / "events.yaml", Event, data.events)
        for path in sorted((folder / "services").glob("*.yaml")):
            _read_service(data, path)
    if not data.services and not data.faults:
        message = f"{folders[0]}: holds no services; check the folder"
        raise DataError(message)
    _refuse_twice(data)
    _resolve(data)
    return data


def _read_list(data: Data, path: Path, model: type[M], entries: list[Entry[M]]) -> None:
    if not path.exists():
        return
    file = read_yaml(path)
    if not isinstance(file.value, list):
        data.faults.append(Fault(path, 1, (), "must be a list"))
        return
    for number, value in enumerate(file.value):
        if entry := _validated(data, file, (number,), model, value):
            entries.append(entry)
        elif isinstance(value, dict) and isinstance(value.get("id"), str):
            data.unread.add(str(value["id"]))


def _read_service(data: Data, path: Path) -> None:
    file = read_yaml(path)
    entry = _validated(data, file, (), Service, file.value)
    if entry is None:
        data.unread.add(path.stem)
        return
    data.services.append(entry)
    if entry.model.id != path.stem:
        data.faults.append(entry.fault(("id",), f"must be the file's name, {path.stem}"))


def _validated(
    data: Data, file: YamlFile, loc: Loc, model: type[M], value: object
) -> Entry[M] | None:
    try:
        return Entry(model.model_validate(value), file, loc)
    except ValidationError as error:
        data.faults += _problems(file, loc, error)
        return None


def _problems(file: YamlFile, loc: Loc, error: ValidationError) -> Iterator[Fault]:
    for problem in error.errors(include_url=False):
        full = (*loc, *problem["loc"])
        yield Fault(file.path, file.line(full), full, problem["msg"])


def _refuse_twice(data: Data) -> None:
    entries: list[AnyEntry] = [
        *data.acts,
        *data.authorities,
        *data.offices,
        *data.services,
        *data.events,
    ]
    first: dict[tuple[type, str], AnyEntry] = {}
    for entry in entries:
        before = first.setdefault((type(entry.model), entry.model.id), entry)
        if before is not entry:
            there = f"{before.file.path}:{before.file.line((*before.loc, 'id'))}"
            message = f"the id {entry.model.id} stands already in {there}"
            data.faults.append(entry.fault(("id",), message))
    numbers: dict[tuple[str, int], str] = {
        (act.model.id, gone.item): gone.id for act in data.acts for gone in act.model.removed
    }
    for service in data.services:
        item = (service.model.act, service.model.item)
        taken = numbers.setdefault(item, service.model.id)
        if taken != service.model.id:
            message = f"item {item[1]} of the act {item[0]} is already {taken}"
            data.faults.append(service.fault(("item",), message))


def _resolve(data: Data) -> None:
    acts = {entry.model.id for entry in data.acts}
    authorities = {entry.model.id for entry in data.authorities}
    for entry in data.services:
        service = entry.model
        for name, value, known in (
            ("act", service.act, acts),
            ("authority", service.authority, authorities),
        ):
            if value not in known:
                message = f"{value} is not in {_names(known)}"
                data.faults.append(entry.fault((name,), message))
    services = {entry.model.id for entry in data.services} | data.unread
    for event in data.events:
        for i, service_id in enumerate(event.model.services):
            if service_id not in services:
                message = f"{service_id} is not in {_names(services)}"
                data.faults.append(event.fault(("services", i), message))
    for office in data.offices:
        if office.model.act not in acts:
            message = f"{office.model.act} is not in {_names(acts)}"
            data.faults.append(office.fault(("act",), message))


def _names(known: Iterable[str]) -> str:
    return ", ".join(sorted(known)) or "any file"
