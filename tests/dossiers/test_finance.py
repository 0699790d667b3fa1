"""What is still owed, fee by fee, whatever was paid, voided and given back."""

from dataclasses import replace

import pytest

from dossiers.dossier import FeeLine, PaymentMode
from dossiers.finance import Finance, finance_of, owed_lines, owed_vnd
from dossiers.procedure import FeeKind
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.take_fee import refund_fee, take_fee, void_fee
from tests.store.homes import intake

CHARGE = FeeLine(name="Lệ phí đăng ký", kind=FeeKind.CHARGE, amount_vnd=8_000, confirmed_by="Trần Thị Hạnh")
COPIES = FeeLine(name="Phí cấp bản sao", kind=FeeKind.FEE, amount_vnd=4_000, confirmed_by="Trần Thị Hạnh")
WAIVED = FeeLine(name="Phí xác minh", kind=FeeKind.FEE, amount_vnd=0, full_vnd=5_000, reduction="miễn")


def test_a_fee_is_owed_until_a_receipt_that_stands_carries_it(desk: Desk) -> None:
    taken = desk.do(receive, replace(intake(), fees=(CHARGE, COPIES, WAIVED), payment=PaymentMode.LATER))
    assert (owed_lines(taken), owed_vnd(taken)) == ((CHARGE, COPIES), 12_000)
    paid = desk.do(take_fee, taken.id, PaymentMode.CASH, (CHARGE,))
    assert (finance_of(paid), owed_lines(paid)) == (Finance.PART_PAID, (COPIES,))
    voided = desk.do(void_fee, taken.id, paid.receipts[0].entry, "ghi sai")
    assert owed_lines(voided) == (CHARGE, COPIES)


def test_a_fee_given_back_is_owed_by_nobody(desk: Desk) -> None:
    taken = desk.do(receive, replace(intake(), fees=(CHARGE, CHARGE), payment=PaymentMode.LATER))
    paid = desk.do(take_fee, taken.id, PaymentMode.CASH)
    part = desk.do(refund_fee, taken.id, paid.receipts[0].entry, 3_000, "thu nhầm")
    assert (finance_of(part), owed_vnd(part)) == (Finance.PART_PAID, 0)
    whole = desk.do(refund_fee, taken.id, paid.receipts[0].entry, 13_000, "thu nhầm")
    assert (finance_of(whole), owed_vnd(whole)) == (Finance.REFUNDED, 0)


@pytest.mark.parametrize(("payment", "fees"), [(PaymentMode.EXEMPT, (CHARGE,)), (PaymentMode.CASH, ())])
def test_who_is_exempt_owes_nothing(desk: Desk, payment: PaymentMode, fees: tuple[FeeLine, ...]) -> None:
    taken = desk.do(receive, replace(intake(), fees=fees, payment=payment))
    assert owed_lines(taken) == ()
