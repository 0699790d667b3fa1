"""What a PDF says and where: text, text boxes, code boxes, fonts."""

import io
import unicodedata
from dataclasses import dataclass
from itertools import combinations

import pikepdf
import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4
SLACK = 0.4
"""Points two boxes may share: rounding in the reader, less than a hairline."""


@dataclass(frozen=True)
class Box:
    """A rectangle on a page in points, the origin at the left bottom corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str = ""

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than a hairline in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > SLACK and along > SLACK

    def gap(self, other: "Box") -> float:
        """Straight distance between the two, 0 when they touch."""
        across = max(other.left - self.right, self.left - other.right, 0)
        along = max(other.bottom - self.top, self.bottom - other.top, 0)
        return float((across**2 + along**2) ** 0.5)


@dataclass(frozen=True)
class Page:
    """One page: its size in points, its text in reading order, and its boxes."""

    width: float
    height: float
    text: str
    words: tuple[Box, ...]
    codes: tuple[Box, ...]


def read_pages(pdf: bytes) -> list[Page]:
    """Every page; codes are the large filled shapes, bar code first."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_read_page(page) for page in document]
    finally:
        document.close()


def _read_page(page: pypdfium2.PdfPage) -> Page:
    text = page.get_textpage()
    words = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        words.append(Box(left, bottom, right, top, text.get_text_bounded(left, bottom, right, top)))
    shapes = [Box(*shape.get_bounds()) for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]) if _is_code(shape)]
    width, height = page.get_size()
    return Page(width, height, said(text.get_text_range()), tuple(words), tuple(shapes))


def _is_code(shape: pypdfium2.PdfObject) -> bool:
    """Codes are the only shapes made of hundreds of corners."""
    return int(raw.FPDFPath_CountSegments(shape.raw)) > 100


def said(text: str) -> str:
    """Text with its line ends as single spaces, as people compare it; it must be NFC already."""
    assert unicodedata.is_normalized("NFC", text)
    return " ".join(text.split())


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of texts, or of a text and a code, that lie on one another."""
    boxes = [*page.words, *page.codes]
    return [(a.text, b.text) for a, b in combinations(boxes, 2) if a.overlaps(b)]


def outside(page: Page) -> list[str]:
    """Texts that leave the printable area: 5 mm from every edge."""
    edge = 5 * MM
    return [
        box.text
        for box in (*page.words, *page.codes)
        if box.left < edge or box.bottom < edge or box.right > page.width - edge or box.top > page.height - edge
    ]


MARGINS_MM = {(210, 297): (30, 20, 18, 18), (297, 210): (20, 15, 18, 15), (148, 210): (15, 10, 7, 7),
              (210, 148): (10, 10, 10, 10)}  # fmt: skip
"""Width and height of a sheet → its left, right, top and bottom margins (domain 1.3 and 1.5)."""

INK_SLACK = 4.0
"""Points by which the tails of letters on the last line may hang below the text."""


def beyond_margins(page: Page) -> list[str]:
    """Texts and codes that leave the text area of their sheet."""
    size = (round(page.width / MM), round(page.height / MM))
    left, right, top, bottom = (margin * MM for margin in MARGINS_MM[size])
    return [
        box.text or "code"
        for box in (*page.words, *page.codes)
        if box.left < left - SLACK
        or box.right > page.width - right + SLACK
        or box.top > page.height - top + SLACK
        or box.bottom < bottom - INK_SLACK
    ]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font a page names → whether its letters are in the file."""
    found: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for font in page.resources.get("/Font", pikepdf.Dictionary()).values():
                descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
                found[str(font["/BaseFont"])] = "/FontFile2" in descriptor
    return found
