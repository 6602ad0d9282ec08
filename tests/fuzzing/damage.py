"""What a later Bot API, or a broken one, does to an update: keys more, keys less, other types."""

import copy
from collections.abc import Iterator
from typing import Final

from hypothesis import strategies as st

from tests.fuzzing.everybody import Raw

NEW: Final[list[object]] = [None, 0, "x", {"id": 1, "is_new": True}, [{"a": []}]]
WRONG: Final[list[object]] = [None, "", "x", -1, 2**52, True, [], {}, [[]], {"a": 1}]


@st.composite
def damaged(draw: st.DrawFn, raw: Raw) -> Raw:
    """Return the update with something more, less or else in it."""
    hurt = copy.deepcopy(raw)
    place = draw(st.sampled_from(list(_objects(hurt))))
    kind = draw(st.integers(0, 5))
    if kind < 2:
        place[draw(st.sampled_from(["brand_new", "type", "date", "text"]))] = (
            draw(st.sampled_from(NEW)) if kind else "x"
        )
    elif place:
        name = draw(st.sampled_from(sorted(place)))
        if kind < 5:
            del place[name]
        else:
            place[name] = draw(st.sampled_from(WRONG))
    return hurt


def _objects(value: object) -> Iterator[Raw]:
    """Return every object inside `value`, at all levels."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _objects(part)
