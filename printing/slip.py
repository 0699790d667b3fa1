"""What all papers of the office share: head, codes, title and foot around a form's own facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dossiers.dossier import Dossier
from printing.barcodes import code128, proof_qr, qr, separator_payload, slip_payload
from printing.blocks import Signature, line, number_line, reprint_mark, signatures, title
from printing.leaves import Copy, foot_width
from printing.letterhead import letterhead
from printing.sheet_sizes import SheetSize
from printing.texts import FormTexts
from printing.typography import slanted

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

Foot = Callable[[float], "Flowable"]
"""Draws the end of a paper in a width given in points."""


def slip(
    texts: FormTexts,
    on: date,
    sheet: SheetSize,
    body: Sequence[Flowable],
    foot: Foot,
    *,
    dossier: Dossier | None = None,
    qr_words: str = "",
    qr_payload: str = "",
    proof: str = "",
    proof_words: str = "",
    separator: bool = False,
    below: str = "",
    number: str = "",
    reprint: int = 0,
) -> Copy:
    """One copy of a form dated `on`.

    A dossier's bars stand under the letterhead, and with `qr_words` its QR in the corner; a `separator` may lead a
    pile of papers; `qr_payload` is what the QR says where it is something else; `proof` is a signed code (slip_header)
    for a QR of its own. `number` is the paper's own, under
    its issuer; `below` stands under the title.
    """
    payload = separator_payload if separator else slip_payload
    says = qr_payload or (payload(dossier.code, dossier.id) if dossier and qr_words else "")
    code, signed = qr(says) if says else None, proof_qr(proof) if proof else None
    return Copy(
        blocks=[
            *number_line(texts.form.number_line, sheet),
            letterhead(texts.issuer, on, sheet, number),
            *([code128(dossier.code, sheet.text_width)] if dossier else []),
            *title(texts.form.title, sheet, below),
            *reprint_mark(reprint, sheet),
            *body,
            *([line(slanted(texts.footer), sheet)] if texts.footer else []),
        ],
        foot=foot(foot_width(sheet, code, signed)),
        running_head=f"Mã hồ sơ: {dossier.code}" if dossier else texts.form.title,
        qr=code,
        qr_words=qr_words,
        proof=signed,
        proof_words=proof_words,
    )


def signed_by(sheet: SheetSize, *people: Signature) -> Foot:
    """A foot of signatures side by side."""
    return lambda width: signatures(people, width, sheet)
