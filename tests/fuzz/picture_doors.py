"""The doors of pictures with codes on them: every reader of QR and bars in turn, on paper made to hurt them."""

import io
import struct
from collections.abc import Sequence

from printing.raster import Unreadable
from scanning.errors import ScanError
from tests.fuzz.doors import SLIP, huge_pdfs, one_page_pdf
from tests.fuzz.harness import Door

SIDE_PX = 240


def _codes() -> Sequence[bytes]:
    """A QR and bars, each alone on a small sheet."""
    import cv2
    import numpy as np

    from tests.scanning.paper import code128, paste, qr

    sheets = []
    for code in (qr(SLIP, 180), code128(SLIP.partition("/")[0], 1, 60)):
        sheet = np.full((SIDE_PX, max(SIDE_PX, code.shape[1] + 20), 3), 255, np.uint8)
        paste(sheet, code, 10, 10)
        sheets.append(cv2.imencode(".png", sheet, [cv2.IMWRITE_PNG_COMPRESSION, 0])[1].tobytes())
    return sheets


def _crowded() -> Sequence[bytes]:
    """A sheet sown with the corners of QR codes that belong to none, and one ruled from side to side."""
    import cv2
    import numpy as np

    sown = np.full((1200, 1200), 255, np.uint8)
    for top in range(0, 1190, 21):
        for left in range(0, 1190, 21):
            for at, shade in ((0, 0), (2, 255), (4, 0)):
                sown[top + at : top + 14 - at, left + at : left + 14 - at] = shade
    ruled = np.tile(np.array([0, 0, 255, 0, 255, 255], np.uint8), (1200, 200))
    return [cv2.imencode(".png", each)[1].tobytes() for each in (sown, ruled)]


def _read_codes(data: bytes) -> object:
    """Nothing that is read satisfies, so that every reader has its turn."""
    from scanning.codes import read_codes
    from scanning.documents import read_document

    return [read_codes(page.pixels, lambda _: False, thorough=True) for page in read_document(data)]


def _many_pages() -> Sequence[bytes]:
    """A TIFF of five thousand pages in half a megabyte, all of them the same eight bytes."""
    tags = [(256, 4, 1, 8), (257, 4, 1, 8), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8),
            (277, 3, 1, 1), (278, 4, 1, 8), (279, 4, 1, 64)]  # fmt: skip
    entries = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags)
    size, count = len(entries) + 4, 5000
    ends = (8 + size * (number + 1) if number < count - 1 else 0 for number in range(count))
    return [b"II*\0" + struct.pack("<I", 8) + b"".join(entries + struct.pack("<I", end) for end in ends)]


def _vast_pdfs() -> Sequence[bytes]:
    """Those that the reader of files is shown, and a page of seven metres, which fits no memory when it is drawn."""
    return [*huge_pdfs(), one_page_pdf(20_000)]


def _draw(data: bytes) -> object:
    """As a scan that came from another desk is drawn for the screen."""
    from printing.raster import png

    return png(data, 150)


def _small_tiff() -> Sequence[bytes]:
    from PIL import Image

    file = io.BytesIO()
    Image.new("L", (60, 40), 200).save(file, "TIFF", compression="tiff_adobe_deflate")
    return [file.getvalue()]


def _count_pages(data: bytes) -> object:
    from scanning.documents import read_document

    return sum(1 for _ in read_document(data))


PICTURE_DOORS = (
    Door("codes in a picture", _codes, lambda: _read_codes, (ScanError,), _crowded),
    Door("scan drawn", lambda: [one_page_pdf(200)], lambda: _draw, (Unreadable,), _vast_pdfs),
    Door("many pages", _small_tiff, lambda: _count_pages, (ScanError,), _many_pages),
)
