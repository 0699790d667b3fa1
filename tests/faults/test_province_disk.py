"""The province's disk is full, or the province signs before it commits: nothing is called sent that is not there."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from dossiers.attach_scans import attach_scans
from dossiers.dossier import Scan
from dossiers.store.desk import Desk
from sync.faults import ServerBusy
from sync.province import intake
from sync.province.blobs import BlobStore
from sync.province.database import Database
from tests.store.homes import HandClock
from tests.sync.provinces import Province, office, synchronise, take_in

OPS = 30


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def stage(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Desk, Province]]:
    with office(tmp_path, clock) as (desk, province):
        take_in(desk, clock, OPS)
        yield desk, province


def missing(desk: Desk, province: Province) -> int:
    """How many lines are called sent and are not at the province."""
    return OPS - desk.journal.unsent_count() - province.count("SELECT count(*) FROM journal")


@pytest.mark.expects_log
def test_a_full_disk_takes_nothing_by_halves(
    stage: tuple[Desk, Province], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite says SQLITE_FULL at its page limit exactly as it does when the disk has no room."""
    desk, province = stage
    writing = Database.writing

    @contextmanager
    def full(self: Database, unit: str) -> Iterator[Connection]:
        with writing(self, unit) as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("PRAGMA max_page_count=1000000")

    with monkeypatch.context() as patch:
        patch.setattr(Database, "writing", full)
        report = synchronise(desk, province.url, clock)
    assert isinstance(report.fault, ServerBusy)
    assert (report.ops_sent, report.ops_left, missing(desk, province)) == (0, OPS, 0)
    assert synchronise(desk, province.url, clock).complete
    assert province.faults() == ()


@pytest.mark.expects_log
def test_no_room_for_a_file(
    stage: tuple[Desk, Province], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, province = stage
    (dossier,) = take_in(desk, clock, 1, first=OPS)
    data = bytes(range(256)) * 400
    scan = Scan(sha256=desk.files.put(data), title="Trang", mime="image/jpeg", size=len(data), pages=1)
    desk.do(attach_scans, dossier.id, (scan,))

    async def no_room(*_arguments: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(BlobStore, "write", no_room)
        report = synchronise(desk, province.url, clock)
    assert report.fault is not None
    assert (report.ops_left, report.blobs_sent, report.blobs_left) == (0, 0, 1)
    assert synchronise(desk, province.url, clock).complete
    assert province.faults() == ()


def test_the_harness_catches_a_province_that_signs_before_it_commits(
    stage: tuple[Desk, Province], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of this file and of the crash points: every batch is answered and then forgotten."""
    desk, province = stage
    take = intake.take

    def forgetful(database: Database, connection: Connection, *rest: Any) -> intake.Verdict:
        connection.exec_driver_sql("SAVEPOINT unkept")
        verdict = take(database, connection, *rest)
        connection.exec_driver_sql("ROLLBACK TO unkept")
        return verdict

    monkeypatch.setattr(intake, "take", forgetful)
    synchronise(desk, province.url, clock)
    assert missing(desk, province) == OPS
