"""The stick itself: full, pulled out, lying, cancelled; nothing half-made stays, and nothing counts as written."""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest

from sync.courier.export import Step, check, export
from sync.courier.faults import Cancelled, CourierFault, StickFull, StickGone, StickLies
from sync.courier.ledger import recall
from sync.courier.messages import BUNDLE, file_name
from tests.courier.courier_desk import Road, scanned
from tests.store.homes import OFFICE
from tests.sync.provinces import asking


def exported(
    way: Road, progress: Callable[[Step], None] = lambda _: None, stop: Callable[[], bool] = lambda: False
) -> None:
    export(asking(way.desk), way.stick, way.clock, progress=progress, stop=stop)


def nothing_was_made(way: Road) -> bool:
    files = list(way.stick.iterdir()) if way.stick.exists() else []
    return files == [] and recall(way.desk).bundles == ()


def test_a_stick_that_is_too_small_is_refused_before_a_byte_is_written(
    way: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned(way.desk, 1)
    monkeypatch.setattr("sync.courier.stick.free_bytes", lambda _: 50_000)
    with pytest.raises(StickFull, match="cần 2 MB, còn 0 MB"):
        exported(way)
    assert nothing_was_made(way)


def test_a_stick_that_fills_up_meanwhile_is_left_as_it_was_or_it_is_said_why_not() -> None:
    """On a file system of 2 MB in a mount namespace of its own, where this machine allows one."""
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    child = [*unshare, sys.executable, "-m", "tests.courier.full_stick"]
    done = subprocess.run(child, capture_output=True, text=True, timeout=120, cwd=Path(__file__).parents[2])
    if done.returncode:
        assert "ermi" in done.stderr, done.stderr  # "Operation not permitted", "must be superuser … permission"
        return
    told = json.loads(done.stdout.splitlines()[-1])
    assert told == {"filled": True, "sentence": told["sentence"], "left": [], "remembered": 0, "after": 1}
    assert "USB đã đầy" in told["sentence"]


def test_the_kernel_s_own_refusal_is_a_sentence(way: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    """ENOSPC from /dev/full, to which the unproven file's name leads."""
    scanned(way.desk, 1)

    def lead_astray(folder: Path, _: int) -> None:
        name = file_name(BUNDLE, OFFICE.unit, way.desk.journal.epochs()[-1].device, 1)
        (folder / f"{name}.part").symlink_to("/dev/full")

    monkeypatch.setattr("sync.courier.stick.ask_room", lead_astray)
    with pytest.raises(CourierFault, match="USB đã đầy"):
        exported(way)
    assert nothing_was_made(way)


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """No file may grow beyond `size`, as on a file system with such a limit (EFBIG)."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_file_larger_than_the_file_system_takes_is_left_unmade(way: Road) -> None:
    scanned(way.desk, 4, size=2_000_000)
    with no_file_beyond(6_000_000), pytest.raises(CourierFault, match="không chứa được tệp lớn"):
        exported(way)
    assert nothing_was_made(way)
    assert sum(one.files for one in way.export(part_bytes=5_000_000)) == 4


def test_a_stick_pulled_out_is_a_sentence_and_nothing_else(way: Road) -> None:
    scanned(way.desk, 2)
    with pytest.raises(StickGone, match="Dữ liệu đã lưu an toàn"):
        exported(way, lambda _: shutil.rmtree(way.stick, ignore_errors=True))
    assert nothing_was_made(way)


def test_a_stick_that_reads_back_something_else_is_found_out(way: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick with less room than it claims keeps the first bytes and lies about the last."""
    scanned(way.desk, 2)

    def show_its_own(file: BinaryIO) -> None:
        part = Path(file.name)
        part.write_bytes(part.read_bytes()[:-5000] + bytes(5000))

    monkeypatch.setattr("sync.courier.stick.forget_cached", show_its_own)
    with pytest.raises(StickLies):
        exported(way)
    assert nothing_was_made(way)


def test_cancelled_in_the_middle_leaves_nothing(way: Road) -> None:
    scanned(way.desk, 3, size=300_000)
    steps: list[Step] = []
    with pytest.raises(Cancelled):
        exported(way, steps.append, stop=lambda: len(steps) >= 3)
    assert nothing_was_made(way)
    assert 0 < steps[-1].done < steps[-1].total


def test_what_an_earlier_try_left_is_swept_away(way: Road) -> None:
    scanned(way.desk, 1)
    (way.stick / "motcua-H99-001-abcdef-000001.mcb.part").write_bytes(b"half")
    (written,) = way.export()
    assert [file.name for file in way.stick.iterdir()] == [written.path.name]


def test_a_stick_plugged_in_again_is_checked_against_what_was_written(way: Road) -> None:
    scanned(way.desk, 1)
    (written,) = way.export()
    assert check(asking(way.desk), written.path) == written
    data = bytearray(written.path.read_bytes())
    data[-100] ^= 1
    written.path.write_bytes(data)
    with pytest.raises(StickLies):
        check(asking(way.desk), written.path)


def test_a_damaged_scan_stays_behind_and_the_rest_goes(way: Road) -> None:
    scanned(way.desk, 3)
    sha = way.desk.wire.blobs_waiting()[1].sha256
    path = way.desk.files.path(sha)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    (written,) = way.export()
    assert (written.files, written.files_damaged) == (2, 1)
    way.take_in(way.answer(way.take(written.path)))
    assert [job.sha256 for job in way.desk.wire.blobs_waiting()] == [sha]
