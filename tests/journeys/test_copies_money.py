"""The intake's rarer ways through the real window: a code to pay by, less to pay, a refusal, papers used again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.screens.intake.form import Field
from dossiers.dossier import Agency, Channel, Digital, PaymentMode
from dossiers.status import Status
from dossiers.vietqr import BankAccount, payload
from scanning.codes import read_codes
from scanning.picture import decode
from tests.journeys.copies import at_once, forms_of
from tests.journeys.driving import CARD, CounterTop

F10, ENTER = Qt.Key.Key_F10, Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier
ACCOUNT = BankAccount(bin="970436", number="0123456789", holder="UBND XA MY DUC", bank="Vietcombank")


@pytest.fixture
def rich(counter: CounterTop) -> CounterTop:
    """A counter whose office takes transfers and does copies at once."""
    counter.ask(lambda desk: desk.set_office(replace(desk.office, account=ACCOUNT)))
    at_once(counter)
    return counter


def choose_payment(counter: CounterTop, mode: PaymentMode) -> None:
    """By the arrow keys, as far as it is."""
    box = counter.intake.papers.money.payment
    box.setFocus()
    while box.currentData() != mode:
        before = box.currentIndex()
        counter.press(Qt.Key.Key_Down)
        assert box.currentIndex() != before, "there is no such way of paying"
    counter.settle()


def test_the_code_on_the_screen_reads_as_the_transfer(rich: CounterTop, tmp_path: Path) -> None:
    rich.scan(CARD)
    rich.keystrokes("3")
    choose_payment(rich, PaymentMode.TRANSFER)
    panel = rich.intake.transfer
    assert panel.isVisible()
    assert panel.rect().contains(panel.code.geometry())
    picture = tmp_path / "code.png"
    assert panel.code.grab().toImage().convertToFormat(QImage.Format.Format_RGB888).save(str(picture))
    (reading,) = read_codes(decode(picture.read_bytes()), lambda _: True)
    assert reading.text == payload(ACCOUNT, 5_000, "Nguyen Thi Thuy Duong")
    rich.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert rich.line("Họ và tên người nộp").text() == "Nguyễn Thị Thùy Dương"
    rich.press(F10)
    rich.settle()
    (receipt,) = rich.newest().receipts
    assert (receipt.mode, receipt.total_vnd) == (PaymentMode.TRANSFER, 5_000)


def test_the_code_goes_with_the_citizen(rich: CounterTop) -> None:
    rich.scan(CARD)
    rich.keystrokes("3")
    choose_payment(rich, PaymentMode.TRANSFER)
    rich.press(F10)
    rich.settle()
    assert not rich.intake.transfer.isVisible()
    assert rich.intake.papers.money.payment.currentData() == PaymentMode.CASH


def test_who_is_poor_pays_nothing_by_keys_alone(rich: CounterTop) -> None:
    rich.scan(CARD)
    rich.keystrokes("3")
    rich.press(Qt.Key.Key_E, ALT)
    box = rich.intake.papers.money.group
    assert rich.focused() is box
    while "hộ nghèo" not in box.currentText():
        rich.press(Qt.Key.Key_Down)
    rich.press(F10)
    rich.settle()
    done = rich.newest()
    assert (done.status, done.payment, done.receipts) == (Status.RETURNED, PaymentMode.EXEMPT, ())
    assert done.fees[0].reduction_paper == "Giấy chứng nhận hộ nghèo"
    assert forms_of(rich) == ["receipt"]
    assert not box.isVisible()


def test_a_refusal_leaves_a_paper_and_no_dossier(counter: CounterTop) -> None:
    counter.scan(CARD)
    click(counter, "Không tiếp nhận")
    assert counter.focused() is counter.intake.refusal.reason
    counter.type("Không thuộc thẩm quyền của xã.")
    counter.press(ENTER)
    counter.settle()
    assert (counter.total(), forms_of(counter)) == (0, ["refusal"])
    assert "Không tiếp nhận" in counter.frame.said
    assert counter.line("Họ và tên người nộp").text() == ""


def test_another_office_decides_and_a_paper_is_used_again(counter: CounterTop) -> None:
    counter.scan(CARD)
    counter.press(Qt.Key.Key_T, ALT)
    counter.keystrokes("khai sinh")
    counter.press(ENTER)
    counter.settle()
    counter.press(Qt.Key.Key_A, ALT)
    counter.press(Qt.Key.Key_Down)
    click(counter, "+ Cơ quan khác")
    counter.type("Sở Tư pháp")
    counter.press(Qt.Key.Key_G, ALT)
    counter.intake.papers.rows[1].mark.setFocus()
    counter.press(Qt.Key.Key_D)
    counter.press(Qt.Key.Key_D)
    counter.press(F10)
    counter.settle()
    taken = counter.newest()
    assert (taken.channel, taken.deciding) == (Channel.ONLINE, Agency(name="Sở Tư pháp"))
    assert taken.papers[1].digital is Digital.REUSED
    assert not counter.intake.person.fields[Field.DECIDING].isVisible()


def click(counter: CounterTop, words: str) -> None:
    """The link with these words."""
    person = counter.intake.person
    links = (person.refuse, *person.add.values())
    link = next(each for each in links if each.text().replace("&", "") == words)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    counter.settle()
