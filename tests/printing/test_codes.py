"""Both codes of a slip are read back from bad scans, and stand where nothing disturbs them."""

import zlib
from dataclasses import replace

import cv2
import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from dossiers.codes import parse_slip
from dossiers.dossier import Dossier
from dossiers.ids import to_base32
from printing.barcodes import (
    BAR_BLOCK_HEIGHT,
    DOT,
    QUIET_MODULES,
    code128_modules,
    module_dots,
    separator_payload,
    slip_payload,
)
from printing.forms import receipt
from printing.raster import pages
from printing.sheet_sizes import A5
from tests.printing.pdf_reading import MM, read_pages
from tests.printing.people_and_papers import OFFICE, certified_copies, general, overfull

PAPERS = ["A4", "A5"]


def worn(page: NDArray[np.uint8], skew_deg: float, seed: int) -> NDArray[np.uint8]:
    """A page as a tired scanner sees it: skewed, blurred, noisy, grey on grey, JPEG quality 40."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew_deg, 1)
    grey = cv2.warpAffine(grey, turn, (width, height), borderValue=255)
    grey = cv2.GaussianBlur(grey, (0, 0), 1.0)
    noise = 12 * np.random.default_rng(seed).standard_normal(grey.shape, dtype=np.float32)
    faded = np.clip(60 + grey * np.float32(170 / 255) + noise, 0, 255).astype(np.uint8)
    _, jpeg = cv2.imencode(".jpg", faded, [cv2.IMWRITE_JPEG_QUALITY, 40])
    return np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def read(picture: NDArray[np.uint8]) -> dict[str, str]:
    """Symbology → text of the codes found in one pass, as the scanner's first step does it."""
    found = zxingcpp.read_barcodes(picture, try_downscale=False, try_invert=False)
    return {str(code.format).rpartition(".")[2].replace(" ", ""): code.text for code in found}


def expected(dossier: Dossier) -> list[str]:
    """What the QR of each copy says."""
    return [separator_payload(dossier.code, dossier.id), slip_payload(dossier.code, dossier.id)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("skew_deg", [-2.0, 2.0])
@pytest.mark.parametrize("dpi", [203, 300])
def test_both_codes_are_read_from_a_worn_scan(dpi: int, skew_deg: float, paper: str) -> None:
    dossier = general()
    seed = zlib.crc32(f"{dpi} {skew_deg} {paper}".encode())
    pictures = [worn(page, skew_deg, seed) for page in pages(receipt.render(dossier, OFFICE, paper=paper), dpi)]
    found = [read(picture) for picture in pictures]
    assert [codes.get("Code128") for codes in found] == [dossier.code] * 2
    assert [codes.get("QRCode") for codes in found] == expected(dossier)


def test_the_watermark_of_a_training_slip_disturbs_no_code() -> None:
    dossier = certified_copies()
    pdf = receipt.render(dossier, replace(OFFICE, training=True))
    for page, payload in zip(pages(pdf, 203), expected(dossier), strict=True):
        codes = read(worn(page, 1.0, 3))
        assert (codes.get("Code128"), codes.get("QRCode")) == (dossier.code, payload)


def test_only_the_office_copy_may_lead_a_pile() -> None:
    dossier = general()
    office_copy, citizen_copy = (read(page)["QRCode"] for page in pages(receipt.render(dossier, OFFICE), 300))
    first, second = parse_slip(office_copy), parse_slip(citizen_copy)
    assert first is not None
    assert second is not None
    assert (first.separator, second.separator) == (True, False)
    assert {first.id, second.id} == {dossier.id}
    assert to_base32(dossier.id) in citizen_copy


@pytest.mark.parametrize("paper", PAPERS)
def test_the_codes_keep_their_distance(paper: str) -> None:
    """30 mm between QR and bars, and between QR and the signature the stamp goes on (BARCODES.md section 6)."""
    for dossier in (general(), certified_copies()):
        for page in read_pages(receipt.render(dossier, OFFICE, paper=paper)):
            bars, square = page.codes
            signed = [box for box in page.words if "Lê Thị Hạnh" in box.text or "NGƯỜI TIẾP" in box.text]
            assert signed
            assert bars.gap(square) >= 30 * MM
            assert min(box.gap(square) for box in signed) >= 30 * MM
            assert bars.top - bars.bottom >= 12 * MM
            assert square.right - square.left >= 25 * MM
            assert square.left > page.width / 2
            assert square.bottom < page.height / 4


@pytest.mark.parametrize("paper", PAPERS)
def test_bars_are_wide_enough_and_whole_dots(paper: str) -> None:
    (page, _) = read_pages(receipt.render(general(), OFFICE, paper=paper))
    bars = page.codes[0]
    module = (bars.right - bars.left) / len(code128_modules(general().code))
    assert module >= 0.338 * MM
    assert (module / DOT) == pytest.approx(round(module / DOT), abs=0.01)
    assert (bars.left / DOT) == pytest.approx(round(bars.left / DOT), abs=0.01)
    room = min(bars.left, page.width - bars.right)
    assert room >= QUIET_MODULES * module


def test_equal_widths_of_the_standard() -> None:
    """255 modules for a code of this length; an optimiser that mixes code sets would differ (BARCODES.md 6)."""
    modules = code128_modules("H26.19.103-261121-0042")
    assert len(modules) == 255
    assert modules.startswith("11010010000")
    assert modules.endswith("1100011101011")


def test_a_code_too_long_for_the_sheet_leaves_the_bars_out_but_not_the_qr() -> None:
    long_code = "000.00.19.H26.191.103.102-260205-123456"
    assert module_dots(long_code, A5.text_width) is None
    (first, _) = read_pages(receipt.render(replace(general(), code=long_code), OFFICE, paper="A5"))
    assert len(first.codes) == 1
    assert f"Mã hồ sơ: {long_code}" in first.text
    assert BAR_BLOCK_HEIGHT > 12 * MM


def test_an_overfull_dossier_still_reads() -> None:
    dossier = overfull()
    first = next(iter(pages(receipt.render(dossier, OFFICE, paper="A5"), 203)))
    assert read(worn(first, -1.5, 7)) == {"Code128": dossier.code, "QRCode": expected(dossier)[0]}
