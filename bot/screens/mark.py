"""What a button of a checklist asks for: ids and the wanted state, so that it works for years.

    j:<service>:<case>              show the list
    j:<service>:<case>:+<paper>     the paper is there
    j:<service>:<case>:-<paper>     it is not
    j:<service>:<case>:0            untick all
    j:<service>:<case>:p            the list to print

A press delivered twice wants the same state twice, which changes nothing.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from bot.screens.route import CHECKLIST

Wish: TypeAlias = Literal["show", "have", "lack", "clear", "print"]

_SIGNS: Final[dict[Wish, str]] = {"show": "", "have": "+", "lack": "-", "clear": "0", "print": "p"}
_WISHES: Final[dict[str, Wish]] = {sign: wish for wish, sign in _SIGNS.items()}
_DATA: Final = re.compile(
    CHECKLIST + r":(?P<service>[a-z0-9-]{3,30}):(?P<case>[a-z0-9-]{2,20})"
    r"(?::(?:(?P<alone>[0p])|(?P<sign>[+-])(?P<paper>[a-z0-9-]{2,12})))?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Want one thing of the checklist of one case; `paper` of `have` and `lack` only."""

    service: str
    case: str
    wish: Wish = "show"
    paper: str = ""

    def pack(self) -> str:
        """Return the callback data; the catalogue's check keeps them within 64 bytes."""
        data = f"{CHECKLIST}:{self.service}:{self.case}"
        sign = _SIGNS[self.wish]
        return f"{data}:{sign}{self.paper}" if sign else data

    @classmethod
    def unpack(cls, data: str) -> "Mark | None":
        """Return the mark of callback data, or None for anything else."""
        match = _DATA.fullmatch(data)
        if match is None:
            return None
        wish = _WISHES[match["alone"] or match["sign"] or ""]
        return cls(match["service"], match["case"], wish, match["paper"] or "")
