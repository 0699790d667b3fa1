"""What waits for the line's limits says so, what going over them takes, and only whoever asks goes over the hours."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from desktop.jobs import Failure
from desktop.line_asks import LineState, SetAside, keep_plan, read_line
from desktop.line_words import cost_words, plan_words, waiting_words
from desktop.screens.sync.pack_words import pack_words
from desktop.screens.sync.presenter import SyncPresenter
from desktop.theme.tokens import Tone
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Scan
from dossiers.receive import receive
from dossiers.store.desk import Desk
from sync import budget, membership
from sync.budget import LinePlan, Waiting
from sync.pack_news import PackNews
from sync.progress import SyncReport
from tests.desktop_screens.conftest import Counter
from tests.store.homes import intake

TEN_AT_NIGHT = datetime(2026, 11, 23, 15, tzinfo=UTC)
NIGHTS = LinePlan(month_mb=500, from_hour=22, to_hour=6)


@dataclass
class Line:
    """A line that notes what it was asked for."""

    running: bool = False
    offline_since: datetime | None = None
    last: SyncReport | None = None
    runs: list[bool] = field(default_factory=list)

    def run_now(self, *, asked_for: bool = False) -> None:
        """See `Line`."""
        self.runs.append(asked_for)

    def enrol(self, url: str, code: str, ca: bytes | None) -> None:
        """See `Line`."""


@dataclass
class Shown:
    """The screen, as far as words go."""

    waiting: tuple[str, str] = ("", "")
    clock: str = ""
    aside: tuple[SetAside, ...] = ()

    def show_state(self, words: str, tone: Tone) -> None:
        """See `View`."""

    def show_figures(self, state: LineState) -> None:
        """See `View`."""
        self.aside = state.set_aside

    def show_waiting(self, words: str, cost: str) -> None:
        """See `View`."""
        self.waiting = words, cost

    def show_clock(self, words: str) -> None:
        """See `View`."""
        self.clock = words

    def show_backup(self, words: str, tone: Tone) -> None:
        """See `View`."""

    def show_fault(self, sentence: str, field: str) -> None:
        """See `View`."""


@dataclass
class Screen:
    """A presenter with what it talks to."""

    presenter: SyncPresenter
    line: Line
    shown: Shown


@pytest.fixture
def screen(counter: Counter) -> Screen:
    """An enrolled desk with a scan that waits."""
    counter.desk.wire.set(membership.PROVINCE_KEY, bytes(32))
    with_a_scan(counter.desk, 3_800_000)
    line, shown = Line(), Shown()
    return Screen(SyncPresenter(counter.jobs, counter.stage, counter.clock, line, shown), line, shown)


def with_a_scan(desk: Desk, size: int) -> None:
    dossier, data = desk.do(receive, intake()), bytes(size)
    paper = Scan(sha256=desk.files.put(data), title="Bản quét", mime="application/pdf", size=size, pages=9)
    desk.do(attach_scans, dossier.id, (paper,))


def test_without_limits_nothing_is_said_and_nobody_goes_over_anything(screen: Screen) -> None:
    screen.presenter.refresh()
    screen.presenter.send()
    assert screen.shown.waiting == ("", "")
    assert screen.line.runs == [False]


def test_outside_the_hours_records_go_and_scans_only_for_whoever_has_read_the_cost(
    screen: Screen, counter: Counter
) -> None:
    budget.set_plan(counter.desk, NIGHTS)
    budget.spend(counter.desk, counter.clock(), 120_000_000)
    screen.presenter.refresh()
    assert screen.shown.waiting == (
        "Còn 4 MB bản quét chờ: chỉ gửi từ 22 giờ đến 6 giờ. Sẽ gửi lúc 22:00 23/11/2026. Hồ sơ vẫn gửi bình thường.",
        "Gửi ngay cả bản quét tốn khoảng 4 MB; tháng này đã dùng 120 trong 500 MB.",
    )
    screen.presenter.send()
    screen.presenter.send_scans()
    assert screen.line.runs == [False, True]
    counter.clock.now = TEN_AT_NIGHT
    screen.presenter.refresh()
    assert screen.shown.waiting == ("", "")


def test_scans_that_wait_to_be_asked_for_go_with_the_main_key(screen: Screen, counter: Counter) -> None:
    budget.set_plan(counter.desk, LinePlan(only_when_asked=True))
    screen.presenter.refresh()
    words, cost = screen.shown.waiting
    assert words == "Còn 4 MB bản quét chờ: chỉ gửi khi bấm Gửi ngay. Hồ sơ vẫn gửi bình thường."
    assert cost == ""
    screen.presenter.send()
    assert screen.line.runs == [True]


def test_a_month_that_is_spent_offers_no_way_over_it(screen: Screen, counter: Counter) -> None:
    budget.set_plan(counter.desk, LinePlan(month_mb=100))
    budget.spend(counter.desk, counter.clock(), 120_000_000)
    screen.presenter.refresh()
    words, cost = screen.shown.waiting
    assert "đã dùng hết 100 MB của tháng này. Sẽ gửi lúc 00:00 01/12/2026." in words
    assert cost == ""


def test_the_limits_are_kept_and_said_back(counter: Counter) -> None:
    state = keep_plan(counter.desk, NIGHTS)
    assert state.plan == read_line(counter.desk).plan == NIGHTS
    failures: list[Failure] = []
    wrong = LinePlan(from_hour=25)
    counter.jobs.ask(lambda desk: keep_plan(desk, wrong), lambda _: None, failures.append)
    assert [failure.sentence for failure in failures] == ["Giờ từ 0 đến 24; số MB mỗi tháng không âm."]
    assert read_line(counter.desk).plan == NIGHTS


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (LinePlan(), "Hồ sơ luôn gửi ngay. Bản quét gửi cả ngày. Tháng 11/2026 đã dùng 38 MB, không giới hạn."),
        (LinePlan(from_hour=7, to_hour=7), "Bản quét gửi cả ngày."),
        (NIGHTS, "Bản quét gửi từ 22 giờ đến 6 giờ. Tháng 11/2026 đã dùng 38 trong 500 MB."),
        (LinePlan(only_when_asked=True), "Bản quét chỉ gửi khi bấm Gửi ngay."),
    ],
)
def test_a_plan_in_words(plan: LinePlan, said: str) -> None:
    assert said in plan_words(plan, 38_400_000, TEN_AT_NIGHT)


def test_nothing_waiting_says_nothing_and_a_little_is_never_nought() -> None:
    assert waiting_words(0, Waiting.MONTH_SPENT, NIGHTS, None) == ""
    assert "Còn 1 MB" in waiting_words(300, Waiting.MONTH_SPENT, NIGHTS, None)
    assert cost_words(300, LinePlan(), 0) == "Gửi ngay cả bản quét tốn khoảng 1 MB."


def test_what_packs_changed_is_said_with_its_day() -> None:
    day = TEN_AT_NIGHT.date() + timedelta(days=4)
    told = [
        PackNews("holidays", 3, 0, 2, day), PackNews("forms", 1, 0, 1, day), PackNews("catalogue", 7, 0, 0, None),
    ]  # fmt: skip
    assert [pack_words(pack) for pack in told] == [
        "Lịch làm việc, bản số 3: 2 thay đổi, có hiệu lực từ 27/11/2026.",
        "Lời trên biểu mẫu, bản số 1: dùng từ 27/11/2026.",
        "Danh mục thủ tục và phí, bản số 7: quầy này đã dùng đúng như vậy từ trước.",
    ]
