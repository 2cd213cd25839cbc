"""Conversations that are to be deleted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "erasures",
        sa.Column("conversation", sa.String(length=255), nullable=False),
        sa.Column("requested_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("conversation"),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("erasures")
