"""What a citizen takes along to pay by transfer: the amount still due, the account, and its VietQR."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Dossier
from dossiers.errors import Impossible
from dossiers.office import Office
from dossiers.vietqr import BankAccount, payload, plain_purpose
from printing.barcodes import qr
from printing.blocks import Signature, fact, line, refuse_voided, said, signatures, title
from printing.leaves import Copy, bind, foot_width
from printing.letterhead import letterhead
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A5_LANDSCAPE
from printing.typography import strong
from printing.words import money

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "fee_request"
SHEET = A5_LANDSCAPE


def render(dossier: Dossier, office: Office, clerk: str, at: datetime, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF of one sheet. Raises Impossible where nothing is due, or the office has no account."""
    refuse_voided(dossier)
    due_vnd = dossier.fee_total_vnd - dossier.fee_kept_vnd
    if due_vnd <= 0:
        raise Impossible("Hồ sơ này không còn khoản nào phải nộp.")
    if office.account is None:
        raise Impossible("Chưa có tài khoản nhận phí, lệ phí. Ghi tài khoản trong Cài đặt rồi in lại.")
    texts = overrides.of(SLUG, office, local_date(at), dossier)
    code = qr(payload(office.account, due_vnd, dossier.code))
    copy = Copy(
        blocks=[
            letterhead(texts.issuer, local_date(at), SHEET),
            *title(texts.form.title, SHEET, texts.say("below")),
            *_facts(dossier, office.account, due_vnd),
            *said(texts.say("compare"), SHEET),
            *said(texts.footer, SHEET),
        ],
        foot=signatures([Signature(texts.say("guide"), clerk)], foot_width(SHEET, code), SHEET),
        running_head=f"{texts.form.title}. Mã hồ sơ: {dossier.code}",
        qr=code,
        qr_words="Quét để chuyển khoản",
    )
    return bind([copy], SHEET, f"{texts.form.title} {dossier.code}", training=office.training)


def _facts(dossier: Dossier, account: BankAccount, due_vnd: int) -> list[Flowable]:
    """Whom to pay, how much, and the words by which the money is found again."""
    fees = "; ".join(f"{fee.name} {money(fee.amount_vnd)}" for fee in dossier.fees if fee.amount_vnd)
    return [
        line(f"Người nộp: {strong(dossier.applicant.name)}", SHEET),
        fact("Mã hồ sơ", dossier.code, SHEET),
        fact("Các khoản", fees, SHEET),
        line(f"Số tiền còn phải nộp: {strong(money(due_vnd))}", SHEET),
        line(f"Số tài khoản: {strong(account.number)}", SHEET),
        fact("Ngân hàng", f"{account.bank} (mã {account.bin})".strip(), SHEET),
        line(f"Chủ tài khoản: {strong(account.holder)}", SHEET),
        line(f"Nội dung chuyển khoản: {strong(plain_purpose(dossier.code))}", SHEET),
    ]
