"""The days of a year as a draft: written, dropped, read from a file, and kept only by the sweep."""

from datetime import date
from pathlib import Path

import pytest

from desktop.slips import RECEIPT
from dossiers.calendars import DayKind
from dossiers.people import Clerk, Role
from tests.desktop_screens.calendar_panel import CSV, HOLIDAY, NOTICE, HeardPanel, take_in
from tests.desktop_screens.conftest import CLERK, Counter


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
