"""Texts as people type them, as machines mangle them, and the marks Telegram puts on them."""

from typing import Any, Final

from aiogram.enums import MessageEntityType
from hypothesis import strategies as st

from bot.sandbox.entities import with_found
from bot.sandbox.world import BOT_USERNAME
from tests.finding.queries import read_queries, read_unprepared
from tests.fuzzing.everybody import ME, USERS, Raw

LONGEST: Final = 4096
QUESTIONS: Final = [query.text for query in (*read_queries(), *read_unprepared("from_titles.tsv"))]
NAMES: Final = ["", f"@{BOT_USERNAME}", f"@{BOT_USERNAME.upper()}", "@other_bot", "@"]
COMMANDS: Final = [
    *("/start", "/help", "/Services", "/docs", "/language", "/privacy", "/FORGET", "/cancel"),
    *("/settings", "/0", "/", "//", "/ help", "/қызмет", "/_"),
]
LINKS: Final = ["s_end-user-certificate", "s_", "s_nothing", "c_1", "a_x", "s_" + "z" * 62, "_"]
ODD: Final = [
    *("", " ", "\n\n", "\t", "0", "101", "87", "900101300000", "+7 701 000 00 00", "-1", "½", "٣"),
    *("<b>", "</b>", "<a href='x'>", "&", "&lt;", "&#0;", '<>&"', "*_`[", "||", "%s", "{0}", "\\"),
    *("👩‍👩‍👧‍👦", "🇰🇿", "😀" * 50, "❤️", "\U000e0067", "𝕃𝕖𝕥", "a" + "\u0301" * 90),
    *("\u200b", "\ufeff", "\u2060\u200d", "\u202eסגור\u202c", "مرحبا", "\x00", "\x1b[0m"),
    *("\ue000", "\ufffe", "\U0010ffff", "İ", "ß", "ŉ", "ﬃ", "ʼ", "ё", "Ё", "Ә", "ӘҒҚҢӨҰҮҺІ"),
    *(f"@{BOT_USERNAME}", f"@{BOT_USERNAME}😀", f"😀@{BOT_USERNAME.upper()}", f"@{BOT_USERNAME}x"),
    *("https://egov.kz", "a@b.kz", "#тег", "$USD", "срок?", "қанша?", "kak poluchit", "пожар"),
]
# these two may call the bot
_NAMING: Final = [MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]

_questions: Final = st.sampled_from(QUESTIONS)
_odd: Final = st.sampled_from(ODD)
_pieces: Final = st.one_of(_questions, _odd, st.sampled_from(ODD), st.text(max_size=12))
_some_pieces: Final = st.lists(_pieces, min_size=1, max_size=4)
_NAME: Final = st.sampled_from(COMMANDS)
_ADDRESS: Final = st.sampled_from(NAMES)
_SPACE: Final = st.sampled_from(["", " ", " ", "\n", "  "])
_REST: Final = st.one_of(st.just(""), st.sampled_from(LINKS), _pieces)
_MARK: Final = st.sampled_from([*MessageEntityType, *_NAMING * 6])
_WHO: Final = st.sampled_from([ME, *USERS])


@st.composite
def _commands(draw: st.DrawFn) -> str:
    return draw(_NAME) + draw(_ADDRESS) + draw(_SPACE) + draw(_REST)


@st.composite
def _mixtures(draw: st.DrawFn) -> str:
    return draw(_SPACE).join(draw(_some_pieces))


@st.composite
def _long(draw: st.DrawFn) -> str:
    piece = draw(_mixtures()) or "x"
    return (piece * (LONGEST // len(piece) + 1))[:LONGEST]


@st.composite
def _cut(draw: st.DrawFn) -> str:
    question = draw(_questions)
    begin = draw(st.integers(0, len(question)))
    return question[begin:] + draw(_odd) + question[:begin]


_COMMON: Final = [_questions, _commands(), _mixtures(), _cut()]
_SHARES: Final = st.sampled_from(
    [*_COMMON * 4, st.sampled_from(ODD), st.text(max_size=40), _long()]
)

texts: Final = _SHARES.flatmap(lambda chosen: chosen)


@st.composite
def entities(draw: st.DrawFn, text: str) -> list[Raw]:
    """Return the entities Telegram finds in `text`, or some it never would."""
    if draw(st.booleans()):
        return with_found(text, [])
    return draw(st.lists(_entity(len(text)), max_size=3))


@st.composite
def _entity(draw: st.DrawFn, length: int) -> Raw:
    kind = draw(_MARK).value
    offset = draw(st.integers(-1, length + 3))
    raw: dict[str, Any] = {"type": kind, "offset": offset, "length": draw(st.integers(0, length))}
    if kind == MessageEntityType.TEXT_MENTION:
        raw["user"] = draw(_WHO)
    if kind == MessageEntityType.TEXT_LINK:
        raw["url"] = "https://example.com/?a=1&b=<"
    return raw
