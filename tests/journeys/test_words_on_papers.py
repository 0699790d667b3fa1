"""A paper found by its words: scanned, read in a quiet minute by the real programme, looked for, shown and marked."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.screens.scan.screen import ScanScreen
from dossiers.receive import receive
from dossiers.store.paper_text import ReadSoFar
from tests.journeys.driving import CounterTop
from tests.scanning.test_ocr import page
from tests.store.homes import intake

WORDS = "quyen su dung dat"


def file_a_paper(counter: CounterTop, folder: Path) -> None:
    """Bring one printed page into a dossier through the scan screen."""
    file = folder / "sổ đỏ.pdf"
    file.write_bytes(page())
    taken = counter.ask(lambda desk: desk.do(receive, intake()))
    counter.frame.open("scan", dossier_id=taken.id)
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, ScanScreen)
    screen.presenter.bring_in((str(file),))
    counter.until(lambda: not counter.session.scans.running and len(screen.presenter.pile.pages) == 1)
    counter.settle()
    counter.press(Qt.Key.Key_F10)
    counter.until(lambda: counter.frame.front == "dossier")
    counter.settle()


def test_a_paper_is_read_in_quiet_time_and_found_by_its_words(counter: CounterTop, tmp_path: Path) -> None:
    file_a_paper(counter, tmp_path)
    assert counter.ask(lambda desk: desk.paper_text.progress()) == ReadSoFar(0, 1)

    counter.session.papers.begin()
    counter.until(lambda: counter.ask(lambda desk: desk.paper_text.progress()) == ReadSoFar(1, 1))
    counter.settle()

    counter.frame.open("register", text=WORDS)
    counter.settle()
    way = next(
        button for button in counter.frame.front_screen.findChildren(QPushButton)
        if button.isVisible() and "trong giấy tờ đã quét" in button.text()
    )  # fmt: skip
    assert way.text() == f"1 hồ sơ có “{WORDS}” trong giấy tờ đã quét"
    way.click()
    counter.settle()
    counter.press(Qt.Key.Key_Return)
    counter.until(lambda: counter.frame.front == "dossier")
    counter.settle()
    said = [label.text() for label in counter.frame.front_screen.findChildren(QLabel) if label.isVisible()]
    assert any("thấy ở trang 1" in words for words in said), said
