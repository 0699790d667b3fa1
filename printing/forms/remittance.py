"""Bảng kê nộp tiền: a shift's receipts, sums and counted notes, handed with the cash to the accountant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiers.amount_words import in_words
from dossiers.books import BOOK_WORDS, BookEntry
from dossiers.cash import DENOMINATIONS_VND, NumberRange, Shift, difference_vnd, fee_sums, number_ranges
from dossiers.cash_count import CashCounted
from dossiers.clock import local_date, say_time
from dossiers.dossier import FeeReceipt, PaymentMode
from dossiers.office import Office
from dossiers.procedure import FeeKind
from printing.blocks import Amount, Cell, Column, Signature, fact, line, ruled_table
from printing.forms.receipt import PAYMENTS
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4
from printing.slip import signed_by, slip
from printing.typography import plain, slanted, strong
from printing.words import money

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "remittance"

BOOKS = (
    Column("Quyển", 0.4), Column("Từ số", 0.14), Column("Đến số", 0.14), Column("Số tờ", 0.1), Column("Hủy", 0.1),
    Column("Không dùng", 0.12),
)  # fmt: skip
FEES = (Column("Loại", 0.12), Column("Tên khoản thu", 0.48), Column("Số biên lai", 0.15), Column("Số tiền", 0.25))
CORRECTIONS = (Column("Số", 0.22), Column("Việc, lý do", 0.43), Column("Cách trả", 0.15), Column("Số tiền", 0.2))
MODES = (Column("Hình thức", 0.75), Column("Số tiền", 0.25))
NOTES = (Column("Mệnh giá, đồng", 0.18), Column("Số tờ", 0.12), Column("Thành tiền", 0.2)) * 2

KINDS = {FeeKind.FEE: "Phí", FeeKind.CHARGE: "Lệ phí"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remittance:
    """What one clerk hands in: the shift as its receipts tell it, and the cash as counted."""

    shift: Shift
    count: CashCounted
    desk: str
    clerk: str
    accountant: str = ""


def render(sheet: Remittance, office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF on A4, to be signed by both."""
    shift = sheet.shift
    day = local_date(shift.ended_at)
    texts = overrides.of(SLUG, office, day)
    payer = Signature(texts.say("payer"), sheet.clerk)
    accountant = Signature(texts.say("accountant"), sheet.accountant)
    body = [
        *_numbers(shift),
        *_fees(shift),
        *_corrections(shift),
        *_modes(shift),
        *_notes(sheet.count),
        *_handed_in(sheet.count),
    ]
    span = f"{sheet.desk}, từ {say_time(shift.begun_at)} đến {say_time(shift.ended_at)}"
    copy = slip(texts, day, A4, body, signed_by(A4, payer, accountant), below=span)
    return bind([copy], A4, f"{texts.form.title} {day.isoformat()}", training=office.training)


def _numbers(shift: Shift) -> list[Flowable]:
    """Which numbers were used, book by book; an unused one is named, for the accountant asks after it."""
    rows = [_number_row(each, shift) for each in number_ranges(shift.receipts)]
    if not rows:
        return [line(f"{strong('1. Số đã dùng.')} Trong ca không có biên lai nào.", A4)]
    return [line(strong("1. Số đã dùng"), A4), ruled_table(BOOKS, rows, A4)]


def _number_row(used: NumberRange, shift: Shift) -> tuple[Cell, ...]:
    of_book = [each for each in shift.receipts if _book(each.entry) == _book(used.book)]
    void = sum(each in shift.voided for each in of_book)
    missing = ", ".join(str(number) for number in used.missing) or "–"
    return (plain(_book(used.book)), used.first, used.last, len(of_book), void, missing)


def _book(entry: BookEntry) -> str:
    """A book as the sheet names it: 'Biên lai thu phí, lệ phí 01/2026, AA-26P'."""
    name = f"{BOOK_WORDS[entry.kind]} {entry.volume}/{entry.year}"
    return f"{name}, {entry.symbol}" if entry.symbol else name


def _fees(shift: Shift) -> list[Flowable]:
    """What came in for each fee, phí and lệ phí summed apart; voided receipts are not in it."""
    rows: list[tuple[Cell, ...]] = []
    sums = fee_sums(shift.standing)
    for kind, word in KINDS.items():
        of_kind = [each for each in sums if each.kind is kind]
        rows += [(word, plain(each.name), each.receipts, Amount(each.amount_vnd)) for each in of_kind]
        rows.append((word, strong(f"Cộng {word.lower()}"), "", Amount(sum(each.amount_vnd for each in of_kind))))
    return [line(strong("2. Đã thu theo từng khoản"), A4), ruled_table(FEES, rows, A4)]


def _corrections(shift: Shift) -> list[Flowable]:
    """Receipts voided in the shift, and money given back in it."""
    voids: list[tuple[Cell, ...]] = [
        (_number(each), plain(f"Hủy trong ca: {each.void_reason}"), "không tính thu", Amount(each.total_vnd))
        for each in shift.voided
    ]
    payouts: list[tuple[Cell, ...]] = [
        (_number(each.receipt), plain(f"Trả lại: {each.reason}"), PAYMENTS[each.receipt.mode], Amount(-each.amount_vnd))
        for each in shift.payouts
    ]
    if not voids and not payouts:
        return [line(f"{strong('3. Hủy, hoàn tiền.')} Trong ca không có.", A4)]
    return [line(strong("3. Hủy, hoàn tiền"), A4), ruled_table(CORRECTIONS, [*voids, *payouts], A4)]


def _number(receipt: FeeReceipt) -> str:
    return plain(receipt.entry.cited)


def _modes(shift: Shift) -> list[Flowable]:
    """What is left, by the way it came: only the cash changes hands with this sheet."""
    ways = (PaymentMode.CASH, PaymentMode.TRANSFER, PaymentMode.ONLINE)
    rows: list[tuple[Cell, ...]] = [(PAYMENTS[way].capitalize(), Amount(shift.total_vnd(way))) for way in ways]
    rows.append((strong("Cộng"), Amount(shift.total_vnd())))
    return [line(strong("4. Còn lại sau khi trừ phần trả lại"), A4), ruled_table(MODES, rows, A4)]


def _notes(count: CashCounted) -> list[Flowable]:
    """How many there are of each note, large ones on the left."""
    many = dict(count.notes)
    cells: list[tuple[Cell, ...]] = [
        (Amount(face_vnd), many.get(face_vnd, 0), Amount(face_vnd * many.get(face_vnd, 0)))
        for face_vnd in DENOMINATIONS_VND
    ]
    half = len(cells) // 2
    rows = [(*large, *small) for large, small in zip(cells[:half], cells[half:], strict=True)]
    heading = "5. Kiểm đếm tiền mặt theo mệnh giá (không kể tiền lẻ đầu ca)"
    return [line(strong(heading), A4), ruled_table(NOTES, rows, A4)]


def _handed_in(count: CashCounted) -> list[Flowable]:
    """The cash in figures and in words beside what the receipts say, and why the two differ where they do."""
    spelled = in_words(count.counted_vnd)
    return [
        line(f"Số tiền mặt nộp: {strong(money(count.counted_vnd))}", A4),
        line(f"(Viết bằng chữ): {slanted(f'{spelled[0].upper()}{spelled[1:]}.')}", A4),
        fact("Tiền mặt theo biên lai", money(count.expected_vnd), A4),
        fact("Chênh lệch", _difference(count), A4),
    ]


def _difference(count: CashCounted) -> str:
    difference = difference_vnd(count)
    if not difference:
        return "không"
    word = "thừa" if difference > 0 else "thiếu"
    return f"{word} {money(abs(difference))}. Lý do: {count.reason}"
