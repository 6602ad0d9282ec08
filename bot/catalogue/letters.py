"""The one way two wordings of the law may differ and still be the same letters.

The editions come from web pages and PDF extracts: spaces fall inside words (`к ө р с е т е д і`),
Latin letters stand for Cyrillic ones (`i` for `і`), dashes and quotation marks vary. Nothing else
is forgiven: the fold of the search would hide a changed letter.
"""

import unicodedata
from typing import Final

_LATIN: Final = "aceiopxyABCEHIKMOPTX"
_CYRILLIC: Final = "асеіорхуАВСЕНІКМОРТХ"
_DASHES: Final = "‐‑‒–—−"
_QUOTES: Final = "«»“”„‟"
# zero-width and soft marks a PDF leaves behind count as spaces
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_TABLE: Final = {
    **{ord(a): b for a, b in zip(_LATIN, _CYRILLIC, strict=True)},
    **{ord(mark): "-" for mark in _DASHES},
    **{ord(mark): '"' for mark in _QUOTES},
    **dict.fromkeys(map(ord, _INVISIBLE), " "),
}


def same_glyphs(text: str) -> str:
    """Return `text` with look-alikes made equal, spaces kept; the length may shrink by NFC."""
    return unicodedata.normalize("NFC", text).translate(_TABLE)


def skeleton(text: str) -> str:
    """Return the letters, digits and marks of `text` in order, without any space."""
    # again NFC: a space may have stood between a letter and its mark
    return unicodedata.normalize("NFC", "".join(same_glyphs(text).split()))
