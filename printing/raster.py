"""Pages of a PDF as pictures, for printers that take no PDF, for screens and for tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pypdfium2 import PdfDocument


class Unreadable(Exception):
    """Bytes that cannot be drawn."""


MOST_PIXELS = 160_000_000
"""A4 at 1200 dpi is 139 million; a page that another desk sent may claim to be as large as a field."""

_ONE_AT_A_TIME = threading.RLock()
"""PDFium keeps state of its own for the whole process: two threads inside it at once end in a crash."""


def pages(pdf: bytes, dpi: int) -> Iterator[NDArray[np.uint8]]:
    """Every page as a height × width × 3 array, RGB, one at a time (A4 at 300 dpi: 26 MB); raises Unreadable."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = _opened(pdf)
        except pypdfium2.PdfiumError as error:
            raise Unreadable from error
        count = len(document)
    try:
        for number in range(count):
            yield _picture(document, number, dpi)
    except pypdfium2.PdfiumError as error:
        raise Unreadable from error
    finally:
        with _ONE_AT_A_TIME:
            document.close()


def page(pdf: bytes, number: int, dpi: int, most_pixels: int = MOST_PIXELS) -> NDArray[np.uint8]:
    """One page (0-based) like those of `pages`; raises Unreadable for what is no PDF or has no such page."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = _opened(pdf)
        except pypdfium2.PdfiumError as error:
            raise Unreadable from error
        try:
            return _picture(document, number, dpi, most_pixels)
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise Unreadable from error
        finally:
            document.close()


def _opened(pdf: bytes) -> PdfDocument:
    """With its form, where it has one: a signature that shows on a page is a field of it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document


def _picture(document: PdfDocument, number: int, dpi: int, most_pixels: int = MOST_PIXELS) -> NDArray[np.uint8]:
    with _ONE_AT_A_TIME:
        page = document[number]
        try:
            width_pt, height_pt = page.get_size()
            if width_pt * height_pt * (dpi / 72) ** 2 > most_pixels:
                raise Unreadable
            picture: NDArray[np.uint8] = page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()[..., :3].copy()
            return picture
        finally:
            page.close()


def png(pdf: bytes, dpi: int) -> list[bytes]:
    """Every page as a PNG file that knows its resolution; raises Unreadable."""
    from PIL import Image

    files = []
    for page in pages(pdf, dpi):
        file = BytesIO()
        Image.fromarray(page).save(file, "PNG", dpi=(dpi, dpi))
        files.append(file.getvalue())
    return files
