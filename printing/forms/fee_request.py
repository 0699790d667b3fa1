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
from printing.blocks import Signature, fact, line, refuse_voided, signatures, title
from printing.form_titles import get_form_title
from printing.leaves import Copy, bind, foot_width
from printing.letterhead import letterhead
from printing.sheet_sizes import A5_LANDSCAPE
from printing.typography import slanted, strong
from printing.words import money

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "fee_request"
SHEET = A5_LANDSCAPE


def render(dossier: Dossier, office: Office, clerk: str, at: datetime) -> bytes:
    """The PDF of one sheet. Raises Impossible where nothing is due, or the office has no account."""
    refuse_voided(dossier)
    due_vnd = dossier.fee_total_vnd - dossier.fee_kept_vnd
    if due_vnd <= 0:
        raise Impossible("Hồ sơ này không còn khoản nào phải nộp.")
    if office.account is None:
        raise Impossible("Chưa có tài khoản nhận phí, lệ phí. Ghi tài khoản trong Cài đặt rồi in lại.")
    form = get_form_title(SLUG, local_date(at))
    code = qr(payload(office.account, due_vnd, dossier.code))
    copy = Copy(
        blocks=[
            letterhead(office, local_date(at), SHEET),
            *title(form.title, SHEET, "Giấy này không phải biên lai"),
            *_facts(dossier, office.account, due_vnd),
        ],
        foot=signatures([Signature("NGƯỜI HƯỚNG DẪN", clerk)], foot_width(SHEET, code), SHEET),
        running_head=f"{form.title}. Mã hồ sơ: {dossier.code}",
        qr=code,
        qr_words="Mã chuyển khoản",
    )
    return bind([copy], SHEET, f"{form.title} {dossier.code}", training=office.training)


def _facts(dossier: Dossier, account: BankAccount, due_vnd: int) -> list[Flowable]:
    """Whom to pay, how much, and the words by which the money is found again."""
    fees = "; ".join(f"{fee.name} {money(fee.amount_vnd)}" for fee in dossier.fees if fee.amount_vnd)
    compare = "Trước khi chuyển, đối chiếu tên chủ tài khoản và số tiền trên điện thoại với giấy này."
    return [
        line(f"Người nộp: {strong(dossier.applicant.name)}", SHEET),
        fact("Mã hồ sơ", dossier.code, SHEET),
        fact("Các khoản", fees, SHEET),
        line(f"Số tiền còn phải nộp: {strong(money(due_vnd))}", SHEET),
        line(f"Số tài khoản: {strong(account.number)}", SHEET),
        fact("Ngân hàng", f"{account.bank} (mã {account.bin})".strip(), SHEET),
        line(f"Chủ tài khoản: {strong(account.holder)}", SHEET),
        line(f"Nội dung chuyển khoản: {strong(plain_purpose(dossier.code))}", SHEET),
        line(slanted(compare), SHEET),
    ]
