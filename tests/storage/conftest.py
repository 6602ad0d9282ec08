"""The two databases, an empty one for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.storage import Cipher, SqlStore, migrate, open_store
from tests.postgres import new_database


@pytest.fixture(scope="session")
def cipher() -> Cipher:
    """Return what encrypts the personal fields."""
    return Cipher(["a secret of nobody, told in a test"])


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Give the address of an empty PostgreSQL database."""
    with new_database(postgres_server) as address:
        yield address


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Give the address of an SQLite file that is not there yet, nor is its folder."""
    return f"sqlite+aiosqlite:///{tmp_path}/var/bot.db"


@pytest.fixture(params=["sqlite", "postgres"])
def any_url(request: pytest.FixtureRequest) -> str:
    """Give the address of an empty database, once of each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def store(any_url: str, cipher: Cipher) -> AsyncIterator[SqlStore]:
    """Open a store on an empty database."""
    await migrate(any_url)
    opened = await open_store(any_url, cipher)
    yield opened
    await opened.close()
