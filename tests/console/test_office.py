"""`motcua office`: a real office from options, or a synthetic one; bad answers leave nothing behind."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desktop.demo.past import CLERK
from desktop.people_asks import read_people
from dossiers.access import Access, Wanted
from dossiers.clock import local_date, system_clock
from dossiers.people import Clerk, Role
from dossiers.store.register import Query
from dossiers.store.vault import seats
from tests.console.consoles import Console, desk_of, motcua

ADMINISTRATOR = CLERK.name
BASIC = ("--unit", "H99.001", "--name", "ỦY BAN NHÂN DÂN XÃ MẪU SƠN", "--administrator", ADMINISTRATOR)
HEADINGS = ("Mã hồ sơ", "Mã thủ tục", "Họ và tên", "Nhận lúc", "Hẹn trả")
GOOD = ("H99.001-251103-0012", "2.000815", "Người Thử Một", "09:30 03/11/2025", "05/11/2025")


def open_list(folder: Path, *rows: tuple[Any, ...]) -> Path:
    """A spreadsheet of open dossiers."""
    book = Workbook()
    assert book.active is not None
    for row in (HEADINGS, *rows):
        book.active.append(row)
    file = folder / "ho-so-dang-mo.xlsx"
    book.save(file)
    return file


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where an office can be set up."""
    return tmp_path / "van-phong"


def test_every_answer_of_the_wizard_is_kept(console: Console, place: Path, tmp_path: Path) -> None:
    said = console(
        "office", "setup", "--home", place, *BASIC, "--parent", "TỈNH MẪU", "--place", "Mẫu Sơn", "--phone", "0205",
        "--reception", "Bộ phận Một cửa", "--lookup-url", "dvc.example.vn", "--hours", "07:30-11:30,13:00-17:00",
        "--desk-slot", "2", "--desk-name", "Quầy Tư pháp", "--printer", "ipp://may-in/ipp/print", "--paper", "A5",
        "--scanner", "test:0", "--dpi", "200", "--scanner-option", "mode=Color", "--watched-folder", tmp_path,
        "--reader", "/dev/ttyACM0", "--backup-folder", "sao-luu", "--paper-book", "SCT/BS=37",
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")
    with desk_of(place) as desk:
        office, devices, books = desk.office, desk.devices, desk.books.all()
    hours = tuple(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in office.hours)
    assert dataclasses.asdict(office) | {"hours": hours} == {
        "unit": "H99.001", "name": "ỦY BAN NHÂN DÂN XÃ MẪU SƠN", "parent": "TỈNH MẪU", "place": "Mẫu Sơn",
        "phone": "0205", "reception": "Bộ phận Một cửa", "lookup_url": "dvc.example.vn", "desk_slot": 2,
        "desk_name": "Quầy Tư pháp", "hours": ("07:30-11:30", "13:00-17:00"), "training": False,
        "tax_code": "", "account": None,
    }  # fmt: skip
    assert {profile.dpi for profile in devices.scan_profiles} == {200}
    assert dataclasses.asdict(devices) == {
        "printer": "ipp://may-in/ipp/print", "paper": "A5", "scanner": "test:0", "scanners": {},
        "scan_profiles": tuple(dataclasses.asdict(profile) for profile in devices.scan_profiles),
        "scanner_options": {"mode": "Color"}, "watched_folder": str(tmp_path), "reader_port": "/dev/ttyACM0",
        "backup_folder": str(Path("sao-luu").absolute()), "roll_printer": "", "receipt_roll": "",
        "reader_prefix": "", "scan_ceiling_mb": 0, "reads_papers": True, "text_program": "",
        "token_library": "", "trust_folder": "",
    }  # fmt: skip
    (book,) = books
    assert (book.book.cover, book.next_number) == (f"02/{local_date(system_clock()).year}-SCT/BS", 38)


def test_a_new_clerk_and_a_leader_sign_in_with_their_own_secrets(
    console: Console, place: Path, tmp_path: Path
) -> None:
    """Set up by a process of its own; the administrator's passphrase opens nobody else's seat."""
    clerk, leader = tmp_path / "can-bo", tmp_path / "lanh-dao"
    clerk.write_text("cán bộ một\n", encoding="utf-8")
    leader.write_text("lãnh đạo một\n", encoding="utf-8")
    people = ("--clerk", f"Lê Văn Bình={clerk}", "--leader", f"Phạm Thị Lan={leader}")
    assert motcua("office", "setup", "--home", place, *BASIC, *people).code == 0
    assert [(seat.name, seat.role) for seat in seats(place)] == [
        (ADMINISTRATOR, Role.ADMINISTRATOR), ("Lê Văn Bình", Role.CLERK), ("Phạm Thị Lan", Role.LEADER),
    ]  # fmt: skip
    clerks_own = ("verify", "--home", place, "--user", "Lê Văn Bình")
    assert console(*clerks_own).refused("chưa đúng")
    assert console(*clerks_own, "--passphrase-file", clerk).code == 0


def test_a_first_secret_is_known_to_another_and_signs_nothing(console: Console, place: Path, tmp_path: Path) -> None:
    """Whoever set the office up typed them all: nobody acts or exports under one, and the record says who let whom in.

    The administrator's too: an officer who sets fifty communes up must not be able to act as anyone there.
    """
    first, out = tmp_path / "can-bo", tmp_path / "bao-cao.pdf"
    first.write_text("cán bộ một\n", encoding="utf-8")
    assert console("office", "setup", "--home", place, *BASIC, "--clerk", f"Lê Văn Bình={first}").code == 0
    for under in (("--user", "Lê Văn Bình", "--passphrase-file", first), ()):
        assert console("report", "--home", place, *under, "--pdf", out).refused("do người khác đặt")
    assert not out.exists()
    with desk_of(place) as desk:
        people = read_people(desk).clerks
        entries = desk.access.entries(Wanted(kind=Access.PEOPLE), 10)
    assert people == (dataclasses.replace(CLERK, given=True), Clerk(name="Lê Văn Bình", given=True))
    assert [(entry.clerk, entry.what) for entry in entries] == [
        (ADMINISTRATOR, f"Thiết lập giúp: {ADMINISTRATOR}"), (ADMINISTRATOR, "Thêm người dùng: Lê Văn Bình"),
    ]  # fmt: skip


def test_a_training_office_can_never_be_enrolled(console: Console, place: Path) -> None:
    assert console("office", "setup", "--home", place, *BASIC, "--training").code == 0
    said = console("sync", "--home", place, "--enrol", "http://127.0.0.1:1", "--code", "AAAAA-AAAAA")
    assert said.refused("văn phòng tập huấn")


def test_open_dossiers_keep_their_codes_and_promises(console: Console, place: Path, tmp_path: Path) -> None:
    file = open_list(tmp_path, GOOD)
    said = console("office", "setup", "--home", place, *BASIC, "--open-dossiers", file)
    assert (said.code, said.err) == (0, "")
    assert "chuyển tiếp 1 hồ sơ" in said.out
    with desk_of(place) as desk:
        (row,) = desk.register.search(Query(text="H99.001-251103-0012")).rows
    assert row.due_at is not None
    assert row.due_at.isoformat() == "2025-11-05T10:00:00+00:00"


def test_a_dry_run_names_every_bad_row_and_writes_nothing(console: Console, place: Path, tmp_path: Path) -> None:
    file = open_list(tmp_path, GOOD, (*GOOD[:3], "hôm kia", None), GOOD, ("x", *GOOD[1:]))
    said = console("office", "setup", "--home", place, *BASIC, "--open-dossiers", file, "--dry-run", "--json")
    assert said.code == 1
    assert [fault.partition(":")[0] for fault in said.data["faults"]] == ["Dòng 3", "Dòng 4", "Dòng 5"]
    assert "Dòng hợp lệ: 1" in said.data["answer"]
    assert not place.exists()


def test_one_bad_row_keeps_the_office_from_being_made(console: Console, place: Path, tmp_path: Path) -> None:
    file = open_list(tmp_path, GOOD, ("x", *GOOD[1:]))
    said = console("office", "setup", "--home", place, *BASIC, "--open-dossiers", file)
    assert said.code == 1
    assert "Dòng 3" in said.out
    assert not place.exists()


def test_a_dry_run_of_good_answers_ends_well_and_writes_nothing(console: Console, place: Path) -> None:
    assert console("office", "setup", "--home", place, *BASIC, "--dry-run").code == 0
    assert not place.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--unit", "55.242"), "Mã đơn vị"),
        (("--hours", "7h-11h"), "Giờ làm việc không đúng dạng"),
        (("--hours", "13:00-17:00,07:00-11:30"), "theo thứ tự"),
        (("--paper-book", "SCT/BS"), "TÊN-SỔ=SỐ-CUỐI"),
        (("--scanner-option", "mode"), "TÊN=GIÁ-TRỊ"),
        (("--clerk", "Lê Văn Bình"), "HỌ-TÊN=TỆP-MẬT-KHẨU"),
        (("--clerk", "Lê Văn Bình=/khong/co"), "Không đọc được tệp mật khẩu"),
        (("--administrator", " "), "Chưa có tên người dùng"),
        (("--open-dossiers", "/khong/co.xlsx"), "Không mở được bảng tính"),
    ],
)
def test_a_bad_answer_is_one_sentence_and_leaves_nothing(
    console: Console, place: Path, options: tuple[str, str], words: str
) -> None:
    assert console("office", "setup", "--home", place, *BASIC, *options).refused(words)
    assert not place.exists()


@pytest.mark.parametrize(("name", "secret"), [("Lê Văn Bình", "12345"), (ADMINISTRATOR, "mật khẩu khác")])
def test_a_clerk_that_cannot_be_seated_leaves_nothing(
    console: Console, place: Path, tmp_path: Path, name: str, secret: str
) -> None:
    """The administrator's seat was already made when the clerk's secret proved too short."""
    file = tmp_path / "mat-khau"
    file.write_text(secret, encoding="utf-8")
    assert console("office", "setup", "--home", place, *BASIC, "--clerk", f"{name}={file}").refused()
    assert not place.exists()


def test_a_place_that_cannot_be_written(console: Console, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("")
    assert console("office", "setup", "--home", tmp_path / "tep" / "x", *BASIC).refused("nguyên")


@pytest.mark.parametrize("room", [100, 30_000])
def test_a_full_disk_leaves_nothing(place: Path, room: int) -> None:
    """No file may grow beyond `room` bytes: the system refuses as a full disk does, at different moments."""
    limit = f"import resource as r; r.setrlimit(r.RLIMIT_FSIZE, ({room}, {room}))"
    said = motcua("office", "setup", "--home", place, *BASIC, before=limit)
    assert said.refused("nguyên")
    assert list(place.rglob("*")) == []


def test_an_office_is_never_set_up_over_another(console: Console, home: Path) -> None:
    before = {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}
    assert console("office", "setup", "--home", home, *BASIC).refused("đã có nội dung")
    assert {file: file.read_bytes() for file in home.rglob("*") if file.is_file()} == before


def test_a_synthetic_office_is_sound_and_the_same_for_the_same_seed(console: Console, tmp_path: Path) -> None:
    names = []
    for folder in ("mot", "hai"):
        home = tmp_path / folder
        assert console("office", "new", "--home", home, "--dossiers", "5", "--seed", "9").code == 0
        assert console("verify", "--home", home).code == 0
        with desk_of(home) as desk:
            names.append([row.name for row in desk.register.search(Query(text="")).rows])
    assert len(names[0]) == 5
    assert names[0] == names[1]


def test_a_count_that_is_none_is_refused(console: Console, tmp_path: Path) -> None:
    assert console("office", "new", "--home", tmp_path / "x", "--dossiers", "-3").code == 2
