"""Raw JSON of the shape of any of aiogram's types, so that none of Telegram's kinds is forgotten.

A type's optional keys are there or not as chance has it.
"""

import datetime as dt
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from aiogram import types
from aiogram.client.default import Default
from aiogram.types import Chat, Message, MessageEntity, TelegramObject, User
from hypothesis import strategies as st
from typing_extensions import TypeAliasType

from tests.fuzzing.everybody import CHATS, ME, USERS, Raw

DEPTH: Final = 3  # optional keys deeper than this are left out
NOTES: Final = ["", "x", "Қ & <b>", "\u202e", "😀"]
MOMENTS: Final = st.integers(0, 2_000_000_000)
PLAIN: Final[list[Raw]] = [
    {"message_id": 5, "date": 1, "chat": CHATS[-1], "text": "<пост>"},
    {"message_id": 6, "date": 0, "chat": CHATS[0]},
    {"message_id": 7, "date": 1, "chat": CHATS[0], "from": USERS[0], "text": "x"},
    {"message_id": 8, "date": 1, "chat": CHATS[0], "from": ME, "text": "…"},
    {
        "message_id": 9,
        "date": 1,
        "chat": CHATS[-2],
        "from": USERS[2],
        "dice": {"emoji": "🎲", "value": 1},
    },
]
_MARK: Final[Raw] = {"type": "bold", "offset": 0, "length": 1}
# these four go round in circles, or are better drawn by hand
_KNOWN: Final[dict[object, st.SearchStrategy[Any]]] = {
    User: st.sampled_from(USERS),
    Chat: st.sampled_from(CHATS),
    Message: st.sampled_from(PLAIN),
    MessageEntity: st.just(_MARK),
    str: st.sampled_from(NOTES),
    int: st.sampled_from([0, 1, -1, 77, 2**31, 2**52]),
    float: st.sampled_from([0.0, -0.5, 51.1, 1e9]),
    bool: st.booleans(),
    dt.datetime: MOMENTS,
    dt.timedelta: st.integers(0, 10_000),
    NoneType: st.none(),
    Any: st.none(),
}
_made: Final[dict[tuple[object, int], st.SearchStrategy[Any]]] = {}


def shaped(kind: object, depth: int = DEPTH) -> st.SearchStrategy[Any]:
    """Return what draws raw JSON for a type's annotation."""
    key = (repr(kind), depth)
    if key not in _made:
        _made[key] = _KNOWN[kind] if kind in _KNOWN else _of(kind, depth)
    return _made[key]


def _of(kind: object, depth: int) -> st.SearchStrategy[Any]:
    if isinstance(kind, str):  # a kind made of itself is named only
        return shaped(getattr(types, kind), depth)
    if isinstance(kind, TypeAliasType):
        return shaped(kind.__value__, depth)
    if isinstance(kind, type) and not get_args(kind):
        assert issubclass(kind, TelegramObject), kind
        return _of_model(kind, depth)
    return _of_parts(get_origin(kind), get_args(kind), depth)


def _of_parts(origin: object, parts: tuple[Any, ...], depth: int) -> st.SearchStrategy[Any]:
    if origin is Literal:
        return st.sampled_from([p.value if isinstance(p, Enum) else p for p in parts])
    if origin is list:
        if depth < 0:
            return st.just([])
        return st.lists(shaped(parts[0], depth - 1), min_size=1, max_size=2)
    if origin is Annotated:
        return shaped(parts[0], depth)
    assert origin in {Union, UnionType}, origin
    kinds = [part for part in parts if part not in {NoneType, Default}]
    if depth < 0 and str in kinds:
        return shaped(str)  # the others may be made of themselves
    return st.one_of([shaped(part, depth) for part in kinds])


def _of_model(model: type[TelegramObject], depth: int) -> st.SearchStrategy[Raw]:
    needed: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in model.model_fields.items():
        # a literal with a default tells the members of a union apart, so it is always sent
        always = field.is_required() or get_origin(field.annotation) is Literal
        if always or depth > 0:
            keys = needed if always else optional
            keys[field.alias or name] = shaped(field.annotation, depth - 1)
    return st.fixed_dictionaries(needed, optional=optional)
