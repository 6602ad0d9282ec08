"""The log."""

import json
import logging
import warnings
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logs

TOKEN = "123456:a-token-of-nobody"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave the log as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def fail(words: str) -> None:
    """Fail as a library does that quotes what it was given."""
    raise ValueError(words)


def test_a_line_is_json_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """Away from a terminal each event is one JSON object on stderr; stdout stays free."""
    set_up_logs("INFO")
    structlog.get_logger("bot.chat").info("қызмет", update_id=5)
    logging.getLogger("library").warning("heard %s", "this")
    out, err = capsys.readouterr()
    assert out == ""
    ours, theirs = [json.loads(line) for line in err.splitlines()]
    assert ours["event"] == "қызмет"
    assert (ours["update_id"], ours["level"], ours["logger"]) == (5, "info", "bot.chat")
    assert (theirs["event"], theirs["level"]) == ("heard this", "warning")


def test_a_terminal_gets_plain_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a terminal a line is made for a person."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    set_up_logs("INFO")
    structlog.get_logger("bot.chat").info("ready")
    err = capsys.readouterr().err
    assert "ready" in err
    assert not err.startswith("{")


def test_the_level_is_held(capsys: pytest.CaptureFixture[str]) -> None:
    """Below LOG_LEVEL nothing is logged."""
    set_up_logs("WARNING")
    structlog.get_logger("bot.chat").info("ready")
    logging.getLogger("library").info("ready")
    assert capsys.readouterr().err == ""


def test_an_exception_is_told_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Of an exception the class and the places are logged, in one line, not what it quotes."""
    set_up_logs("INFO")
    for log in (structlog.get_logger("bot.chat"), logging.getLogger("library")):
        try:
            fail("my name is Айгүл")
        except ValueError as error:
            log.exception("broke")
            log.warning("broke", exc_info=error)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    for line in lines:
        assert "Айгүл" not in line
        event = json.loads(line)
        assert event["error"] == "ValueError"
        assert event["where"].startswith("tests/test_logs.py:")


def test_addresses_with_the_token_are_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    """The Bot API has the token in its addresses, so requests are logged at no level."""
    set_up_logs("DEBUG")
    logging.getLogger("aiohttp.access").info("POST /bot%s/getMe", TOKEN)
    logging.getLogger("aiosqlite").debug("executing %s", "INSERT 'Айгүл'")
    assert capsys.readouterr().err == ""


def test_a_warning_is_a_line_like_any_other(capsys: pytest.CaptureFixture[str]) -> None:
    """What Python itself warns of does not break the lines of the log."""
    set_up_logs("INFO")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        logging.captureWarnings(capture=False)
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["level"] == "warning"
