"""Files into page pictures: JPEG, PNG, TIFF of many pages, PDF by its own bitmap or rendered at 300 dpi."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from scanning.errors import Fault, ScanError
from scanning.picture import MAX_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

    from scanning.picture import Picture

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf"})
RENDER_DPI = 300
RENDER_SCALE = RENDER_DPI / 72 - 1e-6
"""A hair less, for pdfium rounds a page's pixels up and would stretch a scan of its own size by one."""

_A4_SIDES_IN = (210 / 25.4, 297 / 25.4)
_BELIEVABLE_DPI = range(100, 2401)
"""Cameras and screens write 72 or 96 dpi that nobody measured; outside this the size is taken as unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class DocumentPage:
    """One page of a file: 1-based number, BGR or grey pixels, dots per inch (known, or fitted to A4)."""

    number: int
    pixels: Picture
    dpi: int


def read_pages(path: Path) -> Iterator[DocumentPage]:
    """Pages of the file one by one; raises ScanError for a missing, foreign, locked, torn or giant file."""
    return read_document(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises ScanError where it is missing or may not be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ScanError(Fault.FILE_MISSING) from error
    except OSError as error:
        raise ScanError(Fault.FILE_UNREADABLE) from error


def read_document(data: bytes, behind: int = 0) -> Iterator[DocumentPage]:
    """Pages of a document by its first bytes, whatever its name says; those `behind` a page, where one is given."""
    if b"%PDF-" in data[:1024]:
        yield from _pdf_pages(data, behind)
    elif data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\0", b"MM\0*")):
        yield from _picture_pages(data, behind)
    else:
        raise ScanError(Fault.FILE_KIND)


def count_pages(data: bytes) -> int:
    """How many pages a document says it has; raises ScanError as its reading does."""
    if b"%PDF-" not in data[:1024]:
        return _count_frames(data)
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(data) as document:
            return len(document)
    except pdfium.PdfiumError as error:
        raise ScanError(Fault.FILE_UNREADABLE) from error


def _count_frames(data: bytes) -> int:
    with _opened(data) as image:
        return int(getattr(image, "n_frames", 1))


def _picture_pages(data: bytes, behind: int) -> Iterator[DocumentPage]:
    """Every frame of a JPEG, PNG or TIFF, turned as its EXIF says."""
    from PIL import ImageOps

    with _opened(data) as image:
        for index in range(behind, getattr(image, "n_frames", 1)):
            image.seek(index)
            if image.width * image.height > MAX_PIXELS:
                raise ScanError(Fault.FILE_TOO_BIG)
            upright = ImageOps.exif_transpose(image)
            yield DocumentPage(index + 1, _pixels(upright), _dpi(upright))


@contextmanager
def _opened(data: bytes) -> Iterator[Image]:
    """A JPEG, PNG or TIFF, whose faults are named however Pillow's readers meet them."""
    import io

    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "TIFF")) as image:
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ScanError(Fault.FILE_TOO_BIG) from error
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        KeyError,
        IndexError,
        TypeError,
        OverflowError,
    ) as error:
        # Pillow's readers meet a torn or hostile file with any of these.
        raise ScanError(Fault.FILE_UNREADABLE) from error


def _pixels(image: Image) -> Picture:
    """BGR or grey uint8; transparency lies on white paper, 16-bit greys keep their upper byte."""
    import numpy as np
    from PIL import Image as PillowImage

    if image.mode.startswith("I;16"):
        return cast("Picture", (np.asarray(image) >> 8).astype(np.uint8))
    if image.mode in {"1", "L"}:
        return np.array(image.convert("L"))
    if image.has_transparency_data:
        paper = PillowImage.new("RGBA", image.size, "white")
        image = PillowImage.alpha_composite(paper, image.convert("RGBA"))
    return np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])


def _dpi(image: Image) -> int:
    """The file's own resolution where believable, else 300 or what fits the picture onto A4."""
    told = round(float(image.info.get("dpi", (0, 0))[0]))
    if told in _BELIEVABLE_DPI:
        return told
    short, long = sorted(image.size)
    return max(RENDER_DPI, round(short / _A4_SIDES_IN[0]), round(long / _A4_SIDES_IN[1]))


def _pdf_pages(data: bytes, behind: int) -> Iterator[DocumentPage]:
    """PDF pages: the scanner's own bitmap where a page is just that, a rendering otherwise."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as pdfium_c

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code == pdfium_c.FPDF_ERR_PASSWORD
        raise ScanError(Fault.FILE_LOCKED if locked else Fault.FILE_UNREADABLE) from error
    try:
        for index in range(behind, len(document)):
            page = document[index]
            yield _embedded(page, index + 1) or _rendered(page, index + 1)
            page.close()
    except pdfium.PdfiumError as error:
        raise ScanError(Fault.FILE_UNREADABLE) from error
    finally:
        document.close()


def _embedded(page: Any, number: int) -> DocumentPage | None:
    """The one bitmap that is the whole page, unless something turns, mirrors or covers it."""
    import pypdfium2.raw as pdfium_c

    # Counted first: a page of the world may hold millions of objects, and each would become one of Python's.
    if pdfium_c.FPDFPage_CountObjects(page) != 1 or page.get_rotation() or pdfium_c.FPDFPage_GetAnnotCount(page):
        return None
    (picture,) = page.get_objects(max_depth=1)
    if picture.type != pdfium_c.FPDF_PAGEOBJ_IMAGE:
        return None
    matrix = picture.get_matrix()
    width_pt, height_pt = page.get_size()
    fills = abs(matrix.a - width_pt) < 0.02 * width_pt and abs(matrix.d - height_pt) < 0.02 * height_pt
    width_px, height_px = picture.get_px_size()
    dpi = round(width_px * 72 / width_pt)
    if not fills or matrix.b or matrix.c or dpi not in _BELIEVABLE_DPI or width_px * height_px > MAX_PIXELS:
        return None
    return DocumentPage(number, _bitmap_pixels(picture.get_bitmap(render=False)), dpi)


def _rendered(page: Any, number: int) -> DocumentPage:
    """The page drawn at 300 dpi; a page too large for memory is refused."""
    width_pt, height_pt = page.get_size()
    scale = RENDER_SCALE
    if width_pt * height_pt * scale * scale > MAX_PIXELS:
        raise ScanError(Fault.FILE_TOO_BIG)
    return DocumentPage(number, _bitmap_pixels(page.render(scale=scale)), RENDER_DPI)


def _bitmap_pixels(bitmap: Any) -> Picture:
    """Own copy of a pdfium bitmap as grey or BGR: its memory dies with the page."""
    import numpy as np

    pixels = np.array(bitmap.to_numpy())
    if pixels.ndim == 3:
        pixels = pixels[:, :, 0] if pixels.shape[2] == 1 else pixels[:, :, :3]
    return np.ascontiguousarray(pixels)
