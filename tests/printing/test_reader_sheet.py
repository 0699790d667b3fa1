"""The set-up sheet for barcode readers: one page, every make on it, samples that are read letter for letter."""

from datetime import date

import numpy as np
import pypdfium2
import pytest

from dossiers.reader_trial import SAMPLE_TEXTS, try_reading
from printing.raster import pages
from printing.reader_sheet import reader_makes, render
from scanning.codes import read_codes
from tests.printing.people_and_papers import OFFICE


@pytest.fixture(scope="module")
def sheet() -> bytes:
    return render(OFFICE, date(2026, 11, 23))


def test_every_make_is_named_and_none_passes_for_tried(sheet: bytes) -> None:
    document = pypdfium2.PdfDocument(sheet)
    assert len(document) == 1
    words = " ".join(document[0].get_textpage().get_text_range().split())
    for each in reader_makes():
        assert all(word in words for word in f"{each.make} {each.setting} {each.ending}".split())
        assert each.source
    unproven = sum(not each.verified for each in reader_makes())
    assert words.count("Chưa xác minh") == unproven + bool(unproven)


def test_the_samples_are_read_as_they_are_meant(sheet: bytes) -> None:
    [page] = pages(sheet, 200)
    readings = read_codes(np.asarray(page), lambda _: False)
    assert {reading.text for reading in readings} == set(SAMPLE_TEXTS.values())
    trials = [try_reading(reading.text) for reading in readings]
    assert all(trial is not None and trial.fault is None for trial in trials)
