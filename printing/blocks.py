"""The pieces forms are made of: titles, labelled facts, ruled tables, signatures, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from dossiers.books import BookKind
from dossiers.dossier import Dossier
from dossiers.errors import Impossible, InvalidInput
from dossiers.office import Office
from dossiers.people import Person
from dossiers.status import Status
from printing.sheet_sizes import SheetSize
from printing.typography import BOLD, checked, even_lines, grid, or_dots, paragraph, plain, slanted, strong, tick_box
from printing.words import figures

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Paragraph, Table

SIGNING_ROOM = 38
"""Points between a signature's heading and the name under it."""

SIGNATURE_PADDING = 3
MOST_NAME_LINES = 4
MOST_SIGNATURE_PIXELS = 4_000_000
"""A pad gives a tenth of a million."""



@dataclass(frozen=True, slots=True)
class Amount:
    """Money in a table cell, in đồng: set to the right, so that digits stand under digits."""

    vnd: int


Cell = str | int | bool | Amount
"""What a table cell holds: markup, a count (0 prints a dash), a tick, or money."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a ruled table: its heading, and its share of the width."""

    heading: str
    share: float


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the heading over the room to sign in, and the name under it; without a heading, empty room.

    `picture` is a signature already given on a pad, as a PNG.
    """

    heading: str = ""
    name: str = ""
    picture: bytes = b""


def refuse_voided(dossier: Dossier) -> None:
    """No paper of a voided dossier is ever printed."""
    if dossier.status is Status.VOIDED:
        raise Impossible("Hồ sơ đã hủy nên không in giấy tờ của hồ sơ này.")


def title(words: str, sheet: SheetSize, below: str) -> list[Flowable]:
    """The form's title in capitals, and under it what sets this paper apart."""
    lines = even_lines(checked(words.upper()), BOLD, sheet.title_pt, sheet.text_width)
    gap = 2 * sheet.gap_pt
    capitals = paragraph("<br/>".join(strong(one) for one in lines), sheet.title_pt, "centre", before=4,
                         after=1 if below else gap)  # fmt: skip
    return [capitals, *([paragraph(slanted(below), sheet.body_pt, "centre", after=gap)] if below else [])]


def reprint_mark(times: int, sheet: SheetSize) -> list[Flowable]:
    """IN LẠI LẦN n, once a paper of this form was confirmed in hand."""
    return framed_mark(f"IN LẠI LẦN {times}", sheet) if times else []


def framed_mark(words: str, sheet: SheetSize) -> list[Flowable]:
    """A few words in a frame nobody can overlook."""
    inside = paragraph(strong(words), sheet.body_pt, "centre")
    frame = [("BOX", (0, 0), (-1, -1), 1.2, "black"), ("TOPPADDING", (0, 0), (-1, -1), 1)]
    return [grid([[inside]], [sheet.text_width * 0.32], frame, spaceBefore=2, spaceAfter=4)]


def number_line(words: str, sheet: SheetSize) -> list[Flowable]:
    """The line that names the form's number and law, where it is verified."""
    return [paragraph(slanted(words), sheet.table_pt, "right", after=2)] if words else []


def line(markup: str, sheet: SheetSize) -> Paragraph:
    """One line of body text."""
    return paragraph(markup, sheet.body_pt, after=sheet.gap_pt)


def said(words: str, sheet: SheetSize) -> list[Flowable]:
    """A sentence from data; one without words takes no room."""
    return [line(plain(words), sheet)] if words else []


def fact(label: str, value: str, sheet: SheetSize) -> Paragraph:
    """A labelled fact; dots where there is none."""
    return line(f"{plain(label)}: {or_dots(value)}", sheet)


def contact_lines(person: Person, sheet: SheetSize) -> list[Flowable]:
    """Address, telephone, e-mail and the number of the paper shown, as the office's forms carry them."""
    return [
        fact("Địa chỉ", person.address, sheet),
        line(f"Số điện thoại: {or_dots(person.phone)}. Email: {or_dots(person.email)}", sheet),
        fact("Số căn cước/Hộ chiếu", person.id_number, sheet),
    ]


def wanted(dossier: Dossier) -> str:
    """What the citizen asks for: the procedure with its code, and the clerk's summary where there is one."""
    asked = f"{dossier.procedure_name} ({dossier.procedure_code})"
    return f"{asked}. {dossier.summary}" if dossier.summary else asked


def in_the_register(dossier: Dossier) -> str:
    """Volume and number in the register of dossiers, as markup; dots where the register is kept by hand."""
    entry = dossier.entry(BookKind.DOSSIERS)
    volume, number = (f"{entry.volume}/{entry.year}", f"{entry.number:04d}") if entry else ("", "")
    return f"Quyển số: {or_dots(volume)} Số thứ tự: {or_dots(number)}"


def ways_to_ask(office: Office) -> str:
    """Where a citizen learns how the dossier stands, as far as the office has such places."""
    ways = [
        f"tra cứu tại {office.lookup_url}" if office.lookup_url else "",
        f"gọi số {office.phone}" if office.phone else "",
    ]
    return " hoặc ".join(way for way in ways if way) or "hỏi tại nơi tiếp nhận"


def ruled_table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], sheet: SheetSize) -> Table:
    """A table with a heading row repeated on every page; a row taller than a page is split."""
    headings = [paragraph(strong(column.heading), sheet.table_pt, "centre") for column in columns]
    body = [[_cell(cell, index, sheet) for index, cell in enumerate(row)] for row in rows]
    return grid(
        [headings, *body],
        [column.share * sheet.text_width for column in columns],
        [
            ("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, -1), 0.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ],
        repeatRows=1, splitInRow=1, spaceBefore=1, spaceAfter=sheet.gap_pt + 2,
    )  # fmt: skip


def _cell(cell: Cell, column: int, sheet: SheetSize) -> Flowable:
    match cell:
        case bool():
            return tick_box(cell)
        case int():
            return paragraph(str(cell) if cell else "–", sheet.table_pt, "centre")
        case Amount():
            return paragraph(figures(cell.vnd), sheet.table_pt, "right")
        case _:
            return paragraph(cell, sheet.table_pt, "centre" if column == 0 and cell.isdecimal() else "left")


def signatures(people: Sequence[Signature], width: float, sheet: SheetSize, room: float = SIGNING_ROOM) -> Table:
    """Signatures side by side in `width` points, each with `room` to sign."""
    hint = "(Ký, ghi rõ họ tên)"
    column = width / len(people) - 2 * SIGNATURE_PADDING
    return grid(
        [
            [_evenly(person.heading, sheet.table_pt, column) for person in people],
            [paragraph(slanted(hint if person.heading else ""), sheet.table_pt, "centre") for person in people],
            [_signature_picture(person.picture, column, room) for person in people],
            [_signed(person.name, sheet.table_pt, column) for person in people],
        ],
        [width / len(people)] * len(people),
        [
            ("LEFTPADDING", (0, 0), (-1, -1), SIGNATURE_PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), SIGNATURE_PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ],
        rowHeights=[None, None, room, None],
    )  # fmt: skip


def _signed(name: str, size_pt: float, width: float) -> Paragraph:
    """A name on even lines; an endless one is left to the hand that signs, as it stands whole in the text."""
    lines = even_lines(checked(name), BOLD, size_pt, width)
    return _evenly(name if len(lines) <= MOST_NAME_LINES else "", size_pt, width)


def _evenly(words: str, size_pt: float, width: float) -> Paragraph:
    """Bold words in the middle, on as few and as even lines as fit `width`."""
    lines = even_lines(checked(words), BOLD, size_pt, width)
    return paragraph("<br/>".join(strong(one) for one in lines), size_pt, "centre")


def _signature_picture(png: bytes, width: float, height: float) -> list[Flowable]:
    """A signature given on a pad, as large as the room to sign in lets it be; InvalidInput where it is no picture."""
    if not png:
        return []
    from PIL import Image as Picture
    from PIL import UnidentifiedImageError
    from reportlab.platypus import Image

    try:
        # Another desk may have sent it: one small decoder opens it, not all that Pillow knows, and no wall of pixels.
        with Picture.open(BytesIO(png), formats=("PNG",)) as opened:
            if opened.width * opened.height > MOST_SIGNATURE_PIXELS:
                raise ValueError
            opened.load()
    except (UnidentifiedImageError, Picture.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise InvalidInput(
            "Ảnh chữ ký không mở được. In lại không kèm chữ ký rồi ký tay.", field="signature"
        ) from error
    picture = Image(BytesIO(png))
    picture._restrictSize(width, height)
    return [picture]
