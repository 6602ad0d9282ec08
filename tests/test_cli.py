"""The command line, run as a person runs it, in a process of its own."""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.cli import main
from bot.heartbeat import LIMIT, Heartbeat

QUESTION = "какие документы нужны для сертификата конечного пользователя"
LEADS = "  leads: [{service: veteran-id}]"
Done = subprocess.CompletedProcess[bytes]
Run = Callable[..., Done]


@pytest.fixture
def run(root: Path, workplace: Path) -> Run:
    """Return what runs the command line in an empty folder."""

    def run_(*words: str | bytes, stdin: bytes = b"", **settings: str) -> Done:
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            input=stdin,
            capture_output=True,
            cwd=workplace,
            env={**os.environ, "PYTHONPATH": str(root), **settings},
            check=False,
        )

    return run_


@pytest.fixture(scope="session")
def contract(shared: Path) -> Draft202012Validator:
    """Return what holds an answer against `ask.schema.json`."""
    schema = (shared / "contract" / "ask.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(schema))


def refusal(done: Done) -> str:
    """Return the one line of a command that was refused."""
    assert done.returncode == 2
    line = done.stderr.decode()
    assert line.endswith("\n")
    assert line.count("\n") == 1
    return line


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "COMMAND"),
        (["dance"], "dance"),
        (["run", "--fast"], "--fast"),
        (["ask"], "TEXT"),
        (["ask", "что", "--lang", "en"], "en"),
        (["ask", "что", "где"], "где"),
        (["ask", "что", "--batch"], "not allowed"),
        (["check", "--sources"], "--sources"),
        (["check", "--sources", "not/there"], "not/there"),
        (["ask", "line\nbreak", "two"], "two"),
    ],
)
def test_wrong_words_are_refused_in_one_line(run: Run, words: list[str], said: str) -> None:
    """Whatever makes no sense on the command line is status 2 and one line that names it."""
    done = run(*words)
    assert said in refusal(done)
    assert done.stdout == b""


def test_help_is_no_fault(run: Run) -> None:
    """`--help` names the commands and is status 0."""
    done = run("--help")
    assert done.returncode == 0
    for command in ("run", "sandbox", "ask", "check", "export", "migrate", "health"):
        assert f"\n    {command} " in done.stdout.decode()


@pytest.mark.parametrize("command", ["run", "sandbox", "ask", "check", "export", "health"])
def test_a_malformed_file_of_settings_stops_every_command(
    run: Run, workplace: Path, command: str
) -> None:
    """A malformed `.env` is told in one line, and nothing is started."""
    (workplace / ".env").write_text("BOT_TOKEN\n", encoding="utf-8")
    words = [command, QUESTION] if command == "ask" else [command]
    assert refusal(run(*words)).startswith("bot: .env, line 1: ")
    assert [file.name for file in workplace.iterdir()] == [".env"]


def test_without_a_token_nothing_is_served(run: Run, workplace: Path) -> None:
    """`run` needs BOT_TOKEN; without it nothing is begun."""
    assert "BOT_TOKEN" in refusal(run("run"))
    assert not any(workplace.iterdir())


def test_a_question_is_answered(run: Run) -> None:
    """`ask` prints the answer as plain text, and the buttons under it."""
    done = run("ask", QUESTION)
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    assert "431" in text
    assert "<b>" not in text
    assert "\n[" in text


def test_a_question_is_answered_in_the_asked_language(run: Run) -> None:
    """`--lang` decides the language of the answer; else the question does."""
    for words, lang in (([], "ru"), (["--lang", "kk"], "kk"), (["--lang", "ru"], "ru")):
        assert json.loads(run("ask", QUESTION, "--json", *words).stdout)["lang"] == lang


def test_an_answer_as_json_follows_the_contract(run: Run, contract: Draft202012Validator) -> None:
    """`ask --json` prints one object of the contract's shape."""
    for question in (QUESTION, "спасибо", "", "?" * 4096, "<b>&amp;"):
        done = run("ask", question, "--json")
        assert done.stdout.count(b"\n") == 1
        contract.validate(json.loads(done.stdout))


def test_text_that_is_no_unicode_is_answered(run: Run) -> None:
    """Stray bytes on the command line break nothing."""
    done = run("ask", b"\xff\xfe", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["outcome"] == "nothing"


def test_the_locale_does_not_matter(run: Run) -> None:
    """Kazakh comes out as UTF-8 where the terminal claims another encoding."""
    done = run("ask", QUESTION, "--lang", "kk", PYTHONIOENCODING="latin-1")
    assert "құжат" in done.stdout.decode().casefold()


def test_a_batch_answers_line_by_line(run: Run, contract: Draft202012Validator) -> None:
    """`ask --batch` writes one object for each line, in order; empty lines are passed over."""
    lines = [
        {"q": QUESTION},
        {"q": QUESTION, "lang": "kk"},
        {"q": "экспорттық бақылау қорытындысы", "lang": None, "id": 5},
        {"q": "\ud800"},
    ]
    stdin = b"\n\n".join(json.dumps(line).encode() for line in lines)
    done = run("ask", "--batch", stdin=stdin)
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    for answer in answers:
        contract.validate(answer)
    assert [answer["lang"] for answer in answers[:3]] == ["ru", "kk", "kk"]
    assert len(answers) == 4


@pytest.mark.parametrize(
    "line",
    [
        b"no json",
        b'"a text"',
        b'{"question": 1}',
        b'{"q": 5}',
        b'{"q": "x", "lang": "en"}',
        b'{"q": "x", "lang": ["kk"]}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_a_bad_line_ends_a_batch(run: Run, line: bytes) -> None:
    """A line that is no question is told by its number at once; those before it were answered."""
    done = run("ask", "--batch", stdin=b'{"q": "x"}\n' + line + b'\n{"q": "y"}\n')
    assert refusal(done).startswith("bot: line 2")
    assert done.stdout.count(b"\n") == 1


def test_the_project_s_data_are_clean(run: Run) -> None:
    """`check` finds no fault and says how much each service holds, then what it looked at."""
    done = run("check")
    assert done.returncode == 0, done.stdout.decode()
    *services, last = done.stdout.decode().splitlines()
    assert len(services) == 28
    counted = r"[a-z-]+: \d+ cases, \d+ papers, \d+ terms, \d+ routes, \d+ requirements, "
    counted += r"\d+ notes, \d+ unquoted"
    assert all(re.fullmatch(counted, line) for line in services)
    assert last == "28 services, quotations not compared (give --sources): no faults"


def test_faulty_data_are_named(run: Run, workplace: Path) -> None:
    """`check` prints each fault in a line with file and line number, and is status 1."""
    (workplace / "more" / "services").mkdir(parents=True)
    (workplace / "more" / "services" / "tea.yaml").write_text("id: tea\n", encoding="utf-8")
    done = run("check", DATA_DIR="more")
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"more/services/tea.yaml:1: " in done.stdout


@pytest.mark.parametrize("words", [["ask", QUESTION], ["export"]])
def test_faulty_data_answer_nothing(run: Run, workplace: Path, words: list[str]) -> None:
    """With a faulty data file no question is answered and nothing is exported."""
    (workplace / "more" / "services").mkdir(parents=True)
    (workplace / "more" / "services" / "tea.yaml").write_text("id: tea\n", encoding="utf-8")
    done = run(*words, DATA_DIR="more")
    assert "tea.yaml:1: " in refusal(done)
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        (["  leads: [{service: tea}]"], 4, "tea is not in the catalogue"),
        (
            ["  leads:", "    - {service: veteran-id, case: stolen}"],
            5,
            "veteran-id/stolen is not in the catalogue",
        ),
        (["  words: []", LEADS], 3, "situations[0].words: "),
        (["  words: [кража, '?!']", LEADS], 3, "'?!' must begin with a word"),
        (["  words:", "    - кража & у*", LEADS], 4, "'у*' must begin with a word"),
        (["  words: [кража& билет]", LEADS], 3, "a space on each side of `&`"),
        (["  words: [кража]"], 2, "situations[0].leads: "),
        (["  words: [кража", LEADS], 4, "is no valid YAML"),
    ],
    ids=[
        "an unknown service",
        "an unknown case",
        "no words",
        "words of no letters",
        "a stem too short",
        "no space",
        "no leads",
        "no YAML",
    ],
)
def test_faulty_situations_are_named(
    run: Run, workplace: Path, lines: list[str], line: int, said: str
) -> None:
    """A situation that does not fit is told in one line by `check` and answers nothing."""
    (workplace / "more").mkdir()
    words = [] if any("words" in each for each in lines) else ["  words: [кража]"]
    text = "\n".join(["situations:", "- id: theft", *words, *lines, ""])
    (workplace / "more" / "situations.yaml").write_text(text, encoding="utf-8")
    for command in (["check"], ["ask", QUESTION]):
        done = run(*command, DATA_DIR="more")
        refused = refusal(done)
        assert f"more/situations.yaml:{line}: " in refused
        assert said in refused
        assert done.stdout == b""


def test_faulty_synonyms_are_named(root: Path, workplace: Path) -> None:
    """`check` reads the words people use too."""
    copy = workplace / "project"
    copy.mkdir()
    for name in ("bot", "locales", "data"):
        shutil.copytree(root / name, copy / name)
    (copy / "data" / "synonyms.yaml").write_text("asked: {prices: [цена]}\n", encoding="utf-8")
    for command in (["check"], ["ask", QUESTION]):
        done = subprocess.run(
            [sys.executable, "-m", "bot", *command], cwd=copy, capture_output=True, check=False
        )
        assert "synonyms.yaml:1: asked.prices" in refusal(done)


def test_the_catalogue_is_exported(run: Run) -> None:
    """`export` writes one JSON document with the services in both languages."""
    done = run("export")
    assert done.returncode == 0, done.stderr
    services = {service["id"]: service for service in json.loads(done.stdout)["services"]}
    assert {"end-user-certificate", "export-control-conclusion"} <= set(services)
    assert set(services["end-user-certificate"]["title"]) >= {"kk", "ru"}


def test_the_database_is_migrated(run: Run, workplace: Path) -> None:
    """`migrate` makes the file and says its version; a second time it does nothing more."""
    first, second = run("migrate"), run("migrate")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert first.stdout == second.stdout
    assert (workplace / "var" / "bot.db").is_file()


def test_a_database_that_cannot_be_opened_is_told(run: Run, workplace: Path) -> None:
    """A database that cannot be opened is status 2, for `migrate` and for `run`."""
    (workplace / "folder").mkdir()
    address = "sqlite+aiosqlite:///folder"
    for words in (["migrate"], ["run"]):
        done = run(*words, DATABASE_URL=address, BOT_TOKEN="7:nobody")
        assert "folder cannot be opened" in refusal(done)


def test_health_is_the_age_of_the_heartbeat(run: Run, workplace: Path) -> None:
    """`health` prints whole seconds, and is status 0 up to a minute and a half."""
    Heartbeat(workplace / "var").beat()
    done = run("health")
    assert done.returncode == 0
    assert int(done.stdout) < LIMIT


def test_a_stopped_heart_is_a_fault(run: Run, workplace: Path) -> None:
    """A heartbeat that is old, or was never there, is status 1."""
    done = run("health")
    assert (done.returncode, done.stdout) == (1, b"no heartbeat\n")
    Heartbeat(workplace / "var").beat()
    (file,) = (workplace / "var").iterdir()
    old = time.time() - LIMIT - 5
    os.utime(file, (old, old))
    done = run("health")
    assert done.returncode == 1
    assert int(done.stdout) >= LIMIT + 5


def test_a_reader_that_leaves_is_no_trouble(root: Path) -> None:
    """When whoever reads the output has read enough, the command ends without a word."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "export"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as export:
        assert export.stdout is not None
        assert export.stderr is not None
        export.stdout.close()
        assert export.stderr.read() == b""
    assert export.returncode == 141


def test_a_closed_output_is_no_trouble(root: Path) -> None:
    """A command whose output goes nowhere still tells by its status."""
    closed = ["sh", "-c", 'exec "$@" >&-', "sh"]
    done = subprocess.run(
        [*closed, sys.executable, "-m", "bot", "check"], cwd=root, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", [["sandbox"], ["run", "--or-sandbox"]])
def test_a_port_in_use_is_told(run: Run, words: list[str]) -> None:
    """A port that another program has is status 2, with the setting to change."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run(*words, SANDBOX_PORT=str(taken.getsockname()[1]))
    assert "SANDBOX_PORT" in refusal(done)


def test_without_a_token_the_sandbox_opens(root: Path, workplace: Path) -> None:
    """`run --or-sandbox` prints where to chat, serves the page there, and ends at SIGTERM."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--or-sandbox"],
        cwd=workplace,
        env={**os.environ, "PYTHONPATH": str(root), "SANDBOX_PORT": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as bot:
        assert bot.stdout is not None
        port = re.search(r"http://127\.0\.0\.1:(\d+)", bot.stdout.readline())
        assert port is not None
        page = http.client.HTTPConnection("127.0.0.1", int(port[1]))
        page.request("GET", "/")
        assert page.getresponse().status == 200
        page.close()
        bot.terminate()
        _, errors = bot.communicate()
    assert bot.returncode == 0
    assert "Traceback" not in errors


def test_an_interruption_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], workplace: Path
) -> None:
    """Ctrl-C ends a command without a traceback, with the shell's status for it."""

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    (workplace / "var").mkdir()
    monkeypatch.setattr("bot.heartbeat.Heartbeat.age", interrupted)
    assert main(["health"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_mistake_of_ours_is_one_line(root: Path, workplace: Path) -> None:
    """What nobody foresaw is told in one line that names the place and quotes nothing."""
    broken = "import bot.cli\ndef main(): raise KeyError('my name is')\nbot.cli.main = main\n"
    (workplace / "sitecustomize.py").write_text(broken, encoding="utf-8")
    path = os.pathsep.join([str(workplace), str(root)])
    done = subprocess.run(
        [sys.executable, "-m", "bot", "health"],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"unexpected KeyError at " in done.stderr
    assert b"my name" not in done.stderr
