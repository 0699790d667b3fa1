"""The signed codes of a slip come back whole from real prints: sheets and rolls, worn, stamped and written over."""

import io
import zlib
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from dossiers.codes import parse_slip
from dossiers.dossier import Dossier
from dossiers.slip_header import is_slip
from printing.barcodes import PROOF_MODULE, separator_payload, slip_payload
from printing.forms import receipt
from printing.raster import pages
from printing.sheet_sizes import MM
from printing.thermal import receipt as thermal
from printing.thermal.rolls import DOTS_PER_MM
from scanning.codes import read_codes
from tests.printing.pdf_reading import outside, overlapping, read_pages
from tests.printing.people_and_papers import OFFICE, conditional, general, overfull
from tests.printing.signed_slips import DAMAGE, Picture, heads_on, longest, proofs_of, scanned

PAPERS, WIDTHS = ["A4", "A5"], ["80mm", "58mm"]


def sheets(dossier: Dossier, paper: str) -> bytes:
    return receipt.render(dossier, OFFICE, paper=paper, proofs=proofs_of(dossier))


def strip(dossier: Dossier, width: str) -> Picture:
    """A slip off the roll as RGB, a dot a pixel, on a bed that is wider than the paper."""
    slip = Image.open(io.BytesIO(thermal.render(dossier, OFFICE, width=width, proofs=proofs_of(dossier))))
    grey = np.asarray(slip.convert("L"))
    return np.asarray(cv2.cvtColor(np.pad(grey, 40, constant_values=255), cv2.COLOR_GRAY2RGB), dtype=np.uint8)


def seed_of(*parts: object) -> int:
    return zlib.crc32(repr(parts).encode())


@pytest.mark.parametrize(("dpi", "skew_deg", "paper"), [(203, 2.0, "A4"), (203, -2.0, "A5"), (300, 2.0, "A5")])
def test_both_copies_are_proven_from_a_worn_scan(dpi: int, skew_deg: float, paper: str) -> None:
    dossier = longest()
    found = [
        heads_on(scanned(page, seed_of(dpi, skew_deg, paper), skew_deg)) for page in pages(sheets(dossier, paper), dpi)
    ]
    assert [[head.dossier_id for head in heads] for heads in found if heads] == [[dossier.id]] * 2
    office, citizen = (heads[0] for heads in found if heads)
    assert office.owner is not None
    assert citizen.owner is None
    assert citizen.names(dossier.owner.name)


@pytest.mark.parametrize("damage", ["stamp", "pen", "scratch"])
def test_ink_and_scratches_leave_the_office_copy_readable(damage: str) -> None:
    """On A5, where the code stands beside the signature."""
    page = next(iter(pages(sheets(longest(), "A5"), 300)))
    assert len(heads_on(scanned(DAMAGE[damage](page, 1), 1, 0.5))) == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_a_slip_off_the_roll_proves_both_halves(width: str) -> None:
    dossier = longest()
    picture = strip(dossier, width)
    heads = heads_on(scanned(picture, seed_of(width), 1.0))
    assert sorted(head.owner is None for head in heads) == [False, True]
    assert {head.dossier_id for head in heads} == {dossier.id}


def test_the_modules_are_three_dots_of_a_thermal_head_at_least() -> None:
    picture = strip(longest(), "58mm")
    for reading in read_codes(picture, lambda found: is_slip(found.text)):
        if is_slip(reading.text):
            xs = [x for x, _ in reading.corners]
            assert max(xs) - min(xs) in range(53 * 3 - 2, 69 * 3 + 2)
            assert (max(xs) - min(xs)) / DOTS_PER_MM < 27
    assert PROOF_MODULE >= 0.338 * MM


@pytest.mark.parametrize("paper", PAPERS)
def test_the_other_codes_say_what_they_said_and_only_they_file(paper: str) -> None:
    dossier = general()
    wanted = [separator_payload(dossier.code, dossier.id), slip_payload(dossier.code, dossier.id)]
    for page, payload in zip(pages(sheets(dossier, paper), 300), wanted, strict=True):
        grey = np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        readings = read_codes(grey, lambda reading: parse_slip(reading.text) is not None)
        told = {reading.text for reading in readings if parse_slip(reading.text)}
        assert told == {dossier.code, payload}
        assert any(is_slip(reading.text) for reading in readings)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("make", [general, conditional, overfull])
def test_nothing_overlaps_and_no_sheet_is_added(make: Callable[[], Dossier], paper: str) -> None:
    dossier = make()
    signed, plain = read_pages(sheets(dossier, paper)), read_pages(receipt.render(dossier, OFFICE, paper=paper))
    assert len(signed) == len(plain)
    for page in signed:
        assert overlapping(page) == []
        assert outside(page) == []
        words = [box for box in page.words if "NGƯỜI TIẾP" in box.text]
        for code in page.codes[1:]:
            assert all(code.gap(box) >= (30 if paper == "A4" else 1) * MM for box in words)
            assert page.codes[0].gap(code) >= 30 * MM


def test_a_receipt_nobody_signs_has_no_third_code() -> None:
    assert [len(page.codes) for page in read_pages(receipt.render(general(), OFFICE))] == [2, 2]
    assert [len(page.codes) for page in read_pages(sheets(general(), "A4"))] == [3, 3]


def test_the_citizens_half_of_a_roll_is_whole_by_itself() -> None:
    """Torn off at the line, the upper part holds the code to fetch with and the code to check."""
    dossier = replace(general(), code="H26.19.103-260205-0043")
    picture = strip(dossier, "80mm")
    whole = thermal.render(dossier, OFFICE, width="80mm")
    height = np.asarray(Image.open(io.BytesIO(whole))).shape[0]
    upper = picture[: height + 40 + 30 * DOTS_PER_MM]
    texts = {reading.text for reading in read_codes(upper, lambda found: is_slip(found.text))}
    assert slip_payload(dossier.code, dossier.id) in texts
    assert any(is_slip(text) for text in texts)
