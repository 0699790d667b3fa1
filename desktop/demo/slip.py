"""A slip as the citizen brings it back: rendered to a picture, and its codes read from that picture."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

DPI = 300
OFFICE_COPY = "SEP:"


class SlipUnreadable(Exception):
    """A printed slip whose codes do not read back: the citizen could not be found by it."""


@dataclass(frozen=True, slots=True)
class SlipCodes:
    """The texts of the citizen's page: the Code 128 is the dossier code, the QR is `CODE/ID`."""

    bar: str
    square: str


def read_slip(pdf: Path) -> SlipCodes:
    """Leave PNGs beside the PDF and read the citizen's page; raises SlipUnreadable unless both codes read and agree."""
    found: SlipCodes | None = None
    for page in leave_pictures(pdf):
        texts = codes_on(page)
        bar, square = texts.get("Code128", ""), texts.get("QRCode", "")
        if square.startswith(f"{bar}/") and bar:
            found = SlipCodes(bar, square)
    if found is None:
        raise SlipUnreadable(f"the codes of {pdf.name} do not read back")
    return found


def read_slips(pdfs: Iterable[Path]) -> SlipCodes:
    """The codes of the first of several papers that carries a slip's; every paper leaves its PNGs."""
    found: SlipCodes | None = None
    for pdf in pdfs:
        if found:
            leave_pictures(pdf)
            continue
        with contextlib.suppress(SlipUnreadable):
            found = read_slip(pdf)
    if not found:
        raise SlipUnreadable("no printed paper carries codes that read back")
    return found


def leave_pictures(pdf: Path) -> list[bytes]:
    """A PNG of each page beside the PDF, and what is in them."""
    from printing.raster import png

    pages = png(pdf.read_bytes(), DPI)
    for number, page in enumerate(pages, start=1):
        pdf.with_name(f"{pdf.stem}-{number}.png").write_bytes(page)
    return pages


def codes_on(page: bytes) -> dict[str, str]:
    """Symbology → text of one page, as the desk's own reader finds them; the signed code finds nobody and is left."""
    from dossiers.slip_header import is_slip
    from scanning.codes import read_codes
    from scanning.picture import decode

    readings = read_codes(decode(page), bool)
    return {reading.symbology: reading.text for reading in readings if not is_slip(reading.text)}
