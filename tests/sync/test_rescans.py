"""A scan that cannot reach the province whole becomes a person's task, never an endless retry or a false “all sent”."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dossiers.attach_scans import attach_scans
from dossiers.clock import local_date
from dossiers.dossier import Scan
from dossiers.errors import KnownError
from dossiers.store.desk import Desk
from dossiers.store.rescans import Why
from sync import rescans, uploads
from sync.faults import ServerReset
from sync.protocol import BLOCK_BYTES
from sync.province import blobs
from sync.reconcile import reconcile
from tests.store.homes import HandClock
from tests.sync.provinces import Province, office, synchronise
from tests.sync.test_blobs import scan, scan_file


class Corruptor:
    """Something on the way that flips a bit of one file, `times` times, `at` so many bytes of a request."""

    def __init__(self) -> None:
        self.name, self.times, self.at = "", 0, 0
        self.patches: Counter[str] = Counter()
        self.carried = 0

    def wrap(self, app: Any) -> Any:
        """The application behind it."""

        async def passing(scope: Any, receive: Any, send: Any) -> None:
            name, passed = scope["path"].rpartition("/")[2], 0
            self.patches[name] += scope["method"] == "PATCH"

            async def spoiled() -> Any:
                nonlocal passed
                message = await receive()
                body = bytearray(message.get("body", b""))
                if scope["method"] == "PATCH":
                    self.carried += len(body)
                    if name == self.name and self.times and passed <= self.at < passed + len(body):
                        body[self.at - passed] ^= 1
                        self.times -= 1
                    passed += len(body)
                return message | {"body": bytes(body)} if body else message

            await app(scope, spoiled, send)

        return passing


@pytest.fixture
def corruptor() -> Corruptor:
    return Corruptor()


@pytest.fixture
def noisy(tmp_path: Path, corruptor: Corruptor) -> Iterator[tuple[Desk, Province, HandClock]]:
    clock = HandClock()
    with office(tmp_path, clock, corruptor.wrap) as (desk, province):
        yield desk, province, clock


def test_three_mismatches_become_a_task(noisy: tuple[Desk, Province, HandClock], corruptor: Corruptor) -> None:
    """The rest goes on; nothing is called complete; only a new scan, looked at by a person, ends it."""
    desk, province, clock = noisy
    bad, good = scan(desk, clock, 30_000), scan(desk, clock, 40_000, seed=2, first=1)
    corruptor.name, corruptor.times = sha256(bad).hexdigest(), 1_000
    for _ in range(2):
        report = synchronise(desk, province.url, clock)
        assert (report.fault, report.blobs_left, report.blobs_damaged, report.complete) == (None, 1, 1, False)
        assert corruptor.patches[corruptor.name] == blobs.MOST_MISMATCHES
    assert scan_file(province, good).exists()
    assert not scan_file(province, bad).exists()
    (task,) = rescans.read(desk)
    assert (task.title, task.rescan.why) == ("Bản quét", Why.REFUSED)
    assert not _sheet_tick(desk, clock, task)

    with pytest.raises(KnownError, match="chưa có bản quét mới"):
        rescans.settle(desk, task)
    clock.forward(minutes=1)
    anew = bad[::-1]
    paper = Scan(sha256=desk.files.put(anew), title="Bản quét", mime="application/pdf", size=len(anew), pages=1)
    desk.do(attach_scans, task.rescan.dossier_id, (paper,))
    assert synchronise(desk, province.url, clock).blobs_left == 1
    rescans.settle(desk, task)
    report = synchronise(desk, province.url, clock)
    assert (report.complete, report.blobs_left, rescans.read(desk)) == (True, 0, ())
    assert scan_file(province, anew).read_bytes() == anew
    assert "Đã quét lại" in desk.register.get(task.rescan.dossier_id).notes[-1].text
    assert _sheet_tick(desk, clock, task)


def _sheet_tick(desk: Desk, clock: HandClock, task: rescans.RescanTask) -> bool:
    """Whether the evening sheet says that all files of the task's dossier are at the province."""
    account = reconcile(desk, local_date(clock()), None)
    return next(line.attachments for line in account.lines if line.dossier_id == task.rescan.dossier_id)


def test_control_a_province_that_never_refuses_is_tried_for_ever(
    noisy: tuple[Desk, Province, HandClock], corruptor: Corruptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, province, clock = noisy
    monkeypatch.setattr(blobs, "MOST_MISMATCHES", 1_000)
    corruptor.name, corruptor.times = sha256(scan(desk, clock, 30_000)).hexdigest(), 1_000
    for run in (1, 2):
        assert isinstance(synchronise(desk, province.url, clock).fault, ServerReset)
        assert corruptor.patches[corruptor.name] == run * (uploads.FRUITLESS_TRIES + 1)
    assert rescans.read(desk) == ()


def test_a_file_that_comes_by_another_way_is_no_task(
    noisy: tuple[Desk, Province, HandClock], corruptor: Corruptor
) -> None:
    """A stick brings the very file that the line could not: the receipt takes the task away."""
    desk, province, clock = noisy
    name = sha256(scan(desk, clock, 30_000)).hexdigest()
    corruptor.name, corruptor.times = name, 1_000
    synchronise(desk, province.url, clock)
    assert len(rescans.read(desk)) == 1
    desk.wire.blob_sent(name, b"receipt")
    assert rescans.read(desk) == ()


@pytest.mark.parametrize("told", [True, False])
def test_only_what_is_wrong_of_a_long_file_travels_again(
    told: bool, noisy: tuple[Desk, Province, HandClock], corruptor: Corruptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bit flipped in the third MiB of three and a half; the control tells the province nothing of blocks."""
    desk, province, clock = noisy
    size = 3 * BLOCK_BYTES + BLOCK_BYTES // 2
    data = scan(desk, clock, size)
    corruptor.name, corruptor.times, corruptor.at = sha256(data).hexdigest(), 1, 2 * BLOCK_BYTES + 5
    if not told:
        monkeypatch.setattr(uploads, "_blocks", lambda _: ())
    assert synchronise(desk, province.url, clock).complete
    assert corruptor.carried == size + (size - 2 * BLOCK_BYTES if told else size)
    assert scan_file(province, data).read_bytes() == data
    assert [path.name for path in (province.folder / "blobs" / "arriving").iterdir()] == []


def test_a_file_spoiled_here_is_a_task_until_it_is_whole_again(
    noisy: tuple[Desk, Province, HandClock], corruptor: Corruptor
) -> None:
    desk, province, clock = noisy
    scan(desk, clock, 30_000)
    (stored,) = (path for path in (desk.home / "files").rglob("*") if path.is_file())
    whole = stored.read_bytes()
    stored.write_bytes(whole[:-1])
    assert synchronise(desk, province.url, clock).blobs_damaged == 1
    assert [task.rescan.why for task in rescans.read(desk)] == [Why.SPOILED]
    assert corruptor.carried == 0
    stored.write_bytes(whole)
    assert synchronise(desk, province.url, clock).complete
    assert rescans.read(desk) == ()
