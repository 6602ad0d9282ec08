"""What must hold in the lists of requirements."""

from collections.abc import Iterator

from bot.catalogue.faults import Fault, Loc
from bot.catalogue.load import Entry
from bot.catalogue.models import Service
from bot.catalogue.rules import BUTTON_LENGTH, too_long
from bot.catalogue.walk import quotes


def requirement_faults(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield lists whose ids, buttons or points are wrong, and papers that name no list."""
    service = entry.model
    seen: set[str] = set()
    for i, asked in enumerate(service.requirements):
        loc: Loc = ("requirements", i)
        if asked.id in seen:
            yield entry.fault((*loc, "id"), f"stands twice: {asked.id}")
        seen.add(asked.id)
        yield from too_long(entry, (*loc, "button"), asked.button, BUTTON_LENGTH)
        for where, quote in quotes(asked):
            if quote.point != asked.point and not quote.point.startswith(f"{asked.point}."):
                message = f"stands at {quote.point}, the list is at {asked.point}"
                yield entry.fault((*loc, *where), message, quote.point)
    for i, case in enumerate(service.cases):
        for j, document in enumerate(case.documents):
            for k, named in enumerate(document.requirements):
                if named not in seen:
                    loc = ("cases", i, "documents", j, "requirements", k)
                    message = f"no list of requirements is called {named}"
                    yield entry.fault(loc, message, document.text.point)
