"""Separator sheets: every code on them reads back, also where one QR is lost, and far enough from the bars."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import zxingcpp

from dossiers.codes import parse_slip
from dossiers.errors import Impossible
from dossiers.status import Status
from printing.forms import separator
from printing.raster import pages as rasters
from tests.printing.pdf_reading import MM, read_pages
from tests.printing.people_and_papers import OFFICE, general

DAY = date(2026, 2, 5)


def test_a_sheet_for_the_dossier_and_one_for_each_of_its_papers() -> None:
    dossier = general()
    leads = separator.leads_of(dossier)
    assert [lead.paper for lead in leads] == [None, *range(len(dossier.papers))]
    assert len(separator.leads_of(replace(dossier, papers=dossier.papers[:1]))) == 1


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_both_squares_say_which_line_is_led_and_stand_apart(paper: str) -> None:
    dossier = general()
    pdf = separator.render(separator.leads_of(dossier), OFFICE, DAY, paper=paper)
    for number, (page, picture) in enumerate(zip(read_pages(pdf), rasters(pdf, 203), strict=True)):
        texts = [code.text for code in zxingcpp.read_barcodes(picture)]
        slips = [parse_slip(text) for text in texts if text.startswith("SEP:")]
        assert [(slip.id, slip.sheet) for slip in slips if slip] == [(dossier.id, number)] * 2
        assert texts.count(dossier.code) == 1
        bars, *squares = page.codes
        assert all(bars.gap(square) >= 30 * MM for square in squares)


def test_one_square_alone_is_enough() -> None:
    pdf = separator.render((separator.Lead(general(), 1),), OFFICE, DAY)
    (picture,) = rasters(pdf, 150)
    for half in (np.s_[: picture.shape[0] // 2], np.s_[picture.shape[0] // 2 :]):
        torn = np.array(picture)
        torn[half] = 255
        assert any(code.text.endswith("/2") for code in zxingcpp.read_barcodes(torn))


def test_a_void_dossier_leads_nothing() -> None:
    with pytest.raises(Impossible):
        separator.render((separator.Lead(replace(general(), status=Status.VOIDED)),), OFFICE, DAY)
