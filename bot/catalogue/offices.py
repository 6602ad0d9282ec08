"""Compare the offices that an act lists in an annex with its text."""

import functools
from collections.abc import Callable, Iterator, Sequence

from bot.catalogue.acts import Act, Office
from bot.catalogue.faults import Fault, Loc
from bot.catalogue.letters import skeleton
from bot.catalogue.load import Entry
from bot.catalogue.pieces import Piece, pieces
from bot.catalogue.sources import Standard
from bot.catalogue.walk import quotes


def office_faults(
    offices: Sequence[Entry[Office]], act: Act, read: Callable[[str], list[Standard]]
) -> Iterator[Fault]:
    """Yield names, addresses and telephones that no standard of the act prints at their place.

    The list is the same under every standard of an act that has it; a piece that stands in one of
    them is the act's. Only the Kazakh text is compared: the Russian is ours.
    """
    name = act.sources.get("kk")
    if name is None or not offices:
        return
    standards = read(name)

    @functools.cache
    def annex(point: str) -> list[Piece]:
        number = point.removeprefix("annex ")
        if not number.isdecimal():
            return []
        found = (standard.annexes.get(int(number), []) for standard in standards)
        return [piece for paragraphs in found for piece in pieces(paragraphs, table=True)]

    for entry in offices:
        for loc, quote in quotes(entry.model):
            if not _stands(skeleton(quote.kk), annex(quote.point)):
                message = f"is not in the kk text there: «{quote.kk}»"
                yield entry.fault((*loc, "kk"), message, quote.point)
        point = entry.model.name.point
        for loc, written in _contacts(entry.model):
            # «№» is what the extract makes of the Latin letter n
            printed = (written, written.replace("n", "№"))
            if not any(_stands(skeleton(each), annex(point)) for each in printed):
                yield entry.fault(loc, f"is not in the kk text there: {written}", point)


def _contacts(office: Office) -> Iterator[tuple[Loc, str]]:
    """Yield telephones and addresses on the net with their places."""
    for field in ("phones", "reception_phones", "emails", "websites"):
        for i, written in enumerate(getattr(office, field)):
            yield (field, i), written


def _stands(wording: str, annex: list[Piece]) -> bool:
    return any(any(piece.find(wording)) for piece in annex)
