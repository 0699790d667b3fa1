"""The register: one dossier by its code, many by what was typed, lists and counts, newest first."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Connection, TextClause, and_, bindparam, exists, func, or_, select

from dossiers import fold
from dossiers.clock import Clock, from_ms, local_date
from dossiers.codes import normalise, parse_slip
from dossiers.dossier import Dossier
from dossiers.errors import NotFound
from dossiers.journal import decode
from dossiers.marks import Mark
from dossiers.people import Person
from dossiers.status import Status
from dossiers.store import schema
from dossiers.store.choices import Choices, read_choices
from dossiers.store.conditions import ORDERS, Filter, Order, awaiting, conditions, day_range, due_by, overdue
from dossiers.store.database import Database
from dossiers.store.ledger import Ledger
from dossiers.store.neighbours import open_dossiers_of
from dossiers.store.search import Search

dossier = schema.dossier

TOTAL_CAP = 200
"""Matches are counted so far and no further; a clerk types on long before."""

ROW = (
    dossier.c.id, dossier.c.uid, dossier.c.code, dossier.c.name, dossier.c.id_number, dossier.c.procedure_name,
    dossier.c.received_at, dossier.c.due_at, dossier.c.status, dossier.c.conditional, dossier.c.stopped_at,
    dossier.c.late_since, dossier.c.marks, dossier.c.holder, dossier.c.held_since, dossier.c.epoch, dossier.c.seq,
    exists().where(schema.held.c.dossier == dossier.c.id).label("held"),
)  # fmt: skip
ROWS = select(*ROW).where(dossier.c.id.in_(bindparam("keys", expanding=True))).order_by(dossier.c.id.desc())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A dossier as lists show it; `name` and `id_number` are those of whoever stood at the counter.

    `stopped_at` is where its clock stopped, if it did, and `late` that it ran past its date (standing.py). `sent` is
    "sent" when a signed receipt covers every op of it, "held" when the province set one aside. Of a `recovered` one
    only the slip it came back from is known.
    """

    key: int
    id: UUID
    code: str
    name: str
    id_number: str
    procedure_name: str
    received_at: datetime
    due_at: datetime | None
    status: Status
    conditional: bool
    stopped_at: datetime | None
    late: bool
    holder: str
    held_since: datetime
    sent: str
    recovered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to look for: typed text, a filter, what stands first, and how many rows are wanted."""

    text: str = ""
    filter: Filter = field(default_factory=Filter)
    order: Order = Order.NEWEST
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The newest rows; `total` counts matches up to TOTAL_CAP, `any_order` says words were not side by side."""

    rows: tuple[Row, ...]
    total: int
    any_order: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The figures of the frame; `unsent` counts ops no signed receipt covers."""

    received_today: int
    returned_today: int
    due_today: int
    overdue: int
    awaiting: int
    ready: int
    unsent: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One line of a dossier's history."""

    at: datetime
    actor: str
    kind: str
    sent: bool


class Register:
    """Reads of the register; nothing here writes."""

    def __init__(self, database: Database, ledger: Ledger, search: Search, clock: Clock) -> None:
        self._database = database
        self._ledger = ledger
        self._search = search
        self._clock = clock

    def get(self, dossier_id: UUID) -> Dossier:
        """The present state; raises NotFound."""
        found = self._one(dossier.c.uid == dossier_id.bytes)
        if found is None:
            raise NotFound("Không có hồ sơ này trong sổ.")
        return found

    def find(self, text: str) -> Dossier | None:
        """The dossier of a code in any spelling, of a slip's `CODE/ID` or `SEP:CODE/ID`, or of an alias."""
        slip = parse_slip(text)
        if slip and slip.id and (found := self._one(dossier.c.uid == slip.id.bytes)):
            return found
        key = normalise(slip.code if slip else text)
        alias = select(schema.alias.c.dossier).where(schema.alias.c.code_key == key)
        return self._one(or_(dossier.c.code_key == key, dossier.c.id.in_(alias))) if key else None

    def search(self, query: Query) -> Found:
        """The first `limit` matches; raises Interrupted when `desk.interrupt` cut it short."""
        cap = max(query.limit, TOTAL_CAP)
        with self._database.begin() as connection, self._search.running():
            ids, any_order = self._ids(connection, query, cap if query.order is Order.NEWEST else None)
            rows = {row.key: row for row in self._rows(connection, ids[: query.limit])}
        found = tuple(rows[key] for key in ids[: query.limit])
        return Found(rows=found, total=min(len(ids), cap), any_order=any_order)

    def ids(self, query: Query) -> "array[int]":
        """The keys of all matches in the order asked for, whatever the limit."""
        with self._database.begin() as connection, self._search.running():
            ids, _ = self._ids(connection, query, None)
        return array("q", ids)

    def rows(self, keys: Sequence[int]) -> list[Row]:
        """The rows of some keys, in the order asked; at most a few hundred at a time."""
        with self._database.begin() as connection:
            found = {row.key: row for row in self._rows(connection, keys)}
        return [found[key] for key in keys if key in found]

    def dossiers(self, keys: Sequence[int]) -> list[Dossier]:
        """Whole dossiers in the order asked; at most a few hundred at a time."""
        query = select(schema.state).where(schema.state.c.dossier.in_(list(keys)))
        with self._database.begin() as connection:
            found = {row.dossier: row.state for row in connection.execute(query)}
        return [fold.decode_state(found[key]) for key in keys if key in found]

    def count(self, wanted: Filter) -> int:
        """How many dossiers a filter leaves."""
        query = select(func.count()).select_from(dossier)
        with self._database.begin() as connection:
            return int(
                connection.execute(query.where(*conditions(wanted, self._clock(), self._ledger.sent))).scalar_one()
            )

    def choices(self) -> Choices:
        """What a list can be narrowed to."""
        return read_choices(self._database)

    def counts(self) -> Counts:
        """The figures of today."""
        now = self._clock()
        today = day_range(local_date(now))

        def count(condition: ColumnElement[bool] | TextClause) -> int:
            query = select(func.count()).select_from(dossier).where(condition)
            return int(connection.execute(query).scalar_one())

        with self._database.begin() as connection:
            return Counts(
                received_today=count(dossier.c.received_at.between(*today)),
                returned_today=count(dossier.c.returned_at.between(*today)),
                due_today=count(due_by(now, local_date(now))),
                overdue=count(overdue(now)),
                awaiting=count(awaiting()),
                ready=count(schema.ON_SHELF),
                unsent=self._ledger.unsent_count(),
                total=int(connection.execute(select(func.coalesce(func.max(dossier.c.id), 0))).scalar_one()),
            )

    def citizen(self, id_number: str) -> Person | None:
        """How a person was last written down in an earlier dossier."""
        query = select(schema.citizen.c.person).where(schema.citizen.c.id_number == id_number)
        with self._database.begin() as connection:
            data = connection.execute(query).scalar()
        return msgspec.json.decode(data, type=Person) if data is not None else None

    def neighbours(self, id_number: str, name: str, birth_year: int | None) -> tuple[Row, ...]:
        """The open dossiers of a person: by their number, else by name without marks and year of birth."""
        with self._database.begin() as connection:
            keys = open_dossiers_of(connection, id_number, name, birth_year)
            return tuple(self._rows(connection, keys))

    def history(self, dossier_id: UUID) -> tuple[Deed, ...]:
        """Every deed on a dossier, oldest first."""
        entries = self._ledger.of(dossier_id)
        ops = [decode(entry.line) for entry in entries]
        return tuple(
            Deed(at=op.at, actor=op.actor, kind=op.kind, sent=self._ledger.covered(entry.epoch, entry.seq))
            for op, entry in zip(ops, entries, strict=True)
        )

    def usage(self) -> dict[str, int]:
        """How often each procedure was used, by code."""
        query = select(dossier.c.procedure_code, func.count()).group_by(dossier.c.procedure_code)
        with self._database.begin() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def received_on(self, day: date) -> tuple[Dossier, ...]:
        """The dossiers this desk took in on one Vietnamese day in the order of their codes, for the day's sheet."""
        query = (
            select(schema.state.c.state)
            .join(dossier, dossier.c.id == schema.state.c.dossier)
            .where(and_(*conditions(Filter(received_from=day, received_to=day), self._clock(), self._ledger.sent)))
            .where(dossier.c.desk.is_(None))
            .order_by(dossier.c.code)
        )
        with self._database.begin() as connection:
            return tuple(fold.decode_state(data) for data in connection.execute(query).scalars())

    def returned_on(self, day: date) -> tuple[Dossier, ...]:
        """The dossiers whose results changed hands on one Vietnamese day, the latest first."""
        first, last = day_range(day)
        query = (
            select(schema.state.c.state)
            .join(dossier, dossier.c.id == schema.state.c.dossier)
            .where(dossier.c.returned_at.between(first, last))
            .order_by(dossier.c.returned_at.desc(), dossier.c.id.desc())
        )
        with self._database.begin() as connection:
            return tuple(fold.decode_state(data) for data in connection.execute(query).scalars())

    def _ids(self, connection: Connection, query: Query, limit: int | None) -> tuple[list[int], bool]:
        """Matching keys in the order asked for, and whether the words were found apart."""
        wanted = conditions(query.filter, self._clock(), self._ledger.sent)
        ids, any_order = self._search.ids(connection, query.text, wanted, limit)
        if query.order is Order.NEWEST:
            return ids, any_order
        found = set(ids)
        ordered = select(dossier.c.id).where(*wanted).order_by(ORDERS[query.order], dossier.c.id)
        return [key for key in connection.execute(ordered).scalars() if key in found], any_order

    def _one(self, condition: ColumnElement[bool]) -> Dossier | None:
        query = select(schema.state.c.state).join(dossier, dossier.c.id == schema.state.c.dossier).where(condition)
        with self._database.begin() as connection:
            data = connection.execute(query).scalar()
        return fold.decode_state(data) if data is not None else None

    def _rows(self, connection: Connection, keys: Sequence[int]) -> Iterator[Row]:
        found = connection.execute(ROWS, {"keys": list(keys)}).all()
        known = _known_from_province(connection, [row.uid for row in found if row.marks & Mark.RECOVERED])
        return (self._row(row, recovered=bool(row.marks & Mark.RECOVERED) and row.uid not in known) for row in found)

    def _row(self, row: Any, *, recovered: bool) -> Row:
        covered = self._ledger.covered(row.epoch, row.seq)
        return Row(
            key=row.id, id=UUID(bytes=row.uid), code=row.code, name=row.name, id_number=row.id_number,
            procedure_name=row.procedure_name, received_at=from_ms(row.received_at),
            due_at=from_ms(row.due_at) if row.due_at is not None else None, status=Status(row.status),
            conditional=bool(row.conditional),
            stopped_at=from_ms(row.stopped_at) if row.stopped_at is not None else None,
            late=row.late_since is not None, holder=row.holder, held_since=from_ms(row.held_since),
            sent="held" if row.held else "sent" if covered else "waiting", recovered=recovered,
        )  # fmt: skip


def _known_from_province(connection: Connection, uids: Sequence[bytes]) -> frozenset[bytes]:
    """Those of some dossiers whose reception the province holds, whatever is known of them here."""
    snapshot = schema.snapshot
    rows = connection.execute(select(snapshot.c.uid, snapshot.c.state).where(snapshot.c.uid.in_(uids))) if uids else ()
    return frozenset(uid for uid, state in rows if fold.decode_state(state).recovered is None)
