"""The slip in the citizen's hand: giấy tiếp nhận hồ sơ và hẹn trả kết quả, in two copies (domain 1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Appointment, Channel, Dossier, PaymentMode
from dossiers.office import Office
from printing.barcodes import code128, qr, separator_payload, slip_payload
from printing.blocks import (
    Signature,
    contact_lines,
    fact,
    line,
    number_line,
    refuse_voided,
    reprint_mark,
    signatures,
    title,
    wanted,
    ways_to_ask,
)
from printing.form_titles import FormTitle, get_form_title
from printing.leaves import Copy, bind, foot_width
from printing.letterhead import letterhead
from printing.paper_tables import handed_in_table
from printing.sheet_sizes import SheetSize, sheet_of
from printing.typography import DOTS, or_dots, plain, slanted, strong
from printing.words import long_time, money

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "receipt"

CHANNELS = {Channel.COUNTER: "trực tiếp", Channel.ONLINE: "trực tuyến", Channel.POST: "qua bưu chính công ích"}

PAYMENTS = {
    PaymentMode.CASH: "tiền mặt",
    PaymentMode.TRANSFER: "chuyển khoản",
    PaymentMode.ONLINE: "trực tuyến",
    PaymentMode.EXEMPT: "được miễn",
    PaymentMode.LATER: "thu sau",
}

RECKONING_LENGTH = 160
"""Characters of reasons that still leave the slip one page."""


def render(dossier: Dossier, office: Office, *, paper: str = "A4", reprint: int = 0) -> bytes:
    """The PDF of both copies: 1 for the file, 2 for the citizen, each starting on its own sheet.

    `reprint` n ≥ 1 prints the mark IN LẠI LẦN n. Raises Impossible for a voided dossier.
    """
    refuse_voided(dossier)
    sheet = sheet_of(paper)
    form = get_form_title(SLUG, local_date(dossier.received_at))
    office_copy = _copy(dossier, office, sheet, form, reprint, number=1)
    citizen_copy = _copy(dossier, office, sheet, form, reprint, number=2)
    return bind([office_copy, citizen_copy], sheet, f"{form.title} {dossier.code}", training=office.training)


def _copy(dossier: Dossier, office: Office, sheet: SheetSize, form: FormTitle, reprint: int, *, number: int) -> Copy:
    for_file = number == 1
    payload = (separator_payload if for_file else slip_payload)(dossier.code, dossier.id)
    code = qr(payload)
    people = [
        Signature("NGƯỜI NỘP HỒ SƠ", dossier.applicant.name),
        Signature("NGƯỜI TIẾP NHẬN HỒ SƠ", dossier.received_by),
    ]
    return Copy(
        blocks=[
            *number_line(form.number_line, sheet),
            letterhead(office, local_date(dossier.received_at), sheet),
            code128(dossier.code, sheet.text_width),
            *title(form.title, sheet, "Liên 1: Lưu" if for_file else "Liên 2: Giao khách hàng"),
            *reprint_mark(reprint, sheet),
            *_people(dossier, office, sheet),
            *_terms(dossier, sheet),
            *_closing(office, sheet),
        ],
        foot=signatures(people, foot_width(sheet, code), sheet),
        running_head=f"Mã hồ sơ: {dossier.code}",
        qr=code,
        qr_words="Tờ dẫn khi quét" if for_file else "Mã nhận kết quả",
    )


def _people(dossier: Dossier, office: Office, sheet: SheetSize) -> list[Flowable]:
    """Who brought what, for whom."""
    applicant, owner = dossier.applicant, dossier.owner
    where = f". Địa chỉ chủ hồ sơ: {or_dots(owner.address)}" if dossier.filer else " (là người nộp)"
    return [
        fact("Bộ phận tiếp nhận và trả kết quả", f"{office.reception} ({dossier.desk})", sheet),
        line(f"Tiếp nhận hồ sơ của Ông (Bà): {strong(applicant.name)} ({CHANNELS[dossier.channel]})", sheet),
        *contact_lines(applicant, sheet),
        fact("Nội dung yêu cầu giải quyết", wanted(dossier), sheet),
        line(f"Chủ hồ sơ: {strong(owner.name)}{where}", sheet),
    ]


def _terms(dossier: Dossier, sheet: SheetSize) -> list[Flowable]:
    """The numbered items of the form."""
    due = dossier.appointment.due_at
    due_words = long_time(due) if due else "không hẹn ngày; nơi tiếp nhận báo khi có kết quả"
    first = dossier.original_due_at
    moved = f" ({plain(f'hẹn lúc đầu: {long_time(first)}')})" if first and first != due else ""
    return [
        line("1. Thành phần hồ sơ, số lượng mỗi loại giấy tờ:", sheet),
        *handed_in_table(dossier.papers, sheet, certification=dossier.certification),
        *_missing(dossier, sheet),
        line(f"2. Số lượng hồ sơ: {dossier.sets} bộ", sheet),
        fact("3. Thời gian giải quyết hồ sơ theo quy định là", dossier.appointment.legal_time, sheet),
        fact("4. Thời gian nhận hồ sơ", long_time(dossier.received_at), sheet),
        line(f"5. Thời gian trả kết quả: {strong(due_words)}{moved}{_reckoning(dossier.appointment)}", sheet),
        fact("6. Đăng ký nhận kết quả tại", dossier.return_place, sheet),
        fact("7. Phí, lệ phí", _fees(dossier), sheet),
        line(f"8. Vào sổ theo dõi hồ sơ, Quyển số: {DOTS} Số thứ tự: {DOTS}", sheet),
    ]


def _missing(dossier: Dossier, sheet: SheetSize) -> list[Flowable]:
    """What a conditionally accepted dossier still lacks."""
    if not dossier.conditional:
        return []
    names = "; ".join(paper.name for paper in dossier.papers if paper.missing) or DOTS
    return [line(f"{strong('Nhận có điều kiện. Giấy tờ còn thiếu:')} {plain(names)}", sheet)]


def _reckoning(appointment: Appointment) -> str:
    """How the date was counted, in as many sentences as stay short; a date a clerk vouched for needs none."""
    if appointment.confirmed_by:
        return ""
    kept = ""
    for sentence in appointment.reasons[1:]:
        if len(kept) + len(sentence) > RECKONING_LENGTH:
            break
        kept = f"{kept} {sentence}"
    return f" – {slanted(kept)}" if kept else ""


def _fees(dossier: Dossier) -> str:
    """Each amount due, their sum, and how it is settled."""
    charged = [fee for fee in dossier.fees if fee.amount_vnd]
    if dossier.payment is PaymentMode.EXEMPT or not charged:
        return "được miễn" if dossier.payment is PaymentMode.EXEMPT else "không thu"
    items = "; ".join(f"{fee.name} {money(fee.amount_vnd)}" for fee in charged)
    total = f"; cộng {money(dossier.fee_total_vnd)}" if len(charged) > 1 else ""
    return f"{items}{total} ({PAYMENTS[dossier.payment]})"


def _closing(office: Office, sheet: SheetSize) -> list[Flowable]:
    """How to ask meanwhile, and what to bring."""
    early = f"Hồ sơ có thể giải quyết xong trước hẹn; {ways_to_ask(office)}."
    bring = "Khi nhận kết quả mang theo giấy này, căn cước, và giấy ủy quyền nếu nhận thay."
    return [line(slanted(f"{early} {bring} Giấy này không thay biên lai thu phí, lệ phí."), sheet)]
