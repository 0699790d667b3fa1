"""`motcua catalogue`: what goes out comes back in, and a bad file changes nothing."""

import json
from pathlib import Path

import pytest

from tests.console.consoles import Console


def test_a_changed_fact_goes_out_and_comes_back_into_force(console: Console, home: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "catalogue.json", tmp_path / "again.json"
    exported = console("catalogue", "--home", home, "--export", out, "--json")
    assert exported.code == 0
    content = json.loads(out.read_text(encoding="utf-8"))
    assert len(content["procedures"]) == exported.data["procedures"] > 100
    assert all(procedure["source"] for procedure in content["procedures"])
    content["version"] += 1
    content["procedures"][0]["result"] = "Bản sao đã chứng thực"
    out.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    imported = console("catalogue", "--home", home, "--import", out, "--json")
    assert imported.code == 0
    assert imported.data["version"] == exported.data["version"] + 1
    assert console("catalogue", "--home", home, "--export", again).code == 0
    assert json.loads(again.read_text(encoding="utf-8"))["procedures"][0]["result"] == "Bản sao đã chứng thực"


@pytest.mark.parametrize("junk", [b"", b"{}", b"\xff\xfe", b'{"format":"x","version":1,"procedures":[]}'])
def test_a_file_that_is_no_catalogue_changes_nothing(console: Console, home: Path, tmp_path: Path, junk: bytes) -> None:
    before = console("catalogue", "--home", home, "--export", tmp_path / "before.json", "--json").data
    bad = tmp_path / "bad.json"
    bad.write_bytes(junk)
    assert console("catalogue", "--home", home, "--import", bad).refused()
    assert console("catalogue", "--home", home, "--export", tmp_path / "after.json", "--json").data == before


def test_an_export_never_replaces_a_file(console: Console, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "catalogue.json"
    out.write_text("mine", encoding="utf-8")
    assert console("catalogue", "--home", home, "--export", out).refused("Chọn một tên khác")
    assert out.read_text(encoding="utf-8") == "mine"
