"""Hold our translations to one vocabulary: the same Kazakh wording has one Russian."""

from collections.abc import Iterator, Sequence

from bot.catalogue.faults import Fault
from bot.catalogue.letters import skeleton
from bot.catalogue.load import Entry
from bot.catalogue.models import Service
from bot.catalogue.walk import quotes


def translated_otherwise(services: Sequence[Entry[Service]]) -> Iterator[Fault]:
    """Yield quotations whose Kazakh wording is translated differently elsewhere in the same act.

    Within one service too; a service whose Russian is official says what its edition says.
    """
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for entry in services:
        service = entry.model
        if service.ru != "translation":
            continue
        for loc, quote in quotes(service):
            said = (skeleton(quote.ru), service.id)
            before, there = first.setdefault((service.act, skeleton(quote.kk)), said)
            if before != said[0]:
                message = f"«{quote.kk}» is translated otherwise in {there}"
                yield entry.fault((*loc, "ru"), message, quote.point)
