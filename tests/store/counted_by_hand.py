"""The same figures counted a second way: in plain Python, dossier by dossier, from states and lines of the journal.

Nothing here is shared with the SQL: days are Python dates, lateness at the end of a span is read off the state that
the journal's lines up to that instant fold to.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone

from dossiers.dossier import Channel, Digital, Dossier, PaymentMode
from dossiers.fold import apply
from dossiers.journal import Op
from dossiers.reporting.figures import Grouping, Measure
from dossiers.reporting.spans import Span
from dossiers.status import Status

ICT = timezone(timedelta(hours=7))

KEYS: dict[Grouping, Callable[[Dossier], str]] = {
    Grouping.NOTHING: lambda _: "",
    Grouping.SECTOR: lambda each: each.sector,
    Grouping.PROCEDURE: lambda each: each.procedure_code,
    Grouping.CHANNEL: lambda each: each.channel.value,
    Grouping.CLERK: lambda each: each.received_by,
}


def day(instant: datetime | None) -> date | None:
    """The day on the wall in Vietnam."""
    return instant.astimezone(ICT).date() if instant else None


def in_span(instant: datetime | None, span: Span) -> bool:
    """Whether it fell on one of the days."""
    on = day(instant)
    return on is not None and span.first <= on <= span.last


def ended_late(each: Dossier) -> bool:
    """Late at its end, or ever before."""
    due = each.appointment.due_at
    return each.late_since is not None or (due is not None and each.finished_at is not None and each.finished_at > due)


def measures_of(each: Dossier, span: Span, now: datetime) -> set[Measure]:
    """Every measure a dossier counts in."""
    if each.status is Status.VOIDED:
        return set()
    found = {measure for measure, holds in _columns(each, span).items() if holds}
    found |= {measure for measure, holds in _indicators(each, span).items() if holds}
    if Measure.OPEN in found:
        found.add(Measure.OPEN_OVERDUE if _overdue(each, span, now) else Measure.OPEN_IN_TIME)
    return found


def _columns(each: Dossier, span: Span) -> dict[Measure, bool]:
    came, went = day(each.received_at), day(each.finished_at)
    assert came is not None
    carried = came < span.first and (went is None or went >= span.first)
    received, settled = in_span(each.received_at, span), in_span(each.finished_at, span)
    due_on = day(each.appointment.due_at)
    early = went is not None and due_on is not None and went < due_on
    late = ended_late(each)
    return {
        Measure.CARRIED_OVER: carried,
        Measure.RECEIVED: received,
        Measure.RECEIVED_ONLINE: received and each.channel is Channel.ONLINE,
        Measure.RECEIVED_DIRECT: received and each.channel is not Channel.ONLINE,
        Measure.TOTAL: carried or received,
        Measure.SETTLED: settled,
        Measure.EARLY: settled and not late and early,
        Measure.ON_TIME: settled and not late and not early,
        Measure.IN_TIME: settled and not late,
        Measure.LATE: settled and late,
        Measure.OPEN: came <= span.last and (went is None or went > span.last),
        Measure.RETURNED: each.handover is not None and in_span(each.handover.at, span),
        Measure.SATURDAY: received and came.weekday() == 5,
    }


def _indicators(each: Dossier, span: Span) -> dict[Measure, bool]:
    """Domain 4.5, sentence by sentence."""
    received, settled = in_span(each.received_at, span), in_span(each.finished_at, span)
    ended_at = each.finished_at
    if ended_at is None and each.status is Status.AWAITING_SUPPLEMENT:
        ended_at = each.supplements[-1].requested_at
    due = each.appointment.due_at
    kept = ended_at is not None and (due is None or ended_at <= due) and each.late_since is None
    has_result = any(scan.result for scan in each.scans)
    has_papers = any(not scan.result for scan in each.scans) or any(
        paper.digital is Digital.SCANNED for paper in each.papers
    )
    charged = received and sum(fee.amount_vnd for fee in each.fees) > 0
    online = any(receipt.mode is PaymentMode.ONLINE and receipt.voided_at is None for receipt in each.receipts)
    return {
        Measure.ENDED: in_span(ended_at, span),
        Measure.ENDED_IN_TIME: in_span(ended_at, span) and kept and len(each.supplements) < 2,
        Measure.SETTLED_ONLINE: settled and each.channel is Channel.ONLINE and has_result,
        Measure.DIGITISED: settled and has_papers and has_result,
        Measure.REUSED: received
        and any(paper.digital in (Digital.REUSED, Digital.REUSED_RESULT) for paper in each.papers),
        Measure.CHARGED: charged,
        Measure.PAID_ONLINE: charged and online,
    }


def _overdue(each: Dossier, span: Span, now: datetime) -> bool:
    """Late by the end of the span, or by now: it was late before then, or its clock runs past its date."""
    ends = datetime.combine(span.last + timedelta(days=1), datetime.min.time(), tzinfo=ICT)
    if each.late_since is not None and each.late_since < ends:
        return True
    due = each.appointment.due_at
    stopped = each.finished_at
    if each.status in (Status.AWAITING_SUPPLEMENT, Status.AWAITING_PAYMENT):
        stopped = each.pauses[-1].begun_at
    return due is not None and due < min(ends, now, stopped or now)


def state_at(ops: Iterable[Op], instant: datetime) -> Dossier | None:
    """What the office knew of a dossier then."""
    state = None
    for op in ops:
        if op.at < instant:
            state = apply(state, op)
    return state


def overdue_then(state: Dossier, instant: datetime) -> bool:
    """Whether a state was late at an instant, by the definition alone: past the date while the clock ran."""
    due = state.appointment.due_at
    if state.late_since is not None:
        return True
    running = state.status in (Status.RECEIVED, Status.PROCESSING, Status.FORWARDED)
    return due is not None and running and due < instant
