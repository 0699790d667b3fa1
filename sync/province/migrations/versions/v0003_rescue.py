"""Rescue codes of the desks, sealed, and which of them were read out."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Two tables that a worker of the version before does not look at."""
    op.create_table(
        "rescue_set",
        sa.Column("device", sa.LargeBinary, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("taken_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("device", "label"),
    )
    op.create_table(
        "rescue_shown",
        sa.Column("device", sa.LargeBinary, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("shown_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("device", "label", "number"),
    )
