"""The archive's PDF: valid PDF/A-1b to a validator that is not ours, under a ceiling, the same bytes each time."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms

from scanning.codes import read_codes
from scanning.documents import read_document
from scanning.errors import Fault, ScanError
from scanning.pages import PageImage
from scanning.pdf import ArchivePdf, archive_pdf
from scanning.press import press
from scanning.srgb import srgb_profile
from tests.benchmarks._pages import DPI, draw, scan
from tests.scanning.paper import Slip, draw_slip, scanned, sealed
from tests.scanning.preflight import valid_archives

CODE = "H26.19.103-261121-0042"


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


def test_the_pdf_has_the_size_of_the_sheets() -> None:
    slip = np.full((2339, 1654, 3), 250, np.uint8)
    pages = [PageImage(slip, 200), PageImage(slip[:1000], 200), PageImage(slip[:, :, 0], 200)]
    document = pypdfium2.PdfDocument(archive_pdf(pages).data)
    sizes_mm = [tuple(round(side / 72 * 25.4) for side in document[index].get_size()) for index in range(3)]
    document.close()
    assert sizes_mm == [(210, 297), (210, 127), (210, 297)]


def test_a_slip_comes_back_from_its_pdf_with_both_codes() -> None:
    slip = draw_slip(Slip(CODE, f"{CODE}/X", 300))
    paper = scanned(sealed(slip, 1000, 2800, 230), seed=5)
    [page] = read_document(archive_pdf([PageImage(paper, 300)]).data)
    assert page.dpi == 300
    assert page.pixels.shape == paper.shape
    assert {reading.text for reading in read_codes(page.pixels, lambda _: True)} == {CODE, f"{CODE}/X"}


def test_a_child_makes_the_same_file() -> None:
    pages = [_page("letter"), PageImage(np.full((400, 300), 230, np.uint8), 200)]
    assert press(iter(pages)) == archive_pdf(pages)


@pytest.mark.parametrize("program", ["pass", "import sys; sys.stdin.buffer.read(); sys.exit(3)"])
def test_a_child_that_dies_is_a_fault_with_a_sentence(program: str) -> None:
    with pytest.raises(ScanError) as caught:
        press([_page("letter")], command=(sys.executable, "-c", program))
    assert caught.value.fault is Fault.WORKER_DIED


def test_a_page_that_cannot_be_read_ends_the_child_too() -> None:
    def torn() -> Iterator[PageImage]:
        yield _page("letter")
        raise ScanError(Fault.SPOOL_UNREADABLE)

    with pytest.raises(ScanError) as caught:
        press(torn())
    assert caught.value.fault is Fault.SPOOL_UNREADABLE


def test_the_same_pages_give_the_same_bytes() -> None:
    """Files are named by their content: binding twice must not keep two."""
    assert archive_pdf([_page("letter")]).data == archive_pdf([_page("letter")]).data


@pytest.mark.parametrize("make", [archive_pdf, press])
def test_a_page_under_200_dpi_is_refused(make: Callable[[Iterable[PageImage]], ArchivePdf]) -> None:
    with pytest.raises(ScanError) as caught:
        make([PageImage(np.full((800, 600), 250, np.uint8), 199)])
    assert caught.value.fault is Fault.LOW_RESOLUTION


def _stencils(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [page.Resources.XObject["/Print"].read_raw_bytes() for page in pdf.pages]
