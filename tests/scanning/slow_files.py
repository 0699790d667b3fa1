"""Small files that take their reader half a minute and more, a page each."""

import io

import numpy as np
import pikepdf
from PIL import Image

from tests.scanning.paper import scanned_pdf


def endless_jpeg() -> bytes:
    """A wall of grey whose last scan comes two thousand times: half a minute of a processor in 120 kB."""
    file = io.BytesIO()
    Image.new("L", (4000, 4000), 128).save(file, "JPEG", progressive=True, dpi=(300, 300))
    whole = file.getvalue()
    last = whole.rfind(b"\xff\xda")
    return whole[:last] + whole[last:-2] * 2000 + whole[-2:]


def pdf_with_endless(pages: int, *endless: int) -> bytes:
    """A scanned PDF, some of whose pages (1-based) are such a picture."""
    plain = [np.full((900, 700), 40 * number, np.uint8) for number in range(1, pages + 1)]
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scanned_pdf(plain, 200))) as pdf:
        for number in endless:
            (image,) = pdf.pages[number - 1].get_images().values()
            image.write(endless_jpeg(), filter=pikepdf.Name.DCTDecode)
            image.Width = image.Height = 4000
            image.ColorSpace = pikepdf.Name.DeviceGray
        pdf.save(out)
    return out.getvalue()
