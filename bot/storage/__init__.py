"""The database: SQLite by default, PostgreSQL by the same code."""

from bot.storage.migrating import migrate
from bot.storage.store import SqlStore, open_store

__all__ = ["SqlStore", "migrate", "open_store"]
