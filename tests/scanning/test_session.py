"""Scanner sessions in their child process: kills, cancels, faults, what is kept and what touches the disk."""

import os
import resource
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from scanning.drivers import ScanRequest, Source
from scanning.errors import Fault, ScanError
from scanning.events import Failed, Finished, PageRead, Progress
from scanning.picture import decode, encode_pnm
from scanning.session import ScanSession, find_devices
from scanning.spool import open_page, recover
from tests.scanning.paper import Slip, draw_slip, scanned
from tests.scanning.sessions import Listener, run_session

pytestmark = pytest.mark.usefixtures("sane")

STACK = ScanRequest(driver="sane", device="test:0", source=Source.FEEDER, resolution_dpi=200)
SLOW = {"read-delay": "yes", "read-delay-duration": "20000"}
PICTURE_STARTS = (b"P4\n", b"P5\n", b"P6\n", b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*")


def test_a_stack_is_kept_page_by_page(spool: Path, key: bytes) -> None:
    pages, end = run_session(STACK, spool, key)
    assert end == Finished(10)
    assert [page.number for page in pages] == list(range(1, 11))
    assert recover(spool) == pages
    assert all(decode(open_page(page.path, key)).shape == (page.height_px, page.width_px, 3) for page in pages)


def test_a_real_page_is_the_same_to_the_pixel_after_the_spool(tmp_path: Path, spool: Path, key: bytes) -> None:
    paper = scanned(draw_slip(Slip("H26.19.103-261121-0042", "x", 200)), seed=2)
    source = tmp_path / "page.ppm"
    source.write_bytes(encode_pnm(paper))
    request = ScanRequest(driver="sane", device="pnm:0", options={"filename": str(source)})
    [page], end = run_session(request, spool, key)
    assert end == Finished(1)
    assert np.array_equal(decode(open_page(page.path, key)), paper)


def test_a_kill_in_mid_stack_keeps_every_announced_page_and_the_clerk_goes_on(
    spool: Path, key: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private_temp = tmp_path / "temp"
    private_temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(private_temp))
    listener = Listener()
    slow_stack = ScanRequest(driver="sane", device="test:0", source=Source.FEEDER, resolution_dpi=200, options=SLOW)
    with ScanSession(slow_stack, spool, key, listener) as session:
        listener.until_pages(3)
        listener.until(lambda event: isinstance(event, Progress))
        assert session.worker_pid is not None
        os.kill(session.worker_pid, signal.SIGKILL)
        end = listener.until(lambda event: isinstance(event, Failed))
    kept = recover(spool)
    assert end == Failed(Fault.WORKER_DIED, len(listener.pages))
    assert kept[: len(listener.pages)] == listener.pages
    assert all(decode(open_page(page.path, key)).size for page in kept)
    assert _plain_pictures(spool) == []
    assert list(private_temp.iterdir()) == []

    pages, end = run_session(STACK, spool, key)
    assert end == Finished(10), "the device is free again"
    assert pages[0].number == kept[-1].number + 1
    assert recover(spool) == [*kept, *pages]
    assert len(list(spool.iterdir())) == len(kept) + len(pages), "nothing of the killed session is left over"


def _plain_pictures(folder: Path) -> list[Path]:
    """Regular files that begin like a picture, or hold one anywhere."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    starts = [start for start in PICTURE_STARTS if len(start) > 3]
    return [
        path
        for path in files
        if (data := path.read_bytes()).startswith(PICTURE_STARTS) or any(start in data for start in starts)
    ]


def test_a_jam_is_named_and_earlier_pages_stay(spool: Path, key: bytes) -> None:
    run_session(STACK, spool, key)
    jammed = ScanRequest(driver="sane", device="test:0", options={"read-return-value": "SANE_STATUS_JAMMED"})
    pages, end = run_session(jammed, spool, key)
    assert (pages, end) == ([], Failed(Fault.JAM, 0))
    assert len(recover(spool)) == 10


def test_cancel_ends_a_slow_scan_within_a_second(spool: Path, key: bytes) -> None:
    slow = ScanRequest(driver="sane", device="test:0", options={"read-delay": "yes", "read-delay-duration": "200000"})
    listener = Listener()
    session = ScanSession(slow, spool, key, listener)
    session.start()
    listener.until(lambda event: isinstance(event, Progress))
    asked_at = time.monotonic()
    session.close()
    assert time.monotonic() - asked_at < 1
    assert listener.events[-1] == Finished(0, cancelled=True)


def test_a_child_that_ignores_cancel_is_killed_within_a_second(spool: Path, key: bytes) -> None:
    hung = (
        sys.executable,
        "-c",
        'import sys, time; print(\'{"type":"progress","percent":1}\', flush=True)\nwhile True: time.sleep(9)',
    )
    listener = Listener()
    session = ScanSession(STACK, spool, key, listener, command=hung)
    session.start()
    listener.until(lambda event: isinstance(event, Progress))
    asked_at = time.monotonic()
    session.close()
    assert time.monotonic() - asked_at < 1
    assert listener.events[-1] == Finished(0, cancelled=True)


def test_a_child_that_crashes_is_reported_once(spool: Path, key: bytes) -> None:
    crashing = (sys.executable, "-c", 'import os; os.write(1, b\'{"type":"pa\'); os.abort()')
    listener = Listener()
    with ScanSession(STACK, spool, key, listener, command=crashing) as session:
        assert session.wait(10)
    assert listener.events == [Failed(Fault.WORKER_DIED, 0)]


def test_the_key_is_in_no_argument_or_environment_of_the_child(spool: Path, key: bytes) -> None:
    listener = Listener()
    slow = ScanRequest(driver="sane", device="test:0", options=SLOW)
    with ScanSession(slow, spool, key, listener) as session:
        listener.until(lambda event: isinstance(event, Progress))
        proc = Path(f"/proc/{session.worker_pid}")
        seen = (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
    assert b"scanning.worker" in seen
    assert all(form not in seen for form in (key, key.hex().encode()))


def test_a_disk_that_refuses_a_page_is_named_and_earlier_pages_stay(tmp_path: Path, spool: Path, key: bytes) -> None:
    run_session(STACK, spool, key)
    source = tmp_path / "page.ppm"
    source.write_bytes(encode_pnm(scanned(draw_slip(Slip("H26.19.103-261121-0042", "x", 200)), seed=2)))
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, unlimited[1]))
    try:
        request = ScanRequest(driver="sane", device="pnm:0", options={"filename": str(source)})
        pages, end = run_session(request, spool, key)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert (pages, end) == ([], Failed(Fault.SPOOL_FULL, 0))
    assert len(recover(spool)) == 10


def test_a_spool_that_cannot_be_made_is_named(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "file").write_text("in the way")
    assert run_session(STACK, tmp_path / "file", key) == ([], Failed(Fault.SPOOL_FULL, 0))


def test_devices_are_listed_in_a_child() -> None:
    assert {device.name for device in find_devices(("sane",))} >= {"pnm:0", "test:0"}


def test_a_child_that_hangs_while_listing_is_given_up() -> None:
    hung = (sys.executable, "-c", "import time; time.sleep(60)")
    with pytest.raises(ScanError) as caught:
        find_devices(("sane",), timeout_s=0.2, command=hung)
    assert caught.value.fault is Fault.NO_DEVICE


def test_leftovers_of_a_killed_write_are_swept_and_never_listed(spool: Path, key: bytes) -> None:
    (spool / "00001-10x10-300.part").write_bytes(b"half")
    pages, _ = run_session(ScanRequest(driver="sane", device="test:0"), spool, key)
    assert [path.name for path in spool.iterdir()] == [Path(pages[0].file).name]


@pytest.mark.parametrize("damage", ["byte", "cut", "renamed", "other key", "gone"])
def test_a_page_that_was_altered_does_not_open(damage: str, spool: Path, key: bytes) -> None:
    [page], _ = run_session(ScanRequest(driver="sane", device="test:0", resolution_dpi=200), spool, key)
    path, opener = _damage(page, damage, key)
    with pytest.raises(ScanError) as caught:
        open_page(path, opener)
    assert caught.value.fault is Fault.SPOOL_UNREADABLE


def _damage(page: PageRead, damage: str, key: bytes) -> tuple[Path, bytes]:
    data = page.path.read_bytes()
    match damage:
        case "byte":
            page.path.write_bytes(data[:60] + bytes([data[60] ^ 1]) + data[61:])
        case "cut":
            page.path.write_bytes(data[:10])
        case "renamed":
            return page.path.rename(page.path.with_name("00009-10x10-300.page")), key
        case "gone":
            page.path.unlink()
    return page.path, bytes(32) if damage == "other key" else key


DESK = """
import sys, threading
from pathlib import Path
from scanning.drivers import ScanRequest
from scanning.session import ScanSession
slow = {"read-delay": "yes", "read-delay-duration": "200000"}
scanning = threading.Event()
session = ScanSession(
    ScanRequest(driver="sane", device="test:0", options=slow), Path(sys.argv[1]), bytes(32), lambda _: scanning.set()
)
session.start()
scanning.wait()
print(session.worker_pid, flush=True)
session.wait()
"""


def test_a_killed_desk_leaves_nobody_scanning(spool: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", DESK, str(spool)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as desk:
        assert desk.stdout is not None
        worker = os.pidfd_open(int(desk.stdout.readline()))
        desk.kill()
    ended, _, _ = select.select([worker], [], [], 5)
    os.close(worker)
    assert ended, "the child ends when its desk is gone"
