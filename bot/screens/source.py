"""Where this comes from: act, edition, points, the Kazakh wording beside the Russian."""

from collections.abc import Sequence

from bot.catalogue.acts import Act
from bot.catalogue.models import Service
from bot.catalogue.vocabulary import Quote
from bot.screens.citation import edition_lines, point_name, with_inner_points
from bot.screens.page import BULLET, Page, Speech, distinct
from bot.screens.screen import bold, escaped, quoted


def source(act: Act, service: Service, quotes: Sequence[Quote], speech: Speech) -> Page:
    """Return the law behind `quotes`, then what the source gets wrong at their points."""
    page = Page(speech.say("Where this comes from"))
    page.add(escaped(speech.of(service.title)), service.title)
    page.add(escaped("\n".join(edition_lines(act, service, speech))))
    inner = with_inner_points(service)
    for quote in distinct(quotes):
        point = bold(point_name(quote.point, speech.lang, inner))
        page.add(f"{point}\n{quoted(quote.kk)}\n{quoted(quote.ru)}", quote)
    points = {quote.point for quote in quotes}
    notes = [
        note
        for note in service.source_notes
        if any(_touch(point, noted) for point in points for noted in note.points)
    ]
    for number, note in enumerate(notes):
        names = ", ".join(point_name(point, speech.lang, inner) for point in note.points)
        item = f"{BULLET}{escaped(f'{names}: {speech.of(note.text)}')}"
        heading = bold(speech.say("What is unclear in the decree itself"))
        page.add(item if number else f"{heading}\n{item}")
    return page


def _touch(point: str, other: str) -> bool:
    """Say whether two points are the same or one is part of the other."""
    return point == other or point.startswith(f"{other}.") or other.startswith(f"{point}.")
