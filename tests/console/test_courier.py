"""`motcua courier`: a commune without a line, from the desk's console to the province's and back."""

from pathlib import Path

import pytest

from tests.console.consoles import Console, attach_a_scan, province


@pytest.fixture
def enrolled(console: Console, home: Path, tmp_path: Path) -> Path:
    """The folder of a province that knows the desk and whose line is down again."""
    folder = tmp_path / "tinh"
    with province(folder) as url:
        code = console("province", "--folder", folder, "--new-code", "H99.001", "--json").data["code"]
        assert console("sync", "--home", home, "--enrol", url, "--code", code).code == 0
    attach_a_scan(home)
    return folder


def test_there_and_back_on_a_stick(console: Console, home: Path, enrolled: Path, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    written = console("courier", "export", stick, "--home", home)
    assert (written.code, written.err) == (0, "")
    assert "Đã xuất gói số 1: 1 việc, 1 tệp" in written.out
    assert "chưa coi là đã gửi" in written.out
    assert "đọc lại đúng" in console("courier", "check", stick, "--home", home).out

    taken = console("courier", "take", stick, "--folder", enrolled, "--json").data["files"]
    assert [(one["number"], one["ops"], one["files"], one["missing"]) for one in taken] == [(1, 1, 1, [])]

    back = console("courier", "import", stick, "--home", home)
    assert "Tỉnh đã xác nhận gói số 1: 1 việc, 1 tệp." in back.out
    assert "không có gì thay đổi" in console("courier", "import", stick, "--home", home).out
    assert console("province", "--folder", enrolled, "--verify").code == 0


def test_a_bent_file_and_an_empty_folder_are_sentences(
    console: Console, home: Path, enrolled: Path, tmp_path: Path
) -> None:
    assert console("courier", "take", tmp_path / "nowhere", "--folder", enrolled).refused("Không thấy tệp .mcb")
    (tmp_path / "bent.mcb").write_bytes(b"MCB1" + bytes(100))
    assert console("courier", "take", tmp_path / "bent.mcb", "--folder", enrolled).refused("bent.mcb", "Chưa nhận gì")
    assert console("courier", "export", tmp_path / "nowhere", "--home", home).refused("USB bị rút ra")
