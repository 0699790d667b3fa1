"""Which open dossiers a changed calendar touches, and the dates it proposes for them; nothing is moved here.

A date that the rule counts is counted anew. A date that it does not (typed by a clerk, carried over, set anew
before) was somebody's own promise: it stays, unless the office is closed at that instant. No promise moves to an
earlier instant, for the citizen holds the slip; and what is late stays where it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from dossiers.calendar_diff import DayChange, compare_calendars
from dossiers.calendars import WorkCalendar, working_minutes
from dossiers.catalogue import Catalogue
from dossiers.clock import local, local_date, say_time
from dossiers.counting import at_clock
from dossiers.deadlines import after_pause, due, legal_duration
from dossiers.dossier import Appointment, Dossier
from dossiers.procedure import Procedure
from dossiers.standing import is_overdue
from dossiers.status import AT_WORK, WAITING

_NAMED_DAYS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A dossier touched by the change: its date, the proposed one (the same where it stays), and why.

    `notice` names the notices behind the changed days; with `reasons` it goes into op `rescheduled`.
    """

    dossier_id: UUID
    code: str
    due_before: datetime
    due_after: datetime
    reasons: tuple[str, ...]
    notice: str
    late: bool = False

    @property
    def stays(self) -> bool:
        """Whether it is only listed: the date itself does not move."""
        return self.due_after == self.due_before


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A new instant and the sentences that explain it."""

    due_at: datetime
    reasons: tuple[str, ...]


def sweep(
    dossiers: Iterable[Dossier], before: WorkCalendar, after: WorkCalendar, catalogue: Catalogue, now: datetime
) -> tuple[Moved, ...]:
    """Every dossier at work or waiting that the change touches, in order of its present date.

    Touched is one whose date differs under the new calendar, or whose typed date lost or gained working time.
    """
    found = (_sweep_one(dossier, before, after, catalogue, now) for dossier in dossiers)
    return tuple(sorted(filter(None, found), key=lambda moved: (moved.due_before, moved.code)))


def _sweep_one(
    dossier: Dossier, before: WorkCalendar, after: WorkCalendar, catalogue: Catalogue, now: datetime
) -> Moved | None:
    due_at = dossier.appointment.due_at
    if due_at is None or dossier.status not in AT_WORK | WAITING:
        return None
    changes = compare_calendars(before, after, local_date(dossier.received_at), local_date(due_at))
    if not changes:
        return None
    procedure = catalogue.find_version(dossier.procedure_code, dossier.procedure_version)
    proposal = _propose(dossier, due_at, procedure, before, after)
    if proposal is None:
        return None
    late = is_overdue(dossier, now)
    if late:
        proposal = _Proposal(due_at, ("Hồ sơ đã quá hạn trước khi lịch thay đổi; ngày hẹn giữ nguyên.",))
    return Moved(
        dossier_id=dossier.id, code=dossier.code, due_before=due_at, due_after=proposal.due_at, late=late,
        reasons=(f"Ngày hẹn cũ: {say_time(due_at)}.", *_say(changes), *proposal.reasons),
        notice="; ".join(dict.fromkeys(change.notice for change in changes if change.notice)),
    )  # fmt: skip


def _propose(
    dossier: Dossier, due_at: datetime, procedure: Procedure | None, before: WorkCalendar, after: WorkCalendar
) -> _Proposal | None:
    """The date under the new calendar; None where the change does not touch the dossier."""
    possible = next_possible(due_at, after)
    extended = _how_counted(dossier, due_at, procedure, before)
    if procedure is None or extended is None:
        return _keep_typed(dossier, due_at, possible, before, after)
    fresh = reckon(dossier, procedure, after, extended=extended)
    if fresh.due_at is None or fresh.due_at == due_at:
        return None
    counted = f"Tính lại theo lịch mới: {say_time(fresh.due_at)}."
    if fresh.due_at >= possible:
        return _Proposal(fresh.due_at, (counted, *fresh.reasons))
    why = "sớm hơn ngày đã hẹn với người dân nên giữ ngày đã hẹn"
    if possible != due_at:
        why = f"lúc đã hẹn nay không mở cửa nên hẹn {say_time(possible)}"
    return _Proposal(possible, (counted, f"Ngày hẹn: {why}."))


def _keep_typed(
    dossier: Dossier, due_at: datetime, possible: datetime, before: WorkCalendar, after: WorkCalendar
) -> _Proposal | None:
    """A promise no rule of ours made: only a closed door moves it; lost or gained time is said."""
    typed = "Ngày hẹn do cán bộ ghi hoặc chuyển từ sổ khác"
    if possible != due_at:
        return _Proposal(possible, (f"{typed}, lúc đó nay không mở cửa; hẹn {say_time(possible)}.",))
    minutes = working_minutes(dossier.received_at, due_at, after) - working_minutes(dossier.received_at, due_at, before)
    if not minutes:
        return None
    hours, rest = divmod(abs(minutes), 60)
    changed = f"{'thêm' if minutes > 0 else 'bớt'} {hours} giờ {rest:02d} phút làm việc"
    return _Proposal(due_at, (f"{typed}; lịch mới {changed}. Giữ nguyên, cán bộ xem lại.",))


def _how_counted(
    dossier: Dossier, due_at: datetime, procedure: Procedure | None, calendar: WorkCalendar
) -> bool | None:
    """Whether the date is the rule's with its extension or without; None where no count of ours leads to it."""
    if procedure is None:
        return None
    ways = (False, True)
    return next((way for way in ways if reckon(dossier, procedure, calendar, extended=way).due_at == due_at), None)


def reckon(dossier: Dossier, procedure: Procedure, calendar: WorkCalendar, *, extended: bool) -> Appointment:
    """The whole count anew: from the reception, with the extension if the law has one, and every pause that ended."""
    duration = legal_duration(procedure, dossier.channel)
    extended = extended and duration is not None and duration.extension is not None
    appointment = due(procedure, dossier.received_at, calendar, dossier.channel, extended=extended)
    for pause in dossier.pauses:
        if pause.ended_at is not None:
            appointment = after_pause(appointment, pause.begun_at, pause.ended_at, calendar, pause.cause)
    return appointment


def next_possible(due_at: datetime, calendar: WorkCalendar) -> datetime:
    """The instant itself where the office is open or just closing, else the same clock time on a later day (UTC)."""
    wall = local(due_at)
    day = calendar.next_working_day(wall.date())
    while (fitted := at_clock(day, wall.time(), calendar)) < wall:
        day = calendar.next_working_day(day + timedelta(days=1))
    return due_at if fitted == wall else fitted.astimezone(UTC)


def _say(changes: tuple[DayChange, ...]) -> tuple[str, ...]:
    """The first changed days by name; a change of the office's hours touches every day."""
    named = tuple(change.sentence for change in changes[:_NAMED_DAYS])
    rest = len(changes) - _NAMED_DAYS
    return (*named, f"Và {rest} ngày khác.") if rest > 0 else named
