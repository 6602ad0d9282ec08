"""What Telegram finds in a text by itself: commands, mentions, hashtags, addresses."""

import re
from typing import Final

from bot.sandbox import utf16
from bot.sandbox.refusals import JsonObject

# In the order of preference: what an earlier pattern took, a later one cannot.
_PATTERNS: Final = (
    ("email", re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    ("url", re.compile(r"(?<![\w@.])https?://[^\s<>\"«»]*[^\s<>\"«».,;:!?()\[\]']")),
    (
        "url",
        re.compile(
            r"(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:kz|ru|com|org|net|info|me)"
            r"(?![\w.-]*\w)(?:/[^\s<>\"«»]*[^\s<>\"«».,;:!?()\[\]'])?"
        ),
    ),
    (
        "bot_command",
        re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#&])#(?=\w*[^\W\d])\w{1,256}(?!\w)")),
)
# Inside these Telegram looks for nothing.
_CLOSED: Final = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})


def with_found(text: str, entities: list[JsonObject]) -> list[JsonObject]:
    """Return `entities` and what Telegram finds in `text` beside them, sorted."""
    taken = [
        range(entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in _CLOSED
    ]
    found: list[JsonObject] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            offset = utf16.length(text[: match.start()])
            place = range(offset, offset + utf16.length(match.group()))
            if any(place.start < other.stop and other.start < place.stop for other in taken):
                continue
            taken.append(place)
            found.append({"type": kind, "offset": offset, "length": len(place)})
    return sorted(entities + found, key=lambda entity: (entity["offset"], -entity["length"]))
