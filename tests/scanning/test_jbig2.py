"""JBIG2 stencils come back bit for bit from two decoders that know nothing of each other or of us."""

import io
import subprocess
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pytest
from numpy.typing import NDArray

from scanning.jbig2 import encode_jbig2
from tests.scanning.paper import Slip, draw_slip, scanned, sealed

Stencil = NDArray[np.bool_]


def _random(shape: tuple[int, int], share: float) -> Stencil:
    return np.random.default_rng(7).random(shape) < share


def _slip() -> Stencil:
    slip = draw_slip(Slip("H26.19.103-261121-0042", "H26.19.103-261121-0042/X", 300))
    page = scanned(sealed(slip, 1000, 2800, 230), seed=3)
    return np.asarray(page.max(axis=2) < 128)


def _steps() -> Stencil:
    """Rows that repeat, rows that do not, in bands longer and shorter than the coder takes at once."""
    rows = np.random.default_rng(8).random((400, 90)) < 0.5
    return np.repeat(rows, np.arange(400) % 5 + 1, axis=0)


STENCILS = {
    "one pixel of ink": lambda: np.ones((1, 1), np.bool_),
    "one pixel of paper": lambda: np.zeros((1, 1), np.bool_),
    "one row": lambda: _random((1, 301), 0.4),
    "one column": lambda: _random((301, 1), 0.4),
    "blank": lambda: np.zeros((700, 333), np.bool_),
    "all ink": lambda: np.ones((700, 333), np.bool_),
    "dust": lambda: _random((700, 333), 0.01),
    "noise": lambda: _random((700, 333), 0.5),
    "repeated rows": _steps,
    "first row inked": lambda: np.arange(200 * 40).reshape(200, 40) < 40,
    "a slip": _slip,
}


@pytest.mark.parametrize("name", STENCILS)
def test_every_pixel_comes_back(name: str, tmp_path: Path) -> None:
    stencil = STENCILS[name]()
    data = _pdf(stencil)
    assert (_by_pdfium(data) == stencil).all()
    assert (_by_poppler(data, tmp_path) == stencil).all()


def test_a_slip_is_smaller_than_by_group_4() -> None:
    stencil = _slip()
    _, group_4 = cv2.imencode(".tif", np.where(stencil, 0, 255).astype(np.uint8), [cv2.IMWRITE_TIFF_COMPRESSION, 4])
    assert len(encode_jbig2(stencil)) < 0.8 * len(group_4)


def _pdf(stencil: Stencil) -> bytes:
    """A PDF that is nothing but the stencil."""
    height, width = stencil.shape
    with pikepdf.new() as pdf:
        image = pdf.make_stream(encode_jbig2(stencil))
        image.Type, image.Subtype, image.Filter = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.JBIG2Decode
        image.Width, image.Height, image.BitsPerComponent = width, height, 1
        image.ColorSpace = pikepdf.Name.DeviceGray
        pdf.add_blank_page(page_size=(600, 600))
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Ink=image))
        pdf.pages[0].Contents = pdf.make_stream(b"600 0 0 600 0 0 cm /Ink Do")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _by_pdfium(data: bytes) -> Stencil:
    document = pypdfium2.PdfDocument(data)
    image = next(document[0].get_objects())
    width, _ = image.get_px_size()
    grey = np.array(image.get_bitmap().to_numpy()).reshape(image.get_px_size()[1], -1)[:, :width]
    document.close()
    return np.asarray(grey < 128)


def _by_poppler(data: bytes, folder: Path) -> Stencil:
    (folder / "page.pdf").write_bytes(data)
    subprocess.run(["pdfimages", "-png", folder / "page.pdf", folder / "ink"], check=True)
    grey = cv2.imdecode(np.fromfile(folder / "ink-000.png", np.uint8), cv2.IMREAD_GRAYSCALE)
    assert grey is not None
    return np.asarray(grey < 128)
