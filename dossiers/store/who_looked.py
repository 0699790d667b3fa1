"""Who opened which dossier unmasked, and when: kept at this desk, shown to those who lead it, never sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from dossiers.clock import Clock, from_ms, to_ms
from dossiers.store import schema
from dossiers.store.database import Database

look = schema.look

SAME_LOOK = timedelta(minutes=5)
"""Somebody who opens a dossier again within this time is still looking at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One person's look at one dossier."""

    at: datetime
    clerk: str


class WhoLooked:
    """The record of looks; rows are only ever added."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def note(self, dossier_id: UUID, clerk: str) -> None:
        """Put a look on record, unless it goes on from one that is."""
        now = self._clock()
        mine = look.c.dossier == dossier_id.bytes, look.c.clerk == clerk
        recent = look.c.at > to_ms(now - SAME_LOOK), look.c.at <= to_ms(now)
        with self._database.begin() as connection:
            if connection.execute(select(look).where(*mine, *recent).limit(1)).first() is None:
                row = {"dossier": dossier_id.bytes, "at": to_ms(now), "clerk": clerk}
                connection.execute(look.insert().values(row))

    def at(self, dossier_id: UUID) -> tuple[Look, ...]:
        """Every look at a dossier, the latest first."""
        query = select(look).where(look.c.dossier == dossier_id.bytes).order_by(look.c.at.desc(), look.c.clerk)
        with self._database.begin() as connection:
            return tuple(Look(at=from_ms(row.at), clerk=row.clerk) for row in connection.execute(query))
