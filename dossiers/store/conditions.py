"""Filters of the register as SQL: the same rules as dossiers/standing.py, for whole lists at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import ColumnElement, and_, or_

from dossiers.clock import VIETNAM, to_ms
from dossiers.status import AT_WORK, WAITING, Status
from dossiers.store import schema

dossier = schema.dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which dossiers to list; empty means any. Days are Vietnamese, both ends included.

    `due_to`: at work, not late, promised for that day or before. `ready_to`: ready on that day or before and still on
    the shelf. `holder`: in the hand of this office or person, the work not ended. `clerk`: taken in by.
    """

    statuses: frozenset[Status] = frozenset()
    procedure_code: str = ""
    holder: str = ""
    clerk: str = ""
    received_from: date | None = None
    received_to: date | None = None
    due_to: date | None = None
    ready_to: date | None = None
    overdue: bool = False
    awaiting: bool = False
    unsent: bool = False


class Order(StrEnum):
    """What stands first: the newest dossier, the nearest due date, what lies longest in one hand or on the shelf."""

    NEWEST = "newest"
    DUE = "due"
    HELD = "held"
    READY = "ready"


ORDERS: dict[Order, ColumnElement[Any]] = {
    Order.DUE: dossier.c.due_at.asc().nulls_last(), Order.HELD: dossier.c.held_since.asc(),
    Order.READY: dossier.c.finished_at.asc().nulls_last(),
}  # fmt: skip
"""The orders that are not the register's own."""


Conditions = list[ColumnElement[bool]]


def conditions(wanted: Filter, now: datetime, sent: Mapping[bytes, int]) -> Conditions:
    """The filter as conditions on the table; `sent` gives the last seq a receipt covers, by epoch."""
    found = _of_days(wanted, now)
    if wanted.statuses:
        found.append(dossier.c.status.in_(sorted(wanted.statuses)))
    if wanted.procedure_code:
        found.append(dossier.c.procedure_code == wanted.procedure_code)
    if wanted.holder:
        found += [dossier.c.finished_at.is_(None), dossier.c.holder == wanted.holder]
    if wanted.clerk:
        found.append(dossier.c.clerk == wanted.clerk)
    if wanted.overdue:
        found.append(overdue(now))
    if wanted.awaiting:
        found.append(awaiting())
    if wanted.unsent:
        found.append(unsent(sent))
    return found


def _of_days(wanted: Filter, now: datetime) -> Conditions:
    """What the filter asks of dates."""
    found: Conditions = []
    if wanted.received_from:
        found.append(dossier.c.received_at >= day_range(wanted.received_from)[0])
    if wanted.received_to:
        found.append(dossier.c.received_at <= day_range(wanted.received_to)[1])
    if wanted.due_to:
        found.append(due_by(now, wanted.due_to))
    if wanted.ready_to:
        found += [cast("ColumnElement[bool]", schema.ON_SHELF), dossier.c.finished_at <= day_range(wanted.ready_to)[1]]
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
    return or_(dossier.c.late_since.is_not(None), dossier.c.due_at < dossier.c.stopped_at)


def due_by(now: datetime, day: date) -> ColumnElement[bool]:
    """At work, not yet late, and promised for that day at the latest."""
    in_time = dossier.c.late_since.is_(None)
    return and_(running(), in_time, dossier.c.due_at.between(to_ms(now), day_range(day)[1]))


def unsent(sent: Mapping[bytes, int]) -> ColumnElement[bool]:
    """The latest op is covered by no signed receipt."""
    return or_(*(and_(dossier.c.epoch == epoch, dossier.c.seq > seq) for epoch, seq in sent.items()))


def day_range(day: date) -> tuple[int, int]:
    """The first and last millisecond of a day in Vietnam."""
    return to_ms(start_of(day)), to_ms(start_of(day + timedelta(days=1))) - 1


def start_of(day: date) -> datetime:
    """Midnight in Vietnam."""
    return datetime.combine(day, time(0), tzinfo=VIETNAM)
