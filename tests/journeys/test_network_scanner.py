"""A network scanner at the counter: found by its address, jammed in mid-stack, gone on with, and four pages kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from desktop.screens.scan.screen import ScanScreen
from scanning.drivers.escl_address import parse_address
from scanning.picture import decode
from tests.journeys.driving import CounterTop
from tests.scanning.escl_machine import FaultyScanner, Trouble, stack
from tests.scanning.escl_server import serving
from tests.scanning.sheets import number_of, sheet

SHEETS = [sheet(number, width_mm=148, height_mm=210) for number in (1, 2, 3, 4)]


def scan_screen(counter: CounterTop) -> ScanScreen:
    """The scan screen in front, aimed at an intake's papers."""
    counter.frame.open("scan", papers=("Tờ khai", "Bản chính"))
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, ScanScreen)
    return screen


def until_still(counter: CounterTop) -> None:
    """Let the scanner run to its end."""
    counter.until(lambda: not counter.session.scans.running)
    counter.settle()


def numbers(counter: CounterTop) -> list[int]:
    """The sheets that lie in the spool."""
    scans = counter.session.scans
    return [number_of(scans.read_page(page)) for page in scans.kept()]


@pytest.mark.parametrize(
    ("trouble", "sheet_again", "said"),
    [
        (Trouble.JAM, 0, "Máy quét bị kẹt giấy. 2 trang đã giữ. Gỡ tờ kẹt, đặt lại từ tờ đó rồi bấm Quét tiếp."),
        (Trouble.GARBAGE, 3, (
         "Ảnh của tờ vừa quét bị hỏng nên không được nhận. Đó là tờ của trang 3. 2 trang đã giữ. "
         "Đặt lại đúng tờ đó rồi bấm Quét tiếp.")),
    ],
)  # fmt: skip
def test_a_stack_that_stops_says_why_and_goes_on_with_one_key(
    counter: CounterTop, trouble: Trouble, sheet_again: int, said: str
) -> None:
    scanner = stack(SHEETS, sheet_3=[trouble])
    with serving(scanner) as address:
        counter.here.devices = replace(counter.here.devices, scanner=address)
        screen = scan_screen(counter)
        counter.press(Qt.Key.Key_F7)
        until_still(counter)
        assert screen.fault.isVisible()
        assert screen.fault.words.text() == said
        scanner.clear(*SHEETS[sheet_again - 1 : sheet_again])
        counter.press(Qt.Key.Key_F7)
        until_still(counter)
    assert not screen.fault.isVisible()
    assert numbers(counter) == [1, 2, 3, 4]
    assert screen.said.text() == "Đã quét 2 trang."
    uuid = parse_address(counter.here.devices.scanner).uuid
    assert uuid == scanner.uuid, "the desk remembers who it was, for the day its address changes"


def test_the_profile_decides_how_the_paper_is_scanned(counter: CounterTop) -> None:
    scanner = FaultyScanner(tray=SHEETS[:2], glass=sheet(5, width_mm=110, height_mm=80, dpi=300))
    with serving(scanner) as address:
        counter.here.devices = replace(counter.here.devices, scanner=address)
        screen = scan_screen(counter)
        choose(screen.machine.profile, "Thẻ căn cước")
        counter.press(Qt.Key.Key_F7)
        until_still(counter)
        choose(screen.machine.profile, "Giấy tờ hai mặt")
        counter.press(Qt.Key.Key_F7)
        until_still(counter)
    glass, feeder = (ticket.decode() for ticket in scanner.tickets)
    assert "<pwg:InputSource>Platen<" in glass
    assert "<pwg:Width>1299<" in glass
    assert "<pwg:InputSource>Feeder<" in feeder
    assert "<scan:Duplex>true<" in feeder
    [card, *_] = counter.session.scans.kept()
    assert decode(counter.session.scans.read_page(card)).shape[1] == card.width_px
    assert len(screen.presenter.pile.pages) == 3


def choose(box: QComboBox, words: str) -> None:
    """Choose from a list as a clerk does."""
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def test_a_typed_address_becomes_the_scanner_of_the_desk(counter: CounterTop) -> None:
    with serving(FaultyScanner(tray=list(SHEETS))) as address:
        screen = scan_screen(counter)
        assert screen.machine.scanner.currentText() == "Chưa có máy quét"
        screen.presenter.machine.find(address)
        counter.until(lambda: screen.presenter.machine.finding is None)
        counter.settle()
        assert screen.machine.scanner.currentText() == "Máy quét thử"
        counter.press(Qt.Key.Key_F7)
        until_still(counter)
    assert len(screen.presenter.pile.pages) == 4
    kept = counter.ask(lambda desk: desk.devices)
    assert list(kept.scanners.values()) == ["Máy quét thử"]
    assert kept.scanner in kept.scanners
