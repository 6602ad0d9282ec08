"""A text as Telegram keeps it: parsed, cleaned, trimmed, with its entities."""

import re
from typing import Final

from bot.sandbox import utf16
from bot.sandbox.entities import with_found
from bot.sandbox.markup import FindUser, parse_html
from bot.sandbox.refusals import JsonObject, bad_request

LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024

_DROPPED: Final = re.compile("[\r\u2028-\u202e]")
_BLANKED: Final = re.compile("[\0-\x09\x0b\x0c\x0e-\x1f]")


def formatted(
    source: str, parse_mode: str, entities: list[JsonObject], find_user: FindUser
) -> tuple[str, list[JsonObject]]:
    """Return the text people see and its entities; refuse unbalanced or unknown HTML."""
    mode = parse_mode.strip().lower()
    if mode == "html":
        text, entities = parse_html(source, find_user)
    elif mode:
        # Telegram also reads Markdown; nothing here writes it, so it is taken for a slip.
        raise bad_request("unsupported parse_mode")
    else:
        text = source
        _check_entities(entities)
    text, entities = _trimmed(*_cleaned(text, entities))
    return text, with_found(text, entities)


def _check_entities(entities: list[JsonObject]) -> None:
    for entity in entities:
        for name, kind in (("type", str), ("offset", int), ("length", int)):
            if not isinstance(entity.get(name), kind):
                raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")


def _cleaned(text: str, entities: list[JsonObject]) -> tuple[str, list[JsonObject]]:
    """Drop carriage returns and direction marks, blank other control characters."""
    text = _BLANKED.sub(" ", text)
    dropped = [utf16.length(text[: match.start()]) for match in _DROPPED.finditer(text)]
    if not dropped:
        return text, entities

    def moved(offset: int) -> int:
        return offset - sum(place < offset for place in dropped)

    return _DROPPED.sub("", text), [
        entity
        | {
            "offset": moved(entity["offset"]),
            "length": moved(entity["offset"] + entity["length"]) - moved(entity["offset"]),
        }
        for entity in entities
    ]


def _trimmed(text: str, entities: list[JsonObject]) -> tuple[str, list[JsonObject]]:
    """Cut the blanks off both ends, but not those a first entity begins with."""
    text = text.rstrip()
    end = utf16.length(text)
    first = min((entity["offset"] for entity in entities), default=end)
    cut = min(len(text) - len(text.lstrip(" \n")), first)
    kept = []
    for entity in entities:
        length = min(entity["offset"] + entity["length"], end) - entity["offset"]
        if length > 0:
            kept.append(entity | {"offset": entity["offset"] - cut, "length": length})
    return text[cut:], kept
