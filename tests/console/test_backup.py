"""`motcua backup`: written, read back, and honest about what was lost before."""

from pathlib import Path

from dossiers.store.register import Query
from tests.console.consoles import Console, attach_a_scan, desk_of


def test_a_backup_says_what_it_holds_and_holds_nothing_readable(
    console: Console, home: Path, tmp_path: Path
) -> None:
    said = console("backup", "--home", home, "--to", tmp_path / "sao-luu", "--json")
    assert (said.code, said.err) == (0, "")
    assert said.data["dossiers"] == 12
    assert said.data["faults"] == []
    with desk_of(home) as desk:
        name = desk.register.search(Query(text="")).rows[0].name.encode()
    kept = [file for file in Path(said.data["folder"]).rglob("*") if file.is_file()]
    assert {file.name for file in kept} == {"desk.db", "keys.json", "manifest.json"}
    assert not any(name in file.read_bytes() for file in kept)


def test_in_words(console: Console, home: Path, tmp_path: Path) -> None:
    said = console("backup", "--home", home, "--to", tmp_path / "sao-luu")
    assert said.out.startswith("Đã sao lưu và thử phục hồi: 12 hồ sơ")


def test_a_file_that_was_already_lost_is_named(console: Console, home: Path, tmp_path: Path) -> None:
    """The backup is made all the same, for everything else is worth keeping."""
    attach_a_scan(home).unlink()
    said = console("backup", "--home", home, "--to", tmp_path / "sao-luu", "--json")
    assert said.code == 1
    assert len(said.data["faults"]) == 1
    assert (Path(said.data["folder"]) / "desk.db").exists()


def test_a_place_that_cannot_be_written(console: Console, home: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("")
    said = console("backup", "--home", home, "--to", tmp_path / "tep" / "sao-luu")
    assert said.refused("Chưa sao lưu được", "vẫn nguyên")
    assert console("verify", "--home", home).code == 0
