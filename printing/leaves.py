"""Flow blocks onto sheets: a form's copies one after another, each with its codes, foot and page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from printing.barcodes import QR_SIDE, on_grid
from printing.sheet_sizes import MM, SheetSize
from printing.typography import BOLD, LEADING, REGULAR, checked, paragraph, register_faces, slanted

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

QR_WORDS_PT = 10
QUIET_IN_MARGIN = 2.7 * MM
"""The QR's outer quiet zones may lie in the margins, which are white already."""

FOOT_HEIGHT = 32.5 * MM
"""Room for signatures and a stamp, and beside them for the QR with its words; a long name takes more."""

FOOT_GAP = 14
"""Between the last words of a paper and its foot, where no QR holds the foot down."""

LEAST_FOOT = 63 * MM
"""Two signatures side by side need so much."""

CODE_GAP = 30 * MM
"""The QR keeps this far from the place of the stamp and from the Code 128 (BARCODES.md section 6)."""

RUNNING_HEAD_PT = 10
WATERMARK = "TẬP HUẤN"
WATERMARK_GREY = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy (liên) of a form: blocks in reading order, the foot of its last page, the QR of its first.

    `proof` is the signed code of a slip, to the left of the QR.
    """

    blocks: list[Flowable]
    foot: Flowable
    running_head: str
    qr: Flowable | None = None
    qr_words: str = ""
    proof: Flowable | None = None
    proof_words: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Flowable
    left: float
    bottom: float


def foot_width(sheet: SheetSize, qr: Flowable | None, proof: Flowable | None = None) -> float:
    """How wide the foot may be, in points, so that no stamp comes near the QR, nor near the proof where there is room.

    On A5 there is none: the proof stands in the gap, for a slip is filed and returned by the other two codes.
    """
    if qr is None:
        return sheet.text_width
    beside_qr = sheet.text_width - QR_SIDE - CODE_GAP
    return beside_qr if proof is None else max(beside_qr - proof.width, min(beside_qr, LEAST_FOOT))


def bind(copies: list[Copy], sheet: SheetSize, title: str, *, training: bool = False) -> bytes:
    """The PDF of all copies; the same facts give the same bytes. Raises ValueError for a block no page can hold."""
    buffer = BytesIO()
    canvas = new_canvas(buffer, sheet, title)
    for copy in copies:
        _draw_copy(canvas, copy, sheet, training)
    canvas.save()
    return buffer.getvalue()


def new_canvas(out: BinaryIO, sheet: SheetSize, title: str) -> Canvas:
    """An empty PDF of sheets of one size; it names no face but ours and no day of making."""
    from reportlab.pdfgen.canvas import Canvas

    register_faces()
    canvas = Canvas(
        out, pagesize=(sheet.width, sheet.height), initialFontName=REGULAR, initialFontSize=sheet.body_pt,
        invariant=1, pageCompression=1, lang="vi-VN",
    )  # fmt: skip
    canvas.setTitle(checked(title))
    return canvas


def _draw_copy(canvas: Canvas, copy: Copy, sheet: SheetSize, training: bool) -> None:
    _, tall = copy.foot.wrapOn(canvas, foot_width(sheet, copy.qr, copy.proof), sheet.height)
    foot_height = max(FOOT_HEIGHT, tall)
    pages = _paginate(canvas, copy, sheet, foot_height)
    for number, page in enumerate(pages, start=1):
        if training:
            draw_watermark(canvas, sheet)
        if number > 1:
            _draw_running_head(canvas, copy.running_head, f"Trang {number}/{len(pages)}", sheet)
        for placed in page:
            placed.block.drawOn(canvas, on_grid(placed.left), on_grid(placed.bottom))
        if number == 1 and copy.qr is not None:
            right = sheet.width - sheet.right + QUIET_IN_MARGIN
            _draw_qr(canvas, copy.qr, copy.qr_words, right, sheet)
            if copy.proof is not None:
                _draw_qr(canvas, copy.proof, copy.proof_words, right - copy.qr.width, sheet)
        if number == len(pages):
            beside_qr = number == 1 and copy.qr is not None
            bottom = sheet.bottom + foot_height if beside_qr or not page else page[-1].bottom - FOOT_GAP
            copy.foot.drawOn(canvas, sheet.left, max(bottom, sheet.bottom + foot_height) - tall)
        else:
            _draw_turn_over(canvas, sheet, len(pages))
        canvas.showPage()


def _paginate(canvas: Canvas, copy: Copy, sheet: SheetSize, foot_height: float) -> list[list[_Placed]]:
    """Blocks on their pages; the first page always keeps room for the foot when it bears a QR, the last always."""
    pages: list[list[_Placed]] = [[]]
    top = sheet.height - sheet.top
    waiting = list(copy.blocks)
    while waiting:
        block = waiting.pop(0)
        # Later pages keep only the line that says to turn over.
        held_free = foot_height if len(pages) == 1 and copy.qr is not None else RUNNING_HEAD_PT * LEADING
        floor = sheet.bottom + held_free
        before = block.getSpaceBefore() if pages[-1] else 0
        width, height = block.wrapOn(canvas, sheet.text_width, top - before - floor)
        if height <= top - before - floor:
            top -= before + height
            pages[-1].append(_Placed(block, sheet.left + (sheet.text_width - width) / 2, top))
            top -= block.getSpaceAfter()
            continue
        parts = _split(canvas, block, sheet.text_width, top - before - floor, fresh=not pages[-1])
        if len(parts) > 1:
            waiting[:0] = parts
        elif pages[-1]:
            waiting.insert(0, block)
            pages.append([])
            top = sheet.height - sheet.top - 2 * RUNNING_HEAD_PT
        else:
            raise ValueError("a block is taller than a page")
    if top < sheet.bottom + foot_height:
        pages.append(_carried_over(pages[-1], sheet, foot_height))
    return pages


def _split(canvas: Canvas, block: Flowable, width: float, height: float, *, fresh: bool) -> list[Flowable]:
    """A block cut to `height`; a table between its rows, inside a row only where a fresh page cannot hold it."""
    if not getattr(block, "splitInRow", 0):
        return list(block.splitOn(canvas, width, height))
    block.splitInRow = 0
    parts = list(block.splitOn(canvas, width, height))
    if fresh and not parts:
        # Cells set to the middle of a row drift away when the row is cut.
        block.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
        block.splitInRow = 1
        parts = list(block.splitOn(canvas, width, height))
    for part in (block, *parts):
        part.splitInRow = 1
    return parts


def _carried_over(page: list[_Placed], sheet: SheetSize, foot_height: float) -> list[_Placed]:
    """The last block of a full page goes with the foot, so that no signature stands on a sheet that says nothing."""
    top = sheet.height - sheet.top - 2 * RUNNING_HEAD_PT
    height = page[-1].block.height if len(page) > 1 else sheet.height
    if top - height < sheet.bottom + foot_height:
        return []
    last = page.pop()
    return [_Placed(last.block, last.left, top - height)]


def _draw_running_head(canvas: Canvas, words: str, page: str, sheet: SheetSize) -> None:
    """What this paper is and which page of it, above the text of every page but the first."""
    base = sheet.height - sheet.top - RUNNING_HEAD_PT
    canvas.setFillGray(0)
    canvas.setFont(REGULAR, RUNNING_HEAD_PT)
    canvas.drawString(sheet.left, base, checked(words))
    canvas.drawRightString(sheet.width - sheet.right, base, page)


def _draw_turn_over(canvas: Canvas, sheet: SheetSize, pages: int) -> None:
    canvas.setFillGray(0)
    canvas.setFont(REGULAR, RUNNING_HEAD_PT)
    canvas.drawString(sheet.left, sheet.bottom, f"Còn tiếp ở trang sau ({pages} trang).")


def _draw_qr(canvas: Canvas, qr: Flowable, words: str, right: float, sheet: SheetSize) -> None:
    """A QR at the lower edge of the text, ending at `right`, its words above it."""
    left = on_grid(right - qr.width)
    bottom = on_grid(sheet.bottom - QUIET_IN_MARGIN)
    caption = paragraph(slanted(words), QR_WORDS_PT, "centre")
    caption.wrapOn(canvas, qr.width, FOOT_HEIGHT)
    qr.drawOn(canvas, left, bottom)
    caption.drawOn(canvas, left, bottom + qr.height)


def draw_watermark(canvas: Canvas, sheet: SheetSize) -> None:
    """Said twice across the sheet, so that no half of it passes for a real paper."""
    canvas.saveState()
    canvas.setFillGray(WATERMARK_GREY)
    canvas.setFont(BOLD, min(sheet.width, sheet.height) / 6)
    for height in (0.3, 0.65):
        canvas.saveState()
        canvas.translate(sheet.width / 2, sheet.height * height)
        canvas.rotate(35)
        canvas.drawCentredString(0, 0, WATERMARK)
        canvas.restoreState()
    canvas.restoreState()
