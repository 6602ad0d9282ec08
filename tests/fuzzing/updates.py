"""Updates of every kind, most of them of those the bot asks for."""

from typing import Final

from aiogram.types import Update
from hypothesis import strategies as st

from tests.fuzzing.damage import damaged
from tests.fuzzing.everybody import ALONE, PEOPLE, Raw
from tests.fuzzing.messages import messages
from tests.fuzzing.presses import FRESH, Buttons, presses
from tests.fuzzing.shapes import shaped
from tests.fuzzing.words import texts

ASKED: Final = ("message", "callback_query", "inline_query", "my_chat_member")
# the bot does not ask for these; a change of what it asks for lets some through all the same
NOT_ASKED: Final = sorted(Update.model_fields.keys() - {"update_id", *ASKED})
_MEMBERSHIP: Final = shaped(Update.model_fields["my_chat_member"].annotation)


@st.composite
def _typed(draw: st.DrawFn) -> Raw:
    """Return words typed after the bot's name in any chat."""
    raw: Raw = {"id": draw(_IDS), "offset": "", "from": draw(_BY), "query": draw(texts)}
    raw |= draw(_WHERE)
    if draw(st.booleans()):
        raw["location"] = {"latitude": 51.1, "longitude": 71.4}
    return raw


@st.composite
def _moved(draw: st.DrawFn) -> Raw:
    """Return that the bot was let in or put out somewhere."""
    raw: Raw = draw(_MEMBERSHIP)
    if draw(st.booleans()):
        by = draw(_BY)
        raw = raw | {"from": by, "chat": ALONE[by["id"]]}
    return raw


@st.composite
def updates(draw: st.DrawFn, buttons: Buttons) -> Raw:
    """Return one update; who receives it gives it its number."""
    kind = draw(_SHARES)
    if kind == "message":
        event = draw(messages())
    elif kind == "callback_query":
        event = draw(presses(buttons))
    elif kind == "inline_query":
        event = draw(_typed())
    elif kind == "my_chat_member":
        event = draw(_moved())
    else:
        kind = draw(_NOT_ASKED)
        event = draw(shaped(Update.model_fields[kind].annotation))
    raw = {"update_id": 1, kind: event}
    return draw(damaged(raw)) if draw(st.integers(0, 9)) == 5 else raw


_BY: Final = st.sampled_from(PEOPLE)
_IDS: Final = st.sampled_from([FRESH, FRESH, FRESH, "old"])
_WHERE: Final = st.sampled_from([{}, {"chat_type": "sender"}, {"chat_type": "channel"}])
_NOT_ASKED: Final = st.sampled_from(NOT_ASKED)
_SHARES: Final = st.sampled_from(
    ["message"] * 11 + ["callback_query"] * 6 + ["inline_query", "my_chat_member", "other"]
)
