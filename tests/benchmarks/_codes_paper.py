"""Papers with codes, drawn as an office prints them: receipts, cover sheets, stickers, rolls, citizen cards.

Widths are those of BARCODES.md section 6 in millimetres; a picture tells where its codes stand, so that damage
can be aimed at them.
"""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import segno
import zxingcpp
from numpy.random import Generator

from tests.scanning.paper import Picture

INK = 25
_GRAIN = 8
"""How much larger codes are drawn before they are averaged down: module widths need not be whole pixels."""

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Vũ", "Bùi", "Đỗ", "Hồ", "Dương", "Lường", "Quàng")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Hữu", "Thị Mỹ", "Quốc", "Thị Ngọc")
GIVEN = ("Ánh", "Bảo", "Cường", "Dũng", "Huyền", "Khuể", "Lễ", "Nhẫn", "Phượng", "Quỳnh", "Thụ", "Ử", "Ỷ Lan", "Yến")
PLACES = (
    "Thôn 3, Ân Tín, Hoài Ân, Bình Định", "Tổ 5, Phường Đồng Tâm, Thành phố Yên Bái, Yên Bái",
    "Ấp Bình Quới, Xã Phước Lý, Cần Giuộc, Long An", "Xóm Ụ, Nghĩa Hưng, Ninh Bình",
    "Số 12/4 ngõ 87 Đường Láng, Phường Láng Thượng, Đống Đa, Hà Nội", "Bản Nậm Pồ, Mường Tè, Lai Châu",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """One printed code: what it says, and its place before any wear (x, y, width, height in px)."""

    symbology: str
    text: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A clean BGR picture of one paper at `dpi` with its codes."""

    picture: Picture
    dpi: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of paper in mm: size, then (x, y, module, height) of the bars and (x, y, side) of the QR; 0 for none."""

    width: float
    height: float
    bars: tuple[float, float, float, float]
    square: tuple[float, float, float]


LAYOUTS = {
    "receipt A4": Layout(210, 297, (55, 34, 0.339, 13), (170, 255, 25)),
    "receipt A5": Layout(148, 210, (30, 28, 0.30, 12), (110, 172, 22)),
    "cover": Layout(210, 297, (36, 60, 0.5, 20), (85, 120, 40)),
    "sticker": Layout(148, 105, (30, 25, 0.22, 10), (108, 70, 16)),
    "roll 80": Layout(80, 160, (7, 20, 0.2502, 12), (28, 110, 20)),
    "roll 58": Layout(58, 130, (0, 0, 0, 0), (20, 90, 15.6)),
    "at the camera": Layout(126, 72, (18, 12, 0.339, 13), (92, 38, 25)),
}


def draw_paper(kind: str, dpi: int, code: str, identity: str) -> Sheet:
    """One paper of a kind with both codes of a dossier."""
    layout = LAYOUTS[kind]
    page = blank_form(round(layout.width * dpi / 25.4), round(layout.height * dpi / 25.4), dpi).copy()
    spots = []
    x, y, module, height = layout.bars
    if module:
        spots.append(_stamp(page, bars(code, module * dpi / 25.4, round(height * dpi / 25.4)), x, y, dpi, code))
    x, y, side = layout.square
    payload = f"{code}/{identity}"
    spots.append(_stamp(page, square(payload, side * dpi / 25.4, "H"), x, y, dpi, payload))
    return Sheet(page, dpi, tuple(spots))


def draw_card(dpi: int, payload: str, side_mm: float, level: str, *, new_layout: bool) -> Sheet:
    """A citizen card on white: QR on the front at the top right (2021), on the back at the left (căn cước 2024)."""
    page = np.full((round(74 * dpi / 25.4), round(106 * dpi / 25.4), 3), 250, np.uint8)
    _card_ground(page, dpi)
    x, y = (16.0, 16.0) if new_layout else (93.0 - side_mm, 13.0)
    _box(page, dpi, (x - 1, y - 1, side_mm + 2, side_mm + 2), (255, 255, 255))
    return Sheet(page, dpi, (_stamp(page, square(payload, side_mm * dpi / 25.4, level), x, y, dpi, payload),))


def bars(text: str, module_px: float, height_px: int) -> Picture:
    """Code 128 without quiet zone; the paper's light is averaged over each pixel."""
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    row = np.array(drawn.to_image(scale=1, add_quiet_zones=False))[0:1].astype(np.uint8)
    fine = np.repeat(row, _GRAIN, axis=1)
    line = cv2.resize(fine, (round(row.shape[1] * module_px), 1), interpolation=cv2.INTER_AREA)
    return np.maximum(np.repeat(line, height_px, axis=0), INK).astype(np.uint8)


def square(text: str, side_px: float, level: str) -> Picture:
    """A QR of UTF-8 bytes without ECI, `side_px` wide."""
    modules = (1 - np.array(segno.make_qr(text, error=level, encoding="utf-8").matrix, np.uint8)) * 255
    fine = np.kron(modules, np.ones((_GRAIN, _GRAIN), np.uint8))
    return np.maximum(cv2.resize(fine, (round(side_px),) * 2, interpolation=cv2.INTER_AREA), INK).astype(np.uint8)


def invent_code(rng: Generator) -> str:
    """A dossier code of the invented office, of a possible day before December 2026."""
    return f"H26.19.103-26{rng.integers(1, 12):02}{rng.integers(1, 29):02}-{rng.integers(1, 300):04}"


def invent_identity(rng: Generator) -> str:
    """26 Crockford base32 characters."""
    return "0" + "".join(rng.choice(list("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), 25))


def invent_card(rng: Generator) -> str:
    """The text of an invented person's card: seven fields, or eleven as from 2024 on."""
    year, sex = int(rng.integers(1940, 2012)), int(rng.integers(2))
    number = f"{rng.integers(1, 97):03}{2 * (year >= 2000) + sex}{year % 100:02}{rng.integers(10**6):06}"
    name = f"{rng.choice(SURNAMES)} {rng.choice(MIDDLES)} {rng.choice(GIVEN)}"
    old = f"{rng.integers(10**8, 10**9)}" if rng.random() < 0.5 else ""
    born = f"{rng.integers(1, 29):02}{rng.integers(1, 13):02}{year}"
    new = rng.random() < 0.4
    issued = f"{rng.integers(1, 29):02}{rng.integers(1, 13):02}{2025 if new else 2022}"
    fields = (number, old, name, born, ("Nam", "Nữ")[sex], str(rng.choice(PLACES)), issued)
    return "|".join(fields) + "||||" * new


def _stamp(page: Picture, code: Picture, x_mm: float, y_mm: float, dpi: int, text: str) -> Spot:
    x, y = round(x_mm * dpi / 25.4), round(y_mm * dpi / 25.4)
    height, width = code.shape
    page[y : y + height, x : x + width] = code[:, :, None]
    return Spot("QRCode" if height == width else "Code128", text, (x, y, width, height))


@cache
def blank_form(width: int, height: int, dpi: int) -> Picture:
    """Text and ruled lines as on any form; code places stay white because codes are laid over it. Copy before use."""
    page = np.full((height, width, 3), 252, np.uint8)
    for number, y in enumerate(range(round(0.6 * dpi), height - dpi // 4, round(0.34 * dpi))):
        words = "Ho so tiep nhan, giay to kem theo va hen tra ket qua " * 2
        if number % 5 == 4:
            cv2.line(page, (dpi // 2, y), (width - dpi // 2, y), (90, 90, 90), max(1, dpi // 150))
        else:
            cv2.putText(page, words[number : number + width * 9 // dpi], (dpi // 2, y), 0, dpi / 360, (45, 45, 45),
                        max(1, dpi // 150), cv2.LINE_AA)  # fmt: skip
    for layout in LAYOUTS.values():
        if (round(layout.width * dpi / 25.4), round(layout.height * dpi / 25.4)) == (width, height):
            x, y_mm, module, tall = layout.bars
            _box(page, dpi, (x - 14 * module - 1, y_mm - 3, 283 * module + 2, tall + 6), (252, 252, 252))
            left, top, side = layout.square
            _box(page, dpi, (left - 4, top - 4, side + 8, side + 8), (252, 252, 252))
    return page


def _card_ground(page: Picture, dpi: int) -> None:
    """The tinted card with its guilloche, portrait, chip and lines of text."""
    mm = dpi / 25.4
    _box(page, dpi, (10, 10, 85.6, 54), (226, 238, 214))
    xs = np.arange(round(10 * mm), round(95.6 * mm), 2)
    for wave in range(14):
        ys = (10 + 54 * (wave + 0.5) / 14) * mm + 2.4 * mm * np.sin(xs / mm / (5 + wave % 4) + wave)
        ys = np.clip(ys, 10 * mm, 64 * mm)
        cv2.polylines(page, [np.stack([xs, ys], axis=1).astype(np.int32)], False, (170, 205, 190), 1, cv2.LINE_AA)
    _box(page, dpi, (14, 32, 21, 27), (150, 160, 175))
    _box(page, dpi, (40, 22, 12, 9), (110, 190, 215))
    for row in range(6):
        cv2.putText(page, "HO VA TEN / FULL NAME", (round(40 * mm), round((37 + 4.3 * row) * mm)), 0, mm / 17,
                    (60, 60, 60), max(1, dpi // 200), cv2.LINE_AA)  # fmt: skip


def _box(page: Picture, dpi: int, box: tuple[float, float, float, float], colour: tuple[int, int, int]) -> None:
    x, y, width, height = (round(side * dpi / 25.4) for side in box)
    page[max(0, y) : y + height, max(0, x) : x + width] = colour
