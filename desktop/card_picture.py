"""A citizen's card out of a picture file: a photo, a scan or a PDF with the card's QR somewhere on it."""

from datetime import date
from pathlib import Path

from dossiers.citizen_card import Card, looks_like_card, parse_card
from dossiers.errors import InvalidInput


def read_card_file(file: Path, today: date) -> Card:
    """The first card on any page; runs in the pool.

    Raises ScanError where the file cannot be read, InvalidInput where it holds no card's QR or a bad one.
    """
    from scanning.read import read_file

    others = []
    for found in read_file(file, lambda reading: looks_like_card(reading.text), thorough=True):
        if looks_like_card(found.reading.text):
            return parse_card(found.reading.text, today)
        others.append(found.reading)
    for reading in others:
        if reading.symbology == "QRCode":
            return parse_card(reading.text, today)  # raises the reason: a VNeID code, a health card …
    raise InvalidInput(
        "Không thấy mã QR của thẻ trong ảnh này. Chụp gần hơn, đủ sáng, không lóa rồi thử lại, hoặc nhập tay.",
        field="card",
    )
