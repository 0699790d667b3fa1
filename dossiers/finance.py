"""The money of a dossier as a machine of its own: what is owed, taken and given back, whatever its business state."""

from enum import StrEnum

from dossiers.dossier import Dossier, FeeLine, PaymentMode


class Finance(StrEnum):
    """Where the money stands."""

    NOTHING_DUE = "nothing_due"
    EXEMPT = "exempt"
    DUE = "due"
    PART_PAID = "part_paid"
    PAID = "paid"
    REFUNDED = "refunded"


FINANCE_WORDS: dict[Finance, str] = {
    Finance.NOTHING_DUE: "Không thu",
    Finance.EXEMPT: "Được miễn",
    Finance.DUE: "Chưa thu",
    Finance.PART_PAID: "Thu một phần",
    Finance.PAID: "Đã thu",
    Finance.REFUNDED: "Đã hoàn",
}


def finance_of(dossier: Dossier) -> Finance:
    """Where a dossier's money stands; money given back in full counts as given back, not as never paid."""
    kept, due = dossier.fee_kept_vnd, dossier.fee_total_vnd
    if any(receipt.refunds for receipt in dossier.receipts) and not kept:
        return Finance.REFUNDED
    if kept:
        return Finance.PAID if kept >= due else Finance.PART_PAID
    if dossier.payment is PaymentMode.EXEMPT:
        return Finance.EXEMPT
    return Finance.DUE if due else Finance.NOTHING_DUE


def owed_lines(dossier: Dossier) -> tuple[FeeLine, ...]:
    """The fees still to be taken: those no standing receipt carries; none of a dossier exempt or paid back in full.

    What was given back on a receipt that stands is owed by nobody.
    """
    if finance_of(dossier) not in (Finance.DUE, Finance.PART_PAID):
        return ()
    paid = [line for receipt in dossier.receipts if not receipt.voided_at for line in receipt.lines]
    left = []
    for line in dossier.fees:
        if line in paid:
            paid.remove(line)
        elif line.amount_vnd:
            left.append(line)
    return tuple(left)


def owed_vnd(dossier: Dossier) -> int:
    """What is still to be taken, in dong."""
    return sum(line.amount_vnd for line in owed_lines(dossier))
