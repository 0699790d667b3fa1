"""Other desks' batches on their way to the province through this desk, and its sealed replies on their way back."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import func, select

from dossiers.store import schema
from dossiers.store.database import Database

relay = schema.relay


class Carried(NamedTuple):
    """A batch or a reply, and this desk's name for it."""

    n: int
    data: bytes


class Relay:
    """Nothing here is read, let alone changed: bytes in, the same bytes out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, device: bytes, body: bytes) -> None:
        """Take a batch on."""
        with self._database.begin() as connection:
            connection.execute(relay.insert().values(device=device, body=body))

    def next(self) -> Carried | None:
        """The oldest batch the province has not replied to."""
        query = select(relay.c.n, relay.c.body).where(relay.c.reply.is_(None)).order_by(relay.c.n).limit(1)
        with self._database.begin() as connection:
            row = connection.execute(query).first()
        return Carried(*row) if row else None

    def replied(self, n: int, reply: bytes) -> None:
        """Keep the province's reply until the desk has it."""
        with self._database.begin() as connection:
            connection.execute(relay.update().where(relay.c.n == n).values(reply=reply))

    def replies(self, device: bytes) -> tuple[Carried, ...]:
        """The replies a desk has not acknowledged."""
        query = select(relay.c.n, relay.c.reply).where(relay.c.device == device, relay.c.reply.is_not(None))
        with self._database.begin() as connection:
            return tuple(Carried(*row) for row in connection.execute(query.order_by(relay.c.n)))

    def forget(self, device: bytes, had: Iterable[int]) -> None:
        """A desk has these replies."""
        with self._database.begin() as connection:
            gone = relay.c.n.in_(list(had)) & (relay.c.device == device) & relay.c.reply.is_not(None)
            connection.execute(relay.delete().where(gone))

    def waiting(self) -> int:
        """How many batches wait for the line."""
        query = select(func.count()).select_from(relay).where(relay.c.reply.is_(None))
        with self._database.begin() as connection:
            return int(connection.execute(query).scalar_one())
