"""Compare the offices that an act lists in an annex with its text."""

from collections.abc import Callable, Iterator, Sequence

from bot.catalogue.faults import Fault
from bot.catalogue.letters import skeleton
from bot.catalogue.load import Entry
from bot.catalogue.models import Act, Office
from bot.catalogue.pieces import Piece, pieces
from bot.catalogue.sources import Standard
from bot.catalogue.walk import quotes


def office_faults(
    offices: Sequence[Entry[Office]], act: Act, read: Callable[[str], list[Standard]]
) -> Iterator[Fault]:
    """Yield names, addresses and telephones that no standard of the act prints at their place.

    The list is the same under every standard of an act; a piece that stands in one of them is
    the act's. Only the Kazakh text is compared: the Russian is ours.
    """
    name = act.sources.get("kk")
    if name is None:
        return
    annexes: dict[int, list[Piece]] = {}
    for standard in read(name):
        for number, paragraphs in standard.annexes.items():
            annexes.setdefault(number, []).extend(pieces(paragraphs))
    for entry in offices:
        for loc, quote in quotes(entry.model):
            if not _stands(skeleton(quote.kk), annexes, quote.point):
                message = f"is not in the kk text there: «{quote.kk}»"
                yield entry.fault((*loc, "kk"), message, quote.point)
        point = entry.model.name.point
        for i, phone in enumerate(entry.model.phones):
            if not _stands(skeleton(phone), annexes, point):
                yield entry.fault(("phones", i), f"is not in the kk text there: {phone}", point)


def _stands(wording: str, annexes: dict[int, list[Piece]], point: str) -> bool:
    number = point.removeprefix("annex ")
    found = annexes.get(int(number), []) if number.isdecimal() else []
    return any(any(piece.find(wording)) for piece in found)
