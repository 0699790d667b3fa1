"""Invented papers for the glass: a Vietnamese page with a red seal and a signature, a little askew, as PPM."""

import io
import math
from pathlib import Path
from random import Random
from typing import Any

import resources

DPI = 300
A4_MM = (210.0, 297.0)
SEAL_RED = (0.75, 0.08, 0.1)
INK_BLUE = (0.1, 0.15, 0.55)
FACE = "demo-serif"
FILLER = "Nội dung minh họa của giấy tờ được quét tại bộ phận một cửa của một xã không có thật."


def put_on_glass(glass: Path, random: Random, title: str, name: str) -> None:
    """Lay one page on the scanner's glass: `glass` is the PPM the SANE `pnm` device reads (A4, 300 dpi, colour)."""
    glass.write_bytes(askew(draw(random, title, name), random.uniform(-1.5, 1.5)))


def draw(random: Random, title: str, name: str) -> bytes:
    """The page as PDF."""
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    if FACE not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FACE, str(resources.path("fonts/LiberationSerif-Regular.ttf"))))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(A4_MM[0] * mm, A4_MM[1] * mm), initialFontName=FACE)
    canvas.setFont(FACE, 13)
    canvas.drawCentredString(105 * mm, 275 * mm, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    canvas.drawCentredString(105 * mm, 268 * mm, "Độc lập - Tự do - Hạnh phúc")
    canvas.setFont(FACE, 17)
    canvas.drawCentredString(105 * mm, 248 * mm, title.upper()[:48])
    canvas.setFont(FACE, 13)
    number = random.randint(1, 999)
    body = (f"Họ và tên: {name}", "Nơi cư trú: (giấy tờ minh họa, không phải giấy thật)", f"Số: {number}/MH")
    for row, text in enumerate(body):
        canvas.drawString(30 * mm, (230 - 9 * row) * mm, text)
    for row in range(14):
        canvas.drawString(30 * mm, (195 - 7 * row) * mm, FILLER)
    seal(canvas, random, 140 * mm, 70 * mm, 18 * mm)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def seal(canvas: Any, random: Random, x: float, y: float, radius: float) -> None:
    """A round red seal with a blue signature across it."""
    canvas.setStrokeColorRGB(*SEAL_RED)
    canvas.setLineWidth(2.5)
    canvas.circle(x, y, radius)
    canvas.setLineWidth(1)
    canvas.circle(x, y, radius * 0.68)
    star = [(x + radius * 0.3 * math.sin(turn), y + radius * 0.3 * math.cos(turn)) for turn in star_turns()]
    for start, end in zip(star, [*star[1:], star[0]], strict=True):
        canvas.line(*start, *end)
    canvas.setStrokeColorRGB(*INK_BLUE)
    canvas.setLineWidth(1.6)
    pen = canvas.beginPath()
    pen.moveTo(x - radius, y - radius * 0.5)
    for step in range(6):
        pen.curveTo(*(value + random.uniform(-9, 9) for value in (
            x - radius + step * 14, y + 12, x - radius + step * 14 + 7, y - 14, x - radius + step * 14 + 14, y,
        )))  # fmt: skip
    canvas.drawPath(pen)


def star_turns() -> list[float]:
    """The five points of a star in drawing order, radians."""
    return [2 * math.pi * 2 * point / 5 for point in range(5)]


def askew(pdf: bytes, degrees: float) -> bytes:
    """Render at 300 dpi, turn by a few degrees on grey-white paper, and return binary PPM bytes."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    page = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    turned = page.rotate(degrees, resample=Image.Resampling.BILINEAR, fillcolor=(246, 246, 243))
    buffer = io.BytesIO()
    turned.save(buffer, "PPM")
    return buffer.getvalue()
