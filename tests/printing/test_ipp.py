"""The IPP client against a real IPP printer: ready, out of paper, jammed, open, refusing, slow, switched off."""

import threading
from dataclasses import replace
from time import monotonic

import pytest

from printing.forms import receipt
from printing.printers.ipp import TOOK_TOO_LONG, IppPrinter, Patience, list_queues
from printing.printers.ipp_message import Given, Group, Operation, Tag, decode, encode
from printing.printers.printer import PaperRefused, PrinterTrouble
from printing.printers.reasons import troubles
from tests.printing.conftest import StartPrinter
from tests.printing.people_and_papers import OFFICE, general
from tests.printing.stand_in_printer import COVER_OPENS, GIVES_UP, HANGS, JAMS, JAMS_FOR_A_WHILE, StandInPrinter

QUICK = Patience(answer_s=5, job_s=20, trouble_s=0.2, between_looks_s=0.02)
KEPT = "Bản in nằm trong hàng đợi; bấm F9 để in lại."


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return receipt.render(general(), OFFICE)


def test_a_ready_printer_prints_the_very_bytes(printer: StandInPrinter, pdf: bytes) -> None:
    client = IppPrinter(printer.address, QUICK)
    state = client.state()
    assert (state.ready, state.troubles, state.papers) == (True, (), ("A4", "A5"))
    outcome = client.watch(client.send(pdf, "Giấy tiếp nhận H26.19.103-260205-0042", 1, "A4"))
    assert (outcome.printed, outcome.note) == (True, "")
    assert printer.printed == [pdf]


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [(JAMS, "Máy in kẹt giấy."), (COVER_OPENS, "Nắp máy in đang mở."), (GIVES_UP, "Máy in đã bỏ lần in này.")],
    ids=["jam", "cover open", "given up"],
)
def test_a_fault_during_the_job_is_no_paper(printer: StandInPrinter, pdf: bytes, fault: str, sentence: str) -> None:
    printer.behave(fault)
    client = IppPrinter(printer.address, QUICK)
    outcome = client.watch(client.send(pdf, "Giấy tiếp nhận", 1, "A4"))
    assert (outcome.printed, outcome.note) == (False, f"{sentence} {KEPT}")
    assert printer.printed == []


def test_an_empty_tray_is_no_paper(printer: StandInPrinter, pdf: bytes) -> None:
    printer.run_out_of_paper()
    client = IppPrinter(printer.address, QUICK)
    outcome = client.watch(client.send(pdf, "Giấy tiếp nhận", 1, "A4"))
    assert (outcome.printed, outcome.note) == (False, f"Máy in hết giấy. Máy in đang chờ nạp giấy. {KEPT}")
    assert printer.printed == []


def test_a_jam_in_a_job_called_completed_leaves_the_paper_in_doubt(printer: StandInPrinter, pdf: bytes) -> None:
    """CUPS calls a jammed job completed, so what the printer said meanwhile decides (SCANNING.md 2e)."""
    printer.behave(JAMS_FOR_A_WHILE)
    client = IppPrinter(printer.address, Patience(trouble_s=10, between_looks_s=0.02))
    ticket = client.send(pdf, "Giấy tiếp nhận", 1, "A4")
    helper = threading.Timer(1.0, printer.lend_a_hand)
    helper.start()
    outcome = client.watch(ticket)
    helper.join()
    assert (outcome.printed, outcome.note) == (False, "Máy in kẹt giấy. Nếu giấy chưa ra, bấm F9 để in lại.")
    assert printer.printed == [pdf]


def test_a_second_tray_that_was_empty_before_does_not_spoil_the_job(printer: StandInPrinter, pdf: bytes) -> None:
    """Printers report an empty photo tray for months; a slip from the full tray is still a slip."""
    client = IppPrinter(printer.address, QUICK)
    ticket = client.send(pdf, "Giấy tiếp nhận", 1, "A4")
    outcome = client.watch(replace(ticket, known_troubles=("Máy in hết giấy.",)))
    assert (outcome.printed, outcome.note) == (True, "Máy in hết giấy.")


def test_a_job_that_hangs_is_cancelled_so_it_cannot_print_twice(printer: StandInPrinter, pdf: bytes) -> None:
    printer.behave(HANGS)
    client = IppPrinter(printer.address, Patience(job_s=0.2, between_looks_s=0.02))
    ticket = client.send(pdf, "Giấy tiếp nhận", 1, "A4")
    outcome = client.watch(ticket)
    assert outcome.note == f"{TOOK_TOO_LONG} {KEPT}"
    with pytest.raises(PrinterTrouble, match="đang bận"):
        client.send(pdf, "Giấy tiếp nhận", 1, "A4")


def test_a_printer_without_a5_offers_a4_before_anything_is_sent(start_printer: StartPrinter, pdf: bytes) -> None:
    printer = start_printer(only_a4=True)
    client = IppPrinter(printer.address, QUICK)
    with pytest.raises(PaperRefused, match="Máy in không có khổ A5") as refused:
        client.send(pdf, "Giấy tiếp nhận", 1, "A5")
    assert refused.value.offered == "A4"
    assert printer.printed == []


def test_a_printer_switched_off_says_so_at_once(printer: StandInPrinter, pdf: bytes) -> None:
    client = IppPrinter(printer.address, QUICK)
    printer.switch_off()
    began = monotonic()
    with pytest.raises(PrinterTrouble, match=r"^Máy in không trả lời\. Bản in nằm trong hàng đợi"):
        client.send(pdf, "Giấy tiếp nhận", 1, "A4")
    assert monotonic() - began < QUICK.answer_s


def test_a_printer_switched_off_in_the_middle(printer: StandInPrinter, pdf: bytes) -> None:
    printer.behave(HANGS)
    client = IppPrinter(printer.address, QUICK)
    ticket = client.send(pdf, "Giấy tiếp nhận", 1, "A4")
    plug = threading.Timer(0.1, printer.switch_off)
    plug.start()
    outcome = client.watch(ticket)
    plug.join()
    assert (outcome.printed, outcome.note) == (False, f"Máy in không trả lời. {KEPT}")


def test_something_else_at_that_address_is_no_printer(printer: StandInPrinter) -> None:
    wrong_path = IppPrinter(printer.address.replace("/ipp/print", "/elsewhere"), QUICK)
    with pytest.raises(PrinterTrouble):
        wrong_path.state()


@pytest.mark.parametrize("address", ["", "Quay", "http://localhost/printers/Quay", "ipp:///printers/Quay"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(PrinterTrouble, match="ipp://"):
        IppPrinter(address)


def test_a_queue_is_called_by_its_name() -> None:
    assert IppPrinter("ipp://localhost/printers/Qu%E1%BA%A7y%201").name == "Quầy 1"
    assert IppPrinter("ipp://10.0.0.5/ipp/print").name == "10.0.0.5"


def test_the_queues_of_a_cups_server(cups_port: int) -> None:
    queues = list_queues("localhost", cups_port)
    assert queues == tuple(f"ipp://localhost:{cups_port}/printers/{name}" for name in ("Quay_1", "Quay_2"))
    client = IppPrinter(queues[1], QUICK)
    assert (client.name, client.state().ready) == ("Quay_2", True)


def test_no_server_has_no_queues() -> None:
    assert list_queues("localhost", 9, timeout_s=1) == ()


def test_reasons_become_sentences_and_reports_do_not() -> None:
    reasons = ["none", "media-empty-error", "media-empty-warning", "toner-low-warning", "cover-open-report", "paused"]
    assert troubles(reasons) == ("Máy in hết giấy.", "Máy in đang tạm dừng.")


def test_the_bytes_of_a_request() -> None:
    """Worked by hand from RFC 8010 section 3."""
    message = encode(
        Operation.CANCEL_JOB, [Given(Tag.URI, "printer-uri", ("ipp://p",)), Given(Tag.INTEGER, "job-id", (7,))]
    )
    assert message[:4] == b"\x02\x00\x00\x08"
    assert message[8:] == (
        b"\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
        b"\x48\x00\x1battributes-natural-language\x00\x02vi"
        b"\x45\x00\x0bprinter-uri\x00\x07ipp://p"
        b"\x21\x00\x06job-id\x00\x04\x00\x00\x00\x07\x03"
    )


def test_the_bytes_of_an_answer_with_several_values() -> None:
    answer = decode(
        b"\x02\x00\x04\x0b\x00\x00\x00\x01\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
        b"\x04\x44\x00\x01m\x00\x02a4\x44\x00\x00\x00\x02a5\x22\x00\x01b\x00\x01\x01\x23\x00\x01s\x00\x04\x00\x00\x00\x05\x03"
    )
    assert (answer.status, answer.ok) == (0x040B, False)
    assert answer.group(Group.PRINTER) == {"m": ("a4", "a5"), "b": (True,), "s": (5,)}
    assert answer.group(Group.JOB) == {}


@pytest.mark.parametrize(
    "data", [b"", b"\x02\x00", b"<html>no printer here</html>", b"\x02\x00\x00\x00\x00\x00\x00\x01\x01"]
)
def test_bytes_that_are_no_answer(data: bytes) -> None:
    with pytest.raises(ValueError, match="IPP"):
        decode(data)
