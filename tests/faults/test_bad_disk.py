"""A disk that is full, damaged or write-protected: refused with a sentence, and nothing acknowledged is lost."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from dossiers.errors import KnownError
from dossiers.receive import receive
from dossiers.store import vault_slots as vaults
from dossiers.store.ballast import Ballast
from dossiers.store.database import Damaged
from dossiers.store.desk import DATABASE_FILE, Desk
from dossiers.store.durable import DiskFull
from dossiers.store.vault import create_home
from dossiers.store.verify import verify
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, intake, open_desk

FLIPS = 24


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(vaults, "STRETCHING", vaults.Stretching(memory_kib=64, passes=1, lanes=1))
    home = tmp_path / "home"
    opened = open_desk(home, clock, create_home(home, CHIEF, SECRET, clock))
    opened.set_office(OFFICE)
    yield opened
    opened.close()


def pages(desk: Desk, pragma: str) -> int:
    with desk.database.begin() as connection:
        return int(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())


def receive_until_refused(desk: Desk) -> tuple[list[str], KnownError]:
    """Codes acknowledged, and the sentence that ended it."""
    codes: list[str] = []
    for number in range(5000):
        try:
            codes.append(desk.do(receive, intake(f"Người Thứ {number}"), uuid4()).code)
        except KnownError as error:
            return codes, error
    pytest.fail("the disk never filled up")


def all_there(desk: Desk, codes: list[str]) -> bool:
    return all(desk.register.find(code) for code in codes) and desk.register.counts().total == len(codes)


def test_a_full_disk_refuses_with_a_sentence_and_keeps_everything(desk: Desk, clock: HandClock) -> None:
    """SQLite says SQLITE_FULL at its page limit exactly as it does when the disk has no room."""
    pages(desk, f"max_page_count={pages(desk, 'page_count') + 40}")
    codes, refusal = receive_until_refused(desk)
    assert isinstance(refusal, DiskFull)
    assert str(refusal).startswith("Ổ đĩa đã đầy. Việc vừa làm chưa được lưu")
    assert codes
    assert all_there(desk, codes)
    assert verify(desk) == ()
    pages(desk, "max_page_count=1000000")
    assert desk.do(receive, intake(), uuid4()).code == f"H99.001-261123-{len(codes) + 1:04d}"
    desk.close()
    again = open_desk(desk.home, clock)
    assert verify(again) == ()
    again.close()


def test_ballast_goes_overboard_so_that_the_record_is_closed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.idle()
    ballast = desk.home / "ballast"
    assert ballast.stat().st_size == 1 << 20
    give_up = Ballast.give_up

    def make_room(self: Ballast) -> bool:
        pages(desk, "max_page_count=1000000")
        return give_up(self)

    monkeypatch.setattr(Ballast, "give_up", make_room)
    pages(desk, f"max_page_count={pages(desk, 'page_count')}")
    codes = [desk.do(receive, intake(f"Người Thứ {number}"), uuid4()).code for number in range(40)]
    assert not ballast.exists()
    assert all_there(desk, codes)
    desk.idle()
    assert ballast.exists()


@contextmanager
def files_no_larger_than(limit: int) -> Iterator[None]:
    """Writes beyond a size fail for this process, as they do on some quotas (EFBIG)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_error_refuses_with_a_sentence_and_keeps_everything(desk: Desk) -> None:
    log = desk.home / f"{DATABASE_FILE}-wal"
    with files_no_larger_than(log.stat().st_size + 300_000):
        codes, refusal = receive_until_refused(desk)
    assert "vẫn nguyên" in str(refusal)
    assert codes
    assert all_there(desk, codes)
    assert desk.do(receive, intake(), uuid4()).code == f"H99.001-261123-{len(codes) + 1:04d}"
    assert verify(desk) == ()


def test_a_scan_that_does_not_fit_is_refused_whole(desk: Desk) -> None:
    with files_no_larger_than(100_000), pytest.raises(DiskFull):
        desk.files.put(bytes(200_000))
    assert list(desk.files.folder.glob("*/*")) == []


def damage_somewhere(path: Path, random: Random) -> Callable[[], int]:
    """Flip one bit of a file; returns what heals it."""
    sound = path.read_bytes()
    broken = bytearray(sound)
    broken[random.randrange(len(sound))] ^= 1 << random.randrange(8)
    path.write_bytes(broken)
    return lambda: path.write_bytes(sound)


def test_every_flipped_bit_of_the_database_is_noticed(desk: Desk, clock: HandClock) -> None:
    for number in range(30):
        desk.do(receive, intake(f"Người Thứ {number}"), uuid4())
    desk.close()
    random = Random(5)
    for _ in range(FLIPS):
        heal = damage_somewhere(desk.home / DATABASE_FILE, random)
        assert noticed(desk.home, clock)
        heal()
    assert not noticed(desk.home, clock)


def noticed(home: Path, clock: HandClock) -> bool:
    """Whether opening refuses with a sentence, or `verify` names a fault."""
    try:
        desk = open_desk(home, clock)
    except Damaged:
        return True
    faults = verify(desk)
    desk.database.abandon()
    return bool(faults)


def test_a_database_cut_short_or_emptied_is_not_taken_for_a_new_one(desk: Desk, clock: HandClock) -> None:
    desk.do(receive, intake(), uuid4())
    desk.close()
    path = desk.home / DATABASE_FILE
    sound = path.read_bytes()
    for torn in (sound[: len(sound) // 2], sound[:5000], sound[:100], b""):
        path.write_bytes(torn)
        with pytest.raises(KnownError):
            open_desk(desk.home, clock)
    path.unlink()
    with pytest.raises(KnownError, match="sao lưu"):
        open_desk(desk.home, clock)
    assert not path.exists()
