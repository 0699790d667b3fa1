"""Sessions in their child process over a network scanner: killed at any page, cancelled, resumed, two hundred pages."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from scanning.drivers import ScanRequest, Source
from scanning.errors import Fault
from scanning.events import Device, Failed, Finished, Progress, ScanEvent
from scanning.session import ScanSession, WorkerSession, find_devices
from scanning.spool import open_page, recover
from scanning.worker import FindOrder
from tests.scanning.escl_machine import FaultyScanner, Trouble, stack
from tests.scanning.escl_server import serving
from tests.scanning.sessions import DEADLINE_S, Listener, run_session
from tests.scanning.sheets import number_of, sheet

SHEETS = [sheet(number) for number in (1, 2, 3, 4)]
MOST_MEMORY_KB = 200 * 1024


def request_for(address: str) -> ScanRequest:
    """The feeder at 200 dpi."""
    return ScanRequest(driver="escl", device=address, source=Source.FEEDER, resolution_dpi=200)


def kept_numbers(spool: Path, key: bytes) -> list[int]:
    """The sheets that lie in the spool, in order."""
    return [number_of(open_page(page.path, key)) for page in recover(spool)]


@pytest.mark.parametrize("at", [1, 2, 4])
def test_a_child_killed_at_any_page_loses_nothing_it_announced_and_the_clerk_goes_on(
    at: int, spool: Path, key: bytes
) -> None:
    scanner = stack(SHEETS)
    scanner.hold_sheet = at
    listener = Listener()
    with serving(scanner) as address:
        with ScanSession(request_for(address), spool, key, listener) as session:
            assert scanner.asked.wait(DEADLINE_S)
            assert session.worker_pid is not None
            os.kill(session.worker_pid, signal.SIGKILL)
            end = listener.until(lambda event: isinstance(event, Failed))
        assert end == Failed(Fault.WORKER_DIED, at - 1)
        assert kept_numbers(spool, key) == list(range(1, at))
        scanner.hold_sheet = 0
        scanner.released.set()
        _, after = run_session(request_for(address), spool, key)
    assert after == Finished(5 - at)
    assert kept_numbers(spool, key) == [1, 2, 3, 4]


def test_the_first_page_is_announced_while_the_feeder_runs(spool: Path, key: bytes) -> None:
    scanner = stack(SHEETS)
    scanner.hold_sheet = 2
    listener = Listener()
    with serving(scanner) as address, ScanSession(request_for(address), spool, key, listener) as session:
        listener.until_pages(1)
        assert scanner.fed == 1
        assert kept_numbers(spool, key) == [1]
        scanner.released.set()
        assert session.wait(DEADLINE_S)
    assert listener.events[-1] == Finished(4)


def test_cancel_ends_a_page_that_does_not_come_within_a_second(spool: Path, key: bytes) -> None:
    scanner = stack(SHEETS)
    scanner.hold_sheet = 3
    listener = Listener()
    with serving(scanner) as address:
        session = ScanSession(request_for(address), spool, key, listener)
        session.start()
        assert scanner.asked.wait(DEADLINE_S)
        asked_at = time.monotonic()
        session.close()
        assert time.monotonic() - asked_at < 1
    assert listener.events[-1] == Finished(2, cancelled=True)
    assert kept_numbers(spool, key) == [1, 2]


def test_a_jam_and_a_spoilt_sheet_are_resumed_into_one_pile_in_order(spool: Path, key: bytes) -> None:
    scanner = stack(SHEETS, sheet_2=[Trouble.JAM], sheet_3=[Trouble.GARBAGE])
    with serving(scanner) as address:
        ends = [run_session(request_for(address), spool, key)[1]]
        scanner.clear()
        ends.append(run_session(request_for(address), spool, key)[1])
        scanner.clear(sheet(3))
        ends.append(run_session(request_for(address), spool, key)[1])
    assert ends == [Failed(Fault.JAM, 1), Failed(Fault.CORRUPT_PAGE, 1), Finished(2)]
    assert kept_numbers(spool, key) == [1, 2, 3, 4]


def test_two_hundred_pages_pass_through_a_child_that_stays_small(spool: Path, key: bytes) -> None:
    """The peak is read at the last page; the bound is that of the whole worker, interpreter and libraries included."""
    page = sheet(5, dpi=200, width_mm=210, height_mm=297)
    scanner = FaultyScanner(tray=[page] * 200, hold_sheet=200)
    listener = Listener()
    with serving(scanner) as address, ScanSession(request_for(address), spool, key, listener) as session:
        assert scanner.asked.wait(2 * DEADLINE_S)
        peak_kb = peak_of(session.worker_pid)
        scanner.released.set()
        assert session.wait(DEADLINE_S)
    assert listener.events[-1] == Finished(200)
    assert len(recover(spool)) == 200
    assert peak_kb < MOST_MEMORY_KB


def peak_of(pid: int | None) -> int:
    """The most memory the process has held, in kB (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def test_a_device_named_by_its_address_is_found_in_a_child() -> None:
    with serving(FaultyScanner()) as address:
        [device] = find_devices(("escl",), address)
    assert device.label == "Máy quét thử"


def test_a_search_tells_how_far_it_is_and_ends_when_cancelled(sane: None) -> None:
    heard: list[ScanEvent] = []
    progress, over = threading.Event(), threading.Event()

    def hear(event: ScanEvent) -> None:
        heard.append(event)
        (over if isinstance(event, Finished | Failed) else progress).set()

    with WorkerSession(FindOrder(("sane", "escl")), hear) as search:
        assert progress.wait(DEADLINE_S)
        asked_at = time.monotonic()
        search.cancel()
        assert over.wait(DEADLINE_S)
        assert time.monotonic() - asked_at < 1
    assert heard[-1] == Finished(0, cancelled=True)
    assert any(isinstance(event, Progress | Device) for event in heard)


def test_a_search_in_which_one_driver_fails_still_tells_what_the_others_found(
    sane: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with serving(FaultyScanner()) as address:
        assert [device.driver for device in find_devices(("sane", "escl"), address)] == ["escl"]
