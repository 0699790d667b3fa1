"""A citizen's card out of a picture file: a photo, a scan or a PDF with the card's QR somewhere on it."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec

from dossiers.citizen_card import Card, looks_like_card, parse_card
from dossiers.errors import InvalidInput
from scanning.errors import Fault, ScanError

READER_COMMAND = (sys.executable, "-m", "desktop.card_child")
DEADLINE_S = 30.0
"""A photo takes one or two; nobody stands longer than this before a file that was made to take for ever."""

_ROOM_PARENT = Path(__file__).resolve().parent.parent


class Seen(msgspec.Struct, frozen=True):
    """What the child tells: the codes up to the first card, each with its kind; or what is wrong with the file."""

    codes: tuple[tuple[str, str], ...] = ()
    fault: Fault | None = None


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
    """Kind and text of each code, read by a child that the file may take along; raises ScanError."""
    try:
        told = subprocess.run(
            READER_COMMAND, input=os.fsencode(file.absolute()), stdout=subprocess.PIPE, cwd=_ROOM_PARENT,
            timeout=DEADLINE_S,
        ).stdout  # fmt: skip
        seen = msgspec.json.decode(told, type=Seen)
    except (subprocess.TimeoutExpired, msgspec.DecodeError) as error:
        raise ScanError(Fault.FILE_UNREADABLE) from error
    if seen.fault is not None:
        raise ScanError(seen.fault)
    return seen.codes
