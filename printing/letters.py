"""What a leader signs (NĐ 30/2020/NĐ-CP, appendix I): prose with its indents, recipients beside the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.dossier import Dossier
from printing.blocks import Signature, signatures
from printing.sheet_sizes import MM, SheetSize
from printing.slip import Foot
from printing.typography import grid, paragraph, plain, strong

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

INDENT = 10 * MM
"""Of a paragraph's first line; NĐ 30 asks for 1 to 1.27 cm."""

SEAL_ROOM = 64
"""Points for a signature with a seal 36 mm wide across its left third."""

RECIPIENTS_SHARE = 0.42


def prose(words: str, sheet: SheetSize) -> list[Flowable]:
    """A paragraph of a letter; one without words takes no room."""
    return [paragraph(plain(words), sheet.body_pt, "justified", after=sheet.gap_pt, indent=INDENT)] if words else []


def addressed_to(dossier: Dossier, sheet: SheetSize) -> list[Flowable]:
    """Whom the letter goes to: the dossier's owner."""
    address = f"<br/>{plain(dossier.owner.address)}" if dossier.owner.address else ""
    words = f"Kính gửi: Ông/Bà {strong(dossier.owner.name)}{address}"
    return [paragraph(words, sheet.body_pt, "centre", before=sheet.gap_pt, after=2 * sheet.gap_pt)]


def letter_foot(recipients: str, role: str, name: str, sheet: SheetSize) -> Foot:
    """Recipients, separated by semicolons, on the left; the leader's title and name on the right."""

    def foot(width: float) -> Flowable:
        left = width * RECIPIENTS_SHARE
        heading = paragraph(f"<i>{strong('Nơi nhận:')}</i>", sheet.table_pt)
        listed = [paragraph(f"- {plain(one)}", sheet.table_pt) for one in recipients.split(";") if one.strip()]
        leader = signatures([Signature(role, name)], width - left, sheet, room=SEAL_ROOM)
        return grid(
            [[[heading, *listed], leader]],
            [left, width - left],
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ],
        )  # fmt: skip

    return foot
