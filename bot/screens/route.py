"""Where a button leads: ids and a screen letter in the callback data, so it works for years.

    <topic>:<service>[:<part>[:<page>]]      d:end-user-certificate:online:2

`part` is a case, a form, or the topic whose source is shown; empty for none. The topics never
change their letters (old buttons stay in people's chats).
"""

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

Topic: TypeAlias = Literal[
    "c",  # card of a service
    "d",  # documents
    "t",  # terms
    "p",  # price
    "w",  # where and when
    "r",  # recipients: who may apply
    "y",  # yield: the result
    "g",  # given at intake: the receipt
    "x",  # refusal
    "o",  # overdue: if it is late
    "q",  # proxy: for another person
    "n",  # online
    "k",  # complaint
    "a",  # annexes: forms
    "i",  # information: where to ask more
    "u",  # status of an application
    "b",  # basis: laws, norms of quality
    "z",  # what the standard does not state
    "s",  # source: where this comes from
    "e",  # example question
    "rq",  # requirements of an activity
]

# these are no information but a person's own: the chat handles them
LANGUAGE: Final = "l"
FORGET: Final = "f"
CHECKLIST: Final = "j"  # its grammar is `bot.screens.mark`'s
MENU: Final = "m"
SERVICES: Final = "v"
HELP: Final = "h"

_TOPICS: Final[dict[str, Topic]] = {topic: topic for topic in get_args(Topic)}
_DATA: Final = re.compile(
    r"(?P<topic>[a-z]{1,2}):(?P<service>[a-z0-9-]{3,30})"
    r"(?::(?P<part>[a-z0-9.-]{0,24})(?::(?P<page>[0-9]{1,2}))?)?"
)


def topic_of(letters: str) -> Topic | None:
    """Return the topic of these letters, or None."""
    return _TOPICS.get(letters)


@dataclass(frozen=True, slots=True)
class Route:
    """Lead to one page of one screen of one service."""

    topic: Topic
    service: str
    part: str = ""
    page: int = 1

    def pack(self) -> str:
        """Return the callback data, at most 64 bytes."""
        data = f"{self.topic}:{self.service}"
        if self.part or self.page > 1:
            data += f":{self.part}"
        return f"{data}:{self.page}" if self.page > 1 else data

    @classmethod
    def unpack(cls, data: str) -> "Route | None":
        """Return the route of callback data, or None for anything else, forged or outdated."""
        match = _DATA.fullmatch(data)
        topic = topic_of(match["topic"]) if match else None
        if match is None or topic is None:
            return None
        page = int(match["page"] or 1)
        if page < 1:
            return None
        return cls(topic, match["service"], match["part"] or "", page)
