"""The two-column head of an administrative paper (NĐ 30/2020/NĐ-CP, appendix I): who speaks, in whose name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dossiers.office import Office
from printing.sheet_sizes import SheetSize
from printing.typography import (
    BOLD,
    REGULAR,
    checked,
    even_lines,
    grid,
    paragraph,
    plain,
    register_faces,
    rule,
    slanted,
    strong,
)
from printing.words import long_date

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Table

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RULE_SHARE = 0.4
"""The rule under the issuing body: NĐ 30 asks for a third to a half of its line."""


def letterhead(office: Office, on: date, sheet: SheetSize, number: str = "") -> Table:
    """The head of a paper issued by the office's reception on a day, with the paper's own number where it has one."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_faces()
    # The country's name keeps to one line; the issuer's long name may take more.
    left_width = sheet.text_width - stringWidth(COUNTRY, BOLD, sheet.head_pt) - 2
    left = _issuer(office, sheet.head_pt, left_width - 6)
    if number:
        left.append(paragraph(plain(number), sheet.head_pt, "centre"))
    right = _country(office, on, sheet.head_pt)
    return grid(
        [[left, right]],
        [left_width, sheet.text_width - left_width],
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (0, 0), 6),
            ("RIGHTPADDING", (1, 0), (1, 0), 0),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
            ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        ],
    )  # fmt: skip


def _issuer(office: Office, size_pt: float, width: float) -> list[Flowable]:
    name, reception = checked(office.name.upper()), checked(office.reception.upper())
    return [
        *(paragraph(plain(words), size_pt, "centre") for words in even_lines(name, REGULAR, size_pt, width)),
        *(paragraph(strong(words), size_pt, "centre") for words in even_lines(reception, BOLD, size_pt, width)),
        rule(width * RULE_SHARE),
    ]


def _country(office: Office, on: date, size_pt: float) -> list[Flowable]:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    # The motto stands one size above the country's name; the line under it is exactly as long as it.
    motto_pt = size_pt + 1
    day = long_date(on)
    place_and_day = f"{office.place}, {day}" if office.place else day.capitalize()
    return [
        paragraph(strong(COUNTRY), size_pt, "centre"),
        paragraph(strong(MOTTO), motto_pt, "centre"),
        rule(stringWidth(MOTTO, BOLD, motto_pt)),
        paragraph(slanted(place_and_day), size_pt, "centre"),
    ]
