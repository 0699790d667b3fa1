"""The three sample codes by which a desk tries a barcode reader, and what a reading of them says of the reader."""

from dataclasses import dataclass
from enum import StrEnum

from dossiers.citizen_card import looks_like_card
from dossiers.codes import normalise, parse_slip


class Sample(StrEnum):
    """What the sheet for readers bears, each with its own lesson."""

    BARS = "bars"
    """Code 128: whether the reader reads bars, and whether its dots and dashes arrive."""
    SLIP = "slip"
    """The QR of a slip."""
    CARD = "card"
    """The QR of an invented citizen's card with letters of every kind."""


SAMPLE_CODE = "H00.00.000-260101-0001"
SAMPLE_TEXTS = {
    Sample.BARS: SAMPLE_CODE,
    Sample.SLIP: f"{SAMPLE_CODE}/00000000000000000000000001",
    Sample.CARD: "001300000000||Nguyễn Thị Quỳnh Ưởng|01012000|Nữ|Ấp Bưng Ổi, Xã Đắk Ơ, Phường Ỷ La, Tỉnh Mẫu|01012022",
}
"""No office has the unit, no person the number; the card holds a letter of every vowel and tone mark's kind."""

_SAMPLE_NUMBER = "001300000000"


class Fault(StrEnum):
    """How a sample arrived other than it is printed."""

    MARKS_LOST = "marks-lost"
    """The letters of the card are damaged: a keyboard-type reader, or a wrong code page."""
    SIGNS_CHANGED = "signs-changed"
    """Dots, dashes or strokes of a code are others: a keyboard layout between reader and desk."""
    CUT_SHORT = "cut-short"


@dataclass(frozen=True, slots=True)
class Trial:
    """Which sample was read, and its fault where it has one."""

    sample: Sample
    fault: Fault | None = None


def try_reading(text: str) -> Trial | None:
    """What a reading says of the reader; None for a text that is none of the samples, damaged or not."""
    for sample, printed in SAMPLE_TEXTS.items():
        if text == printed:
            return Trial(sample)
    if text.startswith(_SAMPLE_NUMBER):
        return Trial(Sample.CARD, Fault.MARKS_LOST if looks_like_card(text) else Fault.CUT_SHORT)
    bare = normalise(text)
    for sample in (Sample.BARS, Sample.SLIP):
        if bare == normalise(SAMPLE_TEXTS[sample]):
            return Trial(sample, None if parse_slip(text) else Fault.SIGNS_CHANGED)
    if len(bare) > len("H0000000") and normalise(SAMPLE_TEXTS[Sample.SLIP]).startswith(bare):
        return Trial(Sample.BARS, Fault.CUT_SHORT)
    return None
