"""What a clerk does all day, through the real window: take in, find by the slip, return."""

import shutil
from itertools import pairwise
from pathlib import Path
from time import perf_counter, thread_time

import pytest
from PySide6.QtCore import Qt, QTimer

from desktop.screens.intake.form import Field
from desktop.theme.theme import Theme
from dossiers.dossier import PaymentMode
from dossiers.status import Status
from printing.raster import png
from scanning.codes import read_codes
from scanning.picture import decode
from tests.journeys.driving import CARD, CounterTop, DeskClock

F10, ENTER = Qt.Key.Key_F10, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LONGEST_BEAT_MS = 50


def certified_copy(counter: CounterTop, pages: str = "3", copies: str = "2") -> str:
    """Card, pages, copies, F10; returns the code given out."""
    counter.scan(CARD)
    counter.type(pages)
    counter.press(ENTER)
    counter.type(copies)
    counter.press(F10)
    counter.settle()
    return counter.newest().code


def slip_texts(counter: CounterTop) -> set[str]:
    """What the codes of every queued slip say, read off its rendered pages."""
    pdfs = counter.ask(lambda desk: [desk.prints.pdf(job.id) for job in desk.prints.waiting()])
    pages = [decode(page) for pdf in pdfs for page in png(pdf, 200)]
    return {reading.text for page in pages for reading in read_codes(page, lambda _: True)}


def test_a_certified_copy_from_card_to_return(counter: CounterTop) -> None:
    counter.keys = 0
    code = certified_copy(counter)
    print(f"keystrokes of a certified copy after a card: {counter.keys}")
    assert counter.keys <= 10
    taken = counter.dossier(code)
    assert (taken.owner.name, taken.fee_total_vnd, taken.payment) == ("Nguyễn Thị Thùy Dương", 10_000, PaymentMode.CASH)
    assert [form for form, _ in counter.slips()] == ["receipt", "internal_receipt/2026-01--1"]
    slip = next(text for text in slip_texts(counter) if text == code)

    counter.scan(slip)
    assert counter.frame.front == "dossier"
    counter.press(Qt.Key.Key_R, CONTROL)
    counter.type("Tủ B, ngăn 4")
    counter.press(F10)
    counter.settle()
    assert counter.dossier(code).status is Status.RESULT_READY

    counter.frame.open("intake")
    counter.scan(slip)
    assert counter.frame.front == "giveback"
    counter.press(F10)
    counter.settle()
    returned = counter.dossier(code)
    assert returned.status is Status.RETURNED
    assert returned.handover is not None
    assert (returned.handover.name, returned.handover.slip_taken_back) == ("Nguyễn Thị Thùy Dương", True)


def test_any_intake_after_a_card_takes_at_most_45_keys(counter: CounterTop) -> None:
    counter.scan(CARD)
    counter.keys = 0
    counter.press(Qt.Key.Key_T, ALT)
    counter.keystrokes("khai sinh")
    counter.press(ENTER)
    counter.keystrokes("0912345678")
    counter.press(Qt.Key.Key_G, ALT)
    counter.press(F10)
    counter.settle()
    taken = counter.newest()
    assert counter.keys <= 45
    assert taken.procedure_code == "1.001193"
    assert taken.owner.phone == "0912345678"
    assert taken.papers
    assert all(paper.check == "ok" for paper in taken.papers)
    print(f"keystrokes of an ordinary intake after a card: {counter.keys}")


def test_an_intake_without_a_card_is_typed_by_keyboard_alone(counter: CounterTop) -> None:
    counter.keys = 0
    for text in ("036186001234", "02091986"):
        counter.keystrokes(text)
        counter.press(ENTER)
    counter.press(ENTER)  # the sex was read off the number
    for text in ("Nguyễn Thị Thùy Dương", "0912345678", "Thôn Đông Thượng, xã Mỹ Đức"):
        counter.keystrokes(text)
        counter.press(ENTER)
    counter.press(ENTER)  # past the mark and the name of the document
    counter.press(ENTER)
    counter.keystrokes("3")
    counter.press(F10)
    counter.settle()
    owner = counter.newest().owner
    assert (owner.id_number, owner.name, owner.sex) == ("036186001234", "Nguyễn Thị Thùy Dương", "Nữ")
    assert owner.birth_date is not None
    assert owner.birth_date.isoformat() == "1986-09-02"
    print(f"keystrokes of a typed certified copy: {counter.keys}")


def test_missing_papers_are_taken_conditionally_with_a_request(counter: CounterTop) -> None:
    counter.scan(CARD)
    choose(counter, "khai sinh")
    screen = counter.intake
    screen.papers.rows[0].mark.setFocus()
    counter.press(Qt.Key.Key_X)
    counter.press(F10)
    assert screen.choice.isVisible()
    assert counter.total() == 0
    counter.press(Qt.Key.Key_N)
    counter.settle()
    taken = counter.newest()
    assert (taken.status, taken.conditional) == (Status.AWAITING_SUPPLEMENT, True)
    assert [paper.name for paper in taken.supplements[0].papers] == [taken.papers[0].name]
    assert sorted(form for form, _ in counter.slips()) == ["receipt", "supplement"]

    counter.frame.open("dossier", dossier_id=taken.id)
    counter.settle()
    command = counter.frame.commands.find("dossier.supplement_received")
    assert command is not None
    counter.clock.now = counter.clock.now.replace(day=25)
    command.run()
    counter.settle()
    again = counter.dossier(taken.code)
    assert again.status is Status.RECEIVED
    assert taken.appointment.due_at is not None
    assert again.appointment.due_at is not None
    assert again.appointment.due_at > taken.appointment.due_at
    assert again.original_due_at == taken.appointment.due_at


def test_papers_not_taken_in_leave_a_guide_and_no_dossier(counter: CounterTop) -> None:
    counter.scan(CARD)
    choose(counter, "khai sinh")
    counter.intake.papers.rows[0].mark.setFocus()
    counter.press(Qt.Key.Key_X)
    counter.press(F10)
    counter.press(Qt.Key.Key_Escape)
    assert not counter.intake.choice.isVisible()
    assert counter.line("Họ và tên người nộp").text() == "Nguyễn Thị Thùy Dương"
    counter.press(F10)
    counter.press(Qt.Key.Key_B)
    counter.settle()
    assert counter.total() == 0
    assert [form for form, _ in counter.slips()] == ["guidance"]
    assert counter.line("Họ và tên người nộp").text() == ""


def test_a_draft_outlives_the_power(counter: CounterTop, theme: Theme, tmp_path: Path) -> None:
    """What lies on the disk in the middle of an intake is enough to go on with."""
    counter.keystrokes("036186001234")
    counter.until(lambda: counter.intake.saved.text() != "")
    disk = shutil.copytree(counter.home, tmp_path / "after")

    after = CounterTop(counter.app, disk, counter.vault, clock=DeskClock(), theme=theme)
    after.frame.open("intake")
    after.settle()
    assert after.intake.restore.text() == "Khôi phục bản nháp 10:42? (Alt+K)"
    after.press(Qt.Key.Key_K, ALT)
    after.settle()
    assert after.line("Số định danh / CCCD").text() == "036186001234"
    after.close()


def test_undo_voids_and_gives_the_text_back(counter: CounterTop) -> None:
    code = certified_copy(counter)
    assert counter.line("Họ và tên người nộp").text() == ""
    counter.press(Qt.Key.Key_Z, CONTROL)
    counter.settle()
    voided = counter.dossier(code)
    assert (voided.status, voided.void_reason) == (Status.VOIDED, "hoàn tác")
    assert "Giấy hẹn chưa in và sẽ không in nữa" in counter.frame.said
    assert counter.line("Họ và tên người nộp").text() == "Nguyễn Thị Thùy Dương"
    counter.press(F10)
    counter.settle()
    assert counter.newest().code == code.removesuffix("0001") + "0002"


def test_a_known_citizen_is_proposed_and_an_open_twin_shown(counter: CounterTop) -> None:
    code = certified_copy(counter)
    counter.keystrokes("036186001234")
    counter.settle()
    assert counter.intake.person.proposal.isVisible()
    assert code in counter.intake.others.text()
    counter.press(Qt.Key.Key_Tab)
    assert counter.line("Họ và tên người nộp").text() == "Nguyễn Thị Thùy Dương"
    counter.press(Qt.Key.Key_M, ALT)
    counter.settle()
    assert counter.frame.front == "dossier"
    assert counter.frame.front_screen.page.title.text() == code  # type: ignore[attr-defined]


def test_a_wrong_number_is_said_under_its_field_and_nothing_is_committed(counter: CounterTop) -> None:
    counter.keystrokes("03618600123")
    counter.press(ENTER)
    field = counter.intake.person.fields[Field.ID_NUMBER]
    assert field.sentence == "Số định danh phải có đúng 12 chữ số (đang có 11)."
    counter.press(F10)
    counter.settle()
    assert counter.total() == 0
    assert counter.focused() is field.editor


@pytest.mark.parametrize("typed", ["nguyen thi", "thuy duong", "0001", "036186001234"])
def test_the_register_finds_as_one_types(counter: CounterTop, typed: str) -> None:
    code = certified_copy(counter)
    counter.press(Qt.Key.Key_2, ALT)
    counter.settle()
    counter.keystrokes(typed)
    counter.settle()
    screen = counter.frame.front_screen
    model = screen.rows  # type: ignore[attr-defined]
    assert [model.index(line, 0).data() for line in range(model.rowCount())] == [code]
    counter.press(ENTER)
    counter.settle()
    assert counter.frame.front == "dossier"


def test_the_window_never_holds_its_breath(counter: CounterTop) -> None:
    """A 5 ms heartbeat through an intake: the window's own thread is never busy for 50 ms on end."""
    beats: list[tuple[float, float]] = []
    heart = QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append((thread_time(), perf_counter())))
    certified_copy(counter)  # the first one draws icons and fonts for the first time
    heart.start(5)
    for _ in range(3):
        certified_copy(counter)
    heart.stop()
    busy = max((late[0] - soon[0]) * 1000 for soon, late in pairwise(beats))
    print(f"longest busy stretch of the window's thread: {busy:.1f} ms over {len(beats)} beats")
    assert busy < LONGEST_BEAT_MS


def choose(counter: CounterTop, words: str) -> None:
    """Another procedure, by a few of its letters."""
    counter.press(Qt.Key.Key_T, ALT)
    counter.keystrokes(words)
    counter.press(ENTER)
    counter.settle()
