"""How much of a page a compression keeps: printed text, the colour of a seal, the code in a QR."""

import shutil
import subprocess
from collections.abc import Sequence

import cv2
import numpy as np
import pypdfium2
import zxingcpp

from scanning.documents import RENDER_SCALE
from tests.benchmarks._pages import Box, Paper
from tests.scanning.paper import Picture


def render(pdf: bytes, page: int = 0) -> Picture:
    """A page at 300 dpi as pdfium draws it, BGR."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return np.array(document[page].render(scale=RENDER_SCALE).to_numpy())[:, :, :3]
    finally:
        document.close()


def jpeg_at(picture: Picture, dpi: int, quality: int) -> tuple[int, Picture]:
    """What a scanning program makes of a 300 dpi picture: bytes of the JPEG, and the page it shows at 300 dpi."""
    scale = dpi / 300
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    _, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, quality])
    shown = cv2.imdecode(data, cv2.IMREAD_COLOR)
    assert shown is not None
    size = (picture.shape[1], picture.shape[0])
    return len(data), np.asarray(cv2.resize(shown, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def chroma_kept(before: Picture, after: Picture, box: Box) -> tuple[float, float]:
    """Of a seal's coloured ink: the mean chroma after as a share of that before, and the hue's shift in degrees."""
    (ab_before, ink), (ab_after, _) = (_colour(_cut(picture, box)) for picture in (before, after))
    chroma_before, chroma_after = (np.hypot(*ab[ink].T).mean() for ab in (ab_before, ab_after))
    hues = [np.arctan2(*ab[ink].mean(axis=0)[::-1]) for ab in (ab_before, ab_after)]
    shift = np.degrees(np.angle(np.exp(1j * (hues[1] - hues[0]))))
    return float(chroma_after / chroma_before), float(abs(shift))


def _cut(picture: Picture, box: Box) -> Picture:
    left, top, right, bottom = box
    return picture[top:bottom, left:right]


def _colour(picture: Picture) -> tuple[np.ndarray, np.ndarray]:
    """The a and b of CIE Lab, and where red ink lies."""
    lab = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)
    return lab[:, :, 1:], lab[:, :, 1] > 25


def qr_texts(picture: Picture) -> set[str]:
    """What a reader finds in the QR codes of the page."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    return {barcode.text for barcode in found}


def text_error(picture: Picture, paper: Paper) -> float | None:
    """Wrong characters per printed character as tesseract reads them; None where it is not installed.

    Each printed line is held against the part of the text read that is most like it: the order of blocks is free.
    Cards are read by themselves too, for on a sheet tesseract takes them for pictures.
    """
    if shutil.which("tesseract") is None:
        return None
    read = "\n".join(map(_read, (picture, *(_cut(picture, card) for card in paper.cards))))
    return sum(edits_within(line, read) for line in paper.lines) / sum(map(len, paper.lines))


def _read(picture: Picture) -> str:
    _, png = cv2.imencode(".png", picture)
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "11", "--dpi", "300"]
    return subprocess.run(command, input=png.tobytes(), capture_output=True, check=True).stdout.decode()


def edits_within(line: Sequence[str], text: Sequence[str]) -> int:
    """The fewest letters, or words, changed that make the line out of any part of the text (Sellers 1980)."""
    numbers = {part: number for number, part in enumerate(dict.fromkeys(text))}
    parts = np.array([numbers[part] for part in text], np.int64)
    places = np.arange(len(parts) + 1)
    row = np.zeros(len(parts) + 1, np.int64)
    for index, part in enumerate(line, start=1):
        step = np.concatenate(([index], np.minimum(row[:-1] + (parts != numbers.get(part, -1)), row[1:] + 1)))
        row = np.minimum.accumulate(step - places) + places
    return int(row.min())
