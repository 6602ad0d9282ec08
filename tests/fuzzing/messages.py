"""Messages of every kind, in private, in groups and in channels."""

from typing import Any, Final

from aiogram.enums import ContentType
from aiogram.types import Message
from hypothesis import strategies as st

from bot.sandbox.entities import with_found
from bot.sandbox.world import BOT_USERNAME
from tests.fuzzing.everybody import (
    ALONE,
    CHANNEL,
    GROUPS,
    HIDDEN,
    ME,
    OTHER_BOT,
    PEOPLE,
    TELEGRAM,
    TOPIC,
    Raw,
)
from tests.fuzzing.shapes import shaped
from tests.fuzzing.words import entities, texts

WRITTEN: Final = 1_790_000_000  # who receives a message gives it a later time
_BARE: Final[Raw] = {"message_id": 3, "date": WRITTEN, "chat": GROUPS[0], "text": "?"}
# what else a message may carry: each of these changes whether, or to whom, the bot answers
CIRCUMSTANCES: Final[list[Raw]] = [
    {"reply_to_message": _BARE | {"from": ME}},
    {"reply_to_message": _BARE | {"from": ME}},
    {"reply_to_message": _BARE | {"from": PEOPLE[1]}},
    {"reply_to_message": _BARE},
    {"from": HIDDEN, "sender_chat": GROUPS[0]},
    *[{"from": TELEGRAM, "sender_chat": CHANNEL, "is_automatic_forward": True}] * 3,
    {"from": OTHER_BOT},
    {"via_bot": ME},
    {"via_bot": OTHER_BOT},
    {"sender_chat": CHANNEL},
    {"media_group_id": "1"},
    {"media_group_id": "2"},
    {"message_thread_id": TOPIC, "is_topic_message": True},
    {"forward_from": PEOPLE[0], "forward_date": 1},
]
_CONTENTS: Final = sorted({kind.value for kind in ContentType} & Message.model_fields.keys())
_OTHER_KEYS: Final = sorted(
    Message.model_fields.keys() - {"message_id", "date", "chat", "from_user", *_CONTENTS}
)


def _keys(names: list[str]) -> st.SearchStrategy[Raw]:
    """Return what draws one of these keys of a message, and its value."""
    kinds = [
        st.fixed_dictionaries({name: shaped(Message.model_fields[name].annotation)})
        for name in names
    ]
    return st.sampled_from(kinds).flatmap(lambda kind: kind)


@st.composite
def _written(draw: st.DrawFn) -> Raw:
    text = draw(texts)
    return {"text": text} | draw(_marks("entities", text))


@st.composite
def _marks(draw: st.DrawFn, name: str, text: str) -> Raw:
    return {name: draw(entities(text))} if draw(st.integers(0, 2)) else {}


@st.composite
def _captioned(draw: st.DrawFn) -> Raw:
    caption = draw(texts)[:1024]
    content: dict[str, Any] = draw(_MEDIA) | {"caption": caption}
    return content | draw(_marks("caption_entities", caption))


_MEDIA: Final = _keys(["photo", "video", "document", "audio", "animation", "voice"])
_BY: Final = st.sampled_from(PEOPLE)
_CHATS: Final = st.sampled_from([None] * 6 + [*GROUPS, CHANNEL])
_TIMES: Final = st.sampled_from([0, 0, 1, 1, 2])
_SHARES: Final = st.sampled_from([_written()] * 6 + [_captioned()] + [_keys(_CONTENTS)] * 2)
_MORE: Final = st.sampled_from([st.sampled_from(CIRCUMSTANCES)] * 3 + [_keys(_OTHER_KEYS)])
_CALLS: Final = st.sampled_from(
    [f"@{BOT_USERNAME} ", f"/docs@{BOT_USERNAME} ", "/help ", "/help@other_bot "]
)


@st.composite
def messages(draw: st.DrawFn) -> Raw:
    """Return a message a person wrote, or Telegram in their name."""
    by = draw(_BY)
    chat = draw(_CHATS) or ALONE[by["id"]]
    raw: Raw = {
        "message_id": draw(st.integers(1, 9_999)),
        "date": WRITTEN,
        "chat": chat,
        "from": by,
    }
    raw |= draw(draw(_SHARES))
    if chat["type"] != "private" and "text" in raw and draw(st.booleans()):
        # without this hardly anybody in a group would call the bot
        called = draw(_CALLS) + str(raw["text"])
        raw |= {"text": called, "entities": with_found(called, [])}
    for _ in range(draw(_TIMES)):
        raw |= draw(draw(_MORE))
    if chat["type"] != "private" and draw(st.integers(0, 9)) == 5:
        del raw["from"]
    return raw
