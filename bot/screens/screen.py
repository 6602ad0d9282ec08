"""What a person sees: a text with buttons under it."""

import html
import re
from dataclasses import dataclass
from typing import Final

# Telegram: bytes of callback data
DATA_BYTES: Final = 64
# Telegram: letters of a message; pages are cut well before
TEXT_LENGTH: Final = 4096

# shorter words in capitals are abbreviations: ЭЦП, БСН
_SHOUTED: Final = re.compile(r"\b[А-ЯЁӘҒҚҢӨҰҮҺІ]{5,}\b")
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Button:
    """Do one thing: come back with `data`, open `url`, or `share` a text into another chat."""

    label: str
    data: str | None = None
    url: str | None = None
    share: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """Hold a file to send: its name as the person sees it, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Screen:
    """Hold Telegram HTML and rows of buttons; with `file` it is a document, `text` its caption.

    `fresh`: a pressed button shows it as a new message, so that the old one stays readable.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    fresh: bool = False
    file: File | None = None

    @property
    def plain(self) -> str:
        """Return the text as a person reads it, without markup."""
        return html.unescape(_TAG.sub("", self.text))


def escaped(text: str) -> str:
    """Return `text` safe inside Telegram HTML."""
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """Return `text`, escaped, in bold."""
    return f"<b>{escaped(text)}</b>"


def italic(text: str) -> str:
    """Return `text`, escaped, in italics."""
    return f"<i>{escaped(text)}</i>"


def quoted(text: str) -> str:
    """Return `text`, escaped, as a block quotation."""
    return f"<blockquote>{escaped(text)}</blockquote>"


def calm(text: str) -> str:
    """Return `text` with no word in capitals but abbreviations: the law prints «ЗАЯВЛЕНИЕ»."""
    return _SHOUTED.sub(lambda word: word[0].lower(), text)


def capitalised(text: str) -> str:
    """Return `text` with a capital first letter: the law's list items begin small.

    An address stays as it is.
    """
    return text if text.startswith("www.") else text[:1].upper() + text[1:]


def shortened(text: str, most: int) -> str:
    """Return `text` in at most `most` letters; whole words and `…` where it is cut."""
    if len(text) <= most:
        return text
    words = text[:most].rpartition(" ")[0] or text[: most - 1]
    return words.rstrip(" ,;:(—-") + "…"
