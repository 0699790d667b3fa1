"""`motcua calendar`: a year shown, a notice compared and imported, and no dossier moved unasked."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from dossiers.clock import local, local_date
from dossiers.deadlines import due
from dossiers.dossier import Dossier, DueCause
from dossiers.journal import decode
from dossiers.receive import receive
from tests.console.consoles import Console, desk_of
from tests.store.homes import intake

SINGLE_STATUS = "1.004873"
NOTICE = "TB 99/BNV"


def take_in(home: Path, code: str = SINGLE_STATUS) -> Dossier:
    """A dossier received now, due in three working days."""
    with desk_of(home) as desk:
        now = desk.clock()
        procedure = desk.catalogue.get(code, local_date(now))
        appointment = due(procedure, now, desk.calendar)
        return desk.do(receive, replace(intake(), procedure_code=code, appointment=appointment))


def notice_closing(day: date, folder: Path, notice: str = NOTICE) -> Path:
    """The yearly notice as Excel saves it."""
    file = folder / "lich.csv"
    file.write_text(f"date;type;note;notice\r\n{day:%d/%m/%Y};Nghỉ;nghỉ lễ mới;{notice}\r\n", encoding="utf-8-sig")
    return file


def due_of(found: Dossier) -> datetime:
    assert found.appointment.due_at is not None
    return found.appointment.due_at


def again(home: Path, taken: Dossier) -> Dossier:
    with desk_of(home) as desk:
        return desk.register.get(taken.id)


def test_a_year_is_shown_with_its_odd_days(console: Console) -> None:
    said = console("calendar", "show", "--year", "2026", "--json")
    assert said.code == 0
    assert said.data["working_days"] == 249
    kinds = {day["date"]: day["type"] for day in said.data["days"]}
    assert (kinds["2026-08-22"], kinds["2026-08-31"], kinds["2026-11-24"]) == ("lam_bu", "nghi_bu", "nghi")
    words = console("calendar", "show", "--year", "2027").out
    assert "24/11/2027 thứ tư: nghỉ" in words
    assert "ngày làm việc." in words.splitlines()[-1]


def test_a_notice_is_compared_with_the_national_calendar(console: Console, tmp_path: Path) -> None:
    file = notice_closing(date(2026, 12, 11), tmp_path)
    said = console("calendar", "diff", file)
    assert said.code == 0
    assert "Thứ sáu 11/12/2026: trước làm việc 07:00–11:30, 13:30–17:00; nay nghỉ: nghỉ lễ mới" in said.out
    assert "Ngày thay đổi: 1." in said.out
    assert "Chưa ghi gì." in said.out


def test_comparing_with_an_office_lists_its_dossiers_and_writes_nothing(
    console: Console, home: Path, tmp_path: Path
) -> None:
    taken = take_in(home)
    file = notice_closing(local_date(due_of(taken)), tmp_path)
    said = console("calendar", "diff", file, "--home", home, "--json")
    assert said.code == 0
    (listed,) = [row for row in said.data["dossiers"] if row["code"] == taken.code]
    assert listed["due_before"] == local(due_of(taken)).isoformat()
    assert listed["due_after"] > listed["due_before"]
    assert any(NOTICE in reason for reason in listed["reasons"])
    with desk_of(home) as desk:
        assert not desk.calendar_days
    assert taken.owner.name not in said.out


def test_an_import_changes_the_calendar_and_moves_nobody_in_silence(
    console: Console, home: Path, tmp_path: Path
) -> None:
    taken = take_in(home)
    day = local_date(due_of(taken))
    said = console("calendar", "import", notice_closing(day, tmp_path), "--home", home)
    assert (said.code, said.err) == (0, "")
    assert f"{taken.code}: " in said.out
    assert "Chưa hồ sơ nào bị đổi ngày hẹn." in said.out
    with desk_of(home) as desk:
        assert not desk.calendar.works(day)
        *_, last = desk.journal.unsent(10_000)
    assert decode(last.line).kind == "calendar_changed"
    assert again(home, taken).appointment == taken.appointment


def test_asked_to_it_writes_the_new_dates_and_keeps_the_old(console: Console, home: Path, tmp_path: Path) -> None:
    taken = take_in(home)
    file = notice_closing(local_date(due_of(taken)), tmp_path)
    said = console("calendar", "import", file, "--home", home, "--reschedule", "--json")
    assert said.code == 0
    (listed,) = [row for row in said.data["dossiers"] if row["code"] == taken.code]
    moved = again(home, taken)
    assert local(due_of(moved)).isoformat() == listed["due_after"]
    assert moved.original_due_at == due_of(taken)
    (change,) = moved.due_changes
    assert (change.cause, change.before, change.after) == (DueCause.CALENDAR, due_of(taken), due_of(moved))
    assert list(moved.appointment.reasons) == listed["reasons"]
    repeated = console("calendar", "import", file, "--home", home, "--json")
    assert (repeated.data["changes"], repeated.data["dossiers"]) == ([], [])


def test_a_dossier_whose_procedure_left_the_catalogue_moves_past_a_closed_door_all_the_same(
    console: Console, home: Path, tmp_path: Path
) -> None:
    """Its law is not known any more, so nothing is counted anew: the same clock time on the next day that is open."""
    lost, kept = take_in(home), take_in(home, "1.001612")
    with desk_of(home) as desk:
        left = tuple(each for each in desk.catalogue.procedures if each.code != SINGLE_STATUS)
        desk.set_catalogue(replace(desk.catalogue, procedures=left))
    said = console(
        "calendar", "import", notice_closing(local_date(due_of(lost)), tmp_path), "--home", home, "--reschedule"
    )
    assert said.code == 0
    moved = due_of(again(home, lost))
    assert (moved.time(), moved > due_of(lost)) == (due_of(lost).time(), True)
    assert due_of(again(home, kept)) > due_of(kept)


def test_earlier_rows_stay_when_another_notice_comes(console: Console, home: Path, tmp_path: Path) -> None:
    for day in (date(2027, 12, 30), date(2027, 12, 31)):
        assert console("calendar", "import", notice_closing(day, tmp_path), "--home", home).code == 0
    said = console("calendar", "show", "--year", "2027", "--home", home, "--json")
    assert {"2027-12-30", "2027-12-31"} <= {day["date"] for day in said.data["days"]}


def test_a_change_without_its_notice_is_refused_unless_it_is_named(
    console: Console, home: Path, tmp_path: Path
) -> None:
    file = notice_closing(date(2027, 12, 31), tmp_path, notice="")
    assert console("calendar", "import", file, "--home", home).refused("số thông báo")
    with desk_of(home) as desk:
        assert not desk.calendar_days
    assert console("calendar", "import", file, "--home", home, "--notice", NOTICE).code == 0
    with desk_of(home) as desk:
        assert desk.calendar_days[date(2027, 12, 31)].notice == NOTICE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x", "thiếu cột"),
        ("date,type,note\n2027-02-30,nghi,x\n", "dòng 2"),
        ("date,type,note\n2027-12-31,x,y\n", "loại ngày"),
    ],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    console: Console, home: Path, tmp_path: Path, text: str, words: str
) -> None:
    file = tmp_path / "lich.csv"
    file.write_text(text, encoding="utf-8")
    assert console("calendar", "import", file, "--home", home, "--notice", NOTICE).refused(words)
    with desk_of(home) as desk:
        assert not desk.calendar_days


@pytest.mark.parametrize(
    "words", [("calendar",), ("calendar", "show", "--year", "1999"), ("calendar", "show", "--year", "năm nay"),
              ("calendar", "import", "lich.csv")],
)  # fmt: skip
def test_words_that_make_no_command_are_refused(console: Console, words: tuple[str, ...]) -> None:
    assert console(*words).code == 2
