"""The province dies at each point of a batch, in a process of its own: every op is there once when it is back."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from dossiers.store.desk import Desk
from sync.faults import Refused, ServerReset
from sync.province.admin import new_code
from sync.province.database import Database
from sync.province.verify import verify
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import asking, lone_desk, synchronise, take_in

ROOT = Path(__file__).parents[2]
CHILD = """
import os, sys
from pathlib import Path
from sync.province import answers, intake, server

point, folder = sys.argv[1], Path(sys.argv[2])

def dying(original):
    def die(*arguments, **named):
        result = original(*arguments, **named)
        os._exit(9)
    return die

if point == "received":
    answers.read_batch = dying(answers.read_batch)
elif point == "mid-transaction":
    answers.intake.take = dying(intake.take)
elif point == "committed":
    answers.Answers._reply = dying(answers.Answers._reply)
server.run("127.0.0.1", 0, None, folder, listening=lambda port: print(port, flush=True))
"""


@contextmanager
def province(folder: Path, point: str) -> Iterator[str]:
    """A province in a child process that dies at `point`; yields its address."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, point, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    try:
        yield f"http://127.0.0.1:{json.loads(child.stdout.readline())}"
    finally:
        child.kill()
        child.wait(60)
        child.stdout.close()


@pytest.fixture
def clock() -> HandClock:
    from dossiers.clock import system_clock

    hand = HandClock()
    hand.now = system_clock()
    return hand


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    with lone_desk(tmp_path / "home", clock) as opened:
        yield opened


def join_child(desk: Desk, url: str, folder: Path, clock: HandClock) -> None:
    """Enrol with a province that runs elsewhere."""
    from sync.client import Client
    from sync.enrolment import enrol

    with closing(Database(f"sqlite:///{folder / 'province.db'}")) as database:
        code = new_code(database, OFFICE.unit, 1)
    with closing(Client(url)) as client:
        enrol(asking(desk), client, code, clock)


@pytest.mark.parametrize("point", ["received", "mid-transaction", "committed"])
def test_the_province_dies(point: str, desk: Desk, clock: HandClock, tmp_path: Path) -> None:
    folder = tmp_path / "province"
    with province(folder, "never") as url:
        join_child(desk, url, folder, clock)
        take_in(desk, clock, 4)
        assert synchronise(desk, url, clock).complete
    take_in(desk, clock, 6, first=4)

    with province(folder, point) as url:
        report = synchronise(desk, url, clock)
    assert isinstance(report.fault, ServerReset | Refused)
    assert (report.ops_sent, report.ops_left) == (0, 6)
    assert lines(folder) == (10 if point == "committed" else 4)

    with province(folder, "never") as url:
        report = synchronise(desk, url, clock)
    assert report.complete
    assert lines(folder) == 10
    with closing(Database(f"sqlite:///{folder / 'province.db'}")) as database:
        assert verify(database) == ()


def lines(folder: Path) -> int:
    """How many lines the province holds."""
    with closing(Database(f"sqlite:///{folder / 'province.db'}")) as database, database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one())
