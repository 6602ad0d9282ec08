"""`INSERT ... ON CONFLICT`: both databases have the same one, each under its own name."""

from collections.abc import Callable
from typing import Final

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

_INSERT: Final[dict[str, Callable[..., sqlite.Insert | postgresql.Insert]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return the statement that inserts into `table`; it has `on_conflict_do_update`."""
    return _INSERT[connection.dialect.name](table)
