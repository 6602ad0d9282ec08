"""The two databases: an SQLite file, and a PostgreSQL server of our own where one can be."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.storage import Cipher, SqlStore, migrate, open_store

PROGRAMS = Path("/usr/lib/postgresql")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Give the address of a PostgreSQL database that may be emptied."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given
        return
    programs = next(iter(sorted(PROGRAMS.glob("*/bin"), reverse=True)), None)
    if programs is None:
        pytest.skip("PostgreSQL is not installed, and TEST_POSTGRES_URL names no database")
    # the server refuses to run as root, and the name of its socket must be short
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        if user:
            account = pwd.getpwnam(user)
            os.chown(folder, account.pw_uid, account.pw_gid)
        with _server(programs, folder, user) as address:
            yield address
    finally:
        shutil.rmtree(folder)


@contextmanager
def _server(programs: Path, folder: Path, user: str | None) -> Iterator[str]:
    """Run a server that listens on a socket in its own folder and nowhere else."""
    data = folder / "data"
    initdb: list[str | Path] = [
        programs / "initdb",
        "--no-sync",
        "--auth=trust",
        "--username=qujat",
        "-D",
        data,
    ]
    subprocess.run(
        initdb,
        check=True,
        user=user,
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )
    server = subprocess.Popen(
        [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", "-F"],
        user=user,
        cwd=folder,
        stderr=subprocess.DEVNULL,
    )
    try:
        ready: list[str | Path] = [programs / "pg_isready", "--quiet", "-h", folder, "-U", "qujat"]
        while subprocess.run(ready, check=False).returncode:
            assert server.poll() is None, "the server did not start"
            time.sleep(0.05)
        yield f"postgresql+asyncpg://qujat@/postgres?host={folder}"
    finally:
        server.send_signal(signal.SIGINT)  # at once, without waiting for connections to end
        server.wait()


@pytest.fixture(scope="session")
def cipher() -> Cipher:
    """Return what encrypts the personal fields."""
    return Cipher(["a secret of nobody, told in a test"])


@pytest.fixture
async def postgres_url(postgres_server: str) -> str:
    """Give the address of an empty PostgreSQL database."""
    engine = create_async_engine(postgres_server, poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
    await engine.dispose()
    return postgres_server


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
