"""The receipt printer's client against a real listener: every dot arrives, and no fault is ever called printed."""

import io
import os
import socket
import threading
import tty
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.prints import PrintState
from printing.forms.receipt import SLUG
from printing.printers import escpos
from printing.printers.escpos import EscposPrinter
from printing.printers.ipp import LOOK_FIRST, IppPrinter, Patience
from printing.printers.pdf_file import PdfFolder
from printing.printers.printer import KEPT_IN_QUEUE, PaperRefused, PrinterTrouble
from printing.spool import Spool, confirm
from printing.thermal import receipt
from scanning.codes import read_codes
from tests.printing.people_and_papers import OFFICE, general
from tests.printing.stand_in_printer import StandInPrinter
from tests.printing.thermal_listener import FULL_ROLL, ThermalPrinter, listening
from tests.store.homes import intake

QUICK = Patience(answer_s=2, job_s=10, trouble_s=0.05, between_looks_s=0.005)
HASTY = Patience(answer_s=0.2, job_s=0.1, trouble_s=0.05, between_looks_s=0.005)


@pytest.fixture
def machine() -> ThermalPrinter:
    """A printer with a full roll."""
    return ThermalPrinter()


@pytest.fixture
def address(machine: ThermalPrinter) -> Iterator[str]:
    with listening(machine) as port:
        yield f"escpos://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def slip() -> bytes:
    return receipt.render(general(), OFFICE)


def dots(slip: bytes) -> NDArray[np.bool_]:
    """What a head must burn."""
    return ~np.asarray(Image.open(io.BytesIO(slip)))


@pytest.mark.parametrize(("width", "symbologies"), [("80mm", {"QRCode", "Code128"}), ("58mm", {"QRCode"})])
def test_every_dot_arrives_and_the_codes_are_read(
    machine: ThermalPrinter, address: str, width: str, symbologies: set[str]
) -> None:
    slip = receipt.render(general(), OFFICE, width=width)
    printer = EscposPrinter(address, QUICK)
    outcome = printer.watch(printer.send(slip, "Giấy tiếp nhận", 1, width))
    assert (outcome.printed, outcome.note) == (True, "")
    (burnt,) = machine.slips
    assert burnt.tobytes() == dots(slip).tobytes()
    assert (machine.not_understood, machine.commands_in_pictures) == ([], 0)
    paper = np.pad(np.where(burnt, 0, 255).astype(np.uint8), 32, constant_values=255)
    read = {reading.symbology: reading.text for reading in read_codes(paper, lambda _: False)}
    assert set(read) == symbologies
    assert all(text.split("/")[0] == general().code for text in read.values())


def test_copies_are_cut_apart_and_all_of_them_waited_for(machine: ThermalPrinter, address: str, slip: bytes) -> None:
    printer = EscposPrinter(address, QUICK)
    assert printer.watch(printer.send(slip, "Giấy tiếp nhận", 3, "80mm")).printed
    assert [burnt.tobytes() for burnt in machine.slips] == [dots(slip).tobytes()] * 3


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"paper_rows": 0}, "Máy in hết giấy."),
        ({"cover_open": True}, "Nắp máy in đang mở."),
        ({"cutter_jammed": True}, "Dao cắt giấy của máy in bị kẹt."),
        ({"paper_rows": 0, "cover_open": True}, "Nắp máy in đang mở. Máy in hết giấy."),
    ],
    ids=["paper", "cover", "cutter", "cover and paper"],
)
def test_a_printer_in_trouble_is_sent_nothing(fault: dict[str, int], sentence: str, slip: bytes) -> None:
    machine = ThermalPrinter(**fault)  # type: ignore[arg-type]
    with listening(machine) as port:
        printer = EscposPrinter(f"escpos://127.0.0.1:{port}", QUICK)
        assert not printer.state().ready
        assert " ".join(printer.state().troubles) == sentence
        with pytest.raises(PrinterTrouble) as trouble:
            printer.send(slip, "Giấy tiếp nhận", 1, "80mm")
    assert str(trouble.value) == f"{sentence} {KEPT_IN_QUEUE}"
    assert (machine.burnt, machine.slips) == (0, [])


def test_paper_that_runs_out_in_the_middle_stops_the_slip(machine: ThermalPrinter, address: str, slip: bytes) -> None:
    machine.paper_rows = 500
    with pytest.raises(PrinterTrouble) as trouble:
        EscposPrinter(address, QUICK).send(slip, "Giấy tiếp nhận", 1, "80mm")
    assert str(trouble.value) == f"Máy in hết giấy. {escpos.PART} {KEPT_IN_QUEUE}"
    assert (machine.burnt, machine.slips) == (500, [])


def test_paper_that_runs_out_in_the_last_band_is_not_called_printed(
    machine: ThermalPrinter, address: str, slip: bytes
) -> None:
    """The last row comes out, the cut does not: only the clerk can tell whether the slip is whole."""
    machine.paper_rows = dots(slip).shape[0]
    with pytest.raises(PrinterTrouble, match=r"hết giấy\..*một phần"):
        EscposPrinter(address, QUICK).send(slip, "Giấy tiếp nhận", 1, "80mm")
    assert machine.slips == []


def test_a_cover_opened_after_the_last_band_leaves_the_slip_in_the_queue(
    machine: ThermalPrinter, address: str, slip: bytes
) -> None:
    def open_cover() -> None:
        machine.cover_open = True

    machine.on_cut = open_cover
    printer = EscposPrinter(address, QUICK)
    outcome = printer.watch(printer.send(slip, "Giấy tiếp nhận", 1, "80mm"))
    assert (outcome.printed, outcome.note) == (False, f"Nắp máy in đang mở. {escpos.PART} {KEPT_IN_QUEUE}")


def test_paper_loaded_while_we_watched_leaves_the_slip_in_doubt(
    machine: ThermalPrinter, address: str, slip: bytes
) -> None:
    """The printer came to its end, but not without a stop: whether the slip is whole only the clerk sees."""
    looks = 0

    def run_out() -> None:
        machine.paper_rows = 0

    def load_after_a_look() -> None:
        nonlocal looks
        looks += machine.paper_rows == 0
        if looks > 4:
            machine.paper_rows = FULL_ROLL

    machine.on_cut, machine.on_question = run_out, load_after_a_look
    printer = EscposPrinter(address, Patience(answer_s=2, between_looks_s=0.005))
    outcome = printer.watch(printer.send(slip, "Giấy tiếp nhận", 1, "80mm"))
    assert (outcome.printed, outcome.note) == (False, f"Máy in hết giấy. {LOOK_FIRST}")
    assert machine.slips[0].tobytes() == dots(slip).tobytes()


def test_a_nearly_empty_roll_is_told_and_stops_nothing(machine: ThermalPrinter, address: str, slip: bytes) -> None:
    machine.nearly_empty = True
    printer = EscposPrinter(address, QUICK)
    assert printer.state().ready
    outcome = printer.watch(printer.send(slip, "Giấy tiếp nhận", 1, "80mm"))
    assert (outcome.printed, outcome.note) == (True, "Cuộn giấy của máy in sắp hết.")


def test_a_printer_that_never_reports_is_not_called_printed(machine: ThermalPrinter, address: str, slip: bytes) -> None:
    machine.reports_in_turn = False
    printer = EscposPrinter(address, HASTY)
    outcome = printer.watch(printer.send(slip, "Giấy tiếp nhận", 1, "80mm"))
    assert (outcome.printed, outcome.note) == (False, escpos.NOT_REPORTED)
    assert outcome.note.endswith(LOOK_FIRST)


def test_a_printer_that_only_listens_is_sent_nothing(machine: ThermalPrinter, address: str, slip: bytes) -> None:
    machine.silent = True
    with pytest.raises(PrinterTrouble) as trouble:
        EscposPrinter(address, HASTY).send(slip, "Giấy tiếp nhận", 1, "80mm")
    assert str(trouble.value) == escpos.SILENT
    assert machine.burnt == 0


def test_a_printer_that_hangs_up_in_the_middle(machine: ThermalPrinter, address: str, slip: bytes) -> None:
    machine.hangs_up_after_rows = 480
    with pytest.raises(PrinterTrouble) as trouble:
        EscposPrinter(address, QUICK).send(slip, "Giấy tiếp nhận", 1, "80mm")
    assert str(trouble.value) == escpos.CUT_OFF
    assert (machine.burnt, machine.slips) == (480, [])


def test_a_printer_that_falls_silent_in_the_middle(machine: ThermalPrinter, address: str, slip: bytes) -> None:
    def fall_silent(row: int) -> None:
        machine.silent = row >= 480

    machine.on_row = fall_silent
    with pytest.raises(PrinterTrouble) as trouble:
        EscposPrinter(address, HASTY).send(slip, "Giấy tiếp nhận", 1, "80mm")
    assert str(trouble.value) == escpos.STOOD_STILL


def test_a_printer_switched_off_after_the_slip_was_sent(machine: ThermalPrinter, address: str, slip: bytes) -> None:
    machine.hangs_up_at = "\x1dr"
    printer = EscposPrinter(address, QUICK)
    outcome = printer.watch(printer.send(slip, "Giấy tiếp nhận", 1, "80mm"))
    assert (outcome.printed, outcome.note) == (False, escpos.LOST_AFTER)


def test_nobody_listens_there(slip: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(PrinterTrouble) as trouble:
        EscposPrinter(f"escpos://127.0.0.1:{port}", QUICK).send(slip, "Giấy tiếp nhận", 1, "80mm")
    assert str(trouble.value) == escpos.REFUSED


def test_a_printer_switched_off_answers_no_knock(slip: bytes) -> None:
    """A full waiting room drops every knock, as a printer without power does."""
    with socket.socket() as server, socket.socket() as first, socket.socket() as second:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        for knock in (first, second):
            knock.setblocking(False)
            knock.connect_ex(server.getsockname())
        with pytest.raises(PrinterTrouble) as trouble:
            EscposPrinter(f"escpos://127.0.0.1:{server.getsockname()[1]}", HASTY).send(slip, "x", 1, "80mm")
    assert str(trouble.value) == escpos.NOT_FOUND


@pytest.mark.parametrize("address", ["escpos://", "escpos:lp0", "ipp://printer", "escpos://printer:many"])
def test_an_address_that_means_nothing_is_refused(address: str) -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        EscposPrinter(address)
    assert str(trouble.value) == escpos.WRONG_ADDRESS


@pytest.mark.parametrize("paper", ["A4", "58mm"])
def test_what_was_made_for_other_paper_is_refused(
    machine: ThermalPrinter, address: str, slip: bytes, paper: str
) -> None:
    for document in (b"%PDF-1.7", slip[:400], slip):
        with pytest.raises(PaperRefused, match="80 mm và 58 mm"):
            EscposPrinter(address, QUICK).send(document, "x", 1, paper)
    assert machine.burnt == 0


def test_a_slip_goes_through_the_queue(desk: Desk, machine: ThermalPrinter, address: str) -> None:
    """Queued, sent, confirmed in hand; the next one is marked a reprint and burnt so."""
    desk.set_office(OFFICE)
    dossier = desk.do(receive, intake())

    def print_slip() -> PrintState:
        now = desk.register.get(dossier.id)
        slip = receipt.render(now, OFFICE, width="58mm", reprint=now.times_printed(SLUG))
        job = desk.prints.queue(SLUG, dossier.id, "Giấy tiếp nhận", slip, paper="58mm")
        (sent,) = Spool(lambda question: question(desk), EscposPrinter(address, QUICK)).resume()
        assert machine.slips[-1].tobytes() == dots(slip).tobytes()
        confirm(desk, job.id)
        return sent.state

    assert [print_slip(), print_slip()] == [PrintState.SENT, PrintState.SENT]
    first, second = machine.slips
    assert second.shape[0] > first.shape[0]


def test_a_folder_takes_slips_as_pictures(tmp_path: Path, slip: bytes) -> None:
    folder = PdfFolder(tmp_path)
    assert "80mm" in folder.state().papers
    folder.send(slip, "Giấy tiếp nhận", 1, "80mm")
    folder.send(b"%PDF-1.7", "Bảng ngày", 1, "A4")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["0001_Giấy_tiếp_nhận.png", "0002_Bảng_ngày.pdf"]


def test_a_printer_of_sheets_refuses_a_slip(printer: StandInPrinter, slip: bytes) -> None:
    with pytest.raises(PaperRefused, match="không có khổ 80mm"):
        IppPrinter(printer.address, QUICK).send(slip, "Giấy tiếp nhận", 1, "80mm")
    assert printer.printed == []


def test_a_printer_on_a_device_file(machine: ThermalPrinter, slip: bytes) -> None:
    """A pseudo terminal stands for /dev/usb/lp0: bytes both ways, no address."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    with open(ours, "rb", buffering=0) as read:  # noqa: PTH123

        def obey() -> None:
            with io.BufferedReader(read) as whole, pytest.raises(OSError):
                machine.serve(whole, lambda data: os.write(ours, data))

        worker = threading.Thread(target=obey)
        worker.start()
        printer = EscposPrinter(f"escpos:{os.ttyname(theirs)}", QUICK)
        outcome = printer.watch(printer.send(slip, "Giấy tiếp nhận", 1, "80mm"))
        os.close(theirs)
        worker.join(timeout=10)
    assert outcome.printed
    assert machine.slips[0].tobytes() == dots(slip).tobytes()


def test_a_device_file_that_is_not_there(tmp_path: Path, slip: bytes) -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        EscposPrinter(f"escpos:{tmp_path}/lp0", QUICK).send(slip, "x", 1, "80mm")
    assert str(trouble.value) == escpos.NO_DEVICE
