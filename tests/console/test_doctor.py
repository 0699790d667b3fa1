"""`motcua doctor`: a sentence on everything a desk depends on; exit 1 only where somebody must act."""

import os
import tty
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.diagnosis import Facts, data, examine, read_facts, unsent
from desktop.diagnosis import backup as look_at_backup
from desktop.findings import Finding
from dossiers.clock import system_clock
from dossiers.office import Devices
from sync.client import Client
from tests.console.consoles import Console, Said, desk_of, motcua, province
from tests.scanning.simulated_scanners import write_sane_config

TOPICS = {"disk", "home", "backup", "recovery", "sync", "printer", "scanner", "reader", "line", "clock", "log"}
MB = 1 << 20


@pytest.fixture
def kept(console: Console, home: Path, tmp_path: Path) -> Path:
    """The office with a backup just made, so that nothing is amiss."""
    assert console("backup", "--home", home, "--to", tmp_path / "sao-luu").code == 0
    return home


@pytest.fixture
def facts(home: Path) -> Iterator[Facts]:
    """What the office's memory says of itself."""
    with desk_of(home) as desk:
        yield read_facts(desk)


@pytest.fixture
def port() -> Iterator[str]:
    """A serial port with a reader that says nothing."""
    master, slave = os.openpty()
    tty.setraw(slave)
    yield os.ttyname(slave)
    os.close(slave)
    os.close(master)


def use(home: Path, devices: Devices) -> None:
    """Choose machines."""
    with desk_of(home) as desk:
        desk.set_devices(devices)


def finding(said: Said, topic: str) -> Finding:
    """What was found of one thing."""
    return next(Finding(**each) for each in said.data if each["topic"] == topic)


def test_a_desk_in_order(console: Console, kept: Path) -> None:
    """Machines nobody has chosen and a province nobody has joined are told, and are no fault."""
    said = console("doctor", "--home", kept, "--json")
    assert (said.code, said.err) == (0, "")
    assert {each["topic"] for each in said.data} == TOPICS
    assert {each["topic"] for each in said.data if each["ok"]} == {"disk", "home", "backup", "clock", "log"}
    words = console("doctor", "--home", kept)
    assert words.out.count("\n") == len(TOPICS) + 1
    assert "!" not in words.out


def test_the_help_code_is_read_aloud_and_understood(console: Console, home: Path) -> None:
    code = console("doctor", "--home", home).out.rpartition(": ")[2].strip()
    heard = console("doctor", "--decode", code.lower().replace("-", " "))
    assert heard.code == 0
    assert "Phiên bản 0.1.0" in heard.out
    assert "Sao lưu: cần sửa" in heard.out
    misheard = console("doctor", "--decode", code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert misheard.code == 1
    assert "đọc lại" in misheard.err


def test_dossiers_without_any_backup_are_a_fault(console: Console, home: Path) -> None:
    said = console("doctor", "--home", home)
    assert said.code == 1
    assert "cần sửa  Chưa có bản sao lưu nào." in said.out


def test_without_a_window_system(kept: Path, tmp_path: Path) -> None:
    use(kept, Devices(printer=str(tmp_path / "in")))
    said = motcua("doctor", "--home", kept, "--json", before="import sys; sys.modules['PySide6'] = None")
    assert (said.code, said.err) == (0, "")
    assert finding(said, "printer").ok is True


def test_the_printer_of_rolls_is_asked_as_well(console: Console, kept: Path, tmp_path: Path) -> None:
    use(kept, Devices(printer=str(tmp_path / "in"), receipt_roll="80mm", roll_printer="escpos://127.0.0.1:1"))
    said = console("doctor", "--home", kept, "--json")
    found = [each for each in said.data if each["topic"] == "printer"]
    assert [each["ok"] for each in found] == [True, False]


@pytest.mark.parametrize(("printer", "words"), [("ipp://127.0.0.1:1/ipp/print", "không trả lời"), ("", "Chưa chọn")])
def test_a_printer_out_of_reach_or_not_chosen(console: Console, kept: Path, printer: str, words: str) -> None:
    use(kept, Devices(printer=printer))
    said = console("doctor", "--home", kept, "--json")
    found = finding(said, "printer")
    assert (said.code, found.ok) == ((1, False) if printer else (0, None))
    assert words in found.sentence


def test_a_folder_for_paper_that_cannot_be_reached(console: Console, kept: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("")
    use(kept, Devices(printer=str(tmp_path / "tep" / "in")))
    assert finding(console("doctor", "--home", kept, "--json"), "printer").ok is False


def test_a_scanner_there_and_a_scanner_gone(
    console: Console, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in write_sane_config(tmp_path / "sane").items():
        monkeypatch.setenv(name, value)
    use(kept, Devices(scanner="test:0"))
    assert finding(console("doctor", "--home", kept, "--json"), "scanner").ok is True
    use(kept, Devices(scanner="fujitsu:fi-7160"))
    said = console("doctor", "--home", kept, "--json")
    assert (said.code, finding(said, "scanner").ok) == (1, False)


def test_a_watched_folder(console: Console, kept: Path, tmp_path: Path) -> None:
    use(kept, Devices(watched_folder=str(tmp_path)))
    assert finding(console("doctor", "--home", kept, "--json"), "scanner").ok is True
    use(kept, Devices(watched_folder=str(tmp_path / "khong-co")))
    assert finding(console("doctor", "--home", kept, "--json"), "scanner").ok is False


def test_a_reader_plugged_in_and_a_reader_gone(console: Console, kept: Path, port: str) -> None:
    use(kept, Devices(reader_port=port))
    assert finding(console("doctor", "--home", kept, "--json"), "reader").ok is True
    use(kept, Devices(reader_port="/dev/khong-co"))
    said = console("doctor", "--home", kept, "--json")
    found = finding(said, "reader")
    assert (said.code, found.ok) == (1, False)
    assert "/dev/khong-co" in found.sentence


def test_the_line_and_the_clock_against_the_province(console: Console, kept: Path, tmp_path: Path) -> None:
    """Offline is an ordinary state of an offline-first desk; a clock minutes off is not."""
    folder = tmp_path / "tinh"
    with province(folder) as url:
        code = console("province", "--folder", folder, "--new-code", "H99.001", "--json").data["code"]
        assert console("sync", "--home", kept, "--enrol", url, "--code", code).code == 0
        said = console("doctor", "--home", kept, "--json")
        assert said.code == 0
        assert finding(said, "line").ok is True
        assert "khớp với máy chủ tỉnh" in finding(said, "clock").sentence
        with desk_of(kept) as desk:
            here = read_facts(desk)
        fast = {each.topic: each for each in examine(here, lambda: system_clock() + timedelta(minutes=10, seconds=30))}
        assert (fast["line"].ok, fast["clock"].ok) == (True, False)
        assert "lệch 10 phút" in fast["clock"].sentence
    said = console("doctor", "--home", kept, "--json")
    assert (said.code, finding(said, "line").ok) == (0, None)
    assert "từ chối kết nối" in finding(said, "line").sentence


def test_a_clock_behind_the_last_deed(facts: Facts) -> None:
    """Somebody set the clock back: numbers stay safe, and the clock wants mending."""
    found = {each.topic: each for each in examine(facts, lambda: facts.last_at - timedelta(hours=1))}
    assert found["clock"].ok is False
    found = {each.topic: each for each in examine(facts, lambda: facts.last_at)}
    assert found["clock"].ok is True


@pytest.mark.parametrize(("free", "ok"), [(100 * MB, False), (300 * MB, None), (900 * MB, True)])
def test_room_on_the_disk(
    console: Console, kept: Path, monkeypatch: pytest.MonkeyPatch, free: int, ok: bool | None
) -> None:
    monkeypatch.setattr("dossiers.store.durable.free_bytes", lambda _: free)
    said = console("doctor", "--home", kept, "--json")
    assert finding(said, "disk").ok is ok
    assert f"{free // MB} MB" in finding(said, "disk").sentence
    assert said.code == (1 if ok is False else 0)


def test_a_backup_ages_only_while_there_is_something_new(facts: Facts) -> None:
    made_at = facts.last_at
    old = replace(facts, backed_up_at=made_at, backup_whole=False)
    ages = (timedelta(hours=2), timedelta(days=2), timedelta(days=4))
    assert [look_at_backup(old, made_at + age).ok for age in ages] == [True, None, False]
    assert look_at_backup(replace(old, backup_whole=True), made_at + timedelta(days=30)).ok is True


def test_unsent_deeds_age_only_where_there_is_a_province(facts: Facts) -> None:
    assert facts.oldest_unsent_at is not None
    later = facts.oldest_unsent_at + timedelta(days=30)
    assert unsent(facts, later).ok is None
    assert str(facts.unsent) in unsent(facts, later).sentence
    enrolled = replace(facts, province=Client("http://127.0.0.1:1"))
    ages = (timedelta(hours=8), timedelta(days=2), timedelta(days=8))
    assert [unsent(enrolled, facts.oldest_unsent_at + age).ok for age in ages] == [True, None, False]


def test_what_the_province_holds_back_is_told(facts: Facts) -> None:
    assert "2 việc" in unsent(replace(facts, held=2), facts.last_at).sentence


def test_a_broken_journal_is_named(facts: Facts) -> None:
    assert data(replace(facts, broken="Nhật ký không còn khớp.")).ok is False


def test_a_home_that_does_not_read_back(console: Console, home: Path) -> None:
    """What can be said without the data is said all the same."""
    database = home / "desk.db"
    database.write_bytes(b"\0" * database.stat().st_size)
    said = console("doctor", "--home", home, "--json")
    assert said.code == 1
    assert finding(said, "home").ok is False
    assert finding(said, "disk").ok is True
