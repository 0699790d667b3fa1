"""The holiday sweep at a real desk: thirty open dossiers, one notice, and the slips in the queue."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.calendar_asks import Effect, Unfinished, read_unfinished
from desktop.jobs import Failure
from desktop.screens.settings.calendar_presenter import CalendarPresenter, CalendarState
from desktop.screens.settings.sweep_presenter import SweepPresenter, SweepState
from desktop.slips import RECEIPT
from desktop.theme.tokens import Tone
from dossiers.apologise import Apologised, apologise
from dossiers.calendars import DayKind
from dossiers.clock import say_time
from dossiers.deadlines import due
from dossiers.dossier import Appointment, DueCause
from dossiers.end_without_result import withdraw
from dossiers.people import Clerk, Person, Role
from dossiers.receive import Intake, receive
from dossiers.supplement import request_supplement
from tests.desktop_screens.conftest import CLERK, Counter
from tests.dossiers.deeds import DIPLOMA
from tests.printing.pdf_reading import read_pages

MARITAL_STATUS = "1.004873"
"""Three working days, by the catalogue that ships."""

NOTICE = "TB 15/TB-UBND"
CSV = f"date,type,note,notice\n27/11/2026,nghi,Nghỉ theo thông báo,{NOTICE}\n28/11/2026,lam_bu,Làm bù,{NOTICE}\n"
HOLIDAY = date(2026, 11, 27)


class HeardPanel:
    """Both views of the panel, as a window would hand one to the other."""

    def __init__(self, counter: Counter) -> None:
        self.year = CalendarState(year=0)
        self.state = SweepState()
        self.states: list[SweepState] = []
        self.said: list[str] = []
        self.calendar = CalendarPresenter(jobs=counter.jobs, clock=counter.clock, view=self, complain=self.complain)
        self.page = SweepHeard(self)
        self.sweep = SweepPresenter(
            jobs=counter.jobs, view=self.page,
            print_receipt=lambda dossier, done: counter.slips.print(RECEIPT, dossier, done),
        )  # fmt: skip

    def present(self, state: CalendarState) -> None:
        """See `CalendarView`."""
        self.year = state

    def weigh(self, days: Any, effect: Effect) -> None:
        """See `CalendarView`."""
        self.sweep.show(days, effect)

    def take_up(self, unfinished: Unfinished) -> None:
        """See `CalendarView`."""
        self.sweep.take_up(unfinished)

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """See `CalendarView`."""
        del tone
        self.said.append(sentence)

    def stop_after(self, count: int) -> None:
        """Press the button when so many dates were moved."""

        def look(state: SweepState) -> None:
            if state.running and state.done == count:
                self.sweep.stop()

        self.page.on_state = look

    def complain(self, why: Failure) -> None:
        """What could not be done."""
        self.said.append(why.sentence)


class SweepHeard:
    """The page of the sweep."""

    def __init__(self, panel: HeardPanel) -> None:
        self.panel = panel
        self.on_state: Callable[[SweepState], None] = lambda _: None

    def present(self, state: SweepState) -> None:
        """See `SweepView`."""
        self.panel.state = state
        self.panel.states.append(state)
        self.on_state(state)

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """See `SweepView`."""
        self.panel.answer(sentence, tone)


def take_in(counter: Counter, number: int = 1, **changes: Any) -> UUID:
    """A dossier received now, its date counted as the intake does."""
    procedure = counter.desk.catalogue.get(MARITAL_STATUS, date(2026, 11, 23))
    appointment = changes.pop("appointment", None) or due(procedure, counter.clock(), counter.desk.calendar)
    owner = Person(name=f"Người Thứ {number}")
    confirmed = Appointment(due_at=appointment.due_at, reasons=appointment.reasons, confirmed_by=CLERK.name)
    intake = Intake(
        procedure_code=MARITAL_STATUS, owner=owner, papers=(), fees=(), appointment=confirmed, **changes
    )  # fmt: skip
    return counter.desk.do(receive, intake).id


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """The file of the notice."""
    file = tmp_path / "lich.csv"
    file.write_text(CSV, encoding="utf-8")
    return file


@pytest.fixture
def panel(counter: Counter) -> HeardPanel:
    """The panel, opened."""
    opened = HeardPanel(counter)
    opened.calendar.open()
    return opened


def due_of(counter: Counter, dossier_id: UUID) -> str:
    due_at = counter.desk.register.get(dossier_id).appointment.due_at
    assert due_at is not None
    return say_time(due_at)


def test_thirty_open_dossiers_are_swept_by_one_notice(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    """Thirty received on Monday are due on Friday, which becomes a holiday; two of them are past their date."""
    mine = [take_in(counter, number) for number in range(1, 29)]
    late = [take_in(counter, number, appointment=Appointment(due_at=counter.clock.now)) for number in (29, 30)]
    before = due_of(counter, mine[0])
    panel.calendar.read_file(str(notice))
    assert (len(panel.state.effect.changes), len(panel.state.effect.touched)) == (2, 28)
    assert counter.desk.calendar.works(HOLIDAY)
    panel.sweep.save(panel.state.notice)
    assert not counter.desk.calendar.works(HOLIDAY)
    after = {due_of(counter, each) for each in mine}
    assert len(after) == 1
    (moved,) = after
    assert (before[:5], moved[:5]) == (before[:5], before[:5])
    assert moved.endswith("28/11/2026")
    assert before.endswith("27/11/2026")
    assert all(counter.desk.register.get(each).due_changes == () for each in late)
    slips = counter.desk.prints.waiting()
    assert [job.dossier_id for job in slips] == mine
    for job, number in zip(slips, range(1, 29), strict=True):
        words = read_pages(counter.desk.prints.pdf(job.id))[0].text
        assert f"Người Thứ {number} " in words
        first = words.index("hẹn lúc đầu")
        assert words.index("28 tháng 11 năm 2026") < first < words.index("27 tháng 11 năm 2026")
    assert panel.said[-1] == "Đã lưu lịch. 28 hồ sơ có ngày hẹn mới, 28 giấy hẹn mới vào hàng đợi in."
    assert panel.states[-1].total == 28
    assert read_unfinished(counter.desk) is None


def test_the_same_notice_a_second_time_changes_nothing(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    mine = take_in(counter)
    panel.calendar.read_file(str(notice))
    panel.sweep.save(NOTICE)
    lines, slips = counter.desk.journal.count(), len(counter.desk.prints.waiting())
    again = HeardPanel(counter)
    again.calendar.open()
    again.calendar.read_file(str(notice))
    assert again.state.effect == Effect(())
    again.sweep.save(NOTICE)
    assert (counter.desk.journal.count(), len(counter.desk.prints.waiting())) == (lines, slips)
    assert len(counter.desk.register.get(mine).due_changes) == 1


def test_a_date_whose_tick_is_taken_away_stays(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    stays, moves = take_in(counter, 1), take_in(counter, 2)
    before = due_of(counter, stays)
    panel.calendar.read_file(str(notice))
    panel.sweep.tick(stays)
    panel.sweep.save(NOTICE)
    assert due_of(counter, stays) == before
    assert due_of(counter, moves) != before
    assert [job.dossier_id for job in counter.desk.prints.waiting()] == [moves]


def test_what_is_late_is_listed_and_cannot_be_ticked(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    late = take_in(counter)
    counter.clock.now += timedelta(days=10)
    panel.calendar.read_file(str(notice))
    (touched,) = panel.state.effect.touched
    assert touched.moved.late
    panel.sweep.tick(late)
    assert panel.state.chosen == frozenset()
    panel.sweep.save(NOTICE)
    assert counter.desk.register.get(late).due_changes == ()
    assert counter.forms() == []


def test_stopped_in_the_middle_the_rest_is_offered_and_done_later(
    counter: Counter, panel: HeardPanel, notice: Path
) -> None:
    mine = [take_in(counter, number) for number in range(5)]
    old = due_of(counter, mine[0])
    panel.calendar.read_file(str(notice))
    panel.stop_after(2)
    panel.sweep.save(NOTICE)
    assert panel.said[-1].startswith("Đã dừng. 2 hồ sơ đã có ngày hẹn mới và giữ như vậy; 3 hồ sơ còn ngày cũ.")
    assert [due_of(counter, each) == old for each in mine] == [False, False, True, True, True]
    assert len(counter.desk.prints.waiting()) == 2
    later = HeardPanel(counter)
    later.calendar.open()
    assert later.state.left == 3
    later.sweep.resume()
    assert [due_of(counter, each) == old for each in mine] == [False] * 5
    assert len(counter.desk.prints.waiting()) == 5
    assert read_unfinished(counter.desk) is None


def test_the_rest_may_also_keep_its_old_dates(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    mine = [take_in(counter, number) for number in range(3)]
    old = due_of(counter, mine[0])
    panel.calendar.read_file(str(notice))
    panel.stop_after(1)
    panel.sweep.save(NOTICE)
    panel.sweep.leave()
    assert panel.state.left == 0
    assert [due_of(counter, each) == old for each in mine] == [False, True, True]
    assert len(counter.desk.prints.waiting()) == 1
    assert read_unfinished(counter.desk) is None


def test_another_change_waits_until_the_last_one_is_done(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    take_in(counter)
    panel.calendar.read_file(str(notice))
    panel.stop_after(0)
    panel.sweep.save(NOTICE)
    panel.calendar.put(date(2026, 12, 1), DayKind.OFF, "Nghỉ", NOTICE)
    panel.calendar.weigh()
    panel.sweep.save(NOTICE)
    assert panel.said[-1].startswith("Lần đổi lịch trước còn hồ sơ chưa hẹn lại.")
    assert date(2026, 12, 1) not in counter.desk.calendar_days


def test_a_dossier_that_ended_meanwhile_is_named_and_holds_up_nobody(
    counter: Counter, panel: HeardPanel, notice: Path
) -> None:
    gone, stays = take_in(counter, 1), take_in(counter, 2)
    panel.calendar.read_file(str(notice))
    counter.desk.do(withdraw, gone, "không còn nhu cầu")
    panel.sweep.save(NOTICE)
    assert f"{counter.desk.register.get(gone).code} giữ ngày cũ: Hồ sơ đang ở trạng thái “Đã rút”" in panel.said[-1]
    assert due_of(counter, stays).endswith("28/11/2026")


def test_power_lost_between_notice_and_days_is_made_good(
    counter: Counter, panel: HeardPanel, notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The memory of the sweep is written first: the next opening puts the days into force and moves the dates."""
    mine = take_in(counter)
    panel.calendar.read_file(str(notice))
    with monkeypatch.context() as power:
        power.setattr(counter.desk, "set_calendar_days", _lose_power)
        with pytest.raises(SystemExit):
            panel.sweep.save(NOTICE)
    assert counter.desk.calendar.works(HOLIDAY)
    later = HeardPanel(counter)
    later.calendar.open()
    later.sweep.resume()
    assert not counter.desk.calendar.works(HOLIDAY)
    assert due_of(counter, mine).endswith("28/11/2026")


def _lose_power(_: object) -> None:
    raise SystemExit


def test_a_later_promise_in_the_citizens_hand_is_not_spoken_against(
    counter: Counter, panel: HeardPanel, notice: Path
) -> None:
    """The date moves for the office's own reckoning; the letter of apology already names a later day."""
    mine = take_in(counter)
    promised = datetime(2026, 12, 4, 8, tzinfo=UTC)
    counter.desk.do(apologise, mine, Apologised(reason="chờ xác minh", signer="Lê Văn Ký", promised_at=promised))
    panel.calendar.read_file(str(notice))
    assert panel.state.effect.touched[0].promised_at == promised
    panel.sweep.save(NOTICE)
    assert counter.desk.register.get(mine).due_changes[0].cause is DueCause.CALENDAR
    assert counter.forms() == []


def test_a_slip_with_the_old_date_leaves_the_queue(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    mine = take_in(counter)
    counter.slips.print(RECEIPT, counter.desk.register.get(mine))
    (old,) = counter.desk.prints.waiting()
    panel.calendar.read_file(str(notice))
    panel.sweep.save(NOTICE)
    (new,) = counter.desk.prints.waiting()
    assert old.id != new.id


def test_one_who_waits_for_papers_is_swept_too(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    mine = take_in(counter)
    counter.desk.do(request_supplement, mine, (DIPLOMA,), "thiếu")
    panel.calendar.read_file(str(notice))
    panel.sweep.save(NOTICE)
    assert due_of(counter, mine).endswith("28/11/2026")


def test_without_a_notice_nothing_is_kept(counter: Counter, panel: HeardPanel) -> None:
    take_in(counter)
    panel.calendar.put(HOLIDAY, DayKind.OFF, "Nghỉ theo thông báo", "")
    panel.calendar.weigh()
    panel.sweep.save("  ")
    assert panel.said == ["Chưa ghi số thông báo lịch nghỉ."]
    assert (dict(counter.desk.calendar_days), counter.forms()) == ({}, [])
    panel.sweep.save(NOTICE)
    assert HOLIDAY in counter.desk.calendar_days
    assert counter.forms() == [RECEIPT]


def test_another_name_for_a_day_moves_nothing_and_needs_no_notice(counter: Counter, panel: HeardPanel) -> None:
    take_in(counter)
    panel.calendar.put(date(2026, 11, 24), DayKind.OFF, "Ngày Văn hóa các dân tộc", "")
    panel.calendar.weigh()
    lines = counter.desk.journal.count()
    panel.sweep.save("")
    assert counter.desk.calendar_days[date(2026, 11, 24)].note == "Ngày Văn hóa các dân tộc"
    assert (counter.desk.journal.count(), counter.forms()) == (lines, [])


def test_a_slip_that_is_being_drawn_is_not_drawn_twice(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    """Stopped, taken up at once, and the first slips not in the queue yet: each dossier still gets one."""
    mine = [take_in(counter, number) for number in range(3)]
    drawn: list[UUID] = []
    panel.sweep = SweepPresenter(
        jobs=counter.jobs, view=panel.page, print_receipt=lambda dossier, _: drawn.append(dossier.id)
    )
    panel.calendar.read_file(str(notice))
    panel.stop_after(1)
    panel.sweep.save(NOTICE)
    panel.page.on_state = lambda _: None
    panel.sweep.resume()
    assert drawn == mine
    panel.calendar.open()
    assert panel.state.left == 0


def test_a_leader_reads_and_changes_nothing(counter: Counter, panel: HeardPanel, notice: Path) -> None:
    panel.calendar.read_file(str(notice))
    counter.desk.clerk = Clerk(name=CLERK.name, role=Role.LEADER)
    panel.sweep.save(NOTICE)
    assert panel.said == ["Tài khoản lãnh đạo chỉ xem. Đăng nhập bằng tài khoản cán bộ để thao tác."]
    assert dict(counter.desk.calendar_days) == {}


def test_days_are_written_dropped_and_forgotten_in_a_draft(counter: Counter, panel: HeardPanel) -> None:
    whole_year = panel.year.working_days
    panel.calendar.put(HOLIDAY, DayKind.OFF, "Nghỉ", NOTICE)
    assert (panel.year.unsaved, panel.year.working_days) == (1, whole_year - 1)
    panel.calendar.put(HOLIDAY, DayKind.HALF, "Nghỉ chiều", NOTICE)
    assert [row.rule.kind for row in panel.year.rows if row.own] == [DayKind.HALF]
    panel.calendar.drop(HOLIDAY)
    assert (panel.year.unsaved, panel.year.working_days) == (0, whole_year)
    panel.calendar.drop(date(2026, 9, 2))
    assert "ghi là ngày làm bù" in panel.said[-1]
    panel.calendar.put(None, DayKind.OFF, "Nghỉ", NOTICE)
    assert "02/01/2027" in panel.said[-1]
    panel.calendar.put(date(2027, 1, 4), DayKind.OFF, "Nghỉ", NOTICE)
    assert panel.year.year == 2027
    panel.calendar.forget()
    assert panel.year.unsaved == 0
    assert dict(counter.desk.calendar_days) == {}


def test_days_nobody_vouched_for_are_shown_and_do_not_count(panel: HeardPanel) -> None:
    (doubtful,) = [row for row in panel.year.rows if row.day == date(2026, 1, 2)]
    assert not doubtful.rule.verified
    count = panel.year.working_days
    panel.calendar.put(doubtful.day, doubtful.rule.kind, doubtful.rule.note, NOTICE)
    assert panel.year.working_days == count - 1


@pytest.mark.parametrize(
    ("content", "words"),
    [("date,type,note\n31/02/2027,nghi,Tết\n", "dòng 2"), ("ngày;loại\n", "thiếu cột"), ("", "thiếu cột")],
)
def test_a_bad_file_is_named_and_the_draft_stays(panel: HeardPanel, tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "lich.csv").write_text(content, encoding="utf-8")
    panel.calendar.put(HOLIDAY, DayKind.OFF, "Nghỉ", NOTICE)
    panel.calendar.read_file(str(tmp_path / "lich.csv"))
    assert words in panel.said[-1]
    assert panel.year.unsaved == 1
