"""`motcua portal export`: an office's messages in a file, whole and private."""

import json
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.demo.past import CLERK
from dossiers.clock import local_date, say_date, system_clock
from dossiers.people import Right
from dossiers.permissions import Standing
from dossiers.store.register import Query
from dossiers.void import void
from tests.console.consoles import Console, desk_of, exports
from tests.portal.schemas import fault

TODAY = local_date(system_clock())
DAYS = ("--from", TODAY - timedelta(days=60), "--to", TODAY)


def test_everything_received_is_in_the_file(console: Console, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "cong.json"
    said = console("portal", "export", "--home", home, *DAYS, "--out", out, "--json")
    written = json.loads(out.read_text(encoding="utf-8"))
    assert fault("export", written) == ""
    assert said.data == {
        "file": str(out), "dossiers": 12, "steps": len(written["CapNhatTienDoHoSoMC"]), "voided": 0, "unmapped": [],
    }  # fmt: skip
    codes = [dossier["MaHoSo"] for dossier in written["DongBoHoSoMC"]]
    assert codes == sorted(codes)
    firsts = [step["MaHoSo"] for step in written["CapNhatTienDoHoSoMC"] if step["TrangThai"] == "2"]
    assert firsts == codes
    if sys.platform != "win32":
        assert out.stat().st_mode & 0o077 == 0


def test_who_took_the_dossiers_out_is_on_record(console: Console, home: Path, tmp_path: Path) -> None:
    assert console("portal", "export", "--home", home, *DAYS, "--out", tmp_path / "cong.json").code == 0
    days = f"{say_date(TODAY - timedelta(days=60))}–{say_date(TODAY)}"
    assert exports(home) == [(CLERK.name, f"Hồ sơ gửi Cổng DVCQG {days}")]


def test_whoever_may_not_export_writes_no_messages(console: Console, home: Path, tmp_path: Path) -> None:
    with desk_of(home) as desk:
        desk.seating.keep(CLERK.name, Standing(withheld=(Right.EXPORT,)))
    out = tmp_path / "cong.json"
    assert console("portal", "export", "--home", home, *DAYS, "--out", out).refused("Bạn chưa được giao việc xuất")
    assert not out.exists()


def test_a_voided_reception_is_left_out_and_counted(console: Console, home: Path, tmp_path: Path) -> None:
    with desk_of(home) as desk:
        row = next(row for row in desk.register.search(Query(text="")).rows if row.status == "received")
        desk.do(void, row.id, "hoàn tác")
    out = tmp_path / "cong.json"
    said = console("portal", "export", "--home", home, *DAYS, "--out", out)
    assert (said.code, row.code in out.read_text(encoding="utf-8")) == (0, False)
    assert "Đã ghi 11 hồ sơ" in said.out
    assert "Bỏ qua 1 hồ sơ đã hủy tiếp nhận" in said.out


def test_the_file_is_named_by_office_and_days(
    console: Console, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):  # a second export takes the place of the first
        assert console("portal", "export", "--home", home, "--from", TODAY, "--to", TODAY).code == 0
    (file,) = tmp_path.glob("DVCQG-*.json")
    assert str(TODAY) in file.name


def test_what_cannot_be_written_leaves_no_half_a_file(console: Console, home: Path, tmp_path: Path) -> None:
    said = console("portal", "export", "--home", home, *DAYS, "--out", tmp_path / "không có" / "cong.json")
    assert said.refused("Không ghi được xuống đĩa")
    assert list(tmp_path.glob("**/*.json")) == list(home.glob("**/*.json"))


@pytest.mark.parametrize("days", [("--from", "2026-13-01", "--to", TODAY), ("--from", TODAY), ("--to", "hôm nay")])
def test_days_that_are_none(console: Console, home: Path, days: tuple[object, ...]) -> None:
    assert console("portal", "export", "--home", home, *days).code == 2


def test_days_in_the_wrong_order(console: Console, home: Path) -> None:
    days = ("--from", TODAY, "--to", TODAY - timedelta(days=1))
    assert console("portal", "export", "--home", home, *days).refused("Ngày bắt đầu")
