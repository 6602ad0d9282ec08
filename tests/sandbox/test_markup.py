"""How HTML becomes a text with entities."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.formatting import formatted
from bot.sandbox.markup import parse_html
from bot.sandbox.refusals import RefusedError


def _entity(kind: str, offset: int, length: int, **more: object) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>қ</b>ұ", "құ", [_entity("bold", 0, 1)]),
        ("🙂<i>x</i>", "🙂x", [_entity("italic", 2, 1)]),
        ("<b>a<u>b</u></b>", "ab", [_entity("bold", 0, 2), _entity("underline", 1, 1)]),
        ("&lt;&#1179;&#x49B;&quot;&nbsp;&", '<ққ"&nbsp;&', []),
        ("&#0;&#55357;", "&#0;&#55357;", []),
        (
            '<a href="https://egov.kz?a=1&amp;b">x</a>',
            "x",
            [_entity("text_link", 0, 1, url="https://egov.kz/?a=1&b")],
        ),
        ("<a href='egov.kz'>x</a>", "x", [_entity("text_link", 0, 1, url="http://egov.kz/")]),
        ("<a>egov.kz</a>", "egov.kz", [_entity("text_link", 0, 7, url="http://egov.kz/")]),
        ('<a href="not a link">x</a>', "x", []),
        ('<a href="http://[x">x</a>', "x", []),
        (
            '<a href="tg://resolve?domain=x">x</a>',
            "x",
            [_entity("text_link", 0, 1, url="tg://resolve?domain=x")],
        ),
        ('<a href="tg://user?id=5">x</a>', "x", [_entity("text_mention", 0, 1, user={"id": 5})]),
        ("<pre>x</pre>", "x", [_entity("pre", 0, 1)]),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [_entity("pre", 0, 1, language="python")],
        ),
        (
            '<code class="language-python"><pre>x</pre></code>',
            "x",
            [_entity("pre", 0, 1, language="python")],
        ),
        ('<code class="language-python">x</code>', "x", [_entity("code", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [_entity("spoiler", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [_entity("blockquote", 0, 1)]),
        (
            "<blockquote expandable>x</blockquote>",
            "x",
            [_entity("expandable_blockquote", 0, 1)],
        ),
        (
            '<tg-emoji emoji-id="12">x</tg-emoji>',
            "x",
            [_entity("custom_emoji", 0, 1, custom_emoji_id="12")],
        ),
        ("<B >x</ >", "x", [_entity("bold", 0, 1)]),
        ("<b></b>x", "x", []),
    ],
)
def test_tags_become_entities(source: str, text: str, entities: list[object]) -> None:
    """Each tag Telegram allows becomes its entity, measured in UTF-16 units."""
    known = {5: {"id": 5}}
    assert parse_html(source, known.get) == (text, entities)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_escaped_text_is_read_back(text: str) -> None:
    """Whatever is escaped comes back letter for letter, without entities."""
    assert parse_html(html.escape(text, quote=False)) == (text, [])


@given(st.text("<>/ab& ='\"q;#1\n", max_size=40))
def test_any_scribble_is_read_or_refused(scribble: str) -> None:
    """Nothing a person can type breaks the reader: it is text or a refusal."""
    words = _read_or_refusal(scribble)
    assert words.startswith("Bad Request: can't parse entities: ") or len(words) <= len(scribble)


def _read_or_refusal(source: str) -> str:
    try:
        return parse_html(source)[0]
    except RefusedError as refused:
        return refused.description


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        (" \n x \n", "x", []),
        ("  <b> x</b> ", " x", [_entity("bold", 0, 2)]),
        ("<b>x  </b>", "x", [_entity("bold", 0, 1)]),
        ("a\r\nb\x07\u202ec", "a\nb c", []),
        ("\r<i>x</i>\r<b>y</b>", "xy", [_entity("italic", 0, 1), _entity("bold", 1, 1)]),
    ],
)
def test_blanks_and_controls_are_cleaned(source: str, text: str, entities: list[object]) -> None:
    """Ends are trimmed, direction marks and carriage returns go, controls become spaces."""
    assert formatted(source, "HTML", [], lambda _: None) == (text, entities)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start s_x", [("bot_command", 0, 6)]),
        ("я/start", []),
        ("/x@qujat_sandbox_bot", [("bot_command", 0, 20)]),
        ("🙂 @aigul_sandbox", [("mention", 3, 14)]),
        ("#өтініш 5#6 #7", [("hashtag", 0, 7)]),
        ("см. egov.kz.", [("url", 4, 7)]),
        ("https://egov.kz/a?b=1, и", [("url", 0, 21)]),
        ("a@b.kz", [("email", 0, 6)]),
        ("3.14 и кон.ец", []),
    ],
)
def test_addresses_are_found(text: str, found: list[tuple[str, int, int]]) -> None:
    """Commands, mentions, hashtags and addresses are found as Telegram finds them."""
    _, entities = formatted(text, "", [], lambda _: None)
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == found


def test_nothing_is_found_in_code() -> None:
    """A command inside code is no command."""
    _, entities = formatted("<code>/start</code>", "HTML", [], lambda _: None)
    assert [entity["type"] for entity in entities] == ["code"]
