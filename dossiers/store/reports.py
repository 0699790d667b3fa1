"""The office's figures, counted from the register each time they are asked for; nothing here is kept or written."""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Executable, func, literal, select

from dossiers.calendars import WorkCalendar
from dossiers.catalogue import Catalogue
from dossiers.clock import Clock, from_ms, local_date
from dossiers.dossier import PaymentMode
from dossiers.procedure import Procedure
from dossiers.reporting.custody import Held
from dossiers.reporting.figures import EVERYTHING, Figure, Grouping, Measure, Slice
from dossiers.reporting.indicators import INDICATORS, Scored
from dossiers.reporting.money import FeeLine, FeeSummary
from dossiers.reporting.monthly import HEADLINE, Monthly
from dossiers.reporting.pace import MINUTE_MS, Pace, Paces, WorkingTime, pace
from dossiers.reporting.six_columns import LEAVES, Sheet, line_of, summed
from dossiers.reporting.spans import Point, Span, Step
from dossiers.store import schema
from dossiers.store.conditions import day_range, overdue
from dossiers.store.database import Database
from dossiers.store.ledger import Ledger
from dossiers.store.measures import COLUMNS, Counting, day_number, member
from dossiers.store.missing_papers import often_missing

dossier, payment = schema.dossier, schema.payment

EPOCH = date(1970, 1, 1)


class Reports:
    """Counts over the register; every figure can give its dossiers."""

    def __init__(
        self, database: Database, ledger: Ledger, clock: Clock, catalogue: Callable[[], Catalogue],
        calendar: Callable[[], WorkCalendar],
    ) -> None:  # fmt: skip
        self._database = database
        self._ledger = ledger
        self._clock = clock
        self._catalogue = catalogue
        self._calendar = calendar

    def sheet(self, span: Span, grouping: Grouping = Grouping.NOTHING) -> Sheet:
        """The six columns of a span by line; raises BrokenIdentity, our bug, rather than give a wrong one."""
        counting = self._counting(span)
        key, name = _named(grouping)
        query = select(
            key.label("key"), name.label("name"),
            *(func.count().filter(counting.where(leaf)).label(leaf.value) for leaf in LEAVES),
        ).where(counting.population).group_by("key")  # fmt: skip
        lines = [
            line_of(Slice(by=grouping, value=row.key), row.name, {leaf: getattr(row, leaf.value) for leaf in LEAVES})
            for row in self._rows(query)
        ]
        busiest = sorted((line for line in lines if line.total), key=lambda line: (-line.total, line.name))
        return Sheet(
            span=span, as_of=counting.now, grouping=grouping, lines=tuple(busiest), sum=summed(busiest)
        )  # fmt: skip

    def figure(self, measure: Measure, span: Span, base: Measure | None = None, part: Slice = EVERYTHING) -> Figure:
        """One figure, with its denominator where a base is named."""
        return self.figures(((measure, base),), span, part)[0]

    def figures(
        self, wanted: Sequence[tuple[Measure, Measure | None]], span: Span, part: Slice = EVERYTHING
    ) -> tuple[Figure, ...]:
        """Several figures of one instant, in one pass."""
        counting = self._counting(span)
        measures = dict.fromkeys(each for pair in wanted for each in pair if each)
        query = select(*(func.count().filter(counting.where(each)).label(each.value) for each in measures))
        (row,) = self._rows(query.where(counting.population, *member(part)))
        return tuple(
            Figure(
                measure=measure, numerator=getattr(row, measure.value), span=span, as_of=counting.now, base=base,
                denominator=getattr(row, base.value) if base else None, slice=part,
            )
            for measure, base in wanted
        )  # fmt: skip

    def keys(self, figure: Figure) -> "array[int]":
        """The register's keys of a figure's dossiers, the newest first; as many as its numerator."""
        counting = Counting(figure.span, figure.as_of, self._ledger.sent)
        query = select(dossier.c.id).where(counting.population, counting.where(figure.measure), *member(figure.slice))
        return array("q", (row.id for row in self._rows(query.order_by(dossier.c.id.desc()))))

    def indicators(self, span: Span) -> tuple[Scored, ...]:
        """The shares of QĐ 766/QĐ-TTg a desk can work out."""
        figures = self.figures([(each.measure, each.base) for each in INDICATORS], span)
        return tuple(
            Scored(indicator=indicator, figure=figure)
            for indicator, figure in zip(INDICATORS, figures, strict=True)
        )  # fmt: skip

    def series(self, span: Span, step: Step = Step.DAY) -> tuple[Point, ...]:
        """Received and settled by day, week or month, empty steps included."""
        came, went = day_number(dossier.c.received_at).label("came"), day_number(dossier.c.finished_at).label("went")
        query = select(came, went, func.count().label("dossiers")).where(self._counting(span).population)
        received: Counter[date] = Counter()
        settled: Counter[date] = Counter()
        for row in self._rows(query.group_by("came", "went")):
            for counts, number in ((received, row.came), (settled, row.went)):
                day = EPOCH + timedelta(days=number or 0)
                if span.first <= day <= span.last:
                    counts[step.begins(day)] += row.dossiers
        begins = dict.fromkeys(step.begins(day) for day in span.days())
        return tuple(Point(begins_on=day, received=received[day], settled=settled[day]) for day in begins)

    def never_used(self, span: Span) -> tuple[Procedure, ...]:
        """The procedures in force at the end of a span that nobody asked for in it, in the catalogue's order."""
        counting = self._counting(span)
        query = select(dossier.c.procedure_code.label("code")).distinct()
        used = {row.code for row in self._rows(query.where(counting.population, counting.where(Measure.RECEIVED)))}
        return tuple(each for each in self._catalogue().all(span.last) if each.code not in used)

    def monthly(self, span: Span) -> Monthly:
        """Everything a leader reads of a span."""
        return Monthly(
            by_sector=self.sheet(span, Grouping.SECTOR), by_procedure=self.sheet(span, Grouping.PROCEDURE),
            by_channel=self.sheet(span, Grouping.CHANNEL), headline=self.figures(HEADLINE, span),
            indicators=self.indicators(span), series=self.series(span), paces=self.paces(span), fees=self.fees(span),
            never_used=self.never_used(span), offered=len(self._catalogue().all(span.last)),
        )  # fmt: skip

    def paces(self, span: Span, part: Slice = EVERYTHING) -> Paces:
        """How long the settled took, and how long results lay before they were fetched."""
        counting = self._counting(span)
        settled, fetched = counting.where(Measure.SETTLED), counting.where(Measure.RETURNED)
        instants = (dossier.c.received_at, dossier.c.finished_at, dossier.c.returned_at)
        query = select(*instants, settled.label("settled"), fetched.label("fetched"))
        rows = self._rows(query.where(counting.population, *member(part)))
        return Paces(
            work=self._work([(row.received_at, row.finished_at) for row in rows if row.settled]),
            fetching=pace([(row.returned_at - row.finished_at) // MINUTE_MS for row in rows if row.fetched]),
        )

    def fees(self, span: Span) -> FeeSummary:
        """The receipts of a span by clerk and way of paying; voided ones apart."""
        valid = payment.c.voided_at.is_(None)
        amount = payment.c.fee_vnd + payment.c.charge_vnd

        def total(column: Any, condition: Any) -> Any:
            return func.coalesce(func.sum(column).filter(condition), 0)

        query = (
            select(
                payment.c.clerk, payment.c.mode, func.count().filter(valid).label("receipts"),
                total(payment.c.fee_vnd, valid).label("fee_vnd"),
                total(payment.c.charge_vnd, valid).label("charge_vnd"),
                total(payment.c.refunded_vnd, valid).label("refunded_vnd"),
                func.count().filter(~valid).label("voided"), total(amount, ~valid).label("voided_vnd"),
            )
            .where(payment.c.at.between(day_range(span.first)[0], day_range(span.last)[1]))
            .group_by(payment.c.clerk, payment.c.mode)
            .order_by(payment.c.clerk, payment.c.mode)
        )  # fmt: skip
        lines = (FeeLine(**{**row._mapping, "mode": PaymentMode(row.mode)}) for row in self._rows(query))
        return FeeSummary(span=span, as_of=self._clock(), lines=tuple(lines))

    def fee_keys(self, span: Span, line: FeeLine | None = None, *, voided: bool = False) -> "array[int]":
        """The register's keys of the dossiers whose valid, or else voided, receipts a line counts; of all without one.

        Each dossier stands once, however many receipts it has; the newest first.
        """
        of = payment.c.voided_at.is_not(None) if voided else payment.c.voided_at.is_(None)
        within = payment.c.at.between(day_range(span.first)[0], day_range(span.last)[1])
        part = () if line is None else (payment.c.clerk == line.clerk, payment.c.mode == line.mode.value)
        query = select(payment.c.dossier).distinct().where(within, of, *part).order_by(payment.c.dossier.desc())
        return array("q", (row.dossier for row in self._rows(query)))

    def holders(self) -> tuple[Held, ...]:
        """Who has open dossiers in hand now, whoever has held one longest first."""
        late = func.count().filter(overdue(self._clock())).label("overdue")
        since = func.min(dossier.c.held_since).label("since")
        query = select(dossier.c.holder, func.count().label("dossiers"), late, since)
        query = query.where(dossier.c.finished_at.is_(None)).group_by(dossier.c.holder).order_by("since")
        return tuple(
            Held(holder=row.holder, dossiers=row.dossiers, overdue=row.overdue, since=from_ms(row.since))
            for row in self._rows(query)
        )

    def often_missing(self, procedure_code: str) -> tuple[tuple[str, int, int], ...]:
        """The papers people came without in the last year: name, cases, of how many; empty under twenty cases."""
        with self._database.begin() as connection:
            return often_missing(connection, procedure_code, self._clock())

    def _counting(self, span: Span) -> Counting:
        return Counting(span, self._clock(), self._ledger.sent)

    def _rows(self, query: Executable) -> Sequence[Any]:
        with self._database.begin() as connection:
            return connection.execute(query).all()

    def _work(self, spans: Sequence[tuple[int, int]]) -> Pace | None:
        """From reception to the end of the work, in working minutes."""
        if not spans:
            return None
        first, last = min(start for start, _ in spans), max(end for _, end in spans)
        worked = WorkingTime(self._calendar(), local_date(from_ms(first)), local_date(from_ms(last)))
        return pace([worked.minutes(start, end) for start, end in spans])


def _named(grouping: Grouping) -> tuple[Any, Any]:
    """What a sheet groups by, and the column that names a line."""
    if grouping is Grouping.NOTHING:
        return literal(""), literal("")
    column = COLUMNS[grouping]
    return column, func.max(dossier.c.procedure_name) if grouping is Grouping.PROCEDURE else column
