"""The tables, as the newest migration leaves them."""

import datetime as dt
from typing import Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

# every constraint has a name, so that a migration can drop it on both databases
metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[dt.datetime]):
    """Keep an instant in UTC and give it back aware: SQLite itself forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> dt.datetime | None:
        """Turn an aware time into UTC; a naive one is refused, since its instant is unknown."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(dt.UTC)

    def process_result_value(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> dt.datetime | None:
        """Name the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


users: Final = Table(
    "users",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # Telegram's
    # none until the person chooses one
    Column("lang", String(2), CheckConstraint("lang IN ('kk', 'ru')", "lang")),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    # since when the person has blocked the bot, none if they have not
    Column("unreachable_at", UtcDateTime),
)

checklists: Final = Table(
    "checklists",
    metadata,
    Column(
        "person_id",
        BigInteger,
        ForeignKey("users.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("service_id", String(30), primary_key=True),
    Column("case_id", String(20), primary_key=True),
    Column("ticked", Text, nullable=False),  # a JSON list of ids of papers, encrypted
    Column("updated_at", UtcDateTime, nullable=False, index=True),
)

# what has been written because of an update is not written again
handled_updates: Final = Table(
    "handled_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),  # Telegram's
    Column("handled_at", UtcDateTime, nullable=False, index=True),
)

# updates that Telegram was told to forget before they were answered
inbox: Final = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),  # JSON as Telegram sent it, encrypted
    Column("held_at", UtcDateTime, nullable=False),
)
