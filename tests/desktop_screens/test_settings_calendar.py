"""The holiday sweep at a real desk: thirty open dossiers, one notice, and the slips in the queue."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desktop.calendar_asks import Effect, read_unfinished
from desktop.screens.settings.sweep_presenter import SweepPresenter
from desktop.slips import RECEIPT
from dossiers.apologise import Apologised, apologise
from dossiers.calendars import DayKind
from dossiers.dossier import Appointment, DueCause
from dossiers.end_without_result import withdraw
from dossiers.supplement import request_supplement
from tests.desktop_screens.calendar_panel import CSV, HOLIDAY, NOTICE, HeardPanel, due_of, take_in
from tests.desktop_screens.conftest import Counter
from tests.dossiers.deeds import DIPLOMA
from tests.printing.pdf_reading import read_pages


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
