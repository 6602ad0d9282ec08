"""Walk over everything a model says."""

from collections.abc import Iterator

from pydantic import BaseModel

from bot.catalogue.faults import Loc
from bot.catalogue.vocabulary import Quote
from bot.text import Text


def texts(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, Text]]:
    """Yield every pair of texts inside `model` with the way to it."""
    for name, info in type(model).model_fields.items():
        here = (*loc, info.alias or name)
        yield from _texts_of(getattr(model, name), here)


def _texts_of(value: object, loc: Loc) -> Iterator[tuple[Loc, Text]]:
    if isinstance(value, Text):
        yield loc, value
    elif isinstance(value, BaseModel):
        yield from texts(value, loc)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts_of(item, (*loc, number))


def quotes(model: BaseModel) -> Iterator[tuple[Loc, Quote]]:
    """Yield every quotation inside `model` with the way to it."""
    for loc, text in texts(model):
        if isinstance(text, Quote):
            yield loc, text
