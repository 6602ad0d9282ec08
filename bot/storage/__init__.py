"""The database: SQLite by default, PostgreSQL by the same code."""

from bot.storage.cipher import Cipher
from bot.storage.keyfile import own_secret
from bot.storage.migrating import migrate
from bot.storage.store import SqlStore, open_store

__all__ = ["Cipher", "SqlStore", "migrate", "open_store", "own_secret"]
