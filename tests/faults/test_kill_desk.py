"""Pull the plug on a desk at any moment: what was acknowledged is there, numbers have no gap, nothing is readable."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import IO

import pytest

from dossiers.clock import system_clock
from dossiers.errors import KnownError
from dossiers.names import fold
from dossiers.store import vault_slots as vaults
from dossiers.store.database import Database, DeskOpen
from dossiers.store.desk import DATABASE_FILE, Desk
from dossiers.store.register import Query
from dossiers.store.vault import create_home, unlock
from dossiers.store.verify import verify
from tests.faults.desk_child import JPEG, NAME, NUMBER, PDF, PNG
from tests.store.homes import CHIEF, OFFICE, SECRET

ROOT = Path(__file__).parents[2]
KILLS = 6
START_S = 120


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(vaults, "STRETCHING", vaults.Stretching(memory_kib=64, passes=1, lanes=1))
    place = tmp_path / "home"
    vault = create_home(place, CHIEF, SECRET, system_clock)
    desk = Desk.open(place, vault, system_clock, "may-thu", ballast_bytes=4096)
    desk.set_office(OFFICE)
    desk.close()
    return place


@contextmanager
def child_desk(home: Path, *options: str) -> Iterator[tuple["subprocess.Popen[str]", IO[str]]]:
    """A receiving desk in another process, and what it says; killed at the end, or when it never starts."""
    command = [sys.executable, "-m", "tests.faults.desk_child", str(home), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        watchdog = threading.Timer(START_S, child.kill)
        watchdog.start()
        assert child.stdout is not None
        try:
            yield child, child.stdout
        finally:
            watchdog.cancel()
            child.kill()
    assert child.returncode == -signal.SIGKILL


def acknowledged_until_killed(home: Path, count: int, after_s: float, *options: str) -> list[str]:
    """Codes a child told before SIGKILL, which comes a random moment after it has told `count`."""
    with child_desk(home, *options) as (child, told):
        codes = [told.readline().strip() for _ in range(count)]
        killer = threading.Timer(after_s, child.kill)
        killer.start()
        codes += [line.strip() for line in told]
        killer.join()
    return [code for code in codes if code]


def reopened(home: Path) -> Desk:
    return Desk.open(home, unlock(home, CHIEF.name, SECRET, system_clock), system_clock, "may-thu", ballast_bytes=4096)


def lost(home: Path, codes: list[str]) -> list[str]:
    """Acknowledged codes the desk does not have after it is opened again."""
    desk = reopened(home)
    missing = [code for code in codes if desk.register.find(code) is None]
    desk.database.abandon()
    return missing


def test_kill_at_any_moment_loses_nothing_acknowledged(home: Path) -> None:
    random = Random(11)
    told: list[str] = []
    for _ in range(KILLS):
        told += acknowledged_until_killed(home, random.randint(1, 6), random.uniform(0, 0.06))
        assert lost(home, told) == []
    desk = reopened(home)
    codes = [row.code for row in desk.register.rows(desk.register.ids(Query()))][::-1]
    assert len(codes) >= len(told) == len(set(told)) > 2 * KILLS
    assert len(desk.journal.epochs()) == 1
    for day in {code.split("-")[1] for code in codes}:
        of_day = [int(code.split("-")[2]) for code in codes if code.split("-")[1] == day]
        assert of_day == list(range(1, len(of_day) + 1))
    assert verify(desk) == ()
    desk.close()


def test_the_harness_catches_a_desk_that_tells_before_it_commits(home: Path) -> None:
    """Without this, a green line above would prove nothing."""
    told: list[str] = []
    for attempt in range(10):
        told += acknowledged_until_killed(home, 1 + attempt % 5, 0.0, "--early")
        if lost(home, told):
            return
    pytest.fail("the broken desk was not caught")


def test_a_desk_open_elsewhere_is_said(home: Path) -> None:
    with child_desk(home) as (_, told):
        told.readline()
        with pytest.raises(DeskOpen, match="Quầy đang mở"):
            reopened(home)


def readable(home: Path) -> Iterator[str]:
    """Every file of the home in which a planted name, number or image header stands."""
    names = {NAME, fold(NAME), NAME.upper(), "Cắm Mốc", "cam_moc", NAME.encode("utf-8").decode("latin-1")}
    planted = [name.encode() for name in names] + [name.encode("utf-16-le") for name in names]
    planted += [NUMBER.encode(), NUMBER[::-1].encode(), JPEG[:11], PNG[:8], PDF[:8], b"SQLite format 3"]
    for path in home.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        yield from (f"{path.relative_to(home)} holds {what!r}" for what in planted if what in data)


def test_a_killed_home_tells_nothing(home: Path) -> None:
    """The grep of the whole home after a kill, log, ballast and temporaries included."""
    codes = acknowledged_until_killed(home, 6, 0.02)
    assert len(codes) >= 6
    assert (home / f"{DATABASE_FILE}-wal").stat().st_size > 0
    assert len(list((home / "files").glob("*/*"))) >= 12
    assert list(readable(home)) == []


def test_the_grep_finds_what_stands_open(home: Path) -> None:
    """The same search over a home with one file left open by mistake names it."""
    (home / "spool.tmp").write_bytes(b"..." + JPEG)
    (home / "note.txt").write_text(fold(NAME), encoding="utf-8")
    assert sorted(line.split()[0] for line in readable(home)) == ["note.txt", "spool.tmp"]


def test_the_wrong_key_opens_nothing(home: Path) -> None:
    with pytest.raises(KnownError, match="hỏng"):
        Database(home / DATABASE_FILE, b"x" * 32)
