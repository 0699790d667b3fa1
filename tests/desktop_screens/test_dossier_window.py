"""Every act of a dossier through the real window: its form is filled, F10 is pressed, and the journal has its line."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from desktop.i18n.translators import ENGLISH, VIETNAMESE, speak
from desktop.screens.dossier.screen import DossierScreen
from desktop.screens.giveback.screen import GivebackScreen
from desktop.theme.theme import Theme
from dossiers.certify import certify
from dossiers.deadlines import due
from dossiers.dossier import Dossier, FeeLine, Holder, PaperCheck, PaperLine, PaymentMode
from dossiers.financial_duty import demand_duty
from dossiers.hand_over import HandedOver, hand_over
from dossiers.journal import decode
from dossiers.people import Person, Sex
from dossiers.post import post_result
from dossiers.procedure import FeeKind
from dossiers.receive import Intake, receive
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from dossiers.store.vault import Vault
from dossiers.supplement import request_supplement
from dossiers.take_fee import take_fee
from dossiers.vietqr import BankAccount
from tests.journeys.driving import OFFICE, CounterTop, DeskClock, new_office
from tests.words_on_show import mnemonics_on, still_vietnamese

BIRTH, COPY = "1.001193", "2.000815"
OWNER = Person(
    name="Nguyễn Thị Thùy Dương", id_number="036186001234", birth_date=date(1986, 9, 2), sex=Sex.FEMALE,
    phone="0912345678", address="Thôn Đông Thượng, xã Mỹ Đức",
)  # fmt: skip
FEE = FeeLine(name="Lệ phí đăng ký khai sinh", kind=FeeKind.CHARGE, amount_vnd=8_000, confirmed_by="Trần Thị Hạnh")
ACCOUNT = BankAccount(bin="970436", number="0123456789", holder="UBND XA MY DUC", bank="Vietcombank")
SMALL = (1093, 582)


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    """The looks, put on once."""
    made = Theme(qapp)
    made.apply(dark=False)
    return made


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Vault]:
    """An empty office, made once."""
    folder = tmp_path_factory.mktemp("office") / "home"
    return folder, new_office(folder)


@pytest.fixture
def counter(
    qapp: QApplication, theme: Theme, home: tuple[Path, Vault], tmp_path: Path
) -> Iterator[CounterTop]:
    """A desk with its window; at the end no dialog and no menu was ever opened."""
    template, vault = home
    made = CounterTop(qapp, Path(shutil.copytree(template, tmp_path / "home")), vault, clock=DeskClock(), theme=theme)
    made.ask(lambda desk: desk.set_office(replace(OFFICE, account=ACCOUNT)))
    yield made
    assert not [widget for widget in qapp.topLevelWidgets() if isinstance(widget, QDialog | QMenu)]
    made.close()


def take_in(desk: Desk, now: datetime, code: str = BIRTH) -> Dossier:
    """A dossier with two papers and a fee still to be paid."""
    procedure = desk.catalogue.get(code, now.date())
    names = ("Tờ khai", "Giấy chứng sinh")
    copies = 1 if procedure.certification else 0
    papers = tuple(
        PaperLine(name=name, originals=1, check=PaperCheck.OK, copies=copies, pages=copies) for name in names
    )
    appointment = replace(due(procedure, now, desk.calendar), confirmed_by="Trần Thị Hạnh")
    intake = Intake(
        procedure_code=code, owner=OWNER, papers=papers, fees=(FEE,), payment=PaymentMode.LATER, appointment=appointment
    )
    return desk.do(receive, intake)


def open_dossier(counter: CounterTop, *before: Callable[[Desk, Dossier], object], code: str = BIRTH) -> Dossier:
    """A dossier on which something was done before, in front."""

    def prepare(desk: Desk) -> Dossier:
        taken = take_in(desk, counter.clock(), code)
        for act in before:
            act(desk, taken)
        return desk.register.get(taken.id)

    dossier = counter.ask(prepare)
    counter.frame.open("dossier", dossier_id=dossier.id)
    counter.settle()
    return dossier


def done(verb: Any, *args: object) -> Callable[[Desk, Dossier], object]:
    """An act done before."""
    return lambda desk, dossier: desk.do(verb, dossier.id, *args)


READY = done(make_result_ready)
SENT = done(post_result, "EB1", "Mỹ Đức")
ASKED = done(request_supplement, (PaperLine(name="Tờ khai", check=PaperCheck.NOT_OK),), "mờ")
GIVEN = done(hand_over, HandedOver(receiver=Holder(person="Lê Văn Tư")))
OWING = done(demand_duty, 1_200_000, "12/TB")
PAID = done(take_fee, PaymentMode.CASH)


@dataclass(frozen=True)
class Case:
    """One act: what was done before, what is typed into which part of the form, and the slips that go to the queue."""

    kind: str
    typed: dict[str, str]
    before: tuple[Callable[[Desk, Dossier], object], ...] = ()
    slips: tuple[str, ...] = ()
    code: str = BIRTH


CASES = (
    Case("supplement_requested", {"reason": "mờ"}, slips=("supplement",)),
    Case("duty_demanded", {"amount": "1.200.000", "basis": "12/TB"}),
    Case("duty_fulfilled", {"0": "Biên lai 77"}, (OWING,)),
    Case("handed_over", {"person": "Lê Văn Tư", "due": "16:00 25/11/2026"}, slips=("control_slip",)),
    Case("handed_over", {"office": "Công an xã"}, slips=("handover_sheet",)),
    Case("taken_over", {}, (GIVEN,)),
    Case("certified", {"0": "Lê Văn Ký"}, code=COPY),
    Case("result_ready", {"number": "12/2026", "issued": "23112026"}),
    Case("posted", {"0": "EB123456789VN"}, (READY,)),
    Case("post_came_back", {"0": "không có người nhận"}, (READY, SENT)),
    Case("refused", {"0": "không thuộc thẩm quyền"}, slips=("refusal",)),
    Case("withdrawn", {"0": "người dân xin rút"}),
    Case("stopped", {"0": "hồ sơ có tranh chấp", "2": "12/QĐ"}, slips=("stop_notice",)),
    Case("reopened", {"0": "ghi nhầm"}, (READY,)),
    Case("voided", {"0": "nhầm thủ tục"}),
    Case("apologised", {"reason": "chờ chữ ký"}, slips=("apology",)),
    Case("corrected", {"name": "Nguyễn Thị Dương"}),
    Case("noted", {"0": "gọi điện trước"}),
    Case("shelved", {"0": "Tủ B"}),
    Case("fee_taken", {}, slips=("internal_receipt/2026-01--1",)),
    Case("fee_voided", {"reason": "ghi sai tên"}, (PAID,)),
    Case("fee_refunded", {"reason": "được miễn"}, (PAID,)),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}{'-out' if 'office' in case.typed else ''}")
def test_an_act_goes_from_the_form_into_the_journal(counter: CounterTop, case: Case) -> None:
    dossier = open_dossier(counter, *case.before, code=case.code)
    screen = begin(counter, case.kind)
    form: Any = screen.forms.form
    assert form is not None
    letters = mnemonics_on(screen)
    assert sorted(set(letters)) == letters
    assert counter.focused().window() is counter.window
    for name, text in case.typed.items():
        (form.lines[int(name)] if name.isdigit() else getattr(form, name)).setText(text)
    if case.kind == "supplement_requested":
        form.papers[0].setChecked(True)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    ops = counter.ask(lambda desk: [decode(entry.line) for entry in desk.journal.of(dossier.id)])
    assert (ops[-1].kind, screen.forms.form, said_badly(counter)) == (case.kind, None, "")
    assert tuple(form for form, _ in counter.slips()) == case.slips


def said_badly(counter: CounterTop) -> str:
    """What the toast says if it is no success."""
    return counter.frame.said if counter.frame.said.startswith(("Chưa", "Không", "Phần mềm")) else ""


def begin(counter: CounterTop, kind: str) -> DossierScreen:
    """Choose an act, as button, sheet and palette do."""
    command = counter.frame.commands.find(f"dossier.{kind}")
    assert command is not None
    command.run()
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, DossierScreen)
    return screen


def test_papers_are_marked_one_by_one(counter: CounterTop) -> None:
    dossier = open_dossier(counter)
    screen = begin(counter, "paper_marked")
    form: Any = screen.forms.form
    form.boxes[1].setCurrentIndex(2)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert [paper.digital for paper in counter.dossier(dossier.code).papers] == ["0", "2"]


def test_a_fault_stands_under_its_field_with_the_cursor_there(counter: CounterTop) -> None:
    open_dossier(counter)
    screen = begin(counter, "handed_over")
    form: Any = screen.forms.form
    form.due.setText("32/13/2026")
    counter.press(Qt.Key.Key_F10)
    assert form._due.sentence == "Giờ và ngày gõ dạng 17:00 24/11/2026."
    form.due.clear()
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert counter.focused() is form.person
    assert screen.forms.form is form
    counter.press(Qt.Key.Key_Escape)
    assert screen.forms.form is None


def test_the_sheet_has_what_has_no_button_and_is_walked_by_keys(counter: CounterTop) -> None:
    open_dossier(counter)
    screen = counter.frame.front_screen
    assert isinstance(screen, DossierScreen)
    counter.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert screen.sheet.isVisible()
    assert counter.focused().accessibleName() == "Chờ nghĩa vụ tài chính"
    counter.press(Qt.Key.Key_Tab)
    assert counter.focused().accessibleName() == "Thu phí, lệ phí"
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    assert (screen.sheet.isVisible(), screen.forms.form is not None) == (False, True)
    counter.press(Qt.Key.Key_Escape)
    counter.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert counter.focused().accessibleName() == "Giấy hẹn"
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    assert [form for form, _ in counter.slips()] == ["receipt"]


def test_ctrl_z_takes_an_act_back(counter: CounterTop) -> None:
    dossier = open_dossier(counter)
    screen = begin(counter, "withdrawn")
    form: Any = screen.forms.form
    form.lines[0].setText("xin rút")
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert counter.dossier(dossier.code).ending is not None
    counter.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    counter.settle()
    assert counter.dossier(dossier.code).ending is None
    assert screen.word.text().startswith("ĐÃ TIẾP NHẬN")


def test_f10_pressed_twice_is_one_deed(counter: CounterTop) -> None:
    dossier = open_dossier(counter)
    begin(counter, "fee_taken")
    counter.press(Qt.Key.Key_F10)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert len(counter.dossier(dossier.code).receipts) == 1


def test_a_transfer_shows_a_code_that_reads_back(counter: CounterTop) -> None:
    from scanning.codes import read_codes
    from scanning.picture import decode as picture_of

    dossier = open_dossier(counter)
    screen = begin(counter, "fee_taken")
    form: Any = screen.forms.form
    assert not form.qr.isVisible()
    form.way.setCurrentIndex(1)
    counter.settle()
    file = counter.home / "qr.jpg"
    form.qr.grab().save(str(file))
    (reading,) = read_codes(picture_of(file.read_bytes()), lambda _: True)
    assert "0123456789" in reading.text
    assert "54048000" in reading.text
    assert dossier.code in reading.text
    form.slip.click()
    counter.settle()
    assert [form for form, _ in counter.slips()] == ["fee_request"]


def test_a_late_dossier_says_so_with_both_dates_and_its_reasons(counter: CounterTop) -> None:
    dossier = open_dossier(counter, ASKED)
    counter.clock.now = datetime(2026, 11, 25, 3, tzinfo=UTC)
    begin(counter, "supplement_received")
    counter.clock.now = datetime(2026, 11, 27, 3, tzinfo=UTC)
    counter.frame.open("dossier", dossier_id=dossier.id)
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, DossierScreen)
    assert "Quá hạn" in screen.word.text()
    assert screen.promises.text() == "hẹn lần đầu 17:00 23/11/2026"
    assert not screen.reasons.isVisible()
    screen.why.click()
    assert "Chờ bổ sung từ" in screen.reasons.text()
    assert screen.reasons.isVisible()


@pytest.mark.parametrize("kind", sorted({case.kind for case in CASES if not case.before and case.code == BIRTH}))
def test_every_form_fits_a_small_desk(counter: CounterTop, kind: str) -> None:
    open_dossier(counter)
    begin(counter, kind)
    least = counter.frame.minimumSizeHint()
    assert (least.width() <= SMALL[0], least.height() <= SMALL[1]) == (True, True), least


def test_signed_and_given_back_through_the_window(counter: CounterTop) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    dossier = open_dossier(counter, READY)
    counter.press(Qt.Key.Key_F6)
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, GivebackScreen)
    pad = screen.receiver.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    for across in range(50, 250, 10):
        QTest.mouseMove(pad, QPoint(across, 60 + across % 30))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(250, 60))
    screen.receiver.receipt.click()
    letters = mnemonics_on(screen)
    assert sorted(set(letters)) == letters
    counter.press(Qt.Key.Key_F10)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    returned = counter.dossier(dossier.code)
    assert returned.flags == ()
    assert returned.handover is not None
    png = counter.ask(lambda desk: desk.files.get(returned.handover.signature if returned.handover else ""))
    assert png.startswith(b"\x89PNG")
    assert [form for form, _ in counter.slips()] == ["result_receipt"]
    assert pad.png() == b""


@pytest.mark.parametrize("kind", sorted({case.kind for case in CASES if not case.before and case.code == BIRTH}))
def test_a_form_in_english_says_nothing_in_vietnamese_but_data(counter: CounterTop, kind: str) -> None:
    speak(counter.app, ENGLISH)
    try:
        dossier = open_dossier(counter)
        screen = begin(counter, kind)
        assert still_vietnamese(screen, [dossier, OFFICE, ACCOUNT]) == []
        letters = mnemonics_on(screen)
        assert sorted(set(letters)) == letters
    finally:
        speak(counter.app, VIETNAMESE)


def test_a_certified_paper_has_its_number_in_the_history(counter: CounterTop) -> None:
    open_dossier(counter, done(certify, "Lê Văn Ký"), code=COPY)
    screen = counter.frame.front_screen
    assert isinstance(screen, DossierScreen)
    told = [screen.tabs.deeds.index(row, 1).data() for row in range(screen.tabs.deeds.rowCount())]
    assert any("Vào sổ chứng thực: số 0001, quyển số 01/2026-SCT/BS" in words for words in told)
