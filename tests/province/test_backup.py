"""The restore drill: a province lost and put back from a backup has everything again, and nothing twice."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossiers.errors import Impossible, NotFound
from dossiers.store.desk import Desk
from sync.province import backup
from sync.province.backup import Backup, Reached
from tests.province.test_audit import acts
from tests.store.homes import HandClock
from tests.sync.conftest import database_url
from tests.sync.provinces import Province, join, running, synchronise, take_in
from tests.sync.test_blobs import scan, scan_file


def watermark(province: Province, desk: Desk) -> Reached:
    """How far the desk's present epoch is backed up."""
    place = desk.journal.epochs()[-1]
    with province.database.reading() as connection:
        return backup.reached(connection, place.device, place.id)


def save(province: Province, target: Path, clock: HandClock) -> Backup:
    return backup.back_up(province.database, province.folder, target, clock)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_drill(
    kind: str, request: pytest.FixtureRequest, stranger: Desk, clock: HandClock, tmp_path: Path
) -> None:
    """Work, back up, work on, lose the server, put the backup back: the desk brings what the backup lacks."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    with running(Province(database_url(kind, request, first), first, clock)) as province:
        join(stranger, province, clock)
        early = scan(stranger, clock, 40_000, seed=1)
        assert synchronise(stranger, province.url, clock).complete
        assert watermark(province, stranger) == Reached(0, 0)
        done = save(province, tmp_path / "backups", clock)
        assert done.scans == 1
        assert watermark(province, stranger).seq == province.count("SELECT max(seq) FROM epoch")
        clock.forward(hours=1)
        late = scan(stranger, clock, 50_000, seed=2, first=1)
        assert synchronise(stranger, province.url, clock).complete
        assert watermark(province, stranger).seq < province.count("SELECT max(seq) FROM epoch")
        lines = province.count("SELECT count(*) FROM journal")
        with province.database.reading() as connection:
            history = province.database.history(connection)
    url = database_url(kind, request, second)
    restored = backup.restore(url, second, done.folder, clock)
    restored.database.close()
    assert restored.history != history
    with running(Province(url, second, clock)) as province:
        assert province.count("SELECT count(*) FROM journal") < lines
        assert synchronise(stranger, province.url, clock).complete
        assert province.count("SELECT count(*) FROM journal") == lines
        assert province.count("SELECT count(*) FROM dossier") == 2
        for data in (early, late):
            assert scan_file(province, data).read_bytes() == data
        assert province.faults() == ()
        assert [act.deed for act in acts(province)][-1] == "history_renewed"


@contextmanager
def small(tmp_path: Path, clock: HandClock, desk: Desk) -> Iterator[Province]:
    """A province on SQLite with one dossier and its scan."""
    folder = tmp_path / "province"
    folder.mkdir()
    with running(Province(f"sqlite:///{folder / 'province.db'}", folder, clock)) as province:
        join(desk, province, clock)
        scan(desk, clock, 30_000)
        assert synchronise(desk, province.url, clock).complete
        yield province


def test_a_second_backup_copies_no_scan_again_and_goes_further(
    stranger: Desk, clock: HandClock, tmp_path: Path
) -> None:
    with small(tmp_path, clock, stranger) as province:
        one = save(province, tmp_path / "backups", clock)
        take_in(stranger, clock, 1, first=5)
        clock.forward(hours=1)
        assert synchronise(stranger, province.url, clock).complete
        two = save(province, tmp_path / "backups", clock)
        assert (one.scans, two.scans) == (1, 0)
        assert one.folder != two.folder
        assert watermark(province, stranger).seq == province.count("SELECT max(seq) FROM epoch")
        assert [act.deed for act in acts(province)].count("backed_up") == 2


def test_a_scan_lost_with_the_server_is_asked_for_again(stranger: Desk, clock: HandClock, tmp_path: Path) -> None:
    with small(tmp_path, clock, stranger) as province:
        done = save(province, tmp_path / "backups", clock)
    shutil.rmtree(tmp_path / "backups" / backup.SCANS)
    restored = backup.restore(None, tmp_path / "again", done.folder, clock)
    restored.database.close()
    assert restored.scans_awaited == 1


def test_nothing_is_marked_when_the_backup_cannot_be_written(
    stranger: Desk, clock: HandClock, tmp_path: Path
) -> None:
    (tmp_path / "no-folder").write_text("a file", encoding="utf-8")
    with small(tmp_path, clock, stranger) as province:
        with pytest.raises(OSError, match="no-folder"):
            save(province, tmp_path / "no-folder", clock)
        assert watermark(province, stranger) == Reached(0, 0)


def _over(province: Province, done: Backup, clock: HandClock, folder: Path) -> None:
    backup.restore(None, province.folder, done.folder, clock)


def _from_nothing(province: Province, done: Backup, clock: HandClock, folder: Path) -> None:
    backup.restore(None, folder, done.folder.parent, clock)


@pytest.mark.parametrize(("attempt", "fault"), [(_over, Impossible), (_from_nothing, NotFound)])
def test_a_restore_that_may_not_be(
    attempt: Callable[[Province, Backup, HandClock, Path], None], fault: type[Exception], stranger: Desk,
    clock: HandClock, tmp_path: Path,
) -> None:  # fmt: skip
    with small(tmp_path, clock, stranger) as province:
        done = save(province, tmp_path / "backups", clock)
        with pytest.raises(fault):
            attempt(province, done, clock, tmp_path / "empty")
        assert province.faults() == ()
