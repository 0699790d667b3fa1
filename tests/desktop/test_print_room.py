"""From the queue to paper: a folder prints, a dead printer holds up nobody, confirmed paper stays confirmed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.bridges.printer import choose_printer
from desktop.jobs import Failure, ImmediateJobs
from desktop.print_room import PrintRoom
from desktop.stage import Here
from dossiers.office import Devices
from dossiers.people import Clerk
from dossiers.store.desk import Desk
from dossiers.store.vault import unlock
from printing.printers.pdf_file import PdfFolder
from printing.printers.printer import PrinterState, PrinterTrouble, Ticket
from tests.desktop.conftest import ADMINISTRATOR, OFFICE, SECRET, HandClock

PDF = b"%PDF-1.4 not drawn here"


class Stage:
    """Notes what the clerk is told."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.opened: list[str] = []

    def toast(self, sentence: str, **_: Any) -> None:
        """Note it."""
        self.said.append(sentence)

    def complain(self, why: Failure) -> None:
        """Note it."""
        self.said.append(why.sentence)

    def counts_changed(self) -> None:
        """Nothing to refresh."""

    def open(self, screen: str, **_: Any) -> None:
        """Note it."""
        self.opened.append(screen)


class DeadPrinter(PdfFolder):
    """A printer that does not answer."""

    def state(self) -> PrinterState:
        """No answer."""
        raise PrinterTrouble("Máy in không trả lời. Bản in nằm trong hàng đợi; bấm F9 để in lại.")

    def send(self, pdf: bytes, title: str, copies: int, paper: str) -> Ticket:
        """No answer."""
        del pdf, title, copies, paper
        raise PrinterTrouble("Máy in không trả lời. Bản in nằm trong hàng đợi; bấm F9 để in lại.")


@pytest.fixture
def desk(home: Path, clock: HandClock) -> Any:
    """The open desk, without a window."""
    opened = Desk.open(home, unlock(home, ADMINISTRATOR, SECRET, clock), clock, ballast_bytes=0)
    yield opened
    opened.close()


def room_of(desk: Desk, stage: Stage, printer: Path | str, choose: Any = choose_printer) -> PrintRoom:
    here = Here(desk.home, Clerk(name=ADMINISTRATOR), OFFICE, replace(Devices(), printer=str(printer)))
    return PrintRoom(ImmediateJobs(desk), stage, here, choose)  # type: ignore[arg-type]


def states(desk: Desk) -> list[str]:
    return [job.state.value for job in desk.prints.recent(9)]


def test_everything_queued_is_printed_in_order(desk: Desk, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        desk.prints.queue("day_sheet", None, f"Đối soát {number}", PDF)
    room_of(desk, Stage(), tmp_path / "out").wake()
    assert states(desk) == ["sent", "sent", "sent"]
    assert [file.name[:4] for file in sorted((tmp_path / "out").iterdir())] == ["0001", "0002", "0003"]


def test_a_dead_printer_keeps_the_slip_and_says_what_to_press(desk: Desk, tmp_path: Path) -> None:
    desk.prints.queue("day_sheet", None, "Đối soát", PDF)
    stage = Stage()
    room_of(desk, stage, tmp_path, lambda _: DeadPrinter(tmp_path)).wake()
    assert states(desk) == ["failed"]
    assert "bấm F9" in stage.said[0]
    room_of(desk, stage, tmp_path / "out").again()
    assert states(desk) == ["sent"]


def test_without_a_printer_slips_wait(desk: Desk) -> None:
    desk.prints.queue("day_sheet", None, "Đối soát", PDF)
    room_of(desk, Stage(), "").wake()
    assert states(desk) == ["queued"]


def test_confirmed_paper_is_the_clerks_word(desk: Desk, tmp_path: Path) -> None:
    job, confirmed = desk.prints.queue("day_sheet", None, "Đối soát", PDF), []
    room = room_of(desk, Stage(), tmp_path)
    room.wake()
    room.confirm(desk.prints.get(job.id), lambda: confirmed.append(True))
    assert (states(desk), confirmed) == (["confirmed"], [True])
    room.retry(job.id)
    assert states(desk) == ["confirmed"]


def test_trying_a_printer_answers_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    answers: list[tuple[str, bool]] = []
    room = room_of(desk, Stage(), tmp_path)

    def say(sentence: str, ready: bool) -> None:
        answers.append((sentence, ready))

    room.test(str(tmp_path / "out"), say)
    room.test("", say)
    room_of(desk, Stage(), tmp_path, lambda _: DeadPrinter(tmp_path)).test("x", say)
    assert [ready for _, ready in answers] == [True, False, False]
    assert "sẵn sàng" in answers[0][0]
    assert "không trả lời" in answers[2][0]


def test_a_printer_the_system_does_not_have_is_named(qapp: QApplication, desk: Desk, tmp_path: Path) -> None:
    del qapp
    answers: list[str] = []
    room_of(desk, Stage(), tmp_path).test("Máy in phòng Tư pháp", lambda sentence, _: answers.append(sentence))
    assert "Máy in phòng Tư pháp" in answers[0]


@pytest.mark.parametrize("size", [(420, 595), (595, 420)])
def test_qprinter_draws_every_page_edge_to_edge(qapp: QApplication, tmp_path: Path, size: tuple[int, int]) -> None:
    """The bridge for printers of the system, shown on QPrinter's own PDF output."""
    del qapp
    import pypdfium2
    from PySide6.QtPrintSupport import QPrinter
    from reportlab.pdfgen.canvas import Canvas

    from desktop.bridges.qt_printer import draw

    source, target = tmp_path / "in.pdf", tmp_path / "out.pdf"
    canvas = Canvas(str(source), pagesize=size, initialFontName="Courier")
    for _ in range(2):
        canvas.rect(0, 0, *size, fill=1)
        canvas.showPage()
    canvas.save()
    printer = QPrinter()
    printer.setOutputFileName(str(target))
    draw(source.read_bytes(), printer, "Thử", 1, "A5")
    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == 2
    width, height = printed[0].get_size()
    assert sorted((round(width / 72 * 25.4), round(height / 72 * 25.4))) == [148, 210]
    assert (width > height) == (size[0] > size[1])
    corners = printed[0].render(scale=1).to_pil().convert("L")
    assert max(corners.getpixel(spot) for spot in ((2, 2), (corners.width - 3, corners.height - 3))) < 60
    printed.close()
