"""Network scanners: the matrix of feeder faults, what a stranger on the line may send, addresses and certificates."""

import threading
from collections.abc import Iterator

import pytest

from scanning.drivers import ScannedPage, ScanRequest, Source, Watch, escl_feed
from scanning.drivers.escl import EsclDriver
from scanning.errors import SHEET_TO_FEED_AGAIN, Fault, ScanError
from scanning.events import Progress, Waiting
from tests.scanning.escl_machine import Counting, FaultyScanner, Trouble, stack
from tests.scanning.escl_server import serving
from tests.scanning.sheets import number_of, sheet

SHEETS = [sheet(number) for number in (1, 2, 3, 4)]


def scan(address: str, told: list[object] | None = None, **wish: object) -> Iterator[ScannedPage]:
    """Pages of the device at this address, from its feeder at 200 dpi unless wished otherwise."""
    wishes: dict[str, object] = {"source": Source.FEEDER, "resolution_dpi": 200, **wish}
    request = ScanRequest(driver="escl", device=address, **wishes)  # type: ignore[arg-type]
    return EsclDriver().scan(request, Watch(threading.Event(), (told if told is not None else []).append))


def scan_until_fault(address: str) -> tuple[list[int], Fault | None]:
    """The sheets that became pages, in order, and how the stack ended."""
    numbers: list[int] = []
    try:
        numbers.extend(number_of(page.data) for page in scan(address))
    except ScanError as error:
        return numbers, error.fault
    return numbers, None


MATRIX = {
    Trouble.JAM: Fault.JAM,
    Trouble.COVER: Fault.COVER_OPEN,
    Trouble.MULTIPICK: Fault.DOUBLE_FEED,
    Trouble.MISPICK: Fault.MISFEED,
    Trouble.TRUNCATED: Fault.TORN_PAGE,
    Trouble.RESET: None,
    Trouble.BUSY: None,
    Trouble.SLOW: None,
    Trouble.GARBAGE: Fault.CORRUPT_PAGE,
    Trouble.CUT: Fault.TORN_PAGE,
    Trouble.MUTE_JAM: Fault.JAM,
    Trouble.MUTE_ABORT: Fault.STOPPED_EARLY,
    Trouble.TOO_LONG: Fault.WRONG_PAPER,
    Trouble.STOP_BUTTON: Fault.STOPPED_BY_HAND,
    Trouble.NOT_YET: None,
    Trouble.SWALLOWED: Fault.TORN_PAGE,
}


@pytest.mark.parametrize("at", [1, 3, 4])
@pytest.mark.parametrize("trouble", MATRIX)
def test_every_fault_is_named_and_the_stack_comes_to_four_pages(trouble: Trouble, at: int) -> None:
    """SCANNING.md 2(b). The clerk does what the sentence says, and presses Quét tiếp once."""
    scanner = stack(SHEETS)
    scanner.troubles[at] = [trouble]
    with serving(scanner) as address:
        before, fault = scan_until_fault(address)
        assert fault is MATRIX[trouble]
        if fault is not None:
            assert before == list(range(1, at))
            scanner.clear(*(SHEETS[at - 1 : at] if fault in SHEET_TO_FEED_AGAIN else ()))
        after, end = scan_until_fault(address) if fault else ([], None)
    assert before + after == [1, 2, 3, 4]
    assert end is None


def test_troubles_may_come_one_after_another() -> None:
    scanner = stack(
        SHEETS, sheet_2=[Trouble.BUSY, Trouble.RESET, Trouble.BUSY, Trouble.SLOW], sheet_4=[Trouble.NOT_YET]
    )
    scanner.busy_jobs = 2
    told: list[object] = []
    with serving(scanner) as address:
        pages = list(scan(address, told))
    assert [number_of(page.data) for page in pages] == [1, 2, 3, 4]
    assert Waiting(Fault.BUSY) in told


@pytest.mark.parametrize("counting", Counting)
def test_a_sheet_swallowed_by_a_broken_line_is_always_told(counting: Counting) -> None:
    """The device counts the sheet as delivered; asked again it would give the next one, and nobody would miss it."""
    scanner = stack(SHEETS, sheet_2=[Trouble.SWALLOWED])
    scanner.counting = counting
    with serving(scanner) as address:
        numbers, fault = scan_until_fault(address)
    named = numbers == [1] and fault is Fault.TORN_PAGE
    missed = numbers == [1, 3, 4] and fault is Fault.PAGE_MISSING
    assert named or (missed and counting is Counting.TRANSFERRED)


@pytest.mark.parametrize("end_status", [404, 409, 410])
@pytest.mark.parametrize("chunked", [False, True])
def test_the_end_of_the_stack_is_understood_in_every_dialect(end_status: int, chunked: bool) -> None:
    scanner = FaultyScanner(tray=list(SHEETS), end_status=end_status, chunked=chunked)
    with serving(scanner) as address:
        pages = list(scan(address))
    assert [page.data for page in pages] == SHEETS, "the device's own JPEG, byte for byte"
    assert {page.dpi for page in pages} == {200}


def test_an_empty_feeder_is_said_and_is_no_stack_of_nothing() -> None:
    with serving(FaultyScanner()) as address:
        assert scan_until_fault(address) == ([], Fault.NO_DOCS)


def test_the_glass_gives_one_page() -> None:
    scanner = FaultyScanner(glass=sheet(7))
    told: list[object] = []
    with serving(scanner) as address:
        [page] = scan(address, told, source=Source.FLATBED)
    assert number_of(page.data) == 7
    assert Progress(100) in told
    assert scanner.cancelled == [scanner.job], "the device is free again"


def test_the_ticket_says_what_was_asked_for() -> None:
    scanner = FaultyScanner(tray=[sheet(1), sheet(2)])
    with serving(scanner) as address:
        pages = list(scan(address, resolution_dpi=240, colour=False, both_sides=True, width_mm=148, height_mm=210))
    ticket = scanner.tickets[0].decode()
    assert len(pages) == 2
    assert pages[0].dpi == 300, "the nearest at or above"
    for word in ("<scan:Duplex>true<", ">Grayscale8<", "<scan:XResolution>300<", "<pwg:Width>1748<", ">Feeder<"):
        assert word in ticket


def test_paper_the_device_cannot_take_is_refused_before_it_is_cut_off() -> None:
    with serving(stack(SHEETS)) as address, pytest.raises(ScanError) as caught:
        list(scan(address, width_mm=297, height_mm=420))
    assert caught.value.fault is Fault.WRONG_PAPER


def test_a_scanner_in_use_is_waited_for_and_then_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(escl_feed, "BUSY_PATIENCE_S", 0.2)
    scanner = stack(SHEETS)
    scanner.busy_jobs = 99
    with serving(scanner) as address:
        assert scan_until_fault(address) == ([], Fault.BUSY)


def test_a_scanner_unplugged_in_mid_stack_keeps_what_came() -> None:
    with serving(stack(SHEETS, sheet_3=[Trouble.UNPLUGGED])) as address:
        assert scan_until_fault(address) == ([1, 2], Fault.IO_ERROR)


def test_a_scanner_asleep_or_gone_is_named() -> None:
    with serving(FaultyScanner()) as address:
        pass
    told: list[object] = []
    with pytest.raises(ScanError) as caught:
        list(scan(address, told))
    assert caught.value.fault is Fault.NO_ANSWER
    assert told == [Waiting(Fault.NO_ANSWER)]


def test_the_first_page_is_there_while_the_feeder_still_runs() -> None:
    scanner = stack(SHEETS)
    scanner.hold_sheet = 2
    with serving(scanner) as address:
        pages = scan(address)
        assert number_of(next(pages).data) == 1
        assert scanner.fed == 1
        scanner.released.set()
        assert len(list(pages)) == 3


def test_stopping_ends_a_page_that_does_not_come_and_frees_the_device() -> None:
    scanner = stack(SHEETS)
    scanner.hold_sheet = 2
    stopped = threading.Event()

    def stop_when_asked() -> None:
        scanner.asked.wait(10)
        stopped.set()

    with serving(scanner) as address:
        request = ScanRequest(driver="escl", source=Source.FEEDER, device=address)
        pages = EsclDriver().scan(request, Watch(stopped, lambda _: None))
        next(pages)
        threading.Thread(target=stop_when_asked).start()
        assert list(pages) == []
        assert stopped.is_set()
        assert scanner.cancelled == [scanner.job]
