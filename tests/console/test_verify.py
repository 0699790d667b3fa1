"""`motcua verify`: a sound home says so; one byte anywhere does not pass."""

from pathlib import Path

import pytest

from tests.console.consoles import Console, attach_a_scan, motcua


@pytest.fixture
def scanned(home: Path) -> Path:
    """The office with one scan in one dossier; returns the scan's file."""
    return attach_a_scan(home)


def flip(file: Path, at: int) -> None:
    """Turn one bit over."""
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)


def test_a_sound_home_without_a_window_system(home: Path) -> None:
    said = motcua("verify", "--home", home, before="import sys; sys.modules['PySide6'] = None")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Nguyên vẹn: ")


def test_a_sound_home_as_data(console: Console, home: Path, scanned: Path) -> None:
    said = console("verify", "--home", home, "--json")
    assert said.code == 0
    assert said.data["faults"] == []
    assert said.data["journal_lines"] > 12


@pytest.mark.parametrize("at", [0, 20, -1])
def test_a_flipped_bit_in_a_stored_file_is_found(console: Console, home: Path, scanned: Path, at: int) -> None:
    flip(scanned, at)
    said = console("verify", "--home", home, "--json")
    assert said.code == 1
    assert len(said.data["faults"]) == 1
    assert "Nguyễn" not in said.out


def test_a_missing_file_is_found(console: Console, home: Path, scanned: Path) -> None:
    scanned.unlink()
    said = console("verify", "--home", home)
    assert said.code == 1
    assert said.out.count("\n") == 1


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_tampered_database_is_named(console: Console, home: Path, share: float) -> None:
    """Wherever the bit lies, the command ends with sentences and exit 1, and writes nothing over the evidence."""
    database = home / "desk.db"
    flip(database, int(database.stat().st_size * share))
    before = database.read_bytes()
    said = console("verify", "--home", home)
    assert said.code == 1
    assert "hỏng" in said.out + said.err
    assert database.read_bytes() == before


def test_a_database_taken_away_is_not_made_anew(console: Console, home: Path) -> None:
    (home / "desk.db").unlink()
    assert console("verify", "--home", home).refused("desk.db", "trùng số")
    assert not (home / "desk.db").exists()
