"""A citizen's card out of a picture file: a photo, a scan or a PDF with the card's QR somewhere on it."""

from contextlib import closing
from datetime import date
from pathlib import Path

from desktop.paper_door import PaperDoor
from dossiers.citizen_card import Card, looks_like_card, parse_card
from dossiers.errors import InvalidInput
from scanning.errors import Fault, ScanError


def read_card_file(file: Path, today: date) -> Card:
    """The first card on any page; runs in the pool.

    Raises ScanError where the file cannot be read, InvalidInput where it holds no card's QR or a bad one.
    """
    codes = codes_of(file)
    for _, text in codes:
        if looks_like_card(text):
            return parse_card(text, today)
    for symbology, text in codes:
        if symbology == "QRCode":
            return parse_card(text, today)  # raises the reason: a VNeID code, a health card …
    raise InvalidInput(
        "Không thấy mã QR của thẻ trong ảnh này. Chụp gần hơn, đủ sáng, không lóa rồi thử lại, hoặc nhập tay.",
        field="card",
    )


def codes_of(file: Path) -> tuple[tuple[str, str], ...]:
    """Kind and text of each code, read by a child of its own that the file may take along; raises ScanError."""
    try:
        with closing(PaperDoor()) as door:
            return door.codes(file)
    except ScanError as error:
        if error.fault is not Fault.DRAWING_DIED:
            raise
        raise ScanError(Fault.FILE_UNREADABLE) from error
