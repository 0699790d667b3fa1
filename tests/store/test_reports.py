"""The office's figures: exactly those counted by hand, every one with its dossiers, and never a sheet that is wrong."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers.calendars import working_minutes
from dossiers.dossier import Dossier, PaymentMode
from dossiers.fold import decode_state
from dossiers.journal import Op, decode, op_key
from dossiers.procedure import FeeKind
from dossiers.receive import receive
from dossiers.reporting.figures import EVERYTHING, Figure, Grouping, Measure, Slice
from dossiers.reporting.indicators import INDICATORS
from dossiers.reporting.six_columns import LEAVES, BrokenIdentity
from dossiers.reporting.spans import Span, Step, month_of
from dossiers.store import vault_slots as vaults
from dossiers.store.conditions import Filter
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.store.vault import create_home
from dossiers.turn_away import Because, TurnedAway, turn_away
from tests.store.counted_by_hand import KEYS, day, in_span, measures_of, overdue_then, state_at
from tests.store.homes import CERTIFIED_COPY, CHIEF, OFFICE, SECRET, HandClock, intake, open_desk
from tests.store.lived_office import DAYS, FIRST_DAY, live

VISITORS = 2000
OCTOBER = month_of(date(2026, 10, 1))
BY_HAND = tuple(measure for measure in Measure if measure is not Measure.SYNCED)

ROOM = timedelta(days=20)
SPANS = st.builds(
    lambda first, more: Span(first=FIRST_DAY + timedelta(days=first), last=FIRST_DAY + timedelta(days=first + more)),
    st.integers(-ROOM.days, DAYS + ROOM.days), st.one_of(st.integers(0, 3), st.integers(0, DAYS + ROOM.days)),
)  # fmt: skip


@pytest.fixture
def receive_one(desk: Desk, clock: HandClock) -> Callable[[], UUID]:
    """Take one ordinary dossier in, a minute after the last."""

    def received() -> UUID:
        clock.forward(minutes=1)
        return desk.do(receive, intake(), uuid4()).id

    return received


class Lived:
    """An office with a past, its dossiers by key, and the lines each was folded from."""

    def __init__(self, desk: Desk, clock: HandClock) -> None:
        self.desk, self.clock = desk, clock
        with desk.database.begin() as connection:
            states = connection.exec_driver_sql("SELECT dossier, state FROM state").all()
        self.dossiers: dict[int, Dossier] = {row[0]: decode_state(row[1]) for row in states}
        self.ops: dict[UUID, list[Op]] = {}
        for entry in reversed(list(desk.journal.newest_first())):
            op = decode(entry.line)
            self.ops.setdefault(op.dossier_id, []).append(op)

    def by_hand(self, span: Span, grouping: Grouping = Grouping.NOTHING) -> dict[str, Counter[Measure]]:
        """Every measure of every line."""
        lines: dict[str, Counter[Measure]] = {}
        for each in self.dossiers.values():
            counts = lines.setdefault(KEYS[grouping](each), Counter())
            counts.update(measures_of(each, span, self.clock()))
        return lines


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    """The office, lived once for all tests here; none of them writes."""
    clock = HandClock()
    clock.now = datetime(2026, 6, 30, tzinfo=UTC)
    home = tmp_path_factory.mktemp("lived") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vaults, "STRETCHING", vaults.Stretching(memory_kib=64, passes=1, lanes=1))
        desk = open_desk(home, clock, create_home(home, CHIEF, SECRET, clock))
    desk.set_office(OFFICE)
    live(desk, clock, VISITORS, seed=7)
    yield Lived(desk, clock)
    desk.close()


def all_figures(desk: Desk, span: Span, part: Slice = EVERYTHING) -> dict[Measure, Figure]:
    """Every measure of a span."""
    figures = desk.reports.figures([(measure, None) for measure in Measure], span, part)
    return {figure.measure: figure for figure in figures}


def test_the_office_lived_through_everything(lived: Lived) -> None:
    """What follows proves little over an office in which nothing happens."""
    seen = Counter(measure for each in lived.dossiers.values() for measure in measures_of(each, OCTOBER, lived.clock()))
    assert len(lived.dossiers) == VISITORS
    assert all(seen[measure] > 5 for measure in BY_HAND)
    assert {each.status for each in lived.dossiers.values()} >= {"voided", "refused", "withdrawn", "stopped"}


@settings(deadline=None, max_examples=30)
@given(span=SPANS, grouping=st.sampled_from(Grouping))
def test_every_sheet_agrees_with_the_count_by_hand(lived: Lived, span: Span, grouping: Grouping) -> None:
    sheet = lived.desk.reports.sheet(span, grouping)
    by_hand = lived.by_hand(span, grouping)
    assert {line.slice.value: [line.count(leaf) for leaf in LEAVES] for line in sheet.lines} == {
        key: [counts[leaf] for leaf in LEAVES] for key, counts in by_hand.items() if counts[Measure.TOTAL]
    }
    assert sheet.sum.total == sheet.sum.settled + sheet.sum.open == sum(line.total for line in sheet.lines)


@settings(deadline=None, max_examples=20)
@given(span=SPANS)
def test_every_figure_agrees_with_the_count_by_hand_and_gives_its_dossiers(lived: Lived, span: Span) -> None:
    figures = all_figures(lived.desk, span)
    by_hand = {key: measures_of(each, span, lived.clock()) for key, each in lived.dossiers.items()}
    for measure in BY_HAND:
        wanted = {key for key, measures in by_hand.items() if measure in measures}
        keys = lived.desk.reports.keys(figures[measure])
        assert figures[measure].numerator == len(keys) == len(wanted), measure
        assert set(keys) == wanted
        assert list(keys) == sorted(keys, reverse=True)


def test_a_cell_opens_exactly_its_dossiers(lived: Lived) -> None:
    desk = lived.desk
    for grouping in (Grouping.SECTOR, Grouping.CLERK):
        sheet = desk.reports.sheet(OCTOBER, grouping)
        for line in sheet.lines:
            for measure in (*LEAVES, Measure.TOTAL, Measure.SETTLED, Measure.OPEN):
                figure = sheet.figure(line, measure)
                keys = desk.reports.keys(figure)
                assert len(keys) == figure.numerator
                assert {KEYS[grouping](lived.dossiers[key]) for key in keys} <= {line.slice.value}
    shares = [sheet.share(line, Measure.RECEIVED) for line in sheet.lines]
    assert sum(share.numerator for share in shares) == shares[0].denominator == sheet.sum.received


@settings(deadline=None, max_examples=15)
@given(days=st.integers(0, DAYS))
def test_a_past_span_tells_what_was_late_then(lived: Lived, days: int) -> None:
    """Counted from the state of today, and the same as the journal's lines up to that day would have said."""
    span = Span(first=FIRST_DAY, last=FIRST_DAY + timedelta(days=days))
    midnight = datetime.combine(span.last + timedelta(days=1), datetime.min.time(), tzinfo=UTC) - timedelta(hours=7)
    figures = all_figures(lived.desk, span)
    overdue = set(lived.desk.reports.keys(figures[Measure.OPEN_OVERDUE]))
    still_open = set(lived.desk.reports.keys(figures[Measure.OPEN]))
    instant = min(midnight, lived.clock())
    for key in still_open:
        ops = lived.ops[lived.dossiers[key].id]
        then = state_at(ops, instant)
        assert then is not None
        if any(op.kind == "reopened" for op in ops):
            continue  # an end taken back counts as never having been, which nobody could know then
        assert overdue_then(then, instant) == (key in overdue)


def test_what_is_overdue_now_is_what_the_register_lists(lived: Lived) -> None:
    """One meaning of late in the whole product."""
    today = lived.clock().astimezone(UTC).date()
    figure = lived.desk.reports.figure(Measure.OPEN_OVERDUE, Span(first=FIRST_DAY, last=today))
    listed = lived.desk.register.ids(Query(filter=Filter(overdue=True)))
    assert len(listed) > 20
    assert lived.desk.reports.keys(figure) == listed


def test_the_series_adds_up_to_the_sheet_at_every_step(lived: Lived) -> None:
    span = Span(first=date(2026, 9, 3), last=date(2026, 11, 12))
    sum_line = lived.desk.reports.sheet(span).sum
    for step, points in ((Step.DAY, 71), (Step.WEEK, 11), (Step.MONTH, 3)):
        series = lived.desk.reports.series(span, step)
        assert len(series) == points
        assert sum(point.received for point in series) == sum_line.received
        assert sum(point.settled for point in series) == sum_line.settled
    days = lived.desk.reports.series(span)
    by_hand = Counter(day(each.received_at) for each in lived.dossiers.values() if each.status != "voided")
    assert {point.begins_on: point.received for point in days} == {each: by_hand[each] for each in span.days()}


def test_paces_are_those_of_real_cases(lived: Lived) -> None:
    settled = [each for each in lived.dossiers.values() if Measure.SETTLED in measures_of(each, OCTOBER, lived.clock())]
    calendar = lived.desk.calendar
    minutes = sorted(
        working_minutes(each.received_at, each.finished_at, calendar) for each in settled if each.finished_at
    )
    paces = lived.desk.reports.paces(OCTOBER)
    assert paces.work is not None
    assert paces.fetching is not None
    assert paces.work.cases == len(minutes)
    assert paces.work.median_minutes == minutes[(len(minutes) - 1) // 2]
    assert sum(each <= paces.work.p90_minutes for each in minutes) >= 0.9 * len(minutes)
    assert paces.work.p90_minutes in minutes
    lay = sorted(
        (each.handover.at - each.finished_at) // timedelta(minutes=1)
        for each in lived.dossiers.values()
        if each.handover and each.finished_at and Measure.RETURNED in measures_of(each, OCTOBER, lived.clock())
    )
    assert (paces.fetching.cases, paces.fetching.median_minutes) == (len(lay), lay[(len(lay) - 1) // 2])


def test_money_adds_up_by_kind_mode_and_clerk(lived: Lived) -> None:
    """Voided and refunded stand apart; phí and lệ phí are never mixed."""
    receipts = [
        receipt for each in lived.dossiers.values() for receipt in each.receipts if in_span(receipt.at, OCTOBER)
    ]  # fmt: skip
    summary = lived.desk.reports.fees(OCTOBER)
    valid = [each for each in receipts if each.voided_at is None]
    assert summary.total("receipts") == len(valid)
    assert summary.total("voided") == len(receipts) - len(valid) > 0
    assert summary.total("refunded_vnd") == sum(r.amount_vnd for each in valid for r in each.refunds) > 0
    for line in summary.lines:
        mine = [each for each in valid if (each.by, each.mode) == (line.clerk, line.mode)]
        sums = {
            kind: sum(part.amount_vnd for each in mine for part in each.lines if part.kind is kind) for kind in FeeKind
        }
        assert (line.fee_vnd, line.charge_vnd) == (sums[FeeKind.FEE], sums[FeeKind.CHARGE])
        assert line.kept_vnd == sum(each.kept_vnd for each in mine)
    assert {line.mode for line in summary.lines} == {PaymentMode.CASH, PaymentMode.TRANSFER, PaymentMode.ONLINE}


def test_unused_procedures_are_named(lived: Lived) -> None:
    never = lived.desk.reports.never_used(OCTOBER)
    used = {each.procedure_code for each in lived.dossiers.values()}
    assert CERTIFIED_COPY not in {each.code for each in never}
    assert {each.code for each in never} == {each.code for each in lived.desk.catalogue.all(OCTOBER.last)} - used


def test_the_leaders_report_is_of_one_piece(lived: Lived) -> None:
    monthly = lived.desk.reports.monthly(OCTOBER)
    sums = {sheet.sum for sheet in (monthly.by_sector, monthly.by_procedure, monthly.by_channel)}
    assert len(sums) == 1
    assert [scored.indicator for scored in monthly.indicators] == list(INDICATORS)
    for figure in (*monthly.headline, *(scored.figure for scored in monthly.indicators)):
        assert figure.denominator is None or figure.numerator <= figure.denominator
        assert len(lived.desk.reports.keys(figure)) == figure.numerator


def test_holders_are_those_who_have_open_dossiers(lived: Lived) -> None:
    held = lived.desk.reports.holders()
    by_hand = Counter(
        each.holder.office or each.holder.person for each in lived.dossiers.values() if each.finished_at is None
    )
    assert {each.holder: each.dossiers for each in held} == dict(by_hand)
    for each in held:
        keys = lived.desk.register.ids(Query(filter=Filter(holder=each.holder)))
        assert len(keys) == each.dossiers
        assert min(lived.dossiers[key].held_since for key in keys) == each.since
    assert sum(each.overdue for each in held) == lived.desk.register.counts().overdue


@pytest.mark.parametrize(
    "change",
    [
        "finished_at = {before}, stopped_at = {before}",  # ended before it was received
        "received_at = {after}",  # received after it ended
    ],
)
def test_a_register_that_cannot_be_gives_no_sheet(
    desk: Desk, clock: HandClock, receive_one: Callable[[], UUID], change: str
) -> None:
    """A broken identity is our bug: it stops the report rather than print it."""
    receive_one()
    span = month_of(date(2026, 11, 1))
    assert desk.reports.sheet(span).sum.total == 1
    facts = {"before": 1, "after": round(datetime(2026, 12, 5, tzinfo=UTC).timestamp() * 1000)}
    with desk.database.begin() as connection:
        now = round(clock().timestamp() * 1000)
        connection.exec_driver_sql(f"UPDATE dossier SET finished_at = {now}, stopped_at = {now}")
        connection.exec_driver_sql(f"UPDATE dossier SET {change.format(**facts)}")
    with pytest.raises(BrokenIdentity):
        desk.reports.sheet(span)


def test_synced_means_that_the_province_signed_for_all_of_it(desk: Desk, receive_one: Callable[[], UUID]) -> None:
    first, second = receive_one(), receive_one()
    span = month_of(date(2026, 11, 1))

    def synced() -> tuple[int, int | None]:
        figure = desk.reports.figure(Measure.SYNCED, span, Measure.RECEIVED)
        assert len(desk.reports.keys(figure)) == figure.numerator
        return figure.numerator, figure.denominator

    assert synced() == (0, 2)
    head = desk.journal.head
    desk.wire.mark_sent(head.epoch, head.seq - 1, b"signed")
    assert synced() == (1, 2)
    desk.wire.mark_sent(head.epoch, head.seq, b"signed")
    assert synced() == (2, 2)
    desk.wire.hold(op_key(desk.journal.epochs()[-1].device, desk.journal.of(second)[0]), "trùng mã")
    assert synced() == (1, 2)
    assert desk.register.get(first).code


def test_papers_people_lack_are_told_from_twenty_cases_on(
    desk: Desk, clock: HandClock, receive_one: Callable[[], UUID]
) -> None:
    """Visits that ended without a dossier count like dossiers that had to be asked."""
    for _ in range(16):
        receive_one()
    for missing in (("Bản chính", "Căn cước"), ("bản chính",), ("Giấy ủy quyền",)):
        lacking = TurnedAway(
            because=Because.PAPERS_MISSING, procedure_code=CERTIFIED_COPY, reason="", missing=missing
        )  # fmt: skip
        desk.do(turn_away, lacking)
    assert desk.reports.often_missing(CERTIFIED_COPY) == ()
    desk.do(turn_away, TurnedAway(because=Because.REFUSED, procedure_code=CERTIFIED_COPY, reason="trái luật"))
    told = desk.reports.often_missing(CERTIFIED_COPY)
    assert told == (("bản chính", 2, 20), ("Căn cước", 1, 20), ("Giấy ủy quyền", 1, 20))
    assert desk.reports.often_missing("1.001193") == ()
    clock.forward(days=400)
    assert desk.reports.often_missing(CERTIFIED_COPY) == ()


def test_asked_for_papers_are_remembered_with_their_dossiers(lived: Lived) -> None:
    (name, cases, of), *_ = lived.desk.reports.often_missing(CERTIFIED_COPY)
    mine = [each for each in lived.dossiers.values() if each.procedure_code == CERTIFIED_COPY]
    assert (name, cases, of) == ("Bản chính", sum(bool(each.supplements) for each in mine), len(mine))
