"""What each measure counts, as SQL: one condition gives the number and the dossiers behind it.

Every instant asked here is the dossier's own, and `late_since` says since when it was late, so a span of last year
reads today as it read then, but for three things: a dossier voided since leaves every span; one reopened since counts
as never ended until it ends again; and a new calendar or a pause may have moved the date of one that was not late.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import ColumnElement, TextClause, and_, case, exists, func, not_, or_, text

from dossiers.clock import VIETNAM, to_ms
from dossiers.dossier import Channel
from dossiers.marks import Mark
from dossiers.reporting.figures import Grouping, Measure, Slice
from dossiers.reporting.spans import Span
from dossiers.status import Status
from dossiers.store import schema
from dossiers.store.conditions import day_range, unsent

dossier = schema.dossier

Condition = ColumnElement[bool]

DAY_MS = 86_400_000
OFFSET_MS = round((VIETNAM.utcoffset(None)).total_seconds() * 1000)
SATURDAY_AFTER_EPOCH = 2
"""1970-01-01 was a Thursday, so the days that leave 2 when divided by 7 are Saturdays."""

COLUMNS = {
    Grouping.SECTOR: dossier.c.sector, Grouping.PROCEDURE: dossier.c.procedure_code,
    Grouping.CHANNEL: dossier.c.channel, Grouping.CLERK: dossier.c.clerk,
}  # fmt: skip


POPULATION = text("""dossier.status <> 'voided' AND dossier.id IN (
    SELECT id FROM dossier INDEXED BY dossier_received WHERE received_at BETWEEN :first AND :last
    UNION ALL SELECT id FROM dossier INDEXED BY dossier_finished WHERE finished_at BETWEEN :first AND :last
    UNION ALL SELECT id FROM dossier INDEXED BY dossier_returned WHERE returned_at BETWEEN :first AND :last
    UNION ALL SELECT id FROM dossier INDEXED BY dossier_finished WHERE finished_at > :last AND received_at < :first
    UNION ALL SELECT id FROM dossier INDEXED BY dossier_open WHERE finished_at IS NULL AND received_at < :first
)""")
"""What came, ended or was fetched in a span, and what was open throughout it. The indexes are named because SQLite,
left to itself, reads the whole table: more than a second at 1 000 000 dossiers (tests/benchmarks/reports.py)."""


def day_number(instant: ColumnElement[int]) -> ColumnElement[int]:
    """The Vietnamese day of an instant, counted from 1970-01-01."""
    return (instant + OFFSET_MS) // DAY_MS


def marked(mark: Mark) -> Condition:
    """Whether the state bears a mark."""
    return dossier.c.marks.op("&")(int(mark)) == int(mark)


def member(part: Slice) -> tuple[Condition, ...]:
    """The condition of a line of a sheet; none for the whole."""
    return () if part.by is Grouping.NOTHING else (COLUMNS[part.by] == part.value,)


@dataclass(frozen=True)
class Counting:
    """The conditions of one span, counted at an instant; `sent` gives the last seq a receipt covers, by epoch."""

    span: Span
    now: datetime
    sent: Mapping[bytes, int]

    @cached_property
    def _first(self) -> int:
        return day_range(self.span.first)[0]

    @cached_property
    def _last(self) -> int:
        return day_range(self.span.last)[1]

    def where(self, measure: Measure) -> Condition:
        """The condition of a measure within the population."""
        return self._conditions[measure]

    @property
    def population(self) -> TextClause:
        """Every dossier any measure can count; the measures hold only within it."""
        return POPULATION.bindparams(first=self._first, last=self._last)

    @cached_property
    def _conditions(self) -> dict[Measure, Condition]:
        return self._columns | self._indicators

    @cached_property
    def _columns(self) -> dict[Measure, Condition]:
        received, settled = self._within(dossier.c.received_at), self._within(dossier.c.finished_at)
        begun, late = dossier.c.received_at < self._first, self._late
        early = func.coalesce(day_number(dossier.c.finished_at) < day_number(dossier.c.due_at), 0) == 1
        going_on = and_(dossier.c.received_at <= self._last, self._unfinished(self._last))
        online = dossier.c.channel == Channel.ONLINE.value
        carried_over = and_(begun, self._unfinished(self._first - 1))
        return {
            Measure.CARRIED_OVER: carried_over,
            Measure.RECEIVED: received,
            Measure.RECEIVED_ONLINE: and_(received, online),
            Measure.RECEIVED_DIRECT: and_(received, not_(online)),
            Measure.TOTAL: or_(carried_over, received),
            Measure.SETTLED: settled,
            Measure.EARLY: and_(settled, not_(late), early),
            Measure.ON_TIME: and_(settled, not_(late), not_(early)),
            Measure.IN_TIME: and_(settled, not_(late)),
            Measure.LATE: and_(settled, late),
            Measure.OPEN: going_on,
            Measure.OPEN_IN_TIME: and_(going_on, not_(self._overdue)),
            Measure.OPEN_OVERDUE: and_(going_on, self._overdue),
            Measure.RETURNED: self._within(dossier.c.returned_at),
            Measure.SATURDAY: and_(received, day_number(dossier.c.received_at) % 7 == SATURDAY_AFTER_EPOCH),
        }

    @cached_property
    def _indicators(self) -> dict[Measure, Condition]:
        received, settled = self._columns[Measure.RECEIVED], self._columns[Measure.SETTLED]
        asked = case((dossier.c.status == Status.AWAITING_SUPPLEMENT.value, dossier.c.stopped_at))
        ended_at = func.coalesce(dossier.c.finished_at, asked)
        ended = or_(settled, and_(dossier.c.finished_at.is_(None), self._within(asked)))
        kept = func.coalesce(ended_at <= dossier.c.due_at, 1) == 1
        charged = and_(received, marked(Mark.CHARGED))
        held = exists().where(schema.held.c.dossier == dossier.c.id)
        return {
            Measure.ENDED: ended,
            Measure.ENDED_IN_TIME: and_(
                ended, kept, dossier.c.late_since.is_(None), not_(marked(Mark.ASKED_TWICE))
            ),
            Measure.SETTLED_ONLINE: and_(
                settled, dossier.c.channel == Channel.ONLINE.value, marked(Mark.RESULT_DIGITISED)
            ),
            Measure.DIGITISED: and_(settled, marked(Mark.PAPERS_DIGITISED | Mark.RESULT_DIGITISED)),
            Measure.REUSED: and_(received, marked(Mark.REUSED)),
            Measure.CHARGED: charged,
            Measure.PAID_ONLINE: and_(charged, marked(Mark.PAID_ONLINE)),
            Measure.SYNCED: and_(received, not_(unsent(self.sent)), not_(held)),
        }  # fmt: skip

    def _within(self, instant: ColumnElement[int]) -> Condition:
        return instant.between(self._first, self._last)

    def _unfinished(self, at: int) -> Condition:
        """The work had not ended by then; the millisecond itself still counts as ended."""
        return or_(dossier.c.finished_at.is_(None), dossier.c.finished_at > at)

    @property
    def _late(self) -> Condition:
        """Settled after its date, or late before and cured by nothing (standing.outcome)."""
        return or_(dossier.c.late_since.is_not(None), func.coalesce(dossier.c.finished_at > dossier.c.due_at, 0) == 1)

    @property
    def _overdue(self) -> Condition:
        """Late when the span ended, or now where that is sooner; a clock that stopped in time stays in time."""
        until = min(self._last + 1, to_ms(self.now))
        stopped = func.coalesce(dossier.c.stopped_at, until)
        return or_(
            func.coalesce(dossier.c.late_since <= self._last, 0) == 1,
            func.coalesce(dossier.c.due_at < func.min(until, stopped), 0) == 1,
        )
