"""Page pictures into the PDF the archive keeps, and thumbnails for the screen."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from scanning.errors import Fault, ScanError
from scanning.picture import ARCHIVE_FLOOR_DPI, encode_jpeg

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream

    from scanning.picture import Picture

PAGE_QUALITY = 80
"""JPEG quality of a kept page: chroma of a red seal stays, print stays legible at 300 dpi."""

THUMBNAIL_MAX_BYTES = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """A page ready to be kept: BGR or grey pixels at a known resolution, hence a known paper size."""

    pixels: Picture
    dpi: int


def page_pdf(pages: Iterable[PageImage], quality: int = PAGE_QUALITY) -> bytes:
    """One PDF of all pages at their physical size, taken one by one; raises ScanError below the archive's 200 dpi."""
    import pikepdf

    with pikepdf.new() as pdf:
        for page in pages:
            if page.dpi < ARCHIVE_FLOOR_DPI:
                raise ScanError(Fault.LOW_RESOLUTION)
            _add_page(pdf, page, quality)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def thumbnail(image: Picture, side_px: int = 320) -> bytes:
    """A JPEG of at most 50 KB whose longer side is `side_px`."""
    import cv2

    scale = min(1.0, side_px / max(image.shape[:2]))
    small = cast("Picture", cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    for quality in (80, 60, 40):
        data = encode_jpeg(small, quality)
        if len(data) <= THUMBNAIL_MAX_BYTES:
            return data
    return thumbnail(image, side_px * 3 // 4)


def _add_page(pdf: Pdf, page: PageImage, quality: int) -> None:
    """A page that is one JPEG, as large on paper as the sheet that was scanned."""
    from pikepdf import Dictionary

    height_px, width_px = page.pixels.shape[:2]
    width_pt, height_pt = width_px * 72 / page.dpi, height_px * 72 / page.dpi
    pdf.add_blank_page(page_size=(width_pt, height_pt))
    sheet = pdf.pages[-1]
    sheet.Resources = Dictionary(XObject=Dictionary(Scan=_jpeg(pdf, page, quality)))
    sheet.Contents = pdf.make_stream(b"q %.4f 0 0 %.4f 0 0 cm /Scan Do Q" % (width_pt, height_pt))


def _jpeg(pdf: Pdf, page: PageImage, quality: int) -> Stream:
    from pikepdf import Name

    height_px, width_px = page.pixels.shape[:2]
    stream = pdf.make_stream(encode_jpeg(page.pixels, quality))
    stream.Type, stream.Subtype, stream.Filter = Name.XObject, Name.Image, Name.DCTDecode
    stream.Width, stream.Height, stream.BitsPerComponent = width_px, height_px, 8
    stream.ColorSpace = Name.DeviceGray if page.pixels.ndim == 2 else Name.DeviceRGB
    return stream
