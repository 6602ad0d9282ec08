"""The bot's command; its SQLite database finds no room while a file `disk-full` is there."""

import runpy
from pathlib import Path
from typing import Final

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, Pool, PoolProxiedConnection

FLAG: Final = "disk-full"
_NO_LIMIT: Final = 2**32 - 2


def _measure(
    connection: DBAPIConnection, _: ConnectionPoolEntry, __: PoolProxiedConnection
) -> None:
    """Allow no page more than there are, or any number."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA max_page_count = {1 if Path(FLAG).exists() else _NO_LIMIT}")
    cursor.close()


if __name__ == "__main__":
    event.listen(Pool, "checkout", _measure)
    runpy.run_module("bot", run_name="__main__")
