"""Paper into the dossier through the real window, the real worker process and the real spool."""

from pathlib import Path

from PySide6.QtCore import Qt

from desktop.screens.scan.screen import ScanScreen
from tests.journeys.driving import CARD, CounterTop


def slip_of(counter: CounterTop, folder: Path) -> Path:
    """Take one dossier in and put its slip (two pages) into a folder as a file somebody brought."""
    counter.scan(CARD)
    counter.type("1")
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    file = folder / "giấy hẹn.pdf"
    file.write_bytes(counter.ask(lambda desk: desk.prints.pdf(desk.prints.waiting()[0].id)))
    return file


def bring_in(counter: CounterTop, file: Path) -> ScanScreen:
    """Import a file of two pages on the scan screen."""
    screen = counter.frame.front_screen
    assert isinstance(screen, ScanScreen)
    screen.presenter.bring_in((str(file),))
    counter.until(lambda: not counter.session.scans.running and len(screen.presenter.pile.pages) == 2)
    counter.settle()
    return screen


def test_pages_are_given_to_a_paper_by_its_number_and_saved(counter: CounterTop, tmp_path: Path) -> None:
    file = slip_of(counter, tmp_path)
    taken = counter.newest()
    counter.frame.open("dossier", dossier_id=taken.id)
    counter.settle()
    counter.press(Qt.Key.Key_F7)
    counter.settle()
    screen = bring_in(counter, file)
    counter.press(Qt.Key.Key_1)
    counter.press(Qt.Key.Key_1)
    assert screen.papers.item(0).text().startswith("1 · 2 trang")
    counter.press(Qt.Key.Key_F10)
    counter.until(lambda: counter.frame.front == "dossier")
    counter.settle()
    scans = counter.dossier(taken.code).scans
    assert [(scan.pages, scan.paper, scan.mime) for scan in scans] == [(2, 0, "application/pdf")]
    pdf = counter.ask(lambda desk: desk.files.get(scans[0].sha256))
    assert pdf.startswith(b"%PDF")
    assert counter.session.scans.kept() == []


def test_papers_scanned_during_an_intake_are_part_of_it(counter: CounterTop, tmp_path: Path) -> None:
    file = slip_of(counter, tmp_path)
    counter.scan(CARD)
    counter.type("2")
    counter.press(Qt.Key.Key_F7)
    counter.settle()
    bring_in(counter, file)
    counter.press(Qt.Key.Key_F10)
    counter.until(lambda: counter.frame.front == "intake")
    counter.settle()
    assert counter.line("Họ và tên người nộp").text() == "Nguyễn Thị Thùy Dương"
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert [scan.pages for scan in counter.newest().scans] == [2]
