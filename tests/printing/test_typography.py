"""Text reaches paper whole: NFC or refused, every Vietnamese letter in every face, dates as NĐ 30 writes them."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from printing.sheet_sizes import sheet_of
from printing.typography import (
    BOLD,
    BOLD_ITALIC,
    ITALIC,
    REGULAR,
    checked,
    paragraph,
    plain,
    register_faces,
    tick_box,
)
from printing.words import long_date, long_time, money

TONES = "\u0300\u0301\u0303\u0309\u0323"
VOWELS = "aăâeêioôơuưy"
LETTERS = sorted({
    unicodedata.normalize("NFC", letter + tone) for vowel in VOWELS for tone in ("", *TONES)
    for letter in (vowel, vowel.upper())
} | {"đ", "Đ"})  # fmt: skip


def test_there_are_146_letters() -> None:
    assert len(LETTERS) == 146


@pytest.mark.parametrize("face", [REGULAR, BOLD, ITALIC, BOLD_ITALIC])
def test_every_face_has_every_letter(face: str) -> None:
    register_faces()
    letters = {*LETTERS, *"“”–…•/()₫§0123456789"}
    assert {letter for letter in letters if ord(letter) not in getFont(face).face.charToGlyph} == set()


@pytest.mark.parametrize("make", [checked, plain])
def test_loose_accents_are_set_on_their_letters(make: Callable[[str], str]) -> None:
    """reportlab does not shape: NFD would print as flying accents."""
    assert make(unicodedata.normalize("NFD", "Nguyễn Thị Ngọc Ánh")) == "Nguyễn Thị Ngọc Ánh"


def test_control_characters_and_runs_of_space_become_one_space() -> None:
    assert checked("  Đặng\tVăn\x00\r\n Quyết\u200b ") == "Đặng Văn Quyết"


def test_markup_in_names_is_harmless() -> None:
    assert plain("<b>An & Bình</b>") == "&lt;b&gt;An &amp; Bình&lt;/b&gt;"


def test_a_word_wider_than_the_line_is_broken_not_cut() -> None:
    block = paragraph("x" * 300, 10)
    width, height = block.wrap(100, 1000)
    assert width <= 100
    assert height > 100


@pytest.mark.parametrize("ticked", [True, False])
def test_tick_boxes_are_shapes(ticked: bool) -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(40, 40), initialFontName=REGULAR)
    tick_box(ticked, side=20).drawOn(canvas, 10, 10)
    canvas.showPage()
    canvas.save()
    page = pypdfium2.PdfDocument(buffer.getvalue())[0]
    ink = (page.render(scale=4).to_numpy()[44:116, 44:116] < 128).sum()
    assert page.get_textpage().get_text_range() == ""
    assert (ink > 0) == ticked


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 15), "ngày 15 tháng 01 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 11, 24), "ngày 24 tháng 11 năm 2026"),
    ],
)
def test_dates_are_padded_as_the_decree_says(day: date, words: str) -> None:
    assert long_date(day) == words


def test_times_are_vietnamese_wall_time() -> None:
    assert long_time(datetime(2026, 2, 4, 18, 5, tzinfo=UTC)) == "01 giờ 05 phút, ngày 05 tháng 02 năm 2026"


@pytest.mark.parametrize(("amount", "words"), [(0, "0 đồng"), (8000, "8.000 đồng"), (1234567, "1.234.567 đồng")])
def test_money_has_dots(amount: int, words: str) -> None:
    assert money(amount) == words


def test_a_sheet_nobody_offers_is_refused() -> None:
    with pytest.raises(ValueError, match="A3"):
        sheet_of("A3")
