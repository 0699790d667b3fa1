"""The statistics: figures that agree with the register, numbers that open what they count, and nothing stale."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from desktop.demo.past import CLERK as PAST_CLERK
from desktop.demo.past import live_a_past
from desktop.jobs import Failed, ImmediateJobs
from desktop.screens.statistics.charts_page import flow_bars, procedure_bars, punctual_bars
from desktop.screens.statistics.export import Exporter
from desktop.screens.statistics.grids import grid_of, identity_words
from desktop.screens.statistics.paper import Papers
from desktop.screens.statistics.periods import Period, bar_span, beside, span_of, step_of
from desktop.screens.statistics.presenter import StatisticsPresenter
from desktop.screens.statistics.state import State, Tab
from desktop.screens.statistics.words import LONGEST_NAME, days_words, minutes_words, shortened, target
from desktop.slips import Slips
from dossiers.dossier import FeeLine, PaymentMode
from dossiers.people import Person
from dossiers.procedure import FeeKind
from dossiers.receive import receive
from dossiers.reporting.spans import Span
from dossiers.store.conditions import Filter
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.store.vault import unlock
from dossiers.take_fee import take_fee, void_fee
from tests.benchmarks.filled import intake
from tests.desktop_screens.conftest import Counter, HandClock, HeardStage

SECRET = "quay-so-2"
DOSSIERS = 260
TODAY = date(2026, 11, 23)


class HeardView:
    """A screen that remembers what it was shown."""

    def __init__(self) -> None:
        self.states: list[State] = []

    def show_state(self, state: State) -> None:
        """See `View.show_state`."""
        self.states.append(state)


class HeldJobs(ImmediateJobs):
    """Answers the questions of `latest` only when told to."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        self.held: list[Callable[[], None]] = []

    def latest(
        self, topic: str, fn: Callable[[Desk], Any], on_done: Callable[[Any], None], on_failed: Failed
    ) -> None:
        """Keep the question for later."""
        self.held.append(lambda: super(HeldJobs, self).latest(topic, fn, on_done, on_failed))


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that worked a month, at its closing."""
    home = tmp_path_factory.mktemp("past") / "home"
    live_a_past(home, SECRET, DOSSIERS, 5, HandClock())
    return home


@pytest.fixture(scope="module")
def worked(past: Path) -> Iterator[Desk]:
    """That office, opened this morning; nothing here changes it."""
    desk = Desk.open(past, unlock(past, PAST_CLERK.name, SECRET, HandClock()), HandClock(), ballast_bytes=0)
    yield desk
    desk.close()


@pytest.fixture
def stage() -> HeardStage:
    """What the frame was asked."""
    return HeardStage()


@pytest.fixture
def view() -> HeardView:
    """What the screen was shown."""
    return HeardView()


@pytest.fixture
def presenter(worked: Desk, stage: HeardStage, view: HeardView) -> StatisticsPresenter:
    """Over the office that worked."""
    return StatisticsPresenter(jobs=ImmediateJobs(worked), stage=stage, clock=HandClock(), view=view)


def test_the_four_figures_are_those_of_the_register(worked: Desk, presenter: StatisticsPresenter) -> None:
    presenter.enter()
    figures = presenter.state.headline
    assert figures is not None
    november = Filter(received_from=date(2026, 11, 1), received_to=date(2026, 11, 30))
    assert figures[0].numerator == len(worked.register.ids(Query(filter=november))) > 0
    assert figures[3].numerator == worked.register.counts().overdue
    assert all(figure.denominator is not None and "tính đến" in figure.basis for figure in figures)
    assert len({figure.as_of for figure in figures}) == 1


@pytest.mark.parametrize("tab", Tab)
def test_every_number_opens_exactly_what_it_counts(
    worked: Desk, presenter: StatisticsPresenter, stage: HeardStage, tab: Tab
) -> None:
    presenter.choose(Period.YEAR)
    presenter.turn_to(tab)
    grid = grid_of(presenter.state)
    assert {len(row) for row in grid.rows} <= {len(grid.headings)}
    opened = 0
    for cell in (cell for row in grid.rows for cell in row if cell.number is not None and cell.target):
        presenter.open(cell.target)
        screen, what = stage.opened[-1]
        assert screen == "register"
        assert (len(what["keys"]), bool(what["title"])) == (cell.number, True)
        assert list(what["keys"]) == sorted(set(what["keys"]), reverse=True)
        opened += 1
    assert opened > 0 or tab in (Tab.NEVER_USED, Tab.FEES)


@pytest.mark.parametrize("period", [Period.DAY, Period.MONTH, Period.YEAR])
def test_every_bar_opens_exactly_what_it_shows(
    presenter: StatisticsPresenter, stage: HeardStage, period: Period
) -> None:
    presenter.enter()
    presenter.choose(period)
    state = presenter.state
    assert state.series is not None
    assert state.procedures is not None
    bars = [*flow_bars(state, state.series), *procedure_bars(state.procedures), *punctual_bars(state.procedures)]
    for bar, opens in bars:
        assert bool(opens) == bool(bar.count)
        if opens:
            presenter.open(opens)
            assert len(stage.opened[-1][1]["keys"]) == bar.count, bar.spoken


def test_all_other_procedures_share_one_bar_that_opens_the_rest(
    presenter: StatisticsPresenter, monkeypatch: pytest.MonkeyPatch, stage: HeardStage
) -> None:
    monkeypatch.setattr("desktop.screens.statistics.charts_page.MOST_ROWS", 2)
    presenter.choose(Period.YEAR)
    sheet = presenter.state.procedures
    assert sheet is not None
    *_, (rest, opens) = procedure_bars(sheet)
    presenter.open(opens)
    assert "thủ tục khác" in rest.label
    assert len(stage.opened[-1][1]["keys"]) == rest.count > 0


def test_the_identity_is_shown_with_its_three_sums(presenter: StatisticsPresenter) -> None:
    presenter.turn_to(Tab.SECTORS)
    presenter.enter()
    sheet = presenter.state.sectors
    assert sheet is not None
    total, settled, still_open = sheet.sum.total, sheet.sum.settled, sheet.sum.open
    assert identity_words(sheet) == f"Khớp: {total} tiếp nhận = {settled} đã giải quyết + {still_open} đang giải quyết."
    assert total == settled + still_open > 0


def test_an_older_answer_never_stands_under_a_newer_span(worked: Desk, stage: HeardStage, view: HeardView) -> None:
    jobs = HeldJobs(worked)
    presenter = StatisticsPresenter(jobs=jobs, stage=stage, clock=HandClock(), view=view)
    presenter.enter()
    presenter.choose(Period.DAY)
    month, day = jobs.held
    month()
    assert [state for state in view.states if state.headline] == []
    day()
    assert [state.headline[0].span for state in view.states if state.headline] == [Span(first=TODAY, last=TODAY)]


def test_nothing_comes_to_the_front_for_one_who_has_left(
    worked: Desk, stage: HeardStage, view: HeardView
) -> None:
    jobs = HeldJobs(worked)
    presenter = StatisticsPresenter(jobs=jobs, stage=stage, clock=HandClock(), view=view)
    presenter.enter()
    shown = len(view.states)
    presenter.leave()
    for answer in jobs.held:
        answer()
    assert len(view.states) == shown
    assert (stage.opened, stage.complaints) == ([], [])


def test_counting_anew_keeps_what_stands_until_the_new_is_here(
    worked: Desk, stage: HeardStage, view: HeardView
) -> None:
    jobs = HeldJobs(worked)
    presenter = StatisticsPresenter(jobs=jobs, stage=stage, clock=HandClock(), view=view)
    presenter.enter()
    while jobs.held:
        jobs.held.pop(0)()
    before = presenter.state.headline
    presenter.enter()
    assert presenter.state.busy
    assert presenter.state.headline is before is not None
    while jobs.held:
        jobs.held.pop(0)()
    assert presenter.state.headline is not before
    assert not presenter.state.busy


def test_a_page_asks_only_what_it_shows_and_only_once(worked: Desk, stage: HeardStage, view: HeardView) -> None:
    jobs = HeldJobs(worked)
    presenter = StatisticsPresenter(jobs=jobs, stage=stage, clock=HandClock(), view=view)
    presenter.turn_to(Tab.CHANNELS)
    while jobs.held:
        jobs.held.pop(0)()
    answered = presenter.state
    assert answered.channels is not None
    assert (answered.series, answered.clerks, answered.paces) == (None, None, None)
    presenter.turn_to(Tab.FEES)
    while jobs.held:
        jobs.held.pop(0)()
    presenter.turn_to(Tab.CHANNELS)
    assert jobs.held == []


def test_days_typed_wrong_are_said_and_what_stands_is_kept(presenter: StatisticsPresenter) -> None:
    presenter.enter()
    before = presenter.state.headline
    presenter.choose_days(date(2026, 11, 20), None)
    assert presenter.state.fault == "Ngày viết như 01/11/2026."
    presenter.choose_days(date(2026, 11, 20), date(2026, 11, 2))
    assert "ngày cuối phải từ ngày đầu" in presenter.state.fault
    assert presenter.state.headline is before
    presenter.choose_days(date(2026, 11, 2), date(2026, 11, 20))
    assert (presenter.state.fault, presenter.state.period) == ("", Period.FREE)
    assert presenter.state.headline is not None
    assert presenter.state.headline[0].span.words == "2/11–20/11/2026"


def test_time_goes_back_and_forth_by_the_period_shown(presenter: StatisticsPresenter) -> None:
    presenter.choose(Period.QUARTER)
    presenter.move(later=False)
    assert presenter.state.span == Span(first=date(2026, 7, 1), last=date(2026, 9, 30))
    presenter.move(later=True)
    presenter.move(later=True)
    assert presenter.state.span == Span(first=date(2027, 1, 1), last=date(2027, 3, 31))
    presenter.choose_days(date(1, 1, 1), date(1, 1, 2))
    presenter.move(later=False)
    assert presenter.state.span.first == date(1, 1, 1)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.DAY, date(2026, 11, 23), date(2026, 11, 23)), (Period.WEEK, date(2026, 11, 23), date(2026, 11, 29)),
        (Period.MONTH, date(2026, 11, 1), date(2026, 11, 30)), (Period.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (Period.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)  # fmt: skip
def test_a_period_is_whole_and_its_neighbours_touch_it(period: Period, first: date, last: date) -> None:
    span = span_of(period, TODAY)
    assert (span.first, span.last) == (first, last)
    earlier, later = beside(period, span, later=False), beside(period, span, later=True)
    assert ((first - earlier.last).days, (later.first - last).days) == (1, 1)


@pytest.mark.parametrize("period", [Period.DAY, Period.MONTH, Period.QUARTER, Period.YEAR])
def test_the_bars_of_a_span_are_its_days_none_twice(period: Period) -> None:
    span = span_of(period, TODAY)
    step = step_of(span)
    begins = sorted({step.begins(day) for day in span.days()})
    days = [day for each in begins for day in bar_span(each, step, span).days()]
    assert days == list(span.days())
    assert len(begins) <= 45


def test_an_empty_office_has_zeros_dashes_and_nothing_to_open(counter: Counter, view: HeardView) -> None:
    presenter = StatisticsPresenter(jobs=counter.jobs, stage=counter.stage, clock=counter.clock, view=view)
    presenter.enter()
    figures = presenter.state.headline
    assert figures is not None
    assert [(figure.numerator, target(figure)) for figure in figures] == [(0, None)] * 4
    assert figures[2].share == "–"
    for tab in Tab:
        presenter.turn_to(tab)
        assert all(cell.target is None for row in grid_of(presenter.state).rows for cell in row)
    assert counter.stage.complaints == []


def test_receipts_open_their_dossiers_valid_and_voided_apart(counter: Counter, view: HeardView) -> None:
    presenter = StatisticsPresenter(jobs=counter.jobs, stage=counter.stage, clock=counter.clock, view=view)
    fee = FeeLine(kind=FeeKind.CHARGE, name="Lệ phí", amount_vnd=6000, confirmed_by="Trần Thị Hạnh")
    taken = []
    for _ in range(2):
        person = Person(name="Nguyễn Thị Phượng", id_number="099186001234")
        dossier = counter.desk.do(receive, intake(person, counter.clock()))
        taken.append(counter.desk.do(take_fee, dossier.id, PaymentMode.CASH, (fee,)))
    counter.desk.do(void_fee, taken[0].id, taken[0].receipts[0].entry, "Ghi nhầm người nộp.")
    presenter.turn_to(Tab.FEES)
    presenter.enter()
    cells = [cell for cell in grid_of(presenter.state).rows[1] if cell.target]
    assert [cell.number for cell in cells] == [1, 1]
    for cell in cells:
        presenter.open(cell.target)
    valid, voided = (list(what["keys"]) for _, what in counter.stage.opened)
    rows = {row.key: row.id for row in counter.desk.register.rows(valid + voided)}
    assert [rows[valid[0]], rows[voided[0]]] == [taken[1].id, taken[0].id]


@pytest.mark.parametrize("tab", Tab)
def test_every_page_is_exported_with_numbers_that_can_be_summed_and_when_they_were_counted(
    worked: Desk, presenter: StatisticsPresenter, stage: HeardStage, tmp_path: Path, tab: Tab
) -> None:
    presenter.turn_to(tab)
    presenter.enter()
    state, file = presenter.state, tmp_path / "số liệu.xlsx"
    Exporter(ImmediateJobs(worked), stage).export(state, file)
    rows = [list(row) for row in load_workbook(file).worksheets[0].iter_rows(values_only=True)]
    assert (stage.said, stage.complaints) == (["Đã ghi bảng số liệu vào tệp."], [])
    assert "23/11/2026" in " ".join(str(cell) for cell in rows[-1])
    if tab is Tab.SECTORS:
        assert rows[0][:2] == ["Lĩnh vực", "Số lượng hồ sơ tiếp nhận: Tổng số"]
        *lines, total, _ = rows[1:]
        assert total[1] == sum(int(str(line[1])) for line in lines)
    if tab is Tab.PACES:
        assert rows[1][0] == "Toàn đơn vị"
        assert isinstance(rows[1][1], int)


@pytest.mark.parametrize(
    ("tab", "form", "read"),
    [
        (Tab.SECTORS, "report_06", "Chứng thực"), (Tab.CLERKS, "report_06", "Trần Thị Hạnh"),
        (Tab.INDICATORS, "report_766", "Số hóa hồ sơ"), (Tab.CHARTS, "report_month", "tiếp nhận trong kỳ"),
    ],
)  # fmt: skip
def test_a_page_is_printed_on_its_form(
    worked: Desk, presenter: StatisticsPresenter, stage: HeardStage, tab: Tab, form: str, read: str
) -> None:
    presenter.turn_to(tab)
    presenter.enter()
    jobs = ImmediateJobs(worked)
    Papers(jobs, stage, Slips(jobs, stage, HandClock(), lambda: None)).print(presenter.state)
    assert (stage.said, stage.complaints) == (["Báo cáo đã vào hàng đợi in."], [])
    job = worked.prints.recent(1)[0]
    assert (job.form, job.title.endswith("1/11–30/11/2026"), job.paper) == (form, True, "A4")
    document = PdfDocument(worked.prints.pdf(job.id))
    words = "".join(page.get_textpage().get_text_range() for page in document)
    assert read.lower() in words.lower()


def test_a_folder_that_is_gone_is_said_and_nothing_is_written(
    worked: Desk, presenter: StatisticsPresenter, stage: HeardStage, tmp_path: Path
) -> None:
    presenter.enter()
    Exporter(ImmediateJobs(worked), stage).export(presenter.state, tmp_path / "gone" / "a.xlsx")
    assert (stage.said, len(stage.complaints)) == ([], 1)
    assert list(tmp_path.iterdir()) == []


def test_lengths_of_time_and_long_names_are_said_in_words() -> None:
    assert [minutes_words(each) for each in (0, 45, 60, 135)] == ["0 phút", "45 phút", "1 giờ 0 phút", "2 giờ 15 phút"]
    assert [days_words(each) for each in (135, 2880, 4565)] == ["2 giờ 15 phút", "2 ngày 0 giờ", "3 ngày 4 giờ"]
    name = "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp"
    assert len(shortened(name)) <= LONGEST_NAME + 1
    assert name.startswith(shortened(name).removesuffix("…"))
