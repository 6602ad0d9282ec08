"""HTML as Telegram reads it: a text and its entities, or a refusal naming the byte."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.sandbox import utf16
from bot.sandbox.links import USER_LINK, link_entity
from bot.sandbox.refusals import JsonObject, RefusedError, bad_request

FindUser: TypeAlias = Callable[[int], JsonObject | None]

_SIMPLE: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
_TAGS: Final = frozenset(_SIMPLE) | {"a", "pre", "code", "blockquote", "tg-emoji"}
_NAMED: Final = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
# The source ends in a NUL, as the C string Telegram parses does; a NUL counts as a space there.
_PLAIN: Final = re.compile(rb"[^<&\0]+")
_TAG: Final = re.compile(rb"[^ \t\r\n\v\0>]*")
_SPACES: Final = re.compile(rb"[ \t\r\n\v]*")
_ATTRIBUTE: Final = re.compile(rb"[^ \t\r\n\v\0=>]*")
_TOKEN: Final = re.compile(rb"[A-Za-z0-9.-]*")
_ENTITY: Final = re.compile(rb"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
_LONGEST_REFERENCE: Final = 10
_LAST_CODE_POINT: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)


def parse_html(source: str, find_user: FindUser = lambda _: None) -> tuple[str, list[JsonObject]]:
    """Return the text and the entities of `source`, in the order Telegram sorts them."""
    return _Parser(source, find_user).run()


def _fault(reason: str) -> RefusedError:
    return bad_request(f"can't parse entities: {reason}")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    pieces: int  # how many pieces of text stood before the tag


class _Parser:
    def __init__(self, source: str, find_user: FindUser) -> None:
        self._source = source.replace("\0", " ").encode() + b"\0"
        self._find_user = find_user
        self._at = 0
        self._text: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[JsonObject] = []

    def run(self) -> tuple[str, list[JsonObject]]:
        end = len(self._source) - 1
        while self._at < end:
            match = _PLAIN.match(self._source, self._at)
            if match:
                self._at = match.end()
                self._add(match.group().decode())
            elif self._source[self._at] == ord("&"):
                self._add(self._reference() or self._step("&"))
            elif self._source[self._at + 1] == ord("/"):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            tag = self._open[-1].tag
            raise _fault(f'Can\'t find end tag corresponding to start tag "{tag}"')
        for entity in self._entities:
            # A language is told of a block of code only: <code> alone has none.
            if entity["type"] == "code":
                entity.pop("language", None)
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self._text), self._entities

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._offset += utf16.length(text)

    def _step(self, char: str) -> str:
        self._at += 1
        return char

    def _reference(self) -> str | None:
        """Read `&lt;` or `&#1179;` here; None if it is only an ampersand."""
        match = _ENTITY.match(self._source, self._at)
        if not match:
            return None
        hexadecimal, decimal, name = match.groups()
        if name:
            char = _NAMED.get(name)
        else:
            code = int(hexadecimal, 16) if hexadecimal else int(decimal)
            known = 0 < code < _LAST_CODE_POINT and code not in _SURROGATES
            digits = match.group().rstrip(b";")
            char = chr(code) if known and len(digits) < _LONGEST_REFERENCE else None
        if char is not None:
            self._at = match.end()
        return char

    def _take(self, pattern: re.Pattern[bytes]) -> str:
        begin, match = self._at, pattern.match(self._source, self._at)
        self._at = match.end() if match else begin
        return self._source[begin : self._at].decode()

    def _here(self) -> bytes:
        return self._source[self._at : self._at + 1]

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._take(_TAG).lower()
        if self._here() == b"\0":
            raise _fault(f"Unclosed start tag at byte offset {begin}")
        if tag not in _TAGS:
            raise _fault(f'Unsupported start tag "{tag}" at byte offset {begin}')
        argument = ""
        self._take(_SPACES)
        while self._here() != b">":
            name, value = self._attribute(tag, begin)
            argument = _argument(tag, name, value) or argument
            self._take(_SPACES)
        self._at += 1
        if tag == "span" and argument != "spoiler":
            raise _fault(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self._open.append(_Open(tag, argument, self._offset, len(self._text)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self._take(_ATTRIBUTE).lower()
        if not name:
            raise _fault(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._take(_SPACES)
        if tag == "blockquote" and name == "expandable" and self._here() != b"=":
            return name, name
        if self._here() != b"=":
            raise _fault(
                "Expected equal sign in declaration of an attribute of the tag "
                f'"{tag}" at byte offset {begin}'
            )
        self._at += 1
        self._take(_SPACES)
        if self._here() == b"\0":
            raise _fault(f'Unclosed start tag "{tag}" at byte offset {begin}')
        value = self._quoted() if self._here() in {b"'", b'"'} else self._token()
        if self._here() == b"\0":
            raise _fault(f"Unclosed start tag at byte offset {begin}")
        return name, value

    def _token(self) -> str:
        begin = self._at
        value = self._take(_TOKEN).lower()
        if self._here() not in {b" ", b"\t", b"\r", b"\n", b"\v", b"\0", b">"}:
            raise _fault(f"Unexpected end of name token at byte offset {begin}")
        return value

    def _quoted(self) -> str:
        quote = self._here()
        self._at += 1
        value = bytearray()
        while self._here() not in {quote, b"\0"}:
            char = self._reference() if self._here() == b"&" else None
            if char is not None:
                value += char.encode()
            else:
                value += self._here()
                self._at += 1
        if self._here() == quote:
            self._at += 1
        return value.decode()

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise _fault(f"Unexpected end tag at byte offset {begin}")
        self._at += 2
        tag = self._take(_TAG).lower()
        self._take(_SPACES)
        if self._here() != b">":
            raise _fault(f"Unclosed end tag at byte offset {begin}")
        self._at += 1
        opened = self._open.pop()
        if tag and tag != opened.tag:
            raise _fault(
                f"Unmatched end tag at byte offset {begin}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        place: JsonObject = {"offset": opened.offset, "length": self._offset - opened.offset}
        last = self._entities[-1] if self._entities else {}
        same = {key: last.get(key) for key in place} == place
        if opened.tag == "pre" and same and last["type"] == "code" and "language" in last:
            last["type"] = "pre"
        elif opened.tag == "code" and same and last["type"] == "pre" and opened.argument:
            last["language"] = opened.argument
        elif (fields := self._fields(opened)) is not None:
            self._entities.append(fields | place)

    def _fields(self, opened: _Open) -> JsonObject | None:
        """Return the entity of a closed tag without its place, or None if Telegram drops it."""
        if opened.tag == "a":
            url = opened.argument or "".join(self._text[opened.pieces :])
            number = url.removeprefix(USER_LINK)
            is_user = url.startswith(USER_LINK) and number.isascii() and number.isdigit()
            return link_entity(url, self._find_user(int(number)) if is_user else None)
        if opened.tag == "tg-emoji":
            if not opened.argument.isdigit():
                raise _fault("Invalid custom emoji identifier specified")
            return {"type": "custom_emoji", "custom_emoji_id": opened.argument}
        if opened.tag == "blockquote":
            return {"type": "expandable_blockquote" if opened.argument else "blockquote"}
        if opened.tag == "code":
            return {"type": "code"} | ({"language": opened.argument} if opened.argument else {})
        return {"type": _SIMPLE.get(opened.tag, opened.tag)}


def _argument(tag: str, name: str, value: str) -> str:
    """Return what the attribute `name` tells about `tag`; most attributes tell nothing."""
    prefixes = {
        ("a", "href"): "",
        ("tg-emoji", "emoji-id"): "",
        ("blockquote", "expandable"): "",
        ("code", "class"): "language-",
        ("span", "class"): "tg-",
    }
    prefix = prefixes.get((tag, name))
    return "" if prefix is None or not value.startswith(prefix) else value.removeprefix(prefix)
