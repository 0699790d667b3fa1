"""Papers that must be scanned again: their file will not reach the province whole, and a person has to know."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from dossiers.clock import Clock, from_ms, to_ms
from dossiers.store import schema
from dossiers.store.database import Database

rescan, blob, dossier = schema.rescan, schema.blob, schema.dossier


class Why(StrEnum):
    """What is wrong with the file."""

    SPOILED = "spoiled"
    """Its bytes on this machine are no longer those its op named."""

    REFUSED = "refused"
    """It came to the province whole and wrong three times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescan:
    """A file that only a new scan can stand in for; `sha256` in hex."""

    sha256: str
    why: Why
    since: datetime
    dossier_id: UUID
    code: str


class Rescans:
    """Kept until the file arrives after all, or somebody has scanned the paper again."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def need(self, sha256: str, why: Why) -> None:
        """The file will not arrive; said again, only the reason changes."""
        row = {"sha": bytes.fromhex(sha256), "why": why.value, "since": to_ms(self._clock())}
        with self._database.begin() as connection:
            connection.execute(insert(rescan).values(row).on_conflict_do_update(set_={"why": why.value}))

    def withdraw(self, sha256: str) -> None:
        """The file is on its way after all."""
        with self._database.begin() as connection:
            connection.execute(rescan.delete().where(rescan.c.sha == bytes.fromhex(sha256)))

    def settle(self, sha256: str) -> None:
        """The paper was scanned again: this file is awaited no longer."""
        with self._database.begin() as connection:
            values = {"settled_at": to_ms(self._clock())}
            connection.execute(rescan.update().where(rescan.c.sha == bytes.fromhex(sha256)).values(values))

    def open(self) -> tuple[Rescan, ...]:
        """What nobody has scanned again yet, oldest first; a file that arrived in another way is none of them."""
        query = (
            select(rescan, dossier.c.uid, dossier.c.code)
            .join(blob, blob.c.sha == rescan.c.sha)
            .join(dossier, dossier.c.id == blob.c.dossier)
            .where(rescan.c.settled_at.is_(None), blob.c.state == "waiting")
            .order_by(rescan.c.since, rescan.c.sha)
        )
        with self._database.begin() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Rescan(
                sha256=row.sha.hex(), why=Why(row.why), since=from_ms(row.since), dossier_id=UUID(bytes=row.uid),
                code=row.code,
            )
            for row in rows
        )  # fmt: skip
