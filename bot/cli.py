"""The command line: `python -m bot COMMAND`.

Exit status 0: fine; 1: a fault was found; 2: wrong usage or settings, with one line on stderr.
Each command imports the rooms it needs when it runs: `ask` loads neither aiogram nor SQLAlchemy.
"""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NoReturn, TypedDict, cast

from bot.config import read_settings
from bot.errors import QujatError, UsageError
from bot.text import LANGS, Lang

if TYPE_CHECKING:
    from bot.screens.desk import Reply

FINE: Final = 0
FAULT: Final = 1
WRONG: Final = 2
# as a shell tells of a program ended by these signals
_INTERRUPTED: Final = 130
_PIPE_CLOSED: Final = 141


class Question(TypedDict):
    """Hold one line of `ask --batch`."""

    q: str
    lang: Lang | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    try:
        chosen = _parser().parse_args(arguments)
        command = cast("Callable[[argparse.Namespace], int]", chosen.command)
        status = command(chosen)
        print(end="", flush=True)
    except QujatError as error:
        print(f"bot: {one_line(error)}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # the reader has read enough; what is still buffered must not be tried again at the exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    return status


def one_line(error: BaseException) -> str:
    """Return the message of `error` without line breaks."""
    return " ".join(str(error).split())


class _Parser(argparse.ArgumentParser):
    """Tell wrong words as any other wrong usage: in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; `{self.prog} --help` shows how.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m bot", description="Answer about public services by the law.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, run: Callable[[argparse.Namespace], int], what: str) -> _Parser:
        command = commands.add_parser(name, help=what, description=what, allow_abbrev=False)
        command.set_defaults(command=run)
        return command

    run = add("run", _run, "Serve Telegram.")
    run.add_argument(
        "--or-sandbox", action="store_true", help="without BOT_TOKEN, open the sandbox instead"
    )
    add("sandbox", _sandbox, "Serve the sandbox alone: a stand-in for Telegram, with a page.")
    ask = add("ask", _ask, "Answer a question as the chat would.")
    what = ask.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="?", metavar="TEXT", help="the question")
    what.add_argument(
        "--batch", action="store_true", help='read {"q": TEXT} lines, write one object a line'
    )
    ask.add_argument("--lang", choices=LANGS, help="the language of the answer")
    ask.add_argument("--json", action="store_true", help="write one JSON object")
    check = add("check", _check, "Check the data and print each fault.")
    check.add_argument("--sources", type=Path, metavar="DIR", help="compare with the acts in DIR")
    export = add("export", _export, "Write the catalogue as JSON.")
    export.add_argument(
        "--format",
        choices=("json", "cpsv-ap"),
        default="json",
        help="json: our own shape; cpsv-ap: JSON-LD in the EU's vocabulary for public services",
    )
    add("migrate", _migrate, "Bring the database to this program's schema.")
    add("health", _health, "Print the seconds since the running bot's last sign of life.")
    return parser


def _run(chosen: argparse.Namespace) -> int:
    from bot import app
    from bot.logs import set_up_logs

    settings = read_settings()
    set_up_logs(settings.log_level)
    if settings.bot_token is None and chosen.or_sandbox:
        asyncio.run(app.run_in_sandbox(settings))
    else:
        asyncio.run(app.run(settings))
    return FINE


def _sandbox(_: argparse.Namespace) -> int:
    from bot import app
    from bot.logs import set_up_logs

    settings = read_settings()
    set_up_logs(settings.log_level)
    asyncio.run(app.sandbox(settings))
    return FINE


def _ask(chosen: argparse.Namespace) -> int:
    from bot import app

    desk = app.desk(read_settings())
    if chosen.batch:
        for question in _questions(sys.stdin.buffer):
            reply = desk.reply(question["q"], question["lang"] or chosen.lang)
            print(_as_json(reply), flush=True)
        return FINE
    reply = desk.reply(_clean(chosen.text), chosen.lang)
    if chosen.json:
        print(_as_json(reply))
    else:
        print(reply.screen.plain)
        for row in reply.screen.rows:
            print(" ".join(f"[{button.label}]" for button in row))
    return FINE


def _check(chosen: argparse.Namespace) -> int:
    from bot.catalogue.checking import check
    from bot.catalogue.load import load_catalogue
    from bot.finding.situations import read_life
    from bot.finding.synonyms import read_synonyms

    folders = read_settings().data_dirs
    report = check(folders, chosen.sources)
    for fault in report.faults:
        print(fault)
    if report.faults:
        return FAULT
    # the words people use name services and cases, so they are read once those are in order
    read_synonyms(folders)
    read_life(folders, load_catalogue(folders))
    print(*report.counts(), report, sep="\n")
    return FINE


def _export(chosen: argparse.Namespace) -> int:
    from bot.catalogue.cpsv import linked_data
    from bot.catalogue.export import export
    from bot.catalogue.load import load_catalogue

    catalogue = load_catalogue(read_settings().data_dirs)
    given = linked_data(catalogue) if chosen.format == "cpsv-ap" else export(catalogue)
    print(json.dumps(given, ensure_ascii=False, indent=2))
    return FINE


def _migrate(_: argparse.Namespace) -> int:
    from bot.storage import migrate

    version = asyncio.run(migrate(read_settings().database_url))
    print(f"The database is at version {version}.")
    return FINE


def _health(_: argparse.Namespace) -> int:
    from bot.heartbeat import LIMIT, Heartbeat

    age = Heartbeat(read_settings().state_dir).age()
    print("no heartbeat" if age is None else age)
    return FINE if age is not None and age <= LIMIT else FAULT


def _questions(lines: BinaryIO) -> Iterator[Question]:
    """Read the lines of a batch; empty ones are passed over."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(
                f"line {number} is no JSON: write an object with a text q."
            ) from error
        if not isinstance(value, dict) or not isinstance(value.get("q"), str):
            raise UsageError(f"line {number}: write an object with a text q.")
        if value.get("lang") not in (None, *LANGS):
            raise UsageError(f"line {number}: lang is kk or ru, or left out.")
        yield {"q": _clean(value["q"]), "lang": value.get("lang")}


def _clean(text: str) -> str:
    """Put a question mark for what is no character: bytes that are no UTF-8, half of a pair."""
    return text.encode("utf-8", "replace").decode()


def _as_json(reply: "Reply") -> str:
    """Return the line that `ask.schema.json` describes."""
    found = reply.found
    return json.dumps(
        {
            "outcome": found.outcome,
            "intent": found.intent,
            "lang": reply.lang,
            "services": [
                {"id": service.service, "case": service.case, "score": round(service.score, 3)}
                for service in found.candidates
            ],
            "centres": [],
            "text": reply.screen.plain,
        },
        ensure_ascii=False,
    )
