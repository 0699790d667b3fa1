"""Giấy biên nhận trả kết quả: what was handed over, by whom, to whom, signed by both (domain 1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.clock import local_date, say_date
from dossiers.dossier import Dossier, Handover, Receiver
from dossiers.errors import Impossible
from dossiers.office import Office
from printing.blocks import Signature, fact, line, refuse_voided, said
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import SheetSize, sheet_of
from printing.slip import signed_by, slip
from printing.typography import or_dots, strong
from printing.words import long_time

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "result_receipt"

RECEIVERS = {Receiver.OWNER: "chủ hồ sơ", Receiver.DELEGATE: "người được ủy quyền", Receiver.POST: "qua bưu điện"}


def render(
    dossier: Dossier,
    office: Office,
    *,
    signature: bytes = b"",
    paper: str = "A4",
    reprint: int = 0,
    overrides: Overrides = AS_SHIPPED,
) -> bytes:
    """The PDF of the receipt; `signature` is the receiver's, given on a pad, as a PNG.

    Raises Impossible for a result nobody has taken yet, or a void dossier.
    """
    refuse_voided(dossier)
    handover = dossier.handover
    if handover is None:
        raise Impossible("Kết quả của hồ sơ này chưa trả nên chưa có giấy biên nhận.")
    sheet, on = sheet_of(paper), local_date(handover.at)
    texts = overrides.of(SLUG, office, on, dossier)
    giver = Signature(texts.say("giver"), handover.by)
    taker = Signature(texts.say("taker"), handover.name, signature)
    copy = slip(
        texts,
        on,
        sheet,
        [
            *_people(dossier, handover, office, sheet),
            *_result(dossier, handover, sheet),
            *said(texts.say("received"), sheet),
        ],
        signed_by(sheet, giver, taker),
        dossier=dossier,
        qr_words="Mã hồ sơ",
        reprint=reprint,
    )
    return bind([copy], sheet, f"{texts.form.title} {dossier.code}", training=office.training)


def _people(dossier: Dossier, handover: Handover, office: Office, sheet: SheetSize) -> list[Flowable]:
    """Whose dossier it is, who gives, who takes and on what evidence."""
    return [
        fact("Tên thủ tục hành chính", f"{dossier.procedure_name} ({dossier.procedure_code})", sheet),
        line(f"Chủ hồ sơ: {strong(dossier.owner.name)}", sheet),
        line(f"Người trả kết quả: {strong(handover.by)}. Số điện thoại: {or_dots(office.phone)}", sheet),
        line(f"Người nhận kết quả: {strong(handover.name)} ({RECEIVERS[handover.receiver]}). "
             f"Số điện thoại: {or_dots(handover.phone)}", sheet),
        fact("Số căn cước/Hộ chiếu", handover.id_number, sheet),
        fact("Giấy tờ xuất trình", handover.evidence, sheet),
    ]  # fmt: skip


def _result(dossier: Dossier, handover: Handover, sheet: SheetSize) -> list[Flowable]:
    """What was given: kind, number, summary, issuer, day; and the originals the office kept."""
    result = dossier.result
    paper = result.paper if result else None
    issued_on = say_date(paper.issued_on) if paper and paper.issued_on else ""
    issuer = ", ".join(words for words in (paper.issuer, issued_on) if words) if paper else ""
    return [
        fact("Loại kết quả", paper.kind if paper else "", sheet),
        fact("Số", paper.number if paper else "", sheet),
        fact("Trích yếu", result.description if result else "", sheet),
        fact("Cơ quan ban hành, ngày ký", issuer, sheet),
        fact("Ngày trả", long_time(handover.at), sheet),
        fact("Bản gốc thu lại", handover.originals_kept or "không", sheet),
    ]
