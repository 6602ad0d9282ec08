"""The ids ever published: they never change and are never given to anything else.

`ids.lock` holds one id a line: `service <id>`, `case <service>/<id>`,
`paper <service>/<case>/<id>`, `term <service>/<id>`, `removed <id>` (a standard taken out of its
act), `office <id>`; a line ends in ` retired` when its thing is gone from the data. The project's
own folder has one; a folder of DATA_DIR may.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

from bot.catalogue.acts import Act, Office
from bot.catalogue.faults import Fault, Loc
from bot.catalogue.load import Data, Entry
from bot.catalogue.models import Service
from bot.errors import DataError

LOCK: Final = "ids.lock"
_RETIRED: Final = " retired"

_Entry: TypeAlias = Entry[Service] | Entry[Act] | Entry[Office]


def ids(service: Service) -> Iterator[tuple[Loc, str]]:
    """Yield every id of `service` that other programs or old buttons rely on, with its place."""
    yield ("id",), f"service {service.id}"
    for i, case in enumerate(service.cases):
        yield ("cases", i, "id"), f"case {service.id}/{case.id}"
        for j, document in enumerate(case.documents):
            yield (
                ("cases", i, "documents", j, "id"),
                f"paper {service.id}/{case.id}/{document.id}",
            )
    for i, term in enumerate(service.processing_times):
        yield ("processing_times", i, "id"), f"term {service.id}/{term.id}"


def id_faults(data: Data) -> Iterator[Fault]:
    """Yield ids used twice, missing from their folder's lock, gone without being retired."""
    for entry in data.services:
        yield from _twice(entry)
    for folder in data.folders:
        lock = folder / LOCK
        if lock.exists():
            yield from _against(lock, _read(lock), data)
        elif folder == data.folders[0]:
            yield Fault(lock, 1, (), "is missing: it lists every id ever published")


def _twice(entry: Entry[Service]) -> Iterator[Fault]:
    forms = [(("forms", i, "id"), f"form {form.id}") for i, form in enumerate(entry.model.forms)]
    seen: Counter[str] = Counter()
    for loc, name in (*ids(entry.model), *forms):
        seen[name] += 1
        if seen[name] > 1:
            yield entry.fault(loc, f"the id stands twice: {name}")


def _read(lock: Path) -> dict[str, int]:
    """Return the lines of the lock that name ids, and their numbers (from 1)."""
    try:
        lines = lock.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{lock}: cannot be read as UTF-8 text") from error
    return {
        " ".join(line.split()): number
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    }


def _named(data: Data) -> Iterator[tuple[_Entry, list[tuple[Loc, str]]]]:
    """Yield everything that has ids, with them."""
    for service in data.services:
        yield service, list(ids(service.model))
    for act in data.acts:
        removed = enumerate(act.model.removed)
        yield act, [(("removed", i, "id"), f"removed {gone.id}") for i, gone in removed]
    for office in data.offices:
        yield office, [(("id",), f"office {office.model.id}")]


def _against(lock: Path, published: dict[str, int], data: Data) -> Iterator[Fault]:
    live: set[str] = set()
    for entry, named in _named(data):
        of_folder = lock.parent in entry.file.path.parents
        for loc, name in named:
            if of_folder:
                live.add(name)
            if name + _RETIRED in published:
                yield entry.fault(loc, f"the id is retired in {lock}: take a new one ({name})")
            elif of_folder and name not in published:
                yield entry.fault(loc, f"the id is new: add the line to {lock}: {name}")
    for name, number in published.items():
        gone = name not in live and not name.endswith(_RETIRED)
        # nothing can be said about a service that is there but could not be read
        if gone and name.partition(" ")[2].partition("/")[0] not in data.unread:
            message = f"«{name}» is gone from the data: bring it back or write «{name} retired»"
            yield Fault(lock, number, (), message)
