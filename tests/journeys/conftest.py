"""A sandbox, and a bot for each database, each a process; a new world for each journey."""

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Final

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.person import Person
from tests.journeys.process import Command, serving
from tests.journeys.seen import Json
from tests.postgres import new_database

PEOPLE: Final = (1001, 1002, 1003, 1004)
MINUTES: Final = count(1)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Take every journey on both databases, but on one where no database shows.

    The journeys of one database stay in one process of the tests, so each bot starts once.
    """
    if "bot" in metafunc.fixturenames:
        alone = metafunc.definition.get_closest_marker("one_database")
        kinds = ["sqlite"] if alone else ["sqlite", "postgres"]
        metafunc.parametrize(
            "bot",
            [pytest.param(kind, marks=pytest.mark.xdist_group(kind)) for kind in kinds],
            indirect=True,
            scope="session",
        )


@pytest.fixture(scope="session")
def sandbox(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the sandbox on a free port and return its address."""
    command = Command(root, tmp_path_factory.mktemp("sandbox"), "sandbox", SANDBOX_PORT="0")
    command.start()
    url = next(word for word in command.line().split() if word.startswith("http"))
    yield url
    assert command.stop() == 0, command.log


@pytest.fixture(scope="session")
def bot(
    request: pytest.FixtureRequest,
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    sandbox: str,
) -> Iterator[Command]:
    """Run the bot in it, on a database that `migrate` prepared if it must be prepared."""
    folder = tmp_path_factory.mktemp("bot")
    with ExitStack() as stack:
        settings = {}
        if request.param == "postgres":
            server = request.getfixturevalue("postgres_server")
            settings["DATABASE_URL"] = stack.enter_context(new_database(server))
            migrate = Command(root, folder, "migrate", **settings)
            migrate.start()
            assert migrate.wait() == 0, migrate.log
        command = serving(root, folder, sandbox, **settings)
        command.start()
        yield command
        if command.running:
            assert command.stop() == 0, command.log


@pytest.fixture
async def telegram(sandbox: str, bot: Command) -> AsyncIterator[Telegram]:
    """Give the people of a new world, whom the bot has never met.

    Afterwards every press is answered, and nothing that was sent is against Telegram's rules.
    """
    bot.start()  # a journey that failed may have left it stopped
    async with Telegram(sandbox) as driven:
        await driven.reset()
        await driven.ready(60)
        await driven.advance(minutes=next(MINUTES))  # or this would be a flood
        for number in PEOPLE:
            await be_forgotten(driven.person(number))
        await driven.ready()
        await driven.reset()
        yield driven
        await driven.ready()
        assert [press for press in await driven.callbacks() if not press["answered"]] == []
        assert [call for call in await driven.requests() if against_the_rules(call)] == []


async def be_forgotten(person: Person) -> None:
    """Let the bot forget what it kept of a person in an earlier journey."""
    await person.say("/forget")
    question = await person.sees()
    await person.press(question, "f:yes")
    await person.sees()


def against_the_rules(call: Json) -> bool:
    """Tell whether Telegram refused a request for what stood in it."""
    words = str((call["response"] or {}).get("description", ""))
    ordinary = ("message is not modified", "query is too old", "message to edit not found")
    return call["status"] == 400 and not any(reason in words for reason in ordinary)


@pytest.fixture
def aigul(telegram: Telegram) -> Person:
    """Return a woman whose telephone speaks Kazakh."""
    return telegram.person(1001)


@pytest.fixture
def sergey(telegram: Telegram) -> Person:
    """Return a man whose telephone speaks Russian."""
    return telegram.person(1002)


@pytest.fixture
def dana(telegram: Telegram) -> Person:
    """Return a member of the group."""
    return telegram.person(1004)
