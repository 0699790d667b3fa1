"""What a desk says is still unsent, and what it is told of a line that stays held."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Two columns with a default: a worker of the version before goes on writing without them."""
    op.add_column("device", sa.Column("unsent", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("review", sa.Column("why", sa.String, nullable=False, server_default=""))
