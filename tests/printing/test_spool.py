"""The spool over the real ledger: a dead printer loses nothing, a kill loses nothing, paper is counted once."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from dossiers.dossier import Dossier
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.prints import PrintJob
from printing.forms import receipt
from printing.printers.ipp import IppPrinter, Patience
from printing.printers.pdf_file import PdfFolder
from printing.printers.printer import Printer, PrinterTrouble, Ticket
from printing.spool import Spool, confirm
from tests.printing.conftest import StartPrinter
from tests.printing.pdf_reading import read_pages
from tests.printing.people_and_papers import OFFICE
from tests.printing.stand_in_printer import JAMS, StandInPrinter
from tests.store.homes import CHIEF, HandClock, intake, open_desk

ROOT = Path(__file__).parents[2]
QUICK = Patience(trouble_s=0.2, between_looks_s=0.02)
T = TypeVar("T")


def spool_to(desk: Desk, printer: Printer) -> Spool:
    """A spool whose questions are answered at once: the test's thread owns the desk."""

    def ask(question: Callable[[Desk], T]) -> T:
        return question(desk)

    return Spool(ask, printer)


def queue(desk: Desk, number: int, paper: str = "A4") -> PrintJob:
    """A queued paper that says its own number."""
    return desk.prints.queue("day_sheet", None, f"Bảng {number}", b"%%PDF-1.7 %d" % number, 1, paper)


def received(desk: Desk) -> Dossier:
    """A dossier taken in at this desk."""
    desk.set_office(OFFICE)
    return desk.do(receive, intake())


def queue_receipt(desk: Desk, dossier: Dossier) -> PrintJob:
    """The receipt as the dossier now stands, queued."""
    pdf = receipt.render(dossier, OFFICE, reprint=dossier.times_printed(receipt.SLUG))
    return desk.prints.queue(receipt.SLUG, dossier.id, f"Giấy tiếp nhận {dossier.code}", pdf)


def test_what_is_queued_is_printed_in_order_and_waits_for_the_clerk(desk: Desk, printer: StandInPrinter) -> None:
    jobs = [queue(desk, number) for number in (1, 2)]
    done = spool_to(desk, IppPrinter(printer.address, QUICK)).resume()
    assert [(job.id, job.state, job.note) for job in done] == [(job.id, "sent", "") for job in jobs]
    assert printer.printed == [b"%PDF-1.7 1", b"%PDF-1.7 2"]
    assert [job.state for job in desk.prints.waiting()] == ["sent", "sent"]
    assert spool_to(desk, IppPrinter(printer.address, QUICK)).resume() == ()


def test_what_is_withdrawn_while_another_prints_never_comes_out(desk: Desk, tmp_path: Path) -> None:
    dossier = received(desk)
    first, withdrawn, last = queue(desk, 1), queue_receipt(desk, dossier), queue(desk, 3)

    class Undoing(PdfFolder):
        """A printer during whose first job the clerk takes the reception back."""

        def send(self, pdf: bytes, title: str, copies: int, paper: str) -> Ticket:
            """See `Printer.send`."""
            desk.prints.withdraw(dossier.id)
            return super().send(pdf, title, copies, paper)

    done = spool_to(desk, Undoing(tmp_path / "out")).resume()
    assert [job.id for job in done] == [first.id, last.id]
    assert desk.prints.get(withdrawn.id).state == "withdrawn"


def test_a_dead_printer_is_asked_once_and_loses_nothing(
    desk: Desk, printer: StandInPrinter, start_printer: StartPrinter
) -> None:
    for number in (1, 2, 3):
        queue(desk, number)
    printer.switch_off()
    (failed,) = spool_to(desk, IppPrinter(printer.address, QUICK)).resume()
    assert failed.note == "Máy in không trả lời. Bản in nằm trong hàng đợi; bấm F9 để in lại."
    assert [job.state for job in desk.prints.waiting()] == ["failed", "queued", "queued"]
    another = start_printer()
    spool_to(desk, IppPrinter(another.address, QUICK)).print_again()
    assert another.printed == [b"%PDF-1.7 1", b"%PDF-1.7 2", b"%PDF-1.7 3"]
    assert [job.state for job in desk.prints.waiting()] == ["sent"] * 3


def test_a_jammed_slip_is_printed_again_with_the_same_bytes(
    desk: Desk, printer: StandInPrinter, start_printer: StartPrinter
) -> None:
    job = queue_receipt(desk, received(desk))
    printer.behave(JAMS)
    assert spool_to(desk, IppPrinter(printer.address, QUICK)).send(job).note.startswith("Máy in kẹt giấy.")
    mended = start_printer()
    (again,) = spool_to(desk, IppPrinter(mended.address, QUICK)).print_again()
    assert (again.id, again.state, again.reprint) == (job.id, "sent", 0)
    assert mended.printed == [desk.prints.pdf(job.id)]


def test_an_a5_slip_comes_out_on_a4_where_there_is_no_a5(desk: Desk, start_printer: StartPrinter) -> None:
    printer = start_printer(only_a4=True)
    done = spool_to(desk, IppPrinter(printer.address, QUICK)).send(queue(desk, 1, paper="A5"))
    assert (done.state, done.note) == ("sent", "Máy in không có khổ A5 nên in trên giấy A4.")
    assert printer.printed == [b"%PDF-1.7 1"]


def test_paper_is_marked_a_reprint_only_after_the_clerk_confirmed_it(desk: Desk, tmp_path: Path) -> None:
    dossier = received(desk)
    spool = spool_to(desk, PdfFolder(tmp_path / "out"))
    first = spool.send(queue_receipt(desk, dossier))
    second = spool.send(queue_receipt(desk, desk.register.get(dossier.id)))
    assert (first.reprint, second.reprint) == (0, 0)
    assert confirm(desk, second.id).state == "confirmed"
    assert confirm(desk, second.id).state == "confirmed"
    again = desk.register.get(dossier.id)
    assert again.times_printed("receipt") == 1
    third = spool.send(queue_receipt(desk, again))
    assert third.reprint == 1
    marks = ["IN LẠI LẦN 1" in read_pages(file.read_bytes())[0].text for file in sorted((tmp_path / "out").iterdir())]
    assert marks == [False, False, True]


def test_confirming_a_sheet_without_a_dossier(desk: Desk) -> None:
    job = queue(desk, 1)
    assert confirm(desk, job.id).state == "confirmed"
    assert desk.prints.waiting() == ()


CHILD = """
import sys
from pathlib import Path
from tests.printing.test_spool import queue
from tests.store.homes import CHIEF, SECRET, HandClock, open_desk
from dossiers.store import vault, vault_slots
vault_slots.STRETCHING = vault_slots.Stretching(memory_kib=64, passes=1, lanes=1)
home, clock = Path(sys.argv[1]), HandClock()
desk = open_desk(home, clock, vault.create_home(home, CHIEF, SECRET, clock))
desk.prints.mark(queue(desk, 1).id, "sent")
queue(desk, 2)
desk.prints.mark(queue(desk, 3).id, "failed", "Máy in không trả lời.")
print("queued", flush=True)
sys.stdin.read()
"""


def test_the_queue_survives_a_kill(tmp_path: Path) -> None:
    """kill -9 between queueing and sending: the next start prints exactly what never reached a printer."""
    home, out = tmp_path / "home", tmp_path / "out"
    command = [sys.executable, "-c", CHILD, str(home)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"queued\n"
        child.send_signal(signal.SIGKILL)
    desk = open_desk(home, HandClock())
    assert desk.clerk == CHIEF
    spool = spool_to(desk, PdfFolder(out))
    assert [job.state for job in spool.resume()] == ["sent"]
    assert [file.read_bytes() for file in sorted(out.iterdir())] == [b"%PDF-1.7 2"]
    spool.print_again()
    assert [file.read_bytes() for file in sorted(out.iterdir())] == [b"%PDF-1.7 2", b"%PDF-1.7 3"]
    desk.close()


def test_files_are_numbered_and_named_after_their_title(tmp_path: Path) -> None:
    folder = tmp_path / "phiếu"
    printer = PdfFolder(folder)
    assert printer.state().ready
    assert printer.name == "PDF → phiếu"
    printer.send(b"one", "Giấy tiếp nhận H26/../x", 1, "A4")
    PdfFolder(folder).send(b"two", "Giấy tiếp nhận H26/../x", 1, "A4")
    assert [(file.name, file.read_bytes()) for file in sorted(folder.iterdir())] == [
        ("0001_Giấy_tiếp_nhận_H26_.._x.pdf", b"one"),
        ("0002_Giấy_tiếp_nhận_H26_.._x.pdf", b"two"),
    ]


def test_a_folder_that_cannot_be_made_is_a_dead_printer(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    printer = PdfFolder(tmp_path / "file" / "folder")
    for ask in (printer.state, lambda: printer.send(b"one", "x", 1, "A4")):
        with pytest.raises(PrinterTrouble, match=r"thư mục in.*F9"):
            ask()
