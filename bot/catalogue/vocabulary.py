"""The words every model is written in: kinds, ids, points, and the two kinds of text.

Two kinds of text are never mixed up: a `Quote` is the law's own wording at a point, a `Label` is
ours.
"""

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from bot.text import Text

ChannelKind: TypeAlias = Literal["authority", "centre", "mobile_centre", "portal", "post"]
Applicant: TypeAlias = Literal[
    "individual", "entrepreneur", "legal_entity", "non_resident", "foreign_body"
]
Role: TypeAlias = Literal["submit", "show_original", "fetched_by_state"]
Unit: TypeAlias = Literal["working_days", "calendar_days", "days", "months"]
TermKind: TypeAlias = Literal[
    "service",
    "extension",
    "completeness_check",
    "duplicate",
    "reissue",
    "refusal_notice",
    "late_issue",
    "handover",
    "keeping",
    "file_within",
    "present_within",
]
Starts: TypeAlias = Literal["handed_in", "reached_authority", "registered", "decision_approved"]
ComplaintKind: TypeAlias = Literal[
    "result", "authority_conduct", "centre_conduct", "portal", "advice", "court"
]

OfficeKind: TypeAlias = Literal["defence_department", "licensing_body", "reception", "authority"]

ServiceId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{3,30}$")]
OfficeId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{3,32}$")]
CaseId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{2,20}$")]
ShortId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{2,12}$")]
Clock: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d$")]
# "title", "11", "7.1" (point 7, subpoint 1), "11.4.1" (subpoint 1 of 11.4), "annex 2"
Point: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^(title|\d{1,2}(\.\d{1,2}){0,2}|annex \d{1,2})$")
]


def _flag(value: object) -> object:
    """Read `yes` and `no`: every scalar of a data file is a string."""
    return {"yes": True, "no": False}.get(value, value) if isinstance(value, str) else value


Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag)]


class Model(BaseModel):
    """Refuse keys that are not named, and change after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Label(Text):
    """Carry a text of ours: a case title, a button, an explanation."""


class Quote(Text):
    """Carry the law's own wording and the point it stands at.

    Where the law of a service is given in Kazakh only, `ru` is our translation
    (`Service.ru == "translation"`).
    """

    point: Point


class Edition(Model):
    """Name the decree a standard was last rewritten by."""

    number: str
    date: dt.date
