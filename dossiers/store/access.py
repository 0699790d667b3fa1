"""Who looked, who printed, who exported, who came in or failed to: kept at this desk for good, and never sent."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from dossiers.access import Access, Entry, Look, Wanted
from dossiers.clock import Clock, from_ms, to_ms
from dossiers.store import schema
from dossiers.store.database import Database

access = schema.access

SAME_LOOK = timedelta(minutes=5)
"""Somebody who opens a dossier again within this time is still looking at it."""


class Tried(Protocol):
    """A seat with the wrong tries ever made at it, the last of them at `failed_at_ms`."""

    @property
    def name(self) -> str:
        """Whose seat."""
        ...

    @property
    def failures(self) -> int:
        """How many."""
        ...

    @property
    def failed_at_ms(self) -> int:
        """When last, by the clock of that time."""
        ...


class AccessLog:
    """Rows are only ever added: the database refuses anything else."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def note(
        self, kind: Access, clerk: str, *, what: str = "", dossier_id: UUID | None = None, times: int = 1,
        at_ms: int | None = None,
    ) -> None:  # fmt: skip
        """Put one thing on record."""
        row = {
            "at": to_ms(self._clock()) if at_ms is None else at_ms, "clerk": clerk, "kind": kind.value,
            "dossier": dossier_id.bytes if dossier_id else None, "what": what, "times": times,
        }  # fmt: skip
        with self._database.begin() as connection:
            connection.execute(access.insert().values(row))

    def note_look(self, dossier_id: UUID, clerk: str) -> None:
        """Put a look on record, unless it goes on from one that is."""
        now = self._clock()
        mine = access.c.dossier == dossier_id.bytes, access.c.clerk == clerk, access.c.kind == Access.LOOKED.value
        recent = access.c.at > to_ms(now - SAME_LOOK), access.c.at <= to_ms(now)
        with self._database.begin() as connection:
            if connection.execute(select(access.c.id).where(*mine, *recent).limit(1)).first() is None:
                self.note(Access.LOOKED, clerk, dossier_id=dossier_id)

    def note_entry(self, clerk: str, seats: Iterable[Tried], by: str = "") -> None:
        """Put on record who came in, by what, and first the wrong tries at every seat that are not on record yet."""
        with self._database.begin():
            for seat in seats:
                if (new := seat.failures - self._failures(seat.name)) > 0:
                    self.note(Access.FAILED, seat.name, times=new, at_ms=seat.failed_at_ms)
            self.note(Access.SIGNED_IN, clerk, what=by)

    def looks_at(self, dossier_id: UUID) -> tuple[Look, ...]:
        """Every look at a dossier, the latest first."""
        of_this = access.c.dossier == dossier_id.bytes, access.c.kind == Access.LOOKED.value
        query = select(access).where(*of_this).order_by(access.c.at.desc(), access.c.clerk)
        with self._database.begin() as connection:
            return tuple(Look(at=from_ms(row.at), clerk=row.clerk) for row in connection.execute(query))

    def entries(self, wanted: Wanted, limit: int, before: int | None = None) -> tuple[Entry, ...]:
        """The latest rows first; `before` is the id that the page before ended with."""
        dossier = schema.dossier
        query = select(access, func.coalesce(dossier.c.code, "").label("code")).outerjoin(
            dossier, dossier.c.uid == access.c.dossier
        )
        conditions = _conditions(wanted)
        if before is not None:
            conditions.append(access.c.id < before)
        with self._database.begin() as connection:
            return tuple(
                Entry(
                    id=row.id, at=from_ms(row.at), clerk=row.clerk, kind=Access(row.kind), code=row.code,
                    what=row.what, times=row.times,
                )
                for row in connection.execute(query.where(*conditions).order_by(access.c.id.desc()).limit(limit))
            )  # fmt: skip

    def clerks(self) -> tuple[str, ...]:
        """Everybody who is on record, those who left included."""
        with self._database.begin() as connection:
            return tuple(connection.execute(select(access.c.clerk).distinct().order_by(access.c.clerk)).scalars())

    def _failures(self, name: str) -> int:
        query = select(func.coalesce(func.sum(access.c.times), 0)).where(
            access.c.clerk == name, access.c.kind == Access.FAILED.value
        )
        with self._database.begin() as connection:
            return int(connection.execute(query).scalar_one())


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.clerk:
        conditions.append(access.c.clerk == wanted.clerk)
    if wanted.kind is not None:
        conditions.append(access.c.kind == wanted.kind.value)
    if wanted.since is not None:
        conditions.append(access.c.at >= to_ms(wanted.since))
    if wanted.until is not None:
        conditions.append(access.c.at < to_ms(wanted.until))
    return conditions
