"""Words laid over a scan: found by other programs where they are printed, unseen, and the archive's file stays one."""

from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from printing import raster
from printing.searchable import Placed, lay_words
from scanning.pages import PageImage
from scanning.pdf import archive_pdf
from tests.scanning.preflight import valid_archives

WORDS: tuple[Placed, ...] = (
    ("Trích", 1000, 1000, 1800, 1200), ("lục", 1900, 1000, 2300, 1200), ("thửa\u0007(36)\\", 1000, 5000, 2500, 5200),
)  # fmt: skip


@pytest.fixture(scope="module")
def scan() -> bytes:
    """Two pages with a bar of ink on each."""
    page = np.full((1200, 900), 250, np.uint8)
    page[200:260, 100:800] = 20
    return archive_pdf([PageImage(page, 200)] * 2).data


def test_the_words_are_found_where_they_are_printed(scan: bytes) -> None:
    document = pypdfium2.PdfDocument(lay_words(scan, {1: WORDS}))
    try:
        texts = [document[number].get_textpage() for number in range(2)]
        assert not texts[0].get_text_bounded()
        assert "Trích lục" in texts[1].get_text_bounded()
        width_pt, height_pt = document[1].get_size()
        upper = texts[1].get_text_bounded(0, 0.85 * height_pt, 0.5 * width_pt, height_pt)
        assert "Trích" in upper
        assert "thửa" not in upper
    finally:
        document.close()


def test_nothing_is_to_be_seen_of_them(scan: bytes) -> None:
    before, after = (list(raster.pages(pdf, 100)) for pdf in (scan, lay_words(scan, {0: WORDS, 1: WORDS})))
    assert len(before) == len(after) == 2
    assert all(np.array_equal(left, right) for left, right in zip(before, after, strict=True))


def test_the_file_stays_an_archive(scan: bytes, tmp_path: Path) -> None:
    assert valid_archives({"scan": scan, "words": lay_words(scan, {0: WORDS})}, tmp_path) == {"scan", "words"}
