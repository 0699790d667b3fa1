"""The slip in the citizen's hand: giấy tiếp nhận hồ sơ và hẹn trả kết quả, in two copies (domain 1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.books import certification_book
from dossiers.clock import local_date
from dossiers.dossier import Appointment, Channel, Dossier, FeeLine, PaymentMode, Stage
from dossiers.office import Office
from dossiers.slip_header import UNSIGNED, SlipProofs
from printing.blocks import (
    Signature,
    contact_lines,
    fact,
    in_the_register,
    line,
    refuse_voided,
    wanted,
    ways_to_ask,
)
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.paper_tables import handed_in_table
from printing.sheet_sizes import SheetSize, sheet_of
from printing.slip import signed_by, slip
from printing.texts import FormTexts
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


def render(
    dossier: Dossier, office: Office, *, paper: str = "A4", reprint: int = 0, overrides: Overrides = AS_SHIPPED,
    proofs: SlipProofs = UNSIGNED,
) -> bytes:  # fmt: skip
    """The PDF of both copies: 1 for the file, 2 for the citizen, each starting on its own sheet.

    `reprint` n ≥ 1 prints the mark IN LẠI LẦN n; `proofs` are the signed codes of the copies, where the desk signs.
    Raises Impossible for a voided dossier.
    """
    refuse_voided(dossier)
    sheet, on = sheet_of(paper), local_date(dossier.received_at)
    texts = overrides.of(SLUG, office, on, dossier)
    people = [
        Signature(texts.say("applicant"), dossier.applicant.name),
        Signature(texts.say("clerk"), dossier.received_by),
    ]
    copies = [
        slip(
            texts,
            on,
            sheet,
            [*_people(dossier, office, sheet), *_terms(dossier, sheet), *_closing(texts, office, sheet)],
            signed_by(sheet, *people),
            dossier=dossier,
            qr_words=qr_words,
            separator=for_file,
            proof=proofs.office_copy if for_file else proofs.citizen_copy,
            proof_words="Mã khôi phục" if for_file else "Mã kiểm tra",
            below=texts.say("file_copy" if for_file else "citizen_copy"),
            reprint=reprint,
        )
        for for_file, qr_words in ((True, "Tờ dẫn khi quét"), (False, "Mã nhận kết quả"))
    ]
    return bind(copies, sheet, f"{texts.form.title} {dossier.code}", training=office.training)


def _people(dossier: Dossier, office: Office, sheet: SheetSize) -> list[Flowable]:
    """Who brought what, for whom."""
    applicant, owner = dossier.applicant, dossier.owner
    where = f". Địa chỉ chủ hồ sơ: {or_dots(owner.address)}" if dossier.filer else " (là người nộp)"
    return [
        fact("Bộ phận tiếp nhận và trả kết quả", f"{office.reception} ({dossier.desk})", sheet),
        *_other_offices(dossier, sheet),
        line(f"Tiếp nhận hồ sơ của Ông (Bà): {strong(applicant.name)} ({CHANNELS[dossier.channel]})", sheet),
        *contact_lines(applicant, sheet),
        fact("Nội dung yêu cầu giải quyết", wanted(dossier), sheet),
        line(f"Chủ hồ sơ: {strong(owner.name)}{where}", sheet),
    ]


def _other_offices(dossier: Dossier, sheet: SheetSize) -> list[Flowable]:
    """Who helped to file it and who decides it, where that is another office (phi địa giới)."""
    parts = [("Nơi hỗ trợ nộp hồ sơ", dossier.supporting), ("Cơ quan giải quyết", dossier.deciding)]
    return [fact(label, agency.name, sheet) for label, agency in parts if agency]


def _terms(dossier: Dossier, sheet: SheetSize) -> list[Flowable]:
    """The numbered items of the form."""
    due = dossier.appointment.due_at
    due_words = long_time(due) if due else "không hẹn ngày; nơi tiếp nhận báo khi có kết quả"
    first = dossier.original_due_at
    moved = f" ({plain(f'hẹn lúc đầu: {long_time(first)}')})" if first and first != due else ""
    done = f" – {plain(f'đã trả lúc {long_time(dossier.handover.at)}')}" if dossier.handover else ""
    return [
        line("1. Thành phần hồ sơ, số lượng mỗi loại giấy tờ:", sheet),
        *handed_in_table(dossier.papers, sheet, certification=dossier.certification),
        *_missing(dossier, sheet),
        line(f"2. Số lượng hồ sơ: {dossier.sets} bộ", sheet),
        fact("3. Thời gian giải quyết hồ sơ theo quy định là", dossier.appointment.legal_time, sheet),
        fact("4. Thời gian nhận hồ sơ", long_time(dossier.received_at), sheet),
        line(f"5. Thời gian trả kết quả: {strong(due_words)}{done or moved + _reckoning(dossier.appointment)}", sheet),
        *_second_stage(dossier.appointment.second_stage, sheet),
        fact("6. Đăng ký nhận kết quả tại", dossier.return_place, sheet),
        fact("7. Phí, lệ phí", _fees(dossier), sheet),
        line(f"8. Vào sổ theo dõi hồ sơ, {in_the_register(dossier)}", sheet),
        *_certified(dossier, sheet),
    ]


def _certified(dossier: Dossier, sheet: SheetSize) -> list[Flowable]:
    """The certification numbers, where they are drawn already."""
    kind = certification_book(dossier.procedure_code)
    cited = "; ".join(entry.cited for entry in dossier.entries if dossier.certification and entry.kind is kind)
    return [fact("9. Số chứng thực", cited, sheet)] if cited else []


def _second_stage(stage: Stage | None, sheet: SheetSize) -> list[Flowable]:
    """The second stage of a two-stage procedure: when its papers are taken, and when its result is due."""
    if stage is None:
        return []
    return [
        fact("Thời gian nhận hồ sơ (giai đoạn 2)", long_time(stage.begins_at), sheet),
        line(f"Thời gian trả kết quả (giai đoạn 2): {strong(long_time(stage.due_at))}", sheet),
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
    """Each amount due, why it is less than the tariff's, their sum, and how it is settled."""
    charged = [fee for fee in dossier.fees if fee.amount_vnd or fee.reduction]
    if dossier.payment is PaymentMode.EXEMPT or not charged:
        return "được miễn" if dossier.payment is PaymentMode.EXEMPT else "không thu"
    items = "; ".join(f"{fee.name} {money(fee.amount_vnd)}{_reduced(fee)}" for fee in charged)
    total = f"; cộng {money(dossier.fee_total_vnd)}" if len(charged) > 1 else ""
    return f"{items}{total} ({PAYMENTS[dossier.payment]})"


def _reduced(fee: FeeLine) -> str:
    return f" ({fee.reduction})" if fee.reduction else ""


def _closing(texts: FormTexts, office: Office, sheet: SheetSize) -> list[Flowable]:
    """How to ask meanwhile, and what to bring."""
    early = texts.say("early", ways_to_ask=ways_to_ask(office))
    return [line(slanted(f"{early} {texts.say('bring')} {texts.say('no_fee_receipt')}"), sheet)]
