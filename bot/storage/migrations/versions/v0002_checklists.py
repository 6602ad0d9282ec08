"""The papers people have ticked off; they may have ticked before they chose a language."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0002"
down_revision: Final = "0001"


def upgrade() -> None:
    """Let a person have no language, and make the table of checklists."""
    _change_language(nullable=True)
    op.create_table(
        "checklists",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("service_id", sa.String(30), nullable=False),
        sa.Column("case_id", sa.String(20), nullable=False),
        sa.Column("ticked", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["users.id"],
            name=op.f("fk_checklists_person_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", "service_id", "case_id", name=op.f("pk_checklists")),
    )
    op.create_index(op.f("ix_checklists_updated_at"), "checklists", ["updated_at"])


def downgrade() -> None:
    """Drop it, and the people of whom nothing else was kept."""
    op.drop_table("checklists")
    op.execute("DELETE FROM users WHERE lang IS NULL")
    _change_language(nullable=False)


def _change_language(*, nullable: bool) -> None:
    """Allow or forbid that there is none; SQLite builds the table anew, as it is given here."""
    users = sa.Table(
        "users",
        sa.MetaData(),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lang", sa.String(2), nullable=not nullable),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("lang IN ('kk', 'ru')", name=op.f("ck_users_lang")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    )
    with op.batch_alter_table("users", copy_from=users) as table:
        table.alter_column("lang", existing_type=sa.String(2), nullable=nullable)
