"""Giấy bàn giao hồ sơ: what one office gave another, and the result that comes back, in two originals (domain 1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Dossier, Hop
from dossiers.errors import Impossible
from dossiers.office import Office
from printing.blocks import Signature, fact, line, refuse_voided, signatures, wanted
from printing.custody import holder_words
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.paper_tables import handed_in_table
from printing.sheet_sizes import SheetSize, sheet_of
from printing.slip import signed_by, slip
from printing.texts import FormTexts
from printing.typography import DOTS, paragraph, strong
from printing.words import long_time

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "handover_sheet"


def render(
    dossier: Dossier, office: Office, *, paper: str = "A4", reprint: int = 0, overrides: Overrides = AS_SHIPPED
) -> bytes:
    """The PDF of both originals for the last hand-over; raises Impossible before the first or for a void dossier."""
    refuse_voided(dossier)
    if not dossier.hops:
        raise Impossible("Hồ sơ này chưa chuyển cho ai nên chưa có giấy bàn giao.")
    hop = dossier.hops[-1]
    sheet, on = sheet_of(paper), local_date(hop.given_at)
    texts = overrides.of(SLUG, office, on, dossier)
    foot = signed_by(sheet, Signature(texts.say("taker")), Signature(texts.say("giver")))
    copies = [
        slip(
            texts,
            on,
            sheet,
            [*_given(dossier, hop, office, texts, sheet), *_result(texts, sheet)],
            foot,
            dossier=dossier,
            qr_words="Mã hồ sơ",
            below=texts.say(copy),
            reprint=reprint,
        )
        for copy in ("first_copy", "second_copy")
    ]
    return bind(copies, sheet, f"{texts.form.title} {dossier.code}", training=office.training)


def _given(dossier: Dossier, hop: Hop, office: Office, texts: FormTexts, sheet: SheetSize) -> list[Flowable]:
    """The first part: who gives what to whom, signed at once."""
    due, step_due = dossier.appointment.due_at, hop.due_at
    hands = [Signature(texts.say("giver"), hop.given_by), Signature(texts.say("taker"), hop.taken_by)]
    return [
        line(strong(texts.say("given")), sheet),
        fact("Bên giao", holder_words(hop.sender, office), sheet),
        fact("Bên nhận", holder_words(hop.receiver, office), sheet),
        fact("Thời điểm giao", long_time(hop.given_at), sheet),
        line(f"Hồ sơ của Ông/Bà: {strong(dossier.owner.name)}", sheet),
        fact("Nội dung yêu cầu giải quyết", wanted(dossier), sheet),
        fact("Ngày, giờ hẹn trả kết quả", long_time(due) if due else "", sheet),
        *([fact("Hạn của bước này", long_time(step_due), sheet)] if step_due else []),
        *handed_in_table(dossier.papers, sheet, certification=dossier.certification),
        *([fact("Ghi chú", hop.note, sheet)] if hop.note else []),
        signatures(hands, sheet.text_width, sheet),
    ]


def _result(texts: FormTexts, sheet: SheetSize) -> list[Flowable]:
    """The second part, filled in by pen when the result comes back."""
    return [
        paragraph(strong(texts.say("results")), sheet.body_pt, before=2 * sheet.gap_pt + 4, after=sheet.gap_pt),
        line(f"Ngày nhận kết quả: {DOTS} Loại kết quả, số: {DOTS}{DOTS}", sheet),
        line(f"Giấy tờ trả lại kèm theo: {DOTS}{DOTS}{DOTS}", sheet),
    ]
