"""Two printers at one desk: receipts on a roll, all else on sheets, and neither waits for the other."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from desktop.bridges.printer import choose_printer
from desktop.form_words import keep_words, read_words
from desktop.jobs import Failed, ImmediateJobs, Jobs
from desktop.print_room import PrintRoom
from desktop.slips import RECEIPT
from desktop.stage import Here
from dossiers.dossier import Appointment
from dossiers.errors import InvalidInput
from dossiers.office import Devices
from dossiers.people import Person
from dossiers.receive import Intake, receive
from dossiers.store.desk import Desk
from printing.printers.pdf_file import PdfFolder
from printing.printers.printer import PaperRefused, PrinterTrouble, Ticket
from printing.thermal import trial
from tests.desktop_screens.conftest import CLERK, OFFICE, Counter
from tests.printing.pdf_reading import read_pages
from tests.printing.thermal_listener import ThermalPrinter, listening

PDF = b"%PDF-1.4 not drawn here"
T = TypeVar("T")


class DeadPrinter(PdfFolder):
    """A printer that does not answer."""

    def send(self, document: bytes, title: str, copies: int, paper: str) -> Ticket:
        """No answer."""
        del document, title, copies, paper
        raise PrinterTrouble("Máy in không trả lời.")


class NoA5(PdfFolder):
    """A printer whose A5 tray was taken out, and that has no A4 either to put in its place."""

    def send(self, document: bytes, title: str, copies: int, paper: str) -> Ticket:
        """A5 is refused before anything is sent."""
        if paper == "A5":
            raise PaperRefused("Máy in không có khổ A5.", offered="Letter")
        return super().send(document, title, copies, paper)


def room_of(
    counter: Counter, devices: Devices, choose: Any = choose_printer, jobs: Jobs | None = None
) -> PrintRoom:
    counter.desk.set_devices(devices)
    here = Here(counter.desk.home, CLERK, OFFICE, devices)
    return PrintRoom(jobs or counter.jobs, counter.stage, here, choose)


def take_in(counter: Counter) -> None:
    taken = Intake(
        procedure_code="2.000815", owner=Person(name="Nguyễn Thị Thùy Dương", id_number="036186001234"), papers=(),
        fees=(), appointment=Appointment(due_at=None),
    )  # fmt: skip
    counter.slips.print(RECEIPT, counter.desk.do(receive, taken))


def states(counter: Counter) -> list[tuple[str, str]]:
    return [(job.paper, job.state.value) for job in reversed(counter.desk.prints.recent(9))]


def test_the_receipt_goes_to_the_roll_and_the_rest_to_the_sheets(counter: Counter, tmp_path: Path) -> None:
    machine = ThermalPrinter()
    with listening(machine) as port:
        devices = Devices(printer=str(tmp_path / "out"), receipt_roll="80mm", roll_printer=f"escpos://127.0.0.1:{port}")
        room = room_of(counter, devices)
        take_in(counter)
        counter.desk.prints.queue("day_sheet", None, "Đối soát", PDF)
        room.wake()
    assert states(counter) == [("80mm", "sent"), ("A4", "sent")]
    assert [slip.shape[1] for slip in machine.slips] == [576]
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["0001_Đối_soát.pdf"]


def test_a_dead_printer_of_sheets_keeps_no_slip_on_a_roll_waiting(counter: Counter, tmp_path: Path) -> None:
    devices = Devices(printer="sheets", receipt_roll="58mm", roll_printer=str(tmp_path / "rolls"))

    def choose(name: str) -> Any:
        return DeadPrinter(tmp_path) if name == "sheets" else choose_printer(name)

    room = room_of(counter, devices, choose)
    counter.desk.prints.queue("day_sheet", None, "Đối soát", PDF)
    take_in(counter)
    room.wake()
    assert states(counter) == [("A4", "failed"), ("58mm", "sent")]
    (slip,) = (tmp_path / "rolls").iterdir()
    assert slip.suffix == ".png"


def test_a_paper_the_printer_does_not_have_ends_nothing(counter: Counter, tmp_path: Path) -> None:
    room = room_of(counter, Devices(printer="sheets"), lambda _: NoA5(tmp_path / "out"))
    for paper in ("A5", "A4", "A5", "A4"):
        counter.desk.prints.queue("day_sheet", None, "Đối soát", PDF, paper=paper)
    room.wake()
    assert states(counter) == [("A5", "failed"), ("A4", "sent"), ("A5", "failed"), ("A4", "sent")]
    assert counter.stage.said == ["Máy in không có khổ A5."]


def test_slips_on_a_roll_wait_for_a_printer_of_rolls_and_that_is_said(counter: Counter, tmp_path: Path) -> None:
    room = room_of(counter, Devices(printer=str(tmp_path / "out"), receipt_roll="80mm"))
    take_in(counter)
    room.again()
    assert states(counter) == [("80mm", "queued")]
    assert counter.stage.said == ["Chưa chọn máy in. Phiếu vẫn được giữ trong hàng đợi."]


@pytest.mark.parametrize(
    ("fault", "words"),
    [({}, "đã in xong phiếu thử"), ({"paper_rows": 0}, "hết giấy"), ({"cover_open": True}, "Nắp máy in đang mở.")],
)
def test_a_trial_on_a_roll_answers_in_a_sentence(counter: Counter, fault: dict[str, Any], words: str) -> None:
    answers: list[tuple[str, bool]] = []
    with listening(ThermalPrinter(**fault)) as port:
        devices = Devices(receipt_roll="58mm", roll_printer=f"escpos://127.0.0.1:{port}")
        slip = trial.render(OFFICE, counter.clock(), width="58mm")
        room_of(counter, devices).try_roll(slip, lambda sentence, printed: answers.append((sentence, printed)))
    ((sentence, printed),) = answers
    assert words in sentence
    assert "hàng đợi" not in sentence
    assert printed == (not fault)
    assert counter.desk.prints.recent(1) == ()


class HeldJobs(ImmediateJobs):
    """Work for the pool waits until it is let go on, as on a machine that is busy."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.held: list[Callable[[], None]] = []

    def pool(self, fn: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.pool`."""
        self.held.append(lambda: super(HeldJobs, self).pool(fn, on_done, on_failed))

    def go_on(self) -> None:
        """One piece of work after another, those included that they ask for."""
        while self.held:
            self.held.pop(0)()


def test_a_trial_waits_for_the_round_that_the_change_of_printer_began(counter: Counter, tmp_path: Path) -> None:
    """Whoever chose a printer and pressed Thử was told now and then that it was printing another slip: it never was."""
    jobs, answers = HeldJobs(counter.desk), list[str]()
    room = room_of(counter, Devices(receipt_roll="80mm", roll_printer=str(tmp_path)), jobs=jobs)
    room.wake()
    room.wake()
    slip = trial.render(OFFICE, counter.clock(), width="80mm")
    room.try_roll(slip, lambda sentence, _: answers.append(sentence))
    jobs.go_on()
    assert ["đã in xong phiếu thử" in answer for answer in answers] == [True]
    assert [file.suffix for file in tmp_path.iterdir() if file.is_file()] == [".png"]


def test_the_offices_own_words_stand_on_its_receipt(counter: Counter) -> None:
    counter.desk.set_devices(replace(Devices(), paper="A5"))
    keep_words(counter.desk, '[[form]]\nslug = "receipt"\ntexts.bring = "Nhớ mang theo kính."\n'.encode())
    take_in(counter)
    (job,) = counter.desk.prints.waiting()
    assert "Nhớ mang theo kính." in read_pages(counter.desk.prints.pdf(job.id))[0].text


def test_a_broken_file_of_words_is_refused_with_its_line_and_the_former_one_stays(counter: Counter) -> None:
    keep_words(counter.desk, b'[[form]]\nslug = "receipt"\ntitle = "A"\n')
    with pytest.raises(InvalidInput) as refusal:
        keep_words(counter.desk, b'[[form]]\nslug = "receipt"\nTitle = "B"\n')
    assert refusal.value.facts["line"] == 3
    assert [entry.title for entry in read_words(counter.desk).entries] == ["A"]


def test_words_this_version_cannot_read_stop_no_slip(counter: Counter) -> None:
    counter.desk.set_setting("form_words", '[[form]]\nslug = "gone"\n')
    take_in(counter)
    assert counter.forms() == [RECEIPT]
    assert counter.stage.complaints == []
