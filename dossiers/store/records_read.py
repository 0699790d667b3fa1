"""Reads of the deeds of the office that belong to no dossier: cash counted, books opened, people turned away."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from dossiers import records
from dossiers.clock import from_ms, to_ms
from dossiers.journal import decode
from dossiers.store import schema
from dossiers.store.database import Database
from dossiers.store.ledger import Ledger

_record, _journal = schema.record, schema.journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One such deed: when, by whom, and its body, of the type that records.RECORDS names."""

    at: datetime
    actor: str
    body: Any


class Records:
    """Finds them by their kind; a line left behind by a fork does not count."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self._database, self._ledger = database, ledger

    def of(self, kind: str, first: datetime, last: datetime) -> tuple[Recorded, ...]:
        """The deeds of a kind between two UTC instants, both included, the latest first."""
        span = _record.c.at.between(to_ms(first), to_ms(last))
        return tuple(self._read(_of_kind(kind).where(span)))

    def latest(self, kind: str) -> Recorded | None:
        """The last deed of a kind."""
        with closing(self._read(_of_kind(kind))) as found:
            return next(found, None)

    def _read(self, query: Select[Any]) -> Generator[Recorded]:
        with self._database.begin() as connection:
            for row in connection.execute(query):
                if self._ledger.counts(row.epoch, row.seq):
                    op = decode(row.line)
                    yield Recorded(at=from_ms(row.at), actor=op.actor, body=records.read(op))


def _of_kind(kind: str) -> Select[Any]:
    return (
        select(_record.c.at, _journal.c.line, _journal.c.epoch, _journal.c.seq)
        .join(_journal, _journal.c.n == _record.c.n)
        .where(_record.c.kind == kind)
        .order_by(_record.c.at.desc(), _record.c.n.desc())
    )
