"""Money at the counter: receipted in the same deed, less for some on a paper, later, or by a code on screen."""

from dataclasses import replace

import pytest

from desktop.screens.intake.form import Field
from desktop.screens.intake.money import Transfer
from desktop.theme.tokens import Tone
from dossiers.books import BookKind
from dossiers.dossier import PaymentMode
from dossiers.finance import Finance, finance_of, owed_vnd
from dossiers.status import Status
from dossiers.vietqr import BankAccount
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.intake_hands import BIRTH, Desk

ACCOUNT = BankAccount(bin="970436", number="0123456789", holder="UBND XA MY DUC", bank="Vietcombank")


@pytest.fixture
def desk(counter: Counter) -> Desk:
    """The intake of an office with a bank account."""
    counter.desk.set_office(replace(counter.desk.office, account=ACCOUNT))
    return Desk(counter)


@pytest.mark.parametrize("mode", [PaymentMode.CASH, PaymentMode.TRANSFER, PaymentMode.ONLINE])
def test_what_was_paid_gets_its_number_with_the_reception(desk: Desk, mode: PaymentMode) -> None:
    desk.copies()
    desk.presenter.sheet.pay_by(mode)
    taken = desk.finish()
    (receipt,) = taken.receipts
    assert (receipt.mode, receipt.total_vnd, receipt.payer) == (mode, 5_000, "Nguyễn Thị Thùy Dương")
    assert (receipt.entry.kind, receipt.entry.number) == (BookKind.INTERNAL_RECEIPTS, 1)
    assert (finance_of(taken), taken.status) == (Finance.PAID, Status.RECEIVED)
    assert desk.counter.forms() == ["receipt", "internal_receipt/2026-01--1"]


def test_who_pays_later_takes_a_code_along_and_no_receipt(desk: Desk) -> None:
    desk.copies()
    desk.presenter.sheet.pay_by(PaymentMode.LATER)
    taken = desk.finish()
    assert (taken.receipts, owed_vnd(taken)) == ((), 5_000)
    assert desk.counter.forms() == ["receipt", "fee_request"]


def test_an_office_without_an_account_prints_no_code(counter: Counter) -> None:
    desk = Desk(counter)
    desk.copies()
    desk.presenter.sheet.pay_by(PaymentMode.LATER)
    desk.finish()
    assert counter.forms() == ["receipt"]
    assert counter.stage.complaints == []


def test_nothing_due_is_nothing_taken(desk: Desk) -> None:
    taken = desk.take_in(BIRTH)
    assert (taken.receipts, desk.counter.forms()) == ((), ["receipt"])


def test_a_group_pays_less_on_the_paper_it_showed(desk: Desk) -> None:
    desk.copies()
    desk.presenter.sheet.exempt("ho_can_ngheo")
    assert desk.view.form.text(Field.REDUCTION_PAPER) == "Giấy chứng nhận hộ cận nghèo"
    assert desk.view.state.money.total == "2.500 ₫ (mức đủ 5.000 ₫)"
    taken = desk.finish()
    (fee,) = taken.fees
    assert (fee.amount_vnd, fee.full_vnd, fee.reduction_paper) == (2_500, 5_000, "Giấy chứng nhận hộ cận nghèo")
    assert fee.reduction == "giảm 50%: Người thuộc hộ cận nghèo"
    assert taken.receipts[0].total_vnd == 2_500


def test_who_is_exempt_pays_nothing_and_the_reason_stays(desk: Desk) -> None:
    desk.copies()
    desk.presenter.sheet.exempt("ho_ngheo")
    taken = desk.finish()
    assert (taken.payment, finance_of(taken), taken.receipts) == (PaymentMode.EXEMPT, Finance.EXEMPT, ())
    assert taken.fees[0].reduction == "miễn: Người thuộc hộ nghèo"


def test_nobody_pays_less_without_a_paper(desk: Desk) -> None:
    desk.copies()
    desk.presenter.sheet.exempt("ho_ngheo")
    desk.write(REDUCTION_PAPER="")
    assert desk.hint(Field.REDUCTION_PAPER) == ("Ghi giấy tờ chứng minh đã xem, rồi mới miễn, giảm.", Tone.BAD)
    desk.presenter.finish()
    assert desk.counter.desk.register.counts().total == 0
    assert desk.view.place is Field.REDUCTION_PAPER


def transfer(desk: Desk) -> Transfer | None:
    """The transfer on show."""
    return desk.view.state.money.transfer


def test_a_transfer_is_shown_as_a_code_until_it_is_put_away(desk: Desk) -> None:
    desk.copies()
    desk.presenter.sheet.pay_by(PaymentMode.TRANSFER)
    shown = transfer(desk)
    assert shown is not None
    assert (shown.amount, shown.purpose) == ("5.000 ₫", "Nguyen Thi Thuy Duong")
    assert "54045000" in shown.payload
    desk.presenter.sheet.count_paper(0, "copies", "2")
    grown = transfer(desk)
    assert grown is not None
    assert grown.amount == "10.000 ₫"
    desk.presenter.set_aside()
    assert transfer(desk) is None
    assert desk.view.form.text(Field.NAME) == "Nguyễn Thị Thùy Dương"


def test_no_code_is_shown_for_nothing_or_without_an_account(desk: Desk, counter: Counter) -> None:
    desk.presenter.sheet.pay_by(PaymentMode.TRANSFER)
    assert desk.view.state.money.transfer is None
    counter.desk.set_office(replace(counter.desk.office, account=None))
    poor = Desk(counter)
    poor.copies()
    poor.presenter.sheet.pay_by(PaymentMode.TRANSFER)
    assert poor.view.state.money.transfer is None


def test_undo_after_a_transfer_voids_its_receipt_and_keeps_the_number(desk: Desk) -> None:
    desk.copies()
    taken = desk.finish()
    assert desk.counter.stage.undo is not None
    desk.counter.stage.undo()
    undone = desk.counter.desk.register.get(taken.id)
    assert (undone.status, undone.fee_kept_vnd) == (Status.VOIDED, 0)
    assert [(receipt.entry.number, receipt.void_reason) for receipt in undone.receipts] == [(1, "hoàn tác")]
    assert desk.counter.forms() == []
    desk.presenter.finish()
    assert desk.newest().receipts[0].entry.number == 2
