"""The province's own journal, one for each unit: what it decides is an op like any desk's, and travels the same way."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

import msgspec
from sqlalchemy import Connection, select

from dossiers.clock import to_ms
from dossiers.errors import KnownError
from dossiers.journal import Epoch, Op, encode, link
from sync.batch import Batch
from sync.protocol import Header
from sync.province import intake
from sync.province.database import Database
from sync.province.devices import OWN_SLOT, Desk
from sync.province.schema import epoch

OWN_EPOCH = b"province"


def append(
    database: Database, connection: Connection, unit: str, kind: str, dossier_id: UUID, body: object, actor: str,
    now: datetime,
) -> None:  # fmt: skip
    """Write one op of the province and apply it, in the caller's transaction; raises KnownError where it is held."""
    op = Op(kind=kind, dossier_id=dossier_id, at=now, actor=actor, body=msgspec.json.encode(body))
    desk = Desk(sha256(f"province {unit}".encode()).digest()[:16], unit, OWN_SLOT, b"", False, 0)
    batch = _batch(connection, desk.id, encode(op), to_ms(now))
    verdict = intake.take(database, connection, desk, batch, now)
    if verdict.held:
        raise KnownError(verdict.held[0].reason)


def _batch(connection: Connection, identity: bytes, line: bytes, now_ms: int) -> Batch:
    """One line at the end of the unit's journal."""
    place = Epoch(device=identity, id=OWN_EPOCH)
    query = select(epoch.c.seq, epoch.c.hash).where(epoch.c.device == identity, epoch.c.id == OWN_EPOCH)
    seq, digest = connection.execute(query).one_or_none() or (0, place.root)
    header = Header(
        device=identity, epoch=OWN_EPOCH, first=seq + 1, count=1, previous=digest, head=link(digest, line),
        sent_at=now_ms, nonce=bytes(8),
    )  # fmt: skip
    return Batch(header, (line,))
