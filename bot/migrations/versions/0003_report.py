"""The report: what became of messages and tickets, and up to where events have been read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "turns",
        sa.Column("conversation", sa.String(length=64), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("intent", sa.String(length=80), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("nearest", sa.String(length=80), nullable=True),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=True),
        sa.Column("word", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("conversation", "at"),
    )
    op.create_index("turns_at", "turns", ["at"], unique=False)
    op.create_table(
        "ticket_figures",
        sa.Column("ticket", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("requested_at", Moment(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("claimed_at", Moment(), nullable=True),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("end_reason", sa.String(length=40), nullable=True),
        sa.Column("contact_left", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.PrimaryKeyConstraint("ticket", "requested_at"),
    )
    op.create_table(
        "turns_read",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("timestamp", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    """Take the change back."""
    for table in ("turns_read", "ticket_figures", "turns"):
        op.drop_table(table)
