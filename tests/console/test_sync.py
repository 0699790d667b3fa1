"""`motcua sync`: to a real province process over loopback, and honest when the line is down."""

from pathlib import Path

import pytest

from dossiers.receive import receive
from sync.budget import LinePlan, set_plan
from tests.console.consoles import Console, attach_a_scan, desk_of, motcua, province
from tests.store.homes import intake


def new_code(console: Console, folder: Path) -> str:
    """A one-time code for the office."""
    return str(console("province", "--folder", folder, "--new-code", "H99.001", "--json").data["code"])


def test_enrol_send_everything_and_find_nothing_left(console: Console, home: Path, tmp_path: Path) -> None:
    """The first day with a province, then the line goes down: what waits is counted and said to be safe."""
    attach_a_scan(home)
    with desk_of(home) as desk:
        set_plan(desk, LinePlan(only_when_asked=True))
    folder = tmp_path / "tinh"
    with province(folder) as url:
        code = new_code(console, folder)
        waits = console("sync", "--home", home, "--enrol", url, "--code", code)
        assert (waits.code, waits.err) == (1, "")
        assert int(waits.out.split()[4]) > 12, "the deeds the province has confirmed"
        assert "Còn 1 MB bản quét chờ: chỉ gửi khi bấm Gửi ngay. Hồ sơ vẫn gửi bình thường." in waits.out
        with desk_of(home) as desk:
            set_plan(desk, LinePlan())
        first = motcua("sync", "--home", home, "--json")
        assert (first.code, first.err) == (0, "")
        assert first.data["complete"] is True
        assert (first.data["ops_left"], first.data["blobs_sent"], first.data["blobs_left"]) == (0, 1, 0)
        again = console("sync", "--home", home, "--json")
        assert again.code == 0
        assert (again.data["ops_sent"], again.data["blobs_sent"], again.data["complete"]) == (0, 0, True)
        assert console("sync", "--home", home).out == "Tỉnh đã xác nhận 0 việc và 0 tệp.\n"
    assert console("province", "--folder", folder, "--verify").code == 0
    with desk_of(home) as desk:
        desk.do(receive, intake())
    down = console("sync", "--home", home)
    assert down.refused("Máy chủ tỉnh đang từ chối kết nối")
    assert "Còn chờ gửi: 1 việc, 0 tệp; dữ liệu an toàn trên máy này." in down.out
    assert console("sync", "--home", home, "--json").data["fault"] == down.err.rstrip()


def test_a_code_is_good_for_one_desk_only(console: Console, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tinh"
    with province(folder) as url:
        code = new_code(console, folder)
        assert console("sync", "--home", home, "--enrol", url, "--code", code).code == 0
        other = tmp_path / "may-khac"
        assert console("office", "new", "--home", other, "--dossiers", "1").code == 0
        join = ("sync", "--home", other, "--enrol", url, "--code")
        assert console(*join, code).refused("đã được một máy khác dùng")
        assert console(*join, "AAAAA-AAAAA").refused("không có trên máy chủ")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "chưa ghi danh"),
        (("--enrol", "http://127.0.0.1:1"), "--code"),
        (("--enrol", "http://127.0.0.1:1", "--code", "AAAAA-AAAAA"), "từ chối kết nối"),
        (("--enrol", "http://tinh.example.vn", "--code", "AAAAA-AAAAA"), "https://"),
        (("--enrol", "https://tinh.example.vn", "--code", "AAAAA-AAAAA"), "chứng chỉ (CA)"),
        (("--enrol", "https://tinh.example.vn", "--code", "AAAAA-AAAAA", "--ca", "/khong/co"), "Không đọc được tệp"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    console: Console, home: Path, options: tuple[str, ...], words: str
) -> None:
    assert console("sync", "--home", home, *options).refused(words)
    assert console("verify", "--home", home).code == 0
