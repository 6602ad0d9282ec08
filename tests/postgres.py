"""A PostgreSQL server of the tests' own, and empty databases on it or on a given one."""

import asyncio
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool


def installed() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs; None if there is none."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((program.parent for program in found), default=None)


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Run a server, and give the address of a database on it."""
    # the server refuses to run as root, and the name of its socket must be short
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        if user:
            account = pwd.getpwnam(user)
            os.chown(folder, account.pw_uid, account.pw_gid)
        with _listening(programs, folder, user):
            yield f"postgresql+asyncpg://qujat@/postgres?host={folder}"
    finally:
        shutil.rmtree(folder)


@contextmanager
def _listening(programs: Path, folder: Path, user: str | None) -> Iterator[None]:
    """Run a server that listens on a socket in its own folder and nowhere else."""
    data = folder / "data"
    initdb: list[str | Path] = [
        programs / "initdb",
        "--no-sync",
        "--auth=trust",
        "--username=qujat",
        "--encoding=UTF8",
        "--no-locale",  # the one of the environment may not be there
        "-D",
        data,
    ]
    subprocess.run(initdb, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)
    running = subprocess.Popen(
        [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", "-F"],
        user=user,
        cwd=folder,
        stderr=subprocess.DEVNULL,
    )
    try:
        ready: list[str | Path] = [programs / "pg_isready", "--quiet", "-h", folder, "-U", "qujat"]
        while subprocess.run(ready, check=False).returncode:
            assert running.poll() is None, "the server did not start"
            time.sleep(0.05)
        yield
    finally:
        running.send_signal(signal.SIGINT)  # at once, without waiting for connections to end
        running.wait()


@contextmanager
def new_database(beside: str) -> Iterator[str]:
    """Make an empty database on the server of another, and drop it afterwards.

    The user of the address `beside` must be allowed to create databases; nothing of the database
    it names is touched, so any number of processes may share it.
    """
    name = f"test_{uuid4().hex}"
    asyncio.run(_command(beside, f"CREATE DATABASE {name}"))
    try:
        yield urlsplit(beside)._replace(path=f"/{name}").geturl()
    finally:
        asyncio.run(_command(beside, f"DROP DATABASE {name} WITH (FORCE)"))


async def _command(address: str, command: str) -> None:
    """Run a command that no transaction may hold."""
    engine = create_async_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.execute(text(command))
    await engine.dispose()
