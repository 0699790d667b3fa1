"""`motcua catalogue`: what goes out comes back in, what changes is said first, and a bad file changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.console.consoles import Console

FILES = Path(__file__).parent.parent / "dossiers" / "catalogues"


def exported(console: Console, home: Path, out: Path) -> Any:
    """The catalogue of a home as it goes out."""
    assert console("catalogue", "export", out, "--home", home).code == 0
    return json.loads(out.read_text(encoding="utf-8"))


def versions(content: Any, code: str) -> list[tuple[int, str | None]]:
    """Number and end of each version of a procedure."""
    return [(each["version"], each["effective_to"]) for each in content["procedures"] if each["code"] == code]


def test_a_changed_fact_goes_out_and_comes_back_as_a_version_of_its_own(
    console: Console, home: Path, tmp_path: Path
) -> None:
    content = exported(console, home, tmp_path / "catalogue.json")
    assert all(procedure["source"] for procedure in content["procedures"])
    content["procedures"][0]["result"] = "Bản sao đã chứng thực"
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    said = console("catalogue", "import", changed, "--home", home, "--from", "2027-01-01", "--json")
    assert said.code == 0
    assert said.data["version"] == content["version"] + 1
    (change,) = said.data["changes"]
    assert (change["code"], change["from_on"], change["fields"][0]["new"]) == (
        "2.000815", "2027-01-01", "Bản sao đã chứng thực",
    )  # fmt: skip
    again = exported(console, home, tmp_path / "again.json")
    assert versions(again, "2.000815") == [(1, "2027-01-01"), (2, None)]


@pytest.mark.parametrize("name", ["lay_thu_tuc", "formality", "commune"])
def test_a_foreign_file_is_shown_first_and_then_taken_in_once(
    console: Console, home: Path, tmp_path: Path, name: str
) -> None:
    file = FILES / f"{name}.json"
    before = exported(console, home, tmp_path / "before.json")
    shown = console("catalogue", "diff", file, "--home", home, "--json")
    assert shown.code == 0
    assert shown.data["changes"]
    assert exported(console, home, tmp_path / "after-diff.json") == before
    taken = console("catalogue", "import", file, "--home", home, "--json")
    assert taken.data["changes"] == shown.data["changes"]
    assert taken.data["version"] == before["version"] + 1
    assert console("catalogue", "import", file, "--home", home, "--json").data["version"] == before["version"] + 1
    kept = exported(console, home, tmp_path / "after.json")["procedures"]
    assert len(kept) >= len(before["procedures"])


def test_changes_are_said_in_words(console: Console, home: Path) -> None:
    said = console("catalogue", "diff", FILES / "commune.json", "--home", home, "--complete")
    assert "Được thay thế bằng 1.115446" in said.out
    assert "    Giấy tờ: Phiếu lý lịch tư pháp (1 bản chính) → (bỏ)" in said.out
    assert "Tệp không có, danh mục vẫn giữ: 1.001193 Đăng ký khai sinh" in said.out
    assert "Lưu ý: Thủ tục thứ 6 chưa có mã" in said.out
    assert "Chưa ghi gì" in said.out


@pytest.mark.parametrize("junk", [b"", b"{}", b"\xff\xfe", b'{"format":"x","version":1,"procedures":[]}'])
def test_a_file_that_is_no_catalogue_changes_nothing(console: Console, home: Path, tmp_path: Path, junk: bytes) -> None:
    before = exported(console, home, tmp_path / "before.json")
    bad = tmp_path / "bad.json"
    bad.write_bytes(junk)
    assert console("catalogue", "import", bad, "--home", home).refused()
    assert console("catalogue", "import", tmp_path / "none.json", "--home", home).refused("Không đọc được")
    assert exported(console, home, tmp_path / "after.json") == before


def test_a_file_far_too_large_is_not_even_read(console: Console, home: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as out:
        out.truncate((64 << 20) + 1)
    assert console("catalogue", "diff", huge, "--home", home).refused("64 MB")


def test_a_day_that_is_none_is_refused(console: Console, home: Path) -> None:
    said = console("catalogue", "import", FILES / "commune.json", "--home", home, "--from", "1/1/2027")
    assert said.refused("2027-01-01")


def test_an_export_never_replaces_a_file(console: Console, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "catalogue.json"
    out.write_text("mine", encoding="utf-8")
    assert console("catalogue", "export", out, "--home", home).refused("Chọn một tên khác")
    assert out.read_text(encoding="utf-8") == "mine"
