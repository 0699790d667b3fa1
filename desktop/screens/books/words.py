"""What the books' screen says of books, numbers, receipts and counts: one tuple of words a row."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.i18n import t
from desktop.theme.tokens import Tone
from dossiers.books import BOOK_WORDS, BookKind
from dossiers.cash import Shift, difference_vnd, fee_sums
from dossiers.cash_count import CashCounted
from dossiers.clock import local, local_date, say_time
from dossiers.dossier import FeeReceipt, PaymentMode
from dossiers.fees import say_vnd
from dossiers.procedure import FeeKind

if TYPE_CHECKING:
    from desktop.book_asks import BookState, NumberRow, Recorded, Taken

BOOK_HEADINGS = ("Sổ", "Quyển số", "Từ số", "Đến số", "Số kế tiếp", "Còn lại")
NUMBER_HEADINGS = ("Số", "Lúc", "Hồ sơ", "Ghi chú")
RECEIPT_HEADINGS = ("Số", "Lúc", "Hồ sơ", "Người nộp", "Số tiền", "Hình thức", "Người thu", "Ghi chú")
COUNT_HEADINGS = ("Lúc", "Người đếm", "Đếm được", "Theo biên lai", "Chênh lệch", "Lý do")
MODES = {PaymentMode.CASH: "Tiền mặt", PaymentMode.TRANSFER: "Chuyển khoản", PaymentMode.ONLINE: "Trực tuyến"}
FEW_LEFT = 20
"""Registering a new series takes days: the clerk hears of it while there are still numbers."""


def number_words(kind: BookKind, number: int) -> str:
    """A number as its book writes it."""
    return f"{number:07d}" if kind is BookKind.FEE_RECEIPTS else f"{number:04d}"


def book_words(state: "BookState") -> tuple[str, ...]:
    """A row of the books."""
    book, left = state.book, state.left
    after = t("Hết số") if state.next_number is None else number_words(book.kind, state.next_number)
    return (
        t(BOOK_WORDS[book.kind]), book.cover, number_words(book.kind, book.first),
        number_words(book.kind, book.last) if book.last else "–", after, "–" if left is None else f"{left}",
    )  # fmt: skip


def newest(states: "Iterable[BookState]") -> "dict[BookKind, BookState]":
    """The book of each kind that numbers are drawn from."""
    found: dict[BookKind, BookState] = {}
    for state in states:
        found.setdefault(state.book.kind, state)
    return found


def running_out(states: "Iterable[BookState]") -> str:
    """A sentence for each book in use whose range is nearly used up; empty where there is none."""
    said = []
    for state in newest(states).values():
        if state.left is not None and state.left < FEW_LEFT:
            name = f"{t(BOOK_WORDS[state.book.kind])} {state.book.cover}"
            said.append(
                t("{book} chỉ còn {count} số. Đăng ký dải số mới rồi mở sổ tiếp.", book=name, count=state.left)
                if state.left else t("{book} đã hết số. Mở sổ tiếp theo.", book=name)
            )  # fmt: skip
    return " ".join(said)


def gap_words(gaps: tuple[str, ...]) -> tuple[str, Tone]:
    """Whether any number is missing."""
    if not gaps:
        return t("Không thiếu số nào."), Tone.OK
    return " ".join(gaps), Tone.BAD


def number_row(kind: BookKind, row: "NumberRow") -> tuple[str, ...]:
    """A row of a book's numbers."""
    remark = t("Bỏ số: {reason}", reason=row.spoiled) if row.spoiled else t("Đã hủy") if row.void else ""
    return number_words(kind, row.number), say_time(row.at), row.code or "–", remark


def number_tone(row: "NumberRow") -> Tone | None:
    """What deserves a second look."""
    return Tone.WARN if row.spoiled else Tone.HOLD if row.void else None


def of_one_day(shift: Shift) -> bool:
    """Whether its receipts need no date."""
    return local_date(shift.begun_at) == local_date(shift.ended_at)


def receipt_row(taken: "Taken", *, with_day: bool = False) -> tuple[str, ...]:
    """A row of the shift's receipts."""
    receipt = taken.receipt
    when = f"{local(receipt.at):%H:%M %d/%m}" if with_day else f"{local(receipt.at):%H:%M}"
    return (
        number_words(receipt.entry.kind, receipt.entry.number), when, taken.code.partition("-")[2], receipt.payer,
        say_vnd(receipt.total_vnd), t(MODES[receipt.mode]), receipt.by, _mark(receipt),
    )  # fmt: skip


def receipt_tone(receipt: FeeReceipt) -> Tone | None:
    """Void, or given back in part."""
    return Tone.BAD if receipt.voided_at else Tone.HOLD if receipt.refunds else None


def _mark(receipt: FeeReceipt) -> str:
    if receipt.voided_at:
        return t("Đã hủy: {reason}", reason=receipt.void_reason)
    back = sum(refund.amount_vnd for refund in receipt.refunds)
    return t("Đã hoàn {amount}", amount=say_vnd(back)) if back else ""


def totals(shift: Shift) -> tuple[tuple[str, str], ...]:
    """Captions and amounts: what came in by its kind, what went back, and what is left by the way it came."""
    sums = fee_sums(shift.standing)

    def came(kind: FeeKind) -> str:
        return say_vnd(sum(each.amount_vnd for each in sums if each.kind is kind))

    back = sum(payout.amount_vnd for payout in shift.payouts)
    return (
        (t("Phí đã thu"), came(FeeKind.FEE)), (t("Lệ phí đã thu"), came(FeeKind.CHARGE)),
        (t("Trả lại"), say_vnd(back)), *((t(words), say_vnd(shift.total_vnd(mode))) for mode, words in MODES.items()),
        (t("Còn lại"), say_vnd(shift.total_vnd())),
    )  # fmt: skip


def count_row(recorded: "Recorded") -> tuple[str, ...]:
    """A row of the former counts."""
    count: CashCounted = recorded.body
    return (
        say_time(recorded.at), recorded.actor, say_vnd(count.counted_vnd), say_vnd(count.expected_vnd),
        difference_words(difference_vnd(count))[0], count.reason,
    )  # fmt: skip


def difference_words(difference: int) -> tuple[str, Tone]:
    """How the till stands against the receipts."""
    if not difference:
        return t("Khớp"), Tone.OK
    word = t("Thừa {amount}") if difference > 0 else t("Thiếu {amount}")
    return word.format(amount=say_vnd(abs(difference))), Tone.WARN
