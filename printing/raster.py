"""Pages of a PDF as pictures, for printers that take no PDF, for screens and for tests."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def pages(pdf: bytes, dpi: int) -> Iterator[NDArray[np.uint8]]:
    """Every page as a height × width × 3 array, RGB, one at a time: an A4 page at 300 dpi is 26 MB."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()[..., :3].copy()
            page.close()
    finally:
        document.close()


def png(pdf: bytes, dpi: int) -> list[bytes]:
    """Every page as a PNG file that knows its resolution."""
    from PIL import Image

    files = []
    for page in pages(pdf, dpi):
        file = BytesIO()
        Image.fromarray(page).save(file, "PNG", dpi=(dpi, dpi))
        files.append(file.getvalue())
    return files
