"""The office's books on paper, a line a number: follow-up, certifications, results, money (domain 1.3, 6.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from dossiers.book_lines import BookLine
from dossiers.books import BOOK_WORDS, BookKind
from dossiers.clock import local_date, say_date, say_time
from dossiers.dossier import Dossier, FeeReceipt, Handover, Receiver
from dossiers.office import Office
from dossiers.procedure import FeeKind
from dossiers.status import Status
from printing.forms.receipt import PAYMENTS
from printing.forms.register import OFFICIAL, SHORT, SLUG, Extent, Template, bound
from printing.long_head import LongColumn
from printing.long_table import write
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4_LANDSCAPE as SHEET
from printing.words import figures, money

TITLES = {
    BookKind.FEE_RECEIPTS: "Sổ thu phí, lệ phí theo biên lai", BookKind.INTERNAL_RECEIPTS: "Sổ phiếu thu nội bộ",
}  # fmt: skip
"""A book of receipts is listed by its receipts; what is printed of it is a register of them."""

Cell = str | int
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a book's lines are laid out: its columns, what a line that a dossier bears puts into them, those summed.

    A number that no dossier bears stands alone, with its reason in column `reason_at`.
    """

    columns: tuple[LongColumn, ...]
    row: Callable[[BookLine, Dossier, Office], Row]
    reason_at: int
    sums: tuple[int, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings in one line each, as a spreadsheet has them."""
        return tuple(": ".join(filter(None, (column.group, column.heading))) for column in self.columns)

    def rows(self, lines: Iterable[BookLine], office: Office) -> Iterator[Row]:
        """The cells of every line; amounts are whole numbers of đồng."""
        return (self.row(line, line.dossier, office) if line.dossier else self._spoiled(line) for line in lines)

    def _spoiled(self, line: BookLine) -> Row:
        cells: list[Cell] = [""] * len(self.columns)
        cells[0], cells[self.reason_at] = _number(line), f"Bỏ số: {line.spoiled}"
        return tuple(cells)


def layout_of(kind: BookKind, *, short: bool = False) -> Layout:
    """The layout of a kind of book; `short` takes the follow-up register's narrower one."""
    if kind is BookKind.DOSSIERS:
        return FOLLOW_UP_SHORT if short else FOLLOW_UP
    return {BookKind.RESULTS: RESULTS, BookKind.FEE_RECEIPTS: FEES, BookKind.INTERNAL_RECEIPTS: FEES}.get(
        kind, CERTIFICATIONS
    )


def render(
    out: BinaryIO,
    kind: BookKind,
    layout: Layout,
    lines: Iterable[BookLine],
    extent: Extent,
    office: Office,
    at: datetime,
    *,
    overrides: Overrides = AS_SHIPPED,
    progress: Callable[[int, int], None] = lambda *_: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the PDF of a book's lines in the order they come, the sums under them; return the number of pages.

    `progress`, `stop` and Stopped as in `long_table.write`.
    """
    texts = overrides.of(SLUG, office, local_date(at))
    name = texts.form.title if kind is BookKind.DOSSIERS else TITLES.get(kind, BOOK_WORDS[kind])
    rows = _as_words(_summed(layout, layout.rows(lines, office)))
    return write(out, bound(texts, name, layout.columns, extent, at), rows, SHEET, progress=progress, stop=stop)


def _as_words(rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    return (tuple(cell if isinstance(cell, str) else figures(cell) for cell in row) for row in rows)


def _summed(layout: Layout, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, and below them the sum of each column that is summed."""
    sums = dict.fromkeys(layout.sums, 0)
    for row in rows:
        for column in layout.sums:
            cell = row[column]
            sums[column] += cell if isinstance(cell, int) else 0
        yield row
    if sums:
        cells: list[Cell] = [""] * len(layout.columns)
        cells[layout.reason_at] = "Cộng"
        for column, total in sums.items():
            cells[column] = total
        yield tuple(cells)


def _number(line: BookLine) -> str:
    """The number as the book itself writes it."""
    entry = line.entry
    if entry.kind is BookKind.DOSSIERS:
        return str(entry.number)
    return entry.cited.partition(",")[0]


def _day(day: date | None) -> str:
    return say_date(day) if day else ""


def _follow_up(template: Template) -> Layout:
    def row(line: BookLine, dossier: Dossier, office: Office) -> Row:
        return template.row(dossier, line.entry.number, office)

    return Layout(columns=template.columns, row=row, reason_at=2)


def _certification_row(line: BookLine, dossier: Dossier, _: Office) -> Row:
    paper = line.paper
    paid: Cell = dossier.fee_kept_vnd if line.shared_with is None else f"chung số {line.shared_with:04d}"
    return (
        _number(line), say_date(local_date(line.at)), dossier.owner.name,
        paper.name if paper else dossier.procedure_name, paper.copies if paper else 0, paper.pages if paper else 0,
        line.signer, paid, dossier.code, _voided(dossier),
    )  # fmt: skip


def _voided(dossier: Dossier) -> str:
    """Why the dossier of a number counts no more."""
    return f"Đã hủy: {dossier.void_reason}" if dossier.status is Status.VOIDED else ""


def _result_row(line: BookLine, dossier: Dossier, _: Office) -> Row:
    result, given = dossier.result, dossier.handover
    paper = result.paper if result else None
    issued_on = (paper and paper.issued_on) or (local_date(result.ready_at) if result else None)
    return (
        _number(line), dossier.code, (paper and paper.kind) or dossier.procedure_name, paper.number if paper else "",
        _day(issued_on), _day(paper.expires_on if paper else None), paper.signer if paper else "", dossier.owner.name,
        _receiver(given) if given else "", say_time(given.at) if given else "", "", _voided(dossier),
    )  # fmt: skip


def _receiver(given: Handover) -> str:
    """Who took the result, and as what where not for themselves."""
    added = {Receiver.OWNER: "", Receiver.DELEGATE: " (được ủy quyền)", Receiver.POST: " (bưu điện)"}
    return f"{given.name}{added[given.receiver]}"


def _fee_row(line: BookLine, dossier: Dossier, _: Office) -> Row:
    receipt = line.receipt
    assert receipt is not None
    return (
        _number(line), say_time(receipt.at), dossier.code, receipt.payer,
        "; ".join(fee.name for fee in receipt.lines), _sum(receipt, FeeKind.FEE), _sum(receipt, FeeKind.CHARGE),
        PAYMENTS[receipt.mode], receipt.by, _corrections(receipt),
    )  # fmt: skip


def _sum(receipt: FeeReceipt, kind: FeeKind) -> int:
    """What was taken; nothing of a receipt that is void."""
    return 0 if receipt.voided_at else sum(fee.amount_vnd for fee in receipt.lines if fee.kind is kind)


def _corrections(receipt: FeeReceipt) -> str:
    said = [f"Đã hoàn {money(refund.amount_vnd)}: {refund.reason}" for refund in receipt.refunds]
    if receipt.voided_at:
        said.append(f"Đã hủy, {money(receipt.total_vnd)}: {receipt.void_reason}")
    return ". ".join(said)


FOLLOW_UP, FOLLOW_UP_SHORT = _follow_up(OFFICIAL), _follow_up(SHORT)

CERTIFICATIONS = Layout(
    columns=(
        LongColumn("Số chứng thực", 0.07, align="centre"), LongColumn("Ngày chứng thực", 0.085),
        LongColumn("Họ tên người yêu cầu chứng thực", 0.15), LongColumn("Tên giấy tờ", 0.18),
        LongColumn("Số bản sao", 0.05, align="right"), LongColumn("Số trang", 0.05, align="right"),
        LongColumn("Người ký chứng thực", 0.125), LongColumn("Phí đã thu (đồng)", 0.085, align="right"),
        LongColumn("Mã hồ sơ", 0.12), LongColumn("Ghi chú", 0.085),
    ),
    row=_certification_row, reason_at=3, sums=(4, 7),
)  # fmt: skip
"""What a certification book records (domain 6.4); a fee that several papers share stands at the first of them."""

RESULTS = Layout(
    columns=(
        LongColumn("Số vào sổ", 0.055, align="centre"), LongColumn("Mã hồ sơ", 0.12), LongColumn("Kết quả", 0.135),
        LongColumn("Số, ký hiệu", 0.085), LongColumn("Ngày cấp", 0.065), LongColumn("Ngày hết hạn", 0.065),
        LongColumn("Người ký", 0.09), LongColumn("Chủ hồ sơ", 0.105), LongColumn("Người nhận", 0.1, "Trả kết quả"),
        LongColumn("Lúc", 0.07, "Trả kết quả"), LongColumn("Ký nhận", 0.06, "Trả kết quả"),
        LongColumn("Ghi chú", 0.05),
    ),
    row=_result_row, reason_at=2,
)  # fmt: skip

FEES = Layout(
    columns=(
        LongColumn("Số", 0.065, align="centre"), LongColumn("Lúc", 0.08), LongColumn("Mã hồ sơ", 0.12),
        LongColumn("Người nộp", 0.13), LongColumn("Khoản thu", 0.15), LongColumn("Phí (đồng)", 0.08, align="right"),
        LongColumn("Lệ phí (đồng)", 0.08, align="right"), LongColumn("Hình thức", 0.08),
        LongColumn("Người thu", 0.1), LongColumn("Ghi chú", 0.115),
    ),
    row=_fee_row, reason_at=4, sums=(5, 6),
)  # fmt: skip
"""The money of a book: a receipt that is void keeps its number and adds nothing."""
