"""The settings, and the sentence said when one makes no sense."""

import re
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.config import Settings, read_settings
from bot.errors import SettingsError

TOKEN = "123456:a-token-of-nobody"
KEY = "k" * 32


def test_nothing_set_is_fine(workplace: Path) -> None:
    """Without a file and variables every setting has its default."""
    settings = read_settings()
    assert settings.bot_token is None
    assert settings.database_url == "sqlite+aiosqlite:///var/bot.db"
    assert settings.admin_ids == ()
    assert settings.secret_key == ()
    assert settings.sandbox_port == 8080
    assert settings.state_dir == Path("var")
    assert not any(workplace.iterdir())


def test_the_file_is_read(workplace: Path) -> None:
    """Settings stand in `.env`; unknown ones, comments and a byte order mark do no harm."""
    (workplace / "more").mkdir()
    (workplace / ".env").write_text(
        f"\ufeff# mine\nBOT_TOKEN={TOKEN}\nUNKNOWN=1\nADMIN_IDS=[1001, 1002]\n"
        f"SECRET_KEY='{KEY}'\nSANDBOX_PORT=8181\nLOG_LEVEL=debug\nDATA_DIR=more\n"
        "TELEGRAM_API_BASE=http://127.0.0.1:8081/\nBOT_CLOCK=2030-01-01T09:00:00+05:00\n",
        encoding="utf-8",
    )
    settings = read_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.admin_ids == (1001, 1002)
    assert settings.sandbox_port == 8181
    assert settings.log_level == "DEBUG"
    assert settings.data_dirs[1:] == (Path("more"),)
    assert settings.telegram_api_base == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        (KEY, [KEY]),
        (f'["{KEY}"]', [KEY]),
        (f' ["{KEY}1", "{KEY}2"]', [f"{KEY}1", f"{KEY}2"]),
        (
            '{"a text": "of many letters, not a list"}',
            ['{"a text": "of many letters, not a list"}'],
        ),
    ],
)
def test_a_secret_key_is_a_text_or_a_list(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, value: str, keys: list[str]
) -> None:
    """One text is one key; a JSON list is several, in its order."""
    assert not any(workplace.iterdir())
    monkeypatch.setenv("SECRET_KEY", value)
    assert [key.get_secret_value() for key in read_settings().secret_key] == keys


def test_the_environment_goes_first(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of the environment goes before the file's."""
    (workplace / ".env").write_text("SANDBOX_PORT=1\nLOG_LEVEL=ERROR\n", encoding="utf-8")
    monkeypatch.setenv("SANDBOX_PORT", "2")
    settings = read_settings()
    assert settings.sandbox_port == 2
    assert settings.log_level == "ERROR"


def test_an_empty_value_is_no_value(workplace: Path) -> None:
    """Every setting may be left empty."""
    empty = "".join(f"{name.upper()}=\n" for name in Settings.model_fields)
    (workplace / ".env").write_text(empty, encoding="utf-8")
    assert read_settings() == Settings.model_construct()


def test_secrets_are_not_shown(workplace: Path) -> None:
    """The settings can be printed without giving a secret away."""
    address = "postgresql+asyncpg://bot:letmein@host/bot"
    (workplace / ".env").write_text(
        f"BOT_TOKEN={TOKEN}\nSECRET_KEY={KEY}\nDATABASE_URL={address}\n", encoding="utf-8"
    )
    shown = repr(read_settings())
    assert not any(secret in shown for secret in (TOKEN, KEY, "letmein"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "secret"),
        ("BOT_TOKEN", "1:with space"),
        ("TELEGRAM_API_BASE", "ftp://host"),
        ("DATABASE_URL", "bot.db"),
        ("DATABASE_URL", "sqlite+aiosqlite://"),
        ("DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
        ("DATABASE_URL", "mysql://host/bot"),
        ("ADMIN_IDS", "1001, 1002"),
        ("ADMIN_IDS", "1001"),
        ("ADMIN_IDS", '["Марат"]'),
        ("ADMIN_IDS", "[-5]"),
        ("ADMIN_IDS", '{"a": 1}'),
        ("SECRET_KEY", "k" * 31),
        ("SECRET_KEY", f'["{KEY}", "short"]'),
        ("SECRET_KEY", f'["{KEY}", null]'),
        ("SECRET_KEY", f'["{KEY}" "{KEY}"]'),
        ("SECRET_KEY", f'["{KEY}\\ud800"]'),
        ("SECRET_KEY", "[" * 100_000),
        ("SECRET_KEY", "[]"),
        ("DATA_DIR", "not/there"),
        ("SANDBOX_PORT", "eighty"),
        ("SANDBOX_PORT", "65536"),
        ("LOG_LEVEL", "loud"),
        ("BOT_CLOCK", "yesterday"),
        ("BOT_CLOCK", "http://host:99999/clock"),
        ("STATUS_SOURCE", "status"),
    ],
)
def test_a_senseless_value_is_named(workplace: Path, name: str, value: str) -> None:
    """One sentence names the setting and says what to write."""
    (workplace / ".env").write_text(f"{name}='{value}'\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=f"^{name} makes no sense: write .+\\.$"):
        read_settings()


@pytest.mark.parametrize("name", ["BOT_TOKEN", "SECRET_KEY", "DATABASE_URL"])
@pytest.mark.parametrize("value", ["letmein", '["letmein"]'])
def test_a_refused_secret_is_not_repeated(workplace: Path, name: str, value: str) -> None:
    """The sentence about a secret does not hold it."""
    (workplace / ".env").write_text(f"{name}='{value}'\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=name) as refusal:
        read_settings()
    assert "letmein" not in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"LOG_LEVEL=INFO\n\xff\xfe=1\n", ".env, line 2: no UTF-8 text; save it as UTF-8."),
        (b"SECRET_KEY=\0\0", ".env: no text (it holds zero bytes); write it anew."),
        (b"\n\n# one\nLOG_LEVEL\n", ".env, line 4: no setting; write NAME=value."),
        (b"\r\nmy token is 5\r\n", ".env, line 2: no setting; write NAME=value."),
        (b"LOG_LEVEL=INFO\nSECRET_KEY='open\n", ".env, line 2: no setting; write NAME=value."),
        (b"=5\n", ".env, line 1: no setting; write NAME=value."),
    ],
)
def test_a_malformed_file_is_refused(workplace: Path, content: bytes, sentence: str) -> None:
    """A line that is no assignment, or bytes that are no text, are named by their line."""
    (workplace / ".env").write_bytes(content)
    with pytest.raises(SettingsError, match=f"^{re.escape(sentence)}$"):
        read_settings()


def test_a_folder_in_place_of_the_file_is_refused(workplace: Path) -> None:
    """What cannot be read as a file is said to be so."""
    (workplace / ".env").mkdir()
    with pytest.raises(SettingsError, match=r"^\.env cannot be read \(Is a directory\)\.$"):
        read_settings()


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("sqlite+aiosqlite:///bot.db", "."),
        ("sqlite+aiosqlite:///a/b/bot.db", "a/b"),
        ("sqlite+aiosqlite:////srv/bot.db", "/srv"),
        ("postgresql+asyncpg://bot@host/bot", "var"),
    ],
)
def test_the_bots_folder_is_the_databases(workplace: Path, address: str, folder: str) -> None:
    """What the running bot writes stands beside its SQLite file, else in `var`."""
    (workplace / ".env").write_text(f"DATABASE_URL={address}\n", encoding="utf-8")
    assert read_settings().state_dir == Path(folder)


def test_the_example_is_complete(root: Path, workplace: Path) -> None:
    """`.env.example` names every setting and the tests' own, and works as it stands."""
    example = root / ".env.example"
    names = {name.upper() for name in Settings.model_fields} | {"TEST_POSTGRES_URL"}
    assert set(dotenv_values(example)) == names
    (workplace / ".env").write_bytes(example.read_bytes())
    assert read_settings() == Settings.model_construct()
