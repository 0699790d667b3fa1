"""The archive's PDF: valid PDF/A-1b to a validator that is not ours, under a ceiling, the same bytes each time."""

import io
from functools import cache
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms

from scanning.errors import Fault, ScanError
from scanning.pages import PageImage
from scanning.pdf import archive_pdf
from scanning.srgb import srgb_profile
from tests.benchmarks._pages import DPI, draw, scan
from tests.scanning.preflight import valid_archives


@cache
def _page(kind: str) -> PageImage:
    """The foot of a page: its seal, its pen, its codes."""
    return PageImage(scan(draw(kind, 3).pixels[2400:], 3), DPI)


def _stripes() -> PageImage:
    """A raster: its stencil is Group 4."""
    return PageImage(np.tile(np.where(np.arange(2400) // 3 % 2, 20, 250).astype(np.uint8), (2600, 1)), DPI)


def test_what_bends_the_rules_most_is_valid_and_a_control_is_not(tmp_path: Path) -> None:
    """Every way a page's layers are coded; the control is the same file without its output intent."""
    data = archive_pdf([_page("form"), _stripes(), PageImage(np.full((1654, 1169), 244, np.uint8), 200)]).data
    control = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        filters = {str(image.Filter) for page in pdf.pages for image in page.Resources.XObject.values()}
        assert filters == {"/DCTDecode", "/JBIG2Decode", "/CCITTFaxDecode"}
        assert pdf.pdf_version == "1.4"
        del pdf.Root.OutputIntents
        pdf.save(control)
    assert valid_archives({"ours": data, "control": control.getvalue()}, tmp_path) == {"ours"}


def test_the_profile_is_srgb() -> None:
    colours = Image.fromarray(np.random.default_rng(2).integers(0, 256, (40, 40, 3), np.uint8))
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    seen = ImageCms.profileToProfile(colours, ours, ImageCms.createProfile("sRGB"))
    assert seen is not None
    assert np.abs(np.asarray(seen).astype(int) - np.asarray(colours)).mean() < 3


def test_a_ceiling_is_met_by_coarser_colours_while_print_stays() -> None:
    pages = [_page("form"), _page("letter")]
    free = archive_pdf(pages)
    pressed = archive_pdf(pages, ceiling_bytes=len(free.data) - 1)
    assert free.fits
    assert free.coarser == 0
    assert pressed.fits
    assert pressed.coarser == 1
    assert len(pressed.data) < len(free.data)
    assert _stencils(pressed.data) == _stencils(free.data)


def test_a_ceiling_that_cannot_be_met_is_said_and_nothing_is_left_out() -> None:
    pressed = archive_pdf([_page("form")], ceiling_bytes=10_000)
    assert not pressed.fits
    assert pressed.coarser == 2
    document = pypdfium2.PdfDocument(pressed.data)
    assert len(document) == pressed.pages == 1
    document.close()


def test_the_same_pages_give_the_same_bytes() -> None:
    """Files are named by their content: binding twice must not keep two."""
    assert archive_pdf([_page("letter")]).data == archive_pdf([_page("letter")]).data


def test_a_page_under_200_dpi_is_refused() -> None:
    with pytest.raises(ScanError) as caught:
        archive_pdf([PageImage(np.full((800, 600), 250, np.uint8), 199)])
    assert caught.value.fault is Fault.LOW_RESOLUTION


def _stencils(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [page.Resources.XObject["/Print"].read_raw_bytes() for page in pdf.pages]
