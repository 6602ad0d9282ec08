"""Presses: of buttons the bot has shown, of what became of them, and of none at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Self

from hypothesis import strategies as st

from bot.chat.showing import keyboard
from bot.screens.desk import Screens
from bot.screens.route import CHECKLIST
from bot.screens.screen import Screen
from bot.text import LANGS
from tests.fuzzing.everybody import ALONE, CHANNEL, GROUPS, HIDDEN, ME, PEOPLE, Raw
from tests.fuzzing.words import texts
from tests.screens.reading import reachable

FRESH: Final = "fresh"  # an id of a press that Telegram still remembers
GONE: Final = 10_000  # messages from this number on are deleted by the time of the answer
FILE: Final[Raw] = {"document": {"file_id": "1", "file_unique_id": "1"}}
OF_THE_CHAT: Final = ["l:kk", "l:ru", "l:", "l:en", "l:ru:m", "f:yes", "f:no", "f:", "f:yes:"]


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold a message the bot may have sent: its text, its keyboard, what the buttons carry."""

    text: str
    markup: Raw
    data: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Buttons:
    """Draw from everything the bot shows that can be pressed."""

    shown: st.SearchStrategy[Shown]
    data: st.SearchStrategy[str]
    ticks: st.SearchStrategy[str]

    @classmethod
    def of(cls, desk: Screens) -> Self:
        """Press around in the whole catalogue, in both languages."""
        shown = [found for screen in _screens(desk) if (found := _shown(screen)).data]
        data = sorted({data for screen in shown for data in screen.data})
        ticks = [one for one in data if one.startswith(f"{CHECKLIST}:")]
        return cls(st.sampled_from(shown), st.sampled_from(data), st.sampled_from(ticks))


def _screens(desk: Screens) -> Iterator[Screen]:
    for lang in LANGS:
        yield from filter(None, reachable(desk, lang).values())
        yield from (desk.language(lang), desk.forget(lang))
    yield desk.greeting()


def _shown(screen: Screen) -> Shown:
    markup = keyboard(screen.rows)
    raw: Raw = markup.model_dump(exclude_none=True) if markup else {}
    data = tuple(button.data for row in screen.rows for button in row if button.data)
    return Shown(screen.plain, raw, data)


@st.composite
def _data(draw: st.DrawFn, buttons: Buttons, offered: tuple[str, ...]) -> str:
    kind = draw(st.integers(0, 9))
    if kind < 5:
        return offered[draw(st.integers(0, len(offered) - 1))]
    if kind == 5:
        return draw(buttons.ticks)
    if kind == 6:
        return _within(draw(texts))
    if kind == 7:
        return _within(draw(_OF_THE_CHAT) + draw(_END) + draw(buttons.data))
    return draw(_changed(buttons))


@st.composite
def _changed(draw: st.DrawFn, buttons: Buttons) -> str:
    """Return data cut short, made longer, or with a part of another's, such as its case."""
    one = draw(buttons.data)
    cut = draw(st.integers(-4, len(one)))
    if cut >= 0:
        return _within(one[:cut] + draw(_END))
    parts, others = one.split(":"), draw(buttons.data).split(":")
    place = cut % min(len(parts), len(others))
    return _within(":".join([*parts[:place], others[place], *parts[place + 1 :]]))


def _within(data: str) -> str:
    return data.encode()[:64].decode(errors="ignore")


@st.composite
def presses(draw: st.DrawFn, buttons: Buttons) -> Raw:
    """Return a press as Telegram tells of it."""
    by = draw(_BY)
    under = draw(buttons.shown)
    raw: Raw = {"id": draw(_IDS), "from": by, "chat_instance": "1"}
    raw["data"] = draw(_data(buttons, under.data))
    where = draw(st.integers(0, 19))
    if where == 0:
        return raw | {"inline_message_id": "AgAA"}
    if where == 1:
        del raw["data"]
        raw["game_short_name"] = "x"
    raw["message"] = draw(_pressed(under, draw(_CHATS) or ALONE[by["id"]]))
    return raw


@st.composite
def _pressed(draw: st.DrawFn, under: Shown, chat: Raw) -> Raw:
    message: dict[str, Any] = {"message_id": draw(_NUMBERS), "chat": chat, "date": 0}
    age = draw(st.integers(0, 9))
    if age == 0:
        return message  # too old: Telegram tells nothing else of it
    message |= {"date": 1_790_000_000, "from": ME, "text": under.text}
    if age == 1:
        message |= FILE
        del message["text"]
    if age != 2:
        message["reply_markup"] = under.markup
    if chat["type"] != "private":
        question = {"message_id": 9, "date": 1, "chat": chat, "text": "?"}
        if asked := draw(_ASKED):
            message["reply_to_message"] = question | {"from": asked}
    return message


_BY: Final = st.sampled_from(PEOPLE)
_IDS: Final = st.sampled_from([FRESH] * 9 + ["old"])
_NUMBERS: Final = st.sampled_from([20, 21, 22, GONE])
_CHATS: Final = st.sampled_from([None] * 8 + [*GROUPS, CHANNEL])
_ASKED: Final = st.sampled_from([*PEOPLE, HIDDEN, None])
_END: Final = st.sampled_from(["", "", ":", ":2", ":99", ":0", "x", ":+", ":-photos", "\n", "😀"])
_OF_THE_CHAT: Final = st.sampled_from(OF_THE_CHAT)
