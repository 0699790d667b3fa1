"""The bundled faces can write Vietnamese: 146 letters, each with its own ink, no accent cut off."""

import unicodedata

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QGuiApplication, QImage, QPainter, QRawFont

import resources
from desktop.theme.fonts import FAMILY, font, load_fonts

SCREEN = ["NotoSans-Regular", "NotoSans-SemiBold"]
PAPER = [f"LiberationSerif-{face}" for face in ("Regular", "Italic", "Bold", "BoldItalic")]

NO_TONE_AND_FIVE_TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
LOWER = ["đ", *(unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in NO_TONE_AND_FIVE_TONES)]
LETTERS = "".join(LOWER + [letter.upper() for letter in LOWER])
OTHERS = "FJWZfjwz0123456789₫“”–…§•"
EM_PX = 100
PAPER_LEADING = 1.2
"""Distance of two base lines on the forms, in em."""
FAINT = 230
"""A row of pixels lighter than this (of 255) is the breath of anti-aliasing, not ink."""


def raw(face: str) -> QRawFont:
    """A face at 100 pixels an em."""
    return QRawFont(QByteArray(resources.read_bytes(f"fonts/{face}.ttf")), EM_PX)


def test_the_alphabet_is_complete() -> None:
    assert len(set(LETTERS)) == len(LETTERS) == 146
    assert all(unicodedata.name(letter).startswith("LATIN") for letter in LETTERS)


def test_these_faces_ship_and_no_other() -> None:
    assert {file.stem for file in resources.path("fonts").iterdir()} == {*SCREEN, *PAPER}


@pytest.mark.parametrize("face", SCREEN + PAPER)
def test_every_letter_has_its_own_ink(face: str, qapp: QGuiApplication) -> None:
    raw_font = raw(face)
    text = LETTERS + OTHERS
    glyphs = raw_font.glyphIndexesForString(text)
    assert [letter for letter, glyph in zip(text, glyphs, strict=True) if glyph == 0] == []
    outlines = [raw_font.pathForGlyph(glyph) for glyph in glyphs]
    assert [letter for letter, outline in zip(text, outlines, strict=True) if outline.isEmpty()] == []
    assert len({str(outline.toFillPolygon().toPolygon().toList()) for outline in outlines}) == len(text)


@pytest.mark.parametrize("face", SCREEN + PAPER)
def test_digits_stand_in_columns(face: str, qapp: QGuiApplication) -> None:
    raw_font = raw(face)
    digits = raw_font.glyphIndexesForString("0123456789")
    assert len({advance.x() for advance in raw_font.advancesForGlyphIndexes(digits)}) == 1


@pytest.mark.parametrize("face", PAPER)
def test_lines_of_a_form_do_not_touch(face: str, qapp: QGuiApplication) -> None:
    raw_font = raw(face)
    boxes = [raw_font.pathForGlyph(glyph).boundingRect() for glyph in raw_font.glyphIndexesForString(LETTERS)]
    assert max(box.bottom() for box in boxes) - min(box.top() for box in boxes) < PAPER_LEADING * EM_PX


def ink(drawn: QFont, letter: str, above_px: int, below_px: int) -> list[bytes]:
    """The darkened rows of a letter drawn in a strip that ends so far above and below the base line."""
    image = QImage(2 * drawn.pixelSize(), above_px + below_px, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(drawn)
    painter.drawText(drawn.pixelSize() // 2, above_px, letter)
    painter.end()
    pixels, stride = bytes(image.constBits()), image.bytesPerLine()
    rows = [pixels[at : at + image.width()] for at in range(0, len(pixels), stride)]
    return [row for row in rows if min(row) < FAINT]


@pytest.mark.parametrize("size_px", [12, 14, 15, 16, 20, 28])
@pytest.mark.parametrize("strong", [False, True])
def test_a_tight_label_holds_the_tallest_accents(size_px: int, strong: bool, qapp: QGuiApplication) -> None:
    """Nothing of Ỗ or Ự is lost between the ascent and the descent by which Qt lays text out."""
    load_fonts()
    drawn = font(size_px, strong=strong)
    assert QFontInfo(drawn).family() == FAMILY
    metrics = QFontMetrics(drawn)
    whole = {letter: ink(drawn, letter, 2 * size_px, size_px) for letter in LETTERS}
    tight = {letter: ink(drawn, letter, metrics.ascent(), metrics.descent()) for letter in LETTERS}
    assert all(whole.values())
    assert [letter for letter in LETTERS if tight[letter] != whole[letter]] == []
