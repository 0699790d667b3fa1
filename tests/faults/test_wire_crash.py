"""Province and desk die at each point of a push, a file and an enrolment: all is there once when they are back."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dossiers.attach_scans import attach_scans
from dossiers.clock import system_clock
from dossiers.dossier import Scan
from dossiers.store import wire
from dossiers.store.desk import Desk
from sync import enrolment, records
from sync.client import Client
from sync.enrolment import enrol
from sync.faults import LineFault, Refused, ServerReset
from sync.province.admin import new_code
from sync.province.blobs import BlobStore
from sync.province.database import Database
from sync.province.verify import verify
from tests.faults.length import cases
from tests.store.homes import OFFICE, HandClock, open_desk
from tests.sync.provinces import asking, lone_desk, office, synchronise, take_in

ROOT = Path(__file__).parents[2]
CHILD = """
import functools, importlib, inspect, os, sys
from pathlib import Path
from sync.province import server

place, folder = sys.argv[1], Path(sys.argv[2])

def dying(original):
    @functools.wraps(original)
    def die(*arguments, **named):
        original(*arguments, **named)
        os._exit(9)
    @functools.wraps(original)
    async def die_later(*arguments, **named):
        await original(*arguments, **named)
        os._exit(9)
    return die_later if inspect.iscoroutinefunction(original) else die

if place:
    module, _, path = place.partition(":")
    *owners, name = path.split(".")
    owner = functools.reduce(getattr, owners, importlib.import_module(module))
    setattr(owner, name, dying(getattr(owner, name)))
server.run("127.0.0.1", 0, None, folder, listening=lambda port: print(port, flush=True))
"""
PUSH = {
    "received": ("sync.province.answers:read_batch", 4),
    "mid-transaction": ("sync.province.intake:take", 4),
    "committed": ("sync.province.feed:news", 10),
    "answered": ("sync.province.answers:Answers.sync", 10),
}
"""After which call the province dies, and how many lines it must then hold."""

BLOB = {
    "received": ("sync.province.blobs:BlobStore.declared_size", False),
    "written": ("sync.province.blobs:BlobStore.write", False),
    "hashed": ("sync.province.blobs:digest", False),
    "noted": ("sync.province.blobs:BlobStore._note", True),
    "settled": ("sync.province.blobs:BlobStore.settle", True),
}
"""After which call, and whether the file is then visible."""

ENROL = {
    "received": ("sync.protocol:open_message", 0),
    "mid-transaction": ("sync.province.devices:admit", 0),
    "committed": ("sync.protocol:fingerprint", 1),
    "answered": ("sync.province.answers:Answers.enrol", 1),
}
"""After which call, and how many desks are then enrolled."""


@contextmanager
def province(folder: Path, place: str = "") -> Iterator[str]:
    """A province in a child process that dies after the call named by `place`; yields its address."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, place, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(child.stdout.readline())}"
    finally:
        if not place:
            child.kill()
        died_of = child.wait(60)
        child.stdout.close()
    # A child that was to die and did not is the harness being blind.
    assert died_of == (9 if place else -9)


@pytest.fixture
def clock() -> HandClock:
    hand = HandClock()
    hand.now = system_clock()
    return hand


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    with lone_desk(tmp_path / "home", clock) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "province"


def join_child(desk: Desk, url: str, code: str, clock: HandClock) -> None:
    """Enrol with a province that runs elsewhere."""
    with closing(Client(url)) as client:
        enrol(asking(desk), client, code, clock)


def code_of(folder: Path) -> str:
    with closing(Database(f"sqlite:///{folder / 'province.db'}")) as database:
        return new_code(database, OFFICE.unit, 1)


def count(folder: Path, table: str) -> int:
    """How many rows a table of the province holds."""
    with closing(Database(f"sqlite:///{folder / 'province.db'}")) as database, database.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def sound(folder: Path) -> bool:
    with closing(Database(f"sqlite:///{folder / 'province.db'}")) as database:
        return verify(database, BlobStore(folder / "blobs", database, system_clock)) == ()


@pytest.mark.parametrize("point", cases(PUSH, "committed"))
def test_the_province_dies_in_a_push(point: str, desk: Desk, clock: HandClock, folder: Path) -> None:
    place, held = PUSH[point]
    with province(folder) as url:
        join_child(desk, url, code_of(folder), clock)
        take_in(desk, clock, 4)
        assert synchronise(desk, url, clock).complete
    take_in(desk, clock, 6, first=4)
    with province(folder, place) as url:
        report = synchronise(desk, url, clock)
    assert isinstance(report.fault, ServerReset | Refused)
    assert (report.ops_sent, report.ops_left) == (0, 6)
    assert count(folder, "journal") == held
    with province(folder) as url:
        assert synchronise(desk, url, clock).complete
    assert count(folder, "journal WHERE state = 'applied'") == count(folder, "journal") == 10
    assert sound(folder)


@pytest.mark.parametrize("point", cases(BLOB, "noted"))
def test_the_province_dies_in_a_file(point: str, desk: Desk, clock: HandClock, folder: Path) -> None:
    place, visible = BLOB[point]
    with province(folder) as url:
        join_child(desk, url, code_of(folder), clock)
        (dossier,) = take_in(desk, clock, 1)
        assert synchronise(desk, url, clock).complete
    data = Random(3).randbytes(300_000)
    scan = Scan(sha256=desk.files.put(data), title="Trang", mime="image/jpeg", size=len(data), pages=1)
    desk.do(attach_scans, dossier.id, (scan,))
    name = sha256(data).hexdigest()
    file = folder / "blobs" / "verified" / name[:2] / name
    with province(folder, place) as url:
        report = synchronise(desk, url, clock)
    assert isinstance(report.fault, ServerReset | Refused)
    assert (report.blobs_sent, report.blobs_left) == (0, 1)
    assert file.exists() is visible
    with province(folder) as url:
        assert synchronise(desk, url, clock).complete
    assert file.read_bytes() == data
    assert sound(folder)


@pytest.mark.parametrize("point", cases(ENROL, "committed"))
def test_the_province_dies_in_an_enrolment(point: str, desk: Desk, clock: HandClock, folder: Path) -> None:
    place, enrolled = ENROL[point]
    with province(folder):
        code = code_of(folder)
    before = count(folder, "device")
    with province(folder, place) as url, pytest.raises(LineFault):
        join_child(desk, url, code, clock)
    assert count(folder, "device") == before + enrolled
    take_in(desk, clock, 2)
    with province(folder) as url:
        join_child(desk, url, code, clock)
        assert synchronise(desk, url, clock).complete
    assert count(folder, "device") == before + 1
    assert sound(folder)


class Died(BaseException):
    """The desk's process is gone; nothing of it runs on."""


def dying(before: bool, original: Callable[..., Any]) -> Callable[..., Any]:
    """A call that is the last thing its process does, or the first it does not do."""

    def die(*arguments: Any, **named: Any) -> None:
        if not before:
            original(*arguments, **named)
        raise Died

    return die


DESK = [(wire.Wire, "mark_sent"), (wire.Wire, "set"), (wire.Wire, "take_in"), (records.Records, "_take_in")]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(("owner", "name"), DESK)
def test_the_desk_dies_after_an_answer(
    owner: type, name: str, before: bool, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office(tmp_path, clock) as (desk, there):
        taken = take_in(desk, clock, 5)
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, dying(before, getattr(owner, name)))
            with pytest.raises(Died):
                synchronise(desk, there.url, clock)
        desk.database.abandon()
        again = open_desk(desk.home, clock)
        assert again.journal.unsent_count() in {0, len(taken)}
        assert synchronise(again, there.url, clock).complete
        assert there.count("SELECT count(*) FROM journal WHERE state = 'applied'") == len(taken)
        assert there.faults() == ()
        again.close()


@pytest.mark.parametrize("before", [True, False])
def test_the_desk_dies_as_it_is_admitted(
    before: bool, desk: Desk, clock: HandClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code is used up at the province and the desk does not know it; the same code works for it again."""
    with province(folder) as url:
        code, others = code_of(folder), count(folder, "device")
        with monkeypatch.context() as patch:
            patch.setattr(enrolment, "pin", dying(before, enrolment.pin))
            with pytest.raises(Died):
                join_child(desk, url, code, clock)
        desk.database.abandon()
        again = open_desk(desk.home, clock)
        join_child(again, url, code, clock)
        take_in(again, clock, 1)
        assert synchronise(again, url, clock).complete
        assert count(folder, "device") == others + 1
        again.close()
