"""The slip a clerk prints to try a receipt printer: letters with every mark, both codes, and the width of the roll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.clock import say_time
from printing.thermal.codes import ladder, qr
from printing.thermal.layout import Slip, draw
from printing.thermal.lettering import BOLD, TITLE, framed, heading, text
from printing.thermal.receipt import WITH_BAR
from printing.thermal.rolls import roll_of
from printing.typography import plain

if TYPE_CHECKING:
    from datetime import datetime

    from dossiers.office import Office

TRIAL_CODE = "THU-MAY-IN"
MARKS = "Ẳ Ẵ Ậ Ể Ễ Ệ Ổ Ỗ Ộ Ở Ỡ Ợ Ử Ữ Ự Ỳ Ỹ Ỵ Đ ắ ế ộ ữ ỵ đ ₫ “ ” –"
"""The tallest letters of the language, and the signs that cheap fonts lack."""


def render(office: Office, at: datetime, *, width: str = "80mm") -> bytes:
    """A one-bit PNG as `receipt.render` makes it; its codes say only that they are a trial."""
    roll = roll_of(width)
    said = [text(plain(MARKS), align="centre", after=0)]
    slip = Slip(
        head=[
            *heading(office.name.upper(), roll.text_width),
            *heading("THỬ MÁY IN", roll.text_width, face=BOLD, size=TITLE),
            framed(said, roll.text_width),
        ],
        body=[
            text(plain(f"{office.desk_name}, {say_time(at)}")),
            text(plain(f"Khổ giấy {width.removesuffix('mm')} mm. Khung phải đủ bốn cạnh, chữ đủ dấu.")),
            text(plain("Phiếu thử không có giá trị.")),
            qr(TRIAL_CODE),
        ],
        foot=[],
        bar=ladder(TRIAL_CODE) if roll.name == WITH_BAR else None,
    )
    return draw(slip, roll)
