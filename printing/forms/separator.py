"""Tờ ngăn hồ sơ: the sheets that lead a dossier's papers, or the papers of one line, through the feeder in one pile.

The QR stands twice, so that no stain, fold or staple takes both; it is level H like every QR of the office.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dossiers.dossier import Dossier
from dossiers.office import Office
from printing.barcodes import qr, sheet_payload
from printing.blocks import fact, line, refuse_voided, said
from printing.leaves import Copy, bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import SheetSize, sheet_of
from printing.slip import slip
from printing.typography import paragraph, plain, strong

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing
    from reportlab.platypus import Flowable

SLUG = "separator"

BIG_PT = 22
"""Seen from where the clerk stands when the pile is laid together."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What one sheet leads: the papers of a dossier, or with `paper` (0-based) those of one component line."""

    dossier: Dossier
    paper: int | None = None


def render(
    leads: Sequence[Lead], office: Office, on: date, *, paper: str = "A4", overrides: Overrides = AS_SHIPPED
) -> bytes:
    """The PDF: one sheet a lead, in the order given; raises Impossible for a void dossier."""
    sheet = sheet_of(paper)
    copies = [_sheet(lead, office, on, sheet, overrides) for lead in leads]
    title = overrides.of(SLUG, office, on).form.title
    return bind(copies, sheet, title, training=office.training)


def leads_of(dossier: Dossier) -> tuple[Lead, ...]:
    """A sheet for the dossier, and one for each component line where there are several."""
    lines = range(len(dossier.papers)) if len(dossier.papers) > 1 else ()
    return (Lead(dossier), *(Lead(dossier, number) for number in lines))


def _sheet(lead: Lead, office: Office, on: date, sheet: SheetSize, overrides: Overrides) -> Copy:
    dossier = lead.dossier
    refuse_voided(dossier)
    texts = overrides.of(SLUG, office, on, dossier)
    number = 0 if lead.paper is None else lead.paper + 1
    payload = sheet_payload(dossier.code, dossier.id, number)
    body = [
        *said(texts.say("use"), sheet),
        *_what(lead, sheet),
        fact("Chủ hồ sơ", dossier.owner.name, sheet),
        fact("Thủ tục hành chính", f"{dossier.procedure_name} ({dossier.procedure_code})", sheet),
        _centred(qr(payload)),
    ]
    return slip(
        texts, on, sheet, body, lambda _: paragraph("", sheet.body_pt), dossier=dossier, qr_payload=payload,
        qr_words=texts.say("scan"),
    )  # fmt: skip


def _what(lead: Lead, sheet: SheetSize) -> list[Flowable]:
    """In large letters, what lies under the sheet."""
    if lead.paper is None:
        return [paragraph(strong("HỒ SƠ"), BIG_PT, "centre", before=6, after=2 * sheet.gap_pt)]
    name = plain(lead.dossier.papers[lead.paper].name)
    return [
        paragraph(strong(f"GIẤY TỜ {lead.paper + 1}"), BIG_PT, "centre", before=6, after=sheet.gap_pt),
        line(f"{strong('Giấy tờ:')} {name}", sheet),
    ]


def _centred(code: Drawing) -> Drawing:
    code.hAlign = "CENTER"
    return code
