"""Filters of the register as SQL: the same rules as dossiers/standing.py, for whole lists at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, or_

from dossiers.clock import VIETNAM, local_date, to_ms
from dossiers.status import AT_WORK, WAITING, Status
from dossiers.store import schema

dossier = schema.dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which dossiers to list; empty means any. Days are Vietnamese, both ends included."""

    statuses: frozenset[Status] = frozenset()
    procedure_code: str = ""
    received_from: date | None = None
    received_to: date | None = None
    overdue: bool = False
    due_today: bool = False
    unsent: bool = False


Conditions = list[ColumnElement[bool]]


def conditions(wanted: Filter, now: datetime, sent: Mapping[bytes, int]) -> list[ColumnElement[bool]]:
    """The filter as conditions on the table; `sent` gives the last seq a receipt covers, by epoch."""
    found: list[ColumnElement[bool]] = []
    if wanted.statuses:
        found.append(dossier.c.status.in_(sorted(wanted.statuses)))
    if wanted.procedure_code:
        found.append(dossier.c.procedure_code == wanted.procedure_code)
    if wanted.received_from:
        found.append(dossier.c.received_at >= to_ms(start_of(wanted.received_from)))
    if wanted.received_to:
        found.append(dossier.c.received_at < to_ms(start_of(wanted.received_to + timedelta(days=1))))
    if wanted.overdue:
        found.append(overdue(now))
    if wanted.due_today:
        found.append(due_today(now))
    if wanted.unsent:
        found.append(or_(*(and_(dossier.c.epoch == epoch, dossier.c.seq > seq) for epoch, seq in sent.items())))
    return found


def running() -> ColumnElement[bool]:
    """The office's clock runs."""
    return and_(dossier.c.finished_at.is_(None), dossier.c.status.in_(sorted(AT_WORK)))


def awaiting() -> ColumnElement[bool]:
    """The citizen is waited for: papers, or a duty to be paid."""
    return and_(dossier.c.finished_at.is_(None), dossier.c.status.in_(sorted(WAITING)))


def overdue(now: datetime) -> ColumnElement[bool]:
    """The promised instant passed while the clock ran; a late dossier that waits for the citizen stays late."""
    return and_(
        dossier.c.finished_at.is_(None), or_(and_(running(), dossier.c.due_at < to_ms(now)), was_late())
    )


def was_late() -> ColumnElement[bool]:
    """The clock once ran past the promised instant, or stopped after it."""
    return or_(dossier.c.late == 1, dossier.c.due_at < dossier.c.stopped_at)


def due_today(now: datetime) -> ColumnElement[bool]:
    """Promised for today and not yet late."""
    return and_(running(), dossier.c.late == 0, dossier.c.due_at.between(to_ms(now), day_range(local_date(now))[1]))


def day_range(day: date) -> tuple[int, int]:
    """The first and last millisecond of a day in Vietnam."""
    return to_ms(start_of(day)), to_ms(start_of(day + timedelta(days=1))) - 1


def start_of(day: date) -> datetime:
    """Midnight in Vietnam."""
    return datetime.combine(day, time(0), tzinfo=VIETNAM)
