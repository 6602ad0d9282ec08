"""The interface texts: every sentence of the screens in both languages, and words nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.errors import DataError
from bot.screens.words import Words
from bot.text import LANGS, Lang

ROOT: Final = Path(__file__).resolve().parent.parent
SCREENS: Final = ROOT / "bot" / "screens"
# as `pybabel extract -k say -k count:1,2`
KEYWORDS: Final = {"say": None, "count": (1, 2)}
PLACEHOLDER: Final = re.compile(r"\{\w*\}")
# rooms that say nothing: `screens` has all words, `catalogue` and `finding` read the law's
WORDLESS: Final = ("casework", "chat", "paper", "storage")
CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)


def said() -> set[str | tuple[str, ...]]:
    """Return every sentence the screens say, with its plural where it counts."""
    return {
        message
        for _, _, message, _, _ in extract_from_dir(
            SCREENS, method_map=[("**.py", "python")], keywords=KEYWORDS, strip_comment_tags=True
        )
    }


def catalogue(lang: Lang) -> Catalog:
    """Return the file of a language as it is written."""
    with (ROOT / "locales" / lang / "LC_MESSAGES" / "bot.po").open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def messages(lang: Lang) -> list[Message]:
    """Return the messages of a language, without the header."""
    return [message for message in catalogue(lang) if message.id]


def forms(message: Message) -> list[str]:
    """Return every form of a translation."""
    string = message.string or ""
    return [string] if isinstance(string, str) else list(string)


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    """Return one language after the other."""
    language: Lang = request.param
    return language


def test_the_screens_say_something() -> None:
    """The extraction finds plain sentences and counted ones."""
    found = said()
    assert "Menu" in found
    assert ("{n} day", "{n} days") in found
    assert len(found) > 100


def test_the_catalogue_holds_exactly_what_is_said(lang: Lang) -> None:
    """Each sentence of the screens stands in the file, and nothing that nobody says."""
    assert {message.id for message in messages(lang)} == said()


def test_everything_is_translated(lang: Lang) -> None:
    """Every form of every sentence is filled, none is fuzzy or left in English."""
    plurals = {"kk": 2, "ru": 3}[lang]
    assert catalogue(lang).num_plurals == plurals
    for message in messages(lang):
        translated = forms(message)
        assert len(translated) == (plurals if message.pluralizable else 1), message.id
        for form in translated:
            assert CYRILLIC.search(form), message.id
            assert form == form.strip() or message.id[0] in "; ", message.id
        assert not message.fuzzy, message.id


def test_the_placeholders_agree(lang: Lang) -> None:
    """A translation fills the same gaps as its source."""
    for message in messages(lang):
        source = message.id if isinstance(message.id, str) else message.id[-1]
        for form in forms(message):
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(source)), form


@pytest.mark.parametrize(
    ("number", "ru", "kk"),
    [
        (1, "1 рабочий день", "1 жұмыс күні"),
        (2, "2 рабочих дня", "2 жұмыс күні"),
        (5, "5 рабочих дней", "5 жұмыс күні"),
        (11, "11 рабочих дней", "11 жұмыс күні"),
        (21, "21 рабочий день", "21 жұмыс күні"),
    ],
)
def test_numbers_take_the_right_form(number: int, ru: str, kk: str) -> None:
    """Russian has three forms, Kazakh one."""
    words = Words()
    one, many = "{n} working day", "{n} working days"
    assert words.of("ru").ngettext(one, many, number).format(n=number) == ru
    assert words.of("kk").ngettext(one, many, number).format(n=number) == kk


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call of `say` and `count` in the bot."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", None))
                if name == "say" or (name == "count" and "screens" in path.parts):
                    yield path, node


def test_sentences_are_written_where_they_are_said() -> None:
    """Only literal sentences are said, so that the extraction finds every one."""
    found = list(calls())
    assert len(found) > 100
    for path, call in found:
        texts = call.args[:1] if len(call.args) == 1 else call.args[:2]
        assert all(
            isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts
        ), f"{path.name}:{call.lineno}"


def spoken(path: Path) -> Iterator[ast.Constant]:
    """Yield the strings of a file that have Cyrillic letters and are no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
            and CYRILLIC.search(node.value)
        ):
            yield node


def test_no_word_for_people_stands_elsewhere() -> None:
    """Handlers, use cases, papers, tables and wiring have no Kazakh or Russian of their own."""
    files = [*sorted((ROOT / "bot").glob("*.py"))]
    for room in WORDLESS:
        files += sorted((ROOT / "bot" / room).rglob("*.py"))
    assert {path.parent.name for path in files} >= {"bot", *WORDLESS}
    for path in files:
        assert [node.lineno for node in spoken(path)] == [], path.name


def test_a_missing_catalogue_is_one_sentence(tmp_path: Path) -> None:
    """Where a language's file is not there, the sentence names it."""
    with pytest.raises(DataError, match=r"bot\.po: cannot be read"):
        Words(tmp_path)


@pytest.mark.parametrize("broken", [b"msgid broken\n", b'msgid "a"\nmsgstr "\xff"\n'])
def test_a_broken_catalogue_is_one_sentence(tmp_path: Path, broken: bytes) -> None:
    """A file that is no catalogue is refused by its name."""
    for lang in LANGS:
        path = tmp_path / lang / "LC_MESSAGES" / "bot.po"
        path.parent.mkdir(parents=True)
        path.write_bytes(broken)
    with pytest.raises(DataError, match="no valid gettext catalogue"):
        Words(tmp_path)
