"""When a dossier is due and why: the legal time of a procedure laid on the office's calendar (domain 5.1)."""

from dataclasses import replace
from datetime import UTC, datetime

from dossiers.calendars import WorkCalendar, add_working_minutes, vietnam_calendar, working_minutes
from dossiers.clock import local, say_time
from dossiers.counting import count, crossed, say_duration, say_extension
from dossiers.dossier import Appointment, Channel, PauseCause, Stage
from dossiers.errors import InvalidInput
from dossiers.procedure import Duration, Procedure, TimeUnit

__all__ = [
    "WorkCalendar", "add_working_minutes", "after_pause", "due", "legal_duration", "paused_due", "say_duration",
    "vietnam_calendar", "working_minutes",
]  # fmt: skip

_WAITS = {PauseCause.SUPPLEMENT: "Chờ bổ sung", PauseCause.DUTY: "Chờ nghĩa vụ tài chính"}


def legal_duration(procedure: Procedure, channel: Channel) -> Duration | None:
    """The time of the (first) stage; post counts as the counter, and so does online without a time of its own."""
    return (procedure.online_duration if channel is Channel.ONLINE else None) or procedure.duration


def due(
    procedure: Procedure,
    received_at: datetime,
    calendar: WorkCalendar,
    channel: Channel = Channel.COUNTER,
    *,
    extended: bool = False,
) -> Appointment:
    """The appointment of a dossier received at a UTC instant; without a stated time it has no `due_at`.

    `extended` gives the extension the law allows as well; raises InvalidInput where it allows none.
    """
    duration = legal_duration(procedure, channel)
    if extended and not (duration and duration.extension):
        raise InvalidInput("Thủ tục này không có thời gian kéo dài theo luật.", field="extended")
    if duration is None or duration.unit is TimeUnit.UNSTATED or not procedure.appointment:
        return _without_date(procedure, duration)
    received = local(received_at).replace(second=0, microsecond=0)
    first = count(duration, received, calendar, extended=extended)
    second_stage, then = _second_stage(procedure.second_duration, first.due, calendar)
    reasons = (
        f"Thời hạn giải quyết: {say_duration(duration)}.",
        *first.reasons,
        *crossed(set(first.days), calendar),
        *_notes(duration, extended=extended),
        *then,
    )
    return Appointment(
        due_at=first.due.astimezone(UTC), reasons=reasons, second_stage=second_stage,
        legal_time=_legal_time(duration, procedure.second_duration, extended=extended),
    )  # fmt: skip


def paused_due(due_at: datetime, requested_at: datetime, resumed_at: datetime, calendar: WorkCalendar) -> datetime:
    """The due instant (UTC) after waiting for the citizen: the working time that passed meanwhile is added.

    A due instant already passed when the wait began never comes later than the wait's end. It meets that end only
    where no working minute lay between the two (due at Friday's close, asked on Saturday) and work went on since.
    """
    return add_working_minutes(due_at, working_minutes(requested_at, resumed_at, calendar), calendar)


def after_pause(
    appointment: Appointment,
    requested_at: datetime,
    resumed_at: datetime,
    calendar: WorkCalendar,
    cause: PauseCause = PauseCause.SUPPLEMENT,
) -> Appointment:
    """The appointment with its clock stopped from the request to the answer, and a sentence saying so.

    A wait that began in the second stage moves only that stage's end.
    """
    due_at, second = appointment.due_at, appointment.second_stage
    if due_at is None:
        return appointment
    if second is None or requested_at < second.begins_at:
        due_at = paused_due(due_at, requested_at, resumed_at, calendar)
    if second is not None:
        second = Stage(begins_at=due_at, due_at=paused_due(second.due_at, requested_at, resumed_at, calendar))
    hours, minutes = divmod(working_minutes(requested_at, resumed_at, calendar), 60)
    sentence = (
        f"{_WAITS[cause]} từ {say_time(requested_at)} đến {say_time(resumed_at)}: "
        f"cộng thêm {hours} giờ {minutes:02d} phút làm việc."
    )
    return replace(appointment, due_at=due_at, second_stage=second, reasons=(*appointment.reasons, sentence))


def _without_date(procedure: Procedure, duration: Duration | None) -> Appointment:
    if duration is None or duration.unit is TimeUnit.UNSTATED:
        legal_time, note = "", duration.note if duration else ""
    else:
        legal_time, note = say_duration(duration), duration.note
    why = "Danh mục chưa ghi thời hạn giải quyết; cán bộ ghi ngày hẹn trả."
    if not procedure.appointment:
        why = "Thủ tục này không hẹn ngày trả kết quả."
    return Appointment(due_at=None, reasons=(why, *((f"Ghi chú: {note}.",) if note else ())), legal_time=legal_time)


def _second_stage(
    duration: Duration | None, begins: datetime, calendar: WorkCalendar
) -> tuple[Stage | None, tuple[str, ...]]:
    """The second stage, counted as if the dossier came when the first one's result is due, and its reasons."""
    if duration is None or duration.unit is TimeUnit.UNSTATED:
        return None, ()
    second = count(duration, begins, calendar)
    reasons = (
        f"Tính từ {say_time(begins)}, thời hạn {say_duration(duration)}; hẹn {say_time(second.due)}.",
        *second.reasons,
        *crossed(set(second.days), calendar),
        *_notes(duration),
    )
    stage = Stage(begins_at=begins.astimezone(UTC), due_at=second.due.astimezone(UTC))
    return stage, tuple(f"Giai đoạn 2: {reason[:1].lower()}{reason[1:]}" for reason in reasons)


def _notes(duration: Duration, *, extended: bool = False) -> tuple[str, ...]:
    """What the catalogue adds to a time: its note, what the law would still allow, and whether anybody checked it."""
    notes, extension = [], duration.extension
    if duration.note:
        notes.append(f"Ghi chú: {duration.note}.")
    if extension and not extended:
        unsure = "" if extension.verified else ", chưa xác minh"
        notes.append(f"Luật cho phép {say_extension(extension)}{unsure}; ngày hẹn này chưa tính.")
    if not duration.verified or (extended and extension and not extension.verified):
        notes.append("Thời hạn này chưa xác minh; cán bộ xem lại ngày hẹn trả.")
    return tuple(notes)


def _legal_time(duration: Duration, second: Duration | None, *, extended: bool) -> str:
    """Item 3 of the receipt: the time, the extension where it is given, and the second stage's time."""
    legal_time = say_duration(duration)
    if extended and duration.extension:
        legal_time += f", {say_extension(duration.extension)}"
    return f"{legal_time}; giai đoạn 2: {say_duration(second)}" if second else legal_time
