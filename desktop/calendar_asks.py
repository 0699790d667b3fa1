"""What a changed calendar would do, and doing it: keep the days, move the dates one by one, remember what is left."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from dossiers.calendar_diff import DayChange, compare_calendars
from dossiers.calendars import DayRule, WorkCalendar, read_days, vietnam_calendar, write_days
from dossiers.change_calendar import note_calendar_change
from dossiers.dossier import Dossier
from dossiers.errors import Impossible, InvalidInput, KnownError
from dossiers.holiday_sweep import Moved, next_possible, sweep
from dossiers.names import nfc
from dossiers.people import Right
from dossiers.permissions import needs
from dossiers.reschedule import Rescheduled, reschedule
from dossiers.status import AT_WORK, WAITING
from sync.pack_news import UNWEIGHED_DAYS

if TYPE_CHECKING:
    from desktop.jobs import Desk

KEY, PROGRESS = "sweep", "sweep.progress"
"""The plan is written once, how far it has come after every dossier: a plan of a thousand dates is a megabyte."""

RECEIPT = "receipt"

Days = Mapping[date, DayRule]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A dossier the change touches; `promised_at` is the later promise of its apology, which no sweep moves.

    Where that promise stands, no new receipt is printed: its earlier date would speak against the letter in hand.
    """

    moved: Moved
    name: str
    promised_at: datetime | None = None
    promise_closed: bool = False
    """Whether the office is closed at the promised instant, by the new calendar."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What other days would do: the days whose hours change, and the open dossiers these touch."""

    changes: tuple[DayChange, ...]
    touched: tuple[Touched, ...] = ()

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The dossiers with a new date."""
        return tuple(each.moved for each in self.touched if not each.moved.stays)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A date still to be written."""

    dossier_id: UUID
    due_at: datetime
    reasons: tuple[str, ...]
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A sweep on its way, kept in the home: whatever ends the program, what is left is done next time.

    `days` is the office's own table as JSON, `kept` whether it holds already; `moves` are left after `done`, and
    `slips` are dossiers with a new date whose receipt is not in the queue yet.
    """

    days: str
    notice: str
    changed: tuple[date, ...]
    kept: bool = False
    moves: tuple[Move, ...] = ()
    done: int = 0
    slips: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Progress:
    """How far a plan has come."""

    done: int = 0
    slips: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One dossier dealt with, by its code; `fault` is why its date stayed."""

    code: str
    fault: KnownError | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The office's own days and hours, and what an earlier sweep left to do.

    `arrived` is what days that came from the province do to open dossiers, until somebody has decided on them.
    """

    own: Days
    calendar: WorkCalendar
    unfinished: Unfinished | None
    arrived: Effect | None = None


def read_calendar(desk: "Desk") -> Calendar:
    """What the settings show."""
    return Calendar(desk.calendar_days, desk.calendar, read_unfinished(desk), _arrived(desk))


def effect_on(desk: "Desk", days: Days) -> Effect:
    """What it would do if these were the office's own days; nothing is written."""
    return _effect(desk, desk.calendar_days, days)


def _effect(desk: "Desk", was: Days, becomes: Days) -> Effect:
    before, after = (vietnam_calendar(desk.office.hours, days) for days in (was, becomes))
    changes = changed({**was, **becomes}, before, after)
    if not changes:
        return Effect(())
    dossiers = {each.id: each for each in open_dossiers(desk)}
    found = sweep(dossiers.values(), before, after, desk.catalogue, desk.clock())
    return Effect(changes, tuple(_touched(dossiers[moved.dossier_id], moved, after) for moved in found))


def _arrived(desk: "Desk") -> Effect | None:
    """What a pack did to the calendar since somebody last decided; forgotten where it touches no open dossier."""
    kept = desk.setting(UNWEIGHED_DAYS, None)
    if kept is None:
        return None
    effect = _effect(desk, read_days(kept.encode()), desk.calendar_days)
    if effect.touched:
        return effect
    desk.set_setting(UNWEIGHED_DAYS, None)
    return None


def _touched(dossier: Dossier, moved: Moved, after: WorkCalendar) -> Touched:
    promised_at = dossier.apology.promised_at if dossier.apology else None
    stands = promised_at is not None and promised_at >= moved.due_after
    return Touched(
        moved=moved, name=dossier.applicant.name, promised_at=promised_at if stands else None,
        promise_closed=promised_at is not None and stands and next_possible(promised_at, after) != promised_at,
    )  # fmt: skip


def changed(days: Days, before: WorkCalendar, after: WorkCalendar) -> tuple[DayChange, ...]:
    """The days among these whose working hours change."""
    return tuple(chain.from_iterable(compare_calendars(before, after, day, day) for day in sorted(days)))


def open_dossiers(desk: "Desk") -> Iterator[Dossier]:
    """Every dossier whose date may still have to move."""
    from dossiers.store.conditions import Filter
    from dossiers.store.register import Query

    keys = desk.register.ids(Query(filter=Filter(statuses=AT_WORK | WAITING)))
    return (desk.register.get(row.id) for row in desk.register.rows(keys))


@needs(Right.RULES)
def begin_sweep(desk: "Desk", days: Days, effect: Effect, chosen: frozenset[UUID], notice: str) -> Unfinished:
    """Put the days into force, on record under their notice; the chosen dates are then moved by `move_next`.

    Raises InvalidInput without a notice, Impossible for whoever only reads or while an earlier sweep has dates left;
    then nothing is kept.
    """
    if effect.changes and not nfc(notice):
        raise InvalidInput("Chưa ghi số thông báo lịch nghỉ.", field="notice")
    left = read_unfinished(desk)
    if left and left.moves:
        raise Impossible("Lần đổi lịch trước còn hồ sơ chưa hẹn lại. Làm tiếp hoặc giữ ngày cũ, rồi đổi lịch lần nữa.")
    begun = Unfinished(
        days=write_days(days).decode(), notice=nfc(notice), changed=tuple(each.day for each in effect.changes),
        moves=tuple(
            Move(dossier_id=each.dossier_id, due_at=each.due_after, reasons=each.reasons,
                 notice=each.notice or nfc(notice))
            for each in effect.moved if each.dossier_id in chosen
        ),
        slips=left.slips if left else (),
    )  # fmt: skip
    return _put_into_force(desk, begun)


@needs(Right.RULES)
def go_on(desk: "Desk") -> Unfinished | None:
    """What an earlier sweep left, its days in force; None where nothing is left."""
    left = read_unfinished(desk)
    return left if left is None or left.kept else _put_into_force(desk, left)


def move_next(desk: "Desk") -> Step | None:
    """Write the next date in a deed of its own, once; None when nothing was left."""
    left = read_unfinished(desk)
    if left is None or not left.moves:
        return None
    move, rest = left.moves[0], replace(left, moves=left.moves[1:], done=left.done + 1)
    dossier, fault = desk.register.get(move.dossier_id), None
    try:
        dossier = _move(desk, dossier, move)
    except KnownError as refusal:
        fault = refusal
    if fault is None and _wants_slip(dossier):
        rest = replace(rest, slips=(*rest.slips, dossier.id))
    _advance(desk, rest)
    return Step(dossier.code, fault)


@needs(Right.RULES)
def leave_rest(desk: "Desk") -> None:
    """Keep the old dates of what is left: nobody is asked about them again."""
    if left := read_unfinished(desk):
        _advance(desk, replace(left, moves=(), done=left.done + len(left.moves)))


def slips_wanted(desk: "Desk") -> tuple[Dossier, ...]:
    """The dossiers whose new receipt is not in the queue yet."""
    left = read_unfinished(desk)
    return tuple(desk.register.get(each) for each in left.slips) if left else ()


def slip_queued(desk: "Desk", dossier_id: UUID) -> None:
    """One receipt is in the queue."""
    if left := read_unfinished(desk):
        _advance(desk, replace(left, slips=tuple(each for each in left.slips if each != dossier_id)))


def read_unfinished(desk: "Desk") -> Unfinished | None:
    """What an earlier sweep left to do."""
    data = desk.setting(KEY, None)
    if not data:
        return None
    plan, progress = msgspec.convert(data, Unfinished), msgspec.convert(desk.setting(PROGRESS, None) or {}, _Progress)
    return replace(plan, moves=plan.moves[progress.done :], done=progress.done, slips=progress.slips)


def _put_into_force(desk: "Desk", begun: Unfinished) -> Unfinished:
    """Remembered first: whatever comes between, these days and these dates are taken up again."""
    _remember(desk, begun)
    if begun.changed:
        desk.do(note_calendar_change, begun.notice, begun.changed)
    desk.set_calendar_days(read_days(begun.days.encode()))
    desk.set_setting(UNWEIGHED_DAYS, None)
    kept = replace(begun, kept=True)
    _remember(desk, kept)
    return kept


def _move(desk: "Desk", dossier: Dossier, move: Move) -> Dossier:
    """The dossier with its new date; a receipt that waits in the queue with the old one is withdrawn."""
    if dossier.appointment.due_at != move.due_at:
        body = Rescheduled(due_at=move.due_at, reasons=move.reasons, notice=move.notice)
        dossier = desk.do(reschedule, move.dossier_id, body)
    desk.prints.withdraw(dossier.id, RECEIPT)
    return dossier


def _wants_slip(dossier: Dossier) -> bool:
    due_at = dossier.appointment.due_at
    return dossier.apology is None or due_at is None or dossier.apology.promised_at < due_at


def _remember(desk: "Desk", begun: Unfinished) -> None:
    """A plan from its beginning; nothing is kept of one that has nothing to do."""
    desk.set_setting(PROGRESS, None)
    desk.set_setting(KEY, msgspec.to_builtins(begun))
    _advance(desk, begun)


def _advance(desk: "Desk", left: Unfinished) -> None:
    """How far it has come; nothing is kept once all is done."""
    desk.set_setting(PROGRESS, msgspec.to_builtins(_Progress(done=left.done, slips=left.slips)))
    if left.kept and not left.moves and not left.slips:
        desk.set_setting(KEY, None)
