"""The paper for money taken: biên lai thu tiền phí, lệ phí in three copies on A5 laid on its side (domain 1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.amount_words import in_words
from dossiers.books import BookKind
from dossiers.clock import local_date, say_time
from dossiers.dossier import Dossier, FeeReceipt
from dossiers.office import Office
from dossiers.procedure import FeeKind
from printing.blocks import Signature, fact, framed_mark, line, reprint_mark, said, signatures
from printing.forms.receipt import PAYMENTS
from printing.leaves import Copy, bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A5_LANDSCAPE
from printing.texts import FormTexts
from printing.typography import grid, paragraph, plain, slanted, strong
from printing.words import long_date, money

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Table

SLUGS = {BookKind.FEE_RECEIPTS: "fee_receipt", BookKind.INTERNAL_RECEIPTS: "internal_receipt"}
"""Only a number of a registered series may stand under the word biên lai."""

COPIES = ("first_copy", "second_copy", "third_copy")
"""Liên 1, 2, 3, by their names among the form's sentences."""

SHEET = A5_LANDSCAPE
HEAD_SHARES = (0.66, 0.34)


def render(
    dossier: Dossier, receipt: FeeReceipt, office: Office, *, reprint: int = 0, overrides: Overrides = AS_SHIPPED
) -> bytes:
    """The PDF of the three copies, one a sheet; a voided receipt says so, and why, on each.

    `reprint` n ≥ 1 prints the mark IN LẠI LẦN n. Money taken for a dossier that was voided later keeps its paper.
    """
    texts = overrides.of(SLUGS[receipt.entry.kind], office, local_date(receipt.at), dossier)
    words = texts.form.title
    copies = [
        Copy(
            blocks=[
                _head(receipt, texts.issuer),
                *_title(words, texts.say(copy)),
                *reprint_mark(reprint, SHEET),
                *_void_mark(receipt),
                *_facts(dossier, receipt),
                *said(texts.footer, SHEET),
            ],
            foot=_foot(receipt, texts),
            running_head=f"{words}. Số: {receipt.entry.cited}",
        )
        for copy in COPIES
    ]
    return bind(copies, SHEET, f"{words} {receipt.entry.cited}", training=office.training)


def _head(receipt: FeeReceipt, office: Office) -> Table:
    """Who takes the money, and the number the paper goes by."""
    issuer = [
        line(f"Đơn vị thu: {strong(f'{office.name} – {office.reception}')}", SHEET),
        fact("Mã số thuế", office.tax_code, SHEET),
    ]
    entry = receipt.entry
    series = [fact("Mẫu số", entry.template, SHEET), fact("Ký hiệu", entry.symbol, SHEET)]
    number = line(f"Số: {strong(entry.cited)}", SHEET)
    return _columns(issuer, [*(series if entry.kind is BookKind.FEE_RECEIPTS else ()), number])


def _title(words: str, below: str) -> list[Flowable]:
    """The title in capitals up to its dash: what a slip does not stand for is never shouted."""
    name, dash, caveat = words.partition(" – ")
    capitals = paragraph(strong(f"{name.upper()}{dash}{caveat}"), SHEET.title_pt, "centre", before=4, after=1)
    return [capitals, paragraph(slanted(below), SHEET.body_pt, "centre", after=2 * SHEET.gap_pt)]


def _void_mark(receipt: FeeReceipt) -> list[Flowable]:
    if receipt.voided_at is None:
        return []
    when = f"Hủy lúc {say_time(receipt.voided_at)}, người hủy {receipt.voided_by}. Lý do: {receipt.void_reason}"
    return [*framed_mark("ĐÃ HỦY", SHEET), line(plain(when), SHEET)]


def _facts(dossier: Dossier, receipt: FeeReceipt) -> list[Flowable]:
    """The fields of the form, in its order."""
    total = receipt.total_vnd
    spelled = in_words(total)
    payers_own = receipt.payer in (dossier.owner.name, dossier.applicant.name)
    person = dossier.owner if receipt.payer == dossier.owner.name else dossier.applicant
    return [
        fact("Tên loại phí, lệ phí", _fee_names(receipt), SHEET),
        line(f"Tên đơn vị hoặc người nộp tiền: {strong(receipt.payer)}", SHEET),
        fact("Mã hồ sơ", dossier.code, SHEET),
        fact("Địa chỉ", person.address if payers_own else "", SHEET),
        line(f"Số tiền: {strong(money(total))}", SHEET),
        line(f"(Viết bằng chữ): {slanted(f'{spelled[0].upper()}{spelled[1:]}.')}", SHEET),
        line(f"P: {_sum_of(receipt, FeeKind.FEE)}; LP: {_sum_of(receipt, FeeKind.CHARGE)}", SHEET),
        *_reductions(receipt),
        fact("Hình thức thanh toán", PAYMENTS[receipt.mode], SHEET),
        *_refunds(receipt),
    ]


def _fee_names(receipt: FeeReceipt) -> str:
    """Each fee by name; with its amount where there are several."""
    if len(receipt.lines) == 1:
        return receipt.lines[0].name
    return "; ".join(f"{fee.name} {money(fee.amount_vnd)}" for fee in receipt.lines)


def _sum_of(receipt: FeeReceipt, kind: FeeKind) -> str:
    return money(sum(fee.amount_vnd for fee in receipt.lines if fee.kind is kind))


def _reductions(receipt: FeeReceipt) -> list[Flowable]:
    """What was not asked for, why, and on what paper."""
    return [
        fact(f"Đã {fee.reduction}", f"mức đủ {money(fee.full_vnd)}; giấy tờ: {fee.reduction_paper}", SHEET)
        for fee in receipt.lines
        if fee.full_vnd
    ]


def _refunds(receipt: FeeReceipt) -> list[Flowable]:
    """What was given back since."""
    return [
        fact("Đã hoàn", f"{money(refund.amount_vnd)}, lúc {say_time(refund.at)}. Lý do: {refund.reason}", SHEET)
        for refund in receipt.refunds
    ]


def _foot(receipt: FeeReceipt, texts: FormTexts) -> Table:
    """Place and day over the signature of whoever took the money."""
    day = long_date(local_date(receipt.at))
    place = f"{plain(texts.issuer.place)}, {day}" if texts.issuer.place else plain(day.capitalize())
    people = [Signature(texts.say("payer"), receipt.payer), Signature(texts.say("cashier"), receipt.by)]
    width = SHEET.text_width
    return grid(
        [["", paragraph(f"<i>{place}</i>", SHEET.table_pt, "centre")], [signatures(people, width, SHEET), ""]],
        [width / 2, width / 2],
        [
            ("SPAN", (0, 1), (1, 1)), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )  # fmt: skip


def _columns(left: list[Flowable], right: list[Flowable]) -> Table:
    return grid(
        [[left, right]],
        [share * SHEET.text_width for share in HEAD_SHARES],
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )  # fmt: skip
