"""Papers drawn and worn for tests and benchmarks: slips with both codes, seals, pens, skew, blur, sensor noise."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import segno
import zxingcpp
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]

BLUE_PEN = (170, 60, 30)
RED_SEAL = (60, 40, 210)


@dataclass(frozen=True)
class Slip:
    """One A4 slip at `dpi` with its code as Code 128 (0.339 mm modules) and its QR payload (level H, 25 mm)."""

    code: str
    payload: str
    dpi: int = 300
    with_bars: bool = True
    with_qr: bool = True


def code128(text: str, module_px: int, height_px: int) -> Picture:
    """Bars only, no quiet zone."""
    bars = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    row = np.array(bars.to_image(scale=1, add_quiet_zones=False))[0:1].astype(np.uint8)
    return np.repeat(np.repeat(row, module_px, axis=1), height_px, axis=0)


def qr(text: str, side_px: int, level: str = "H") -> Picture:
    """A QR of UTF-8 bytes without ECI, as phones and cards carry it; whole-pixel modules within `side_px`."""
    matrix = np.array(segno.make_qr(text, error=level, encoding="utf-8").matrix, np.uint8)
    module_px = max(1, side_px // matrix.shape[0])
    return np.repeat(np.repeat((1 - matrix) * 255, module_px, axis=0), module_px, axis=1).astype(np.uint8)


def draw_slip(slip: Slip) -> Picture:
    """The slip as a clean BGR picture with ruled lines and text around the codes."""
    mm = slip.dpi / 25.4
    page = np.full((round(297 * mm), round(210 * mm), 3), 255, np.uint8)
    for row in range(60, 230, 9):
        cv2.line(page, (round(20 * mm), round(row * mm)), (round(190 * mm), round(row * mm)), (90, 90, 90), 1)
        text = "Ho so tiep nhan va hen tra ket qua; giay to kem theo"
        cv2.putText(
            page, text, (round(22 * mm), round((row - 2) * mm)), 0, mm / 14, (40, 40, 40), max(1, slip.dpi // 120)
        )
    if slip.with_bars:
        bars = code128(slip.code, round(0.339 * mm), round(13 * mm))
        paste(page, bars, round(45 * mm), round(30 * mm))
    if slip.with_qr:
        paste(page, qr(slip.payload, round(25 * mm)), round(160 * mm), round(250 * mm))
    return page


def paste(page: Picture, stamp: Picture, x: int, y: int) -> None:
    """Lay a grey picture onto a BGR page."""
    page[y : y + stamp.shape[0], x : x + stamp.shape[1]] = stamp[:, :, None]


def scanned_pdf(pages: list[Picture], dpi: int) -> bytes:
    """A PDF as scanners write it: each page one JPEG and nothing else."""
    images = [Image.fromarray(page if page.ndim == 2 else page[:, :, ::-1]) for page in pages]
    out = io.BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=dpi, quality=95)
    return out.getvalue()


def skewed(page: Picture, degrees: float, bed: int = 255) -> Picture:
    """The page turned clockwise on the scanner's bed, nothing cut off."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    cos, sin = abs(turn[0, 0]), abs(turn[0, 1])
    size = (round(height * sin + width * cos), round(height * cos + width * sin))
    turn[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    return np.asarray(cv2.warpAffine(page, turn, size, flags=cv2.INTER_CUBIC, borderValue=(bed,) * 3), np.uint8)


def sealed(page: Picture, x: int, y: int, radius: int) -> Picture:
    """A red office seal pressed over the print: ink multiplies with what lies under it."""
    ink = np.full_like(page, 255)
    for ring in (1.0, 0.9, 0.45):
        cv2.circle(ink, (x, y), round(radius * ring), RED_SEAL, max(3, radius // 14))
    cv2.putText(ink, "UBND XA", (x - radius // 2, y + radius // 3), 0, radius / 80, RED_SEAL, max(2, radius // 18))
    return multiply(page, ink)


def scribbled(page: Picture, x: int, y: int, width: int, seed: int) -> Picture:
    """Blue handwriting across a place on the page."""
    rng = np.random.default_rng(seed)
    ink = np.full_like(page, 255)
    steps = np.stack([np.linspace(x, x + width, 40), y + rng.normal(0, width / 8, 40)], axis=1)
    cv2.polylines(ink, [steps.astype(np.int32)], False, BLUE_PEN, max(3, width // 70))
    return multiply(page, ink)


def multiply(page: Picture, ink: Picture) -> Picture:
    """Ink over print, as light sees them."""
    return (page.astype(np.uint16) * ink // 255).astype(np.uint8)


def scanned(page: Picture, seed: int, blur_px: float = 0.7, noise: float = 5, jpeg: int = 75) -> Picture:
    """Optics, sensor and JPEG of an office scanner."""
    rng = np.random.default_rng(seed)
    soft = cv2.GaussianBlur(page, (0, 0), blur_px).astype(np.float32) * 0.93 + 8
    soft += rng.normal(0, noise, soft.shape).astype(np.float32)
    _, data = cv2.imencode(".jpg", np.clip(soft, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, jpeg])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def _sealed_over(page: Picture, dpi: int) -> Picture:
    over_bars = sealed(page, mm(90, dpi), mm(36, dpi), mm(18, dpi))
    return scanned(sealed(over_bars, mm(172, dpi), mm(262, dpi), mm(14, dpi)), seed=4)


def _written_over(page: Picture, dpi: int) -> Picture:
    over_bars = scribbled(page, mm(50, dpi), mm(36, dpi), mm(70, dpi), seed=1)
    return scanned(scribbled(over_bars, mm(158, dpi), mm(262, dpi), mm(30, dpi), seed=2), seed=4)


def _shadowed(page: Picture, _: int) -> Picture:
    light = np.linspace(0.25, 1, page.shape[1], dtype=np.float32)[None, :, None]
    return scanned((page * light).astype(np.uint8), seed=8)


ACCIDENTS: dict[str, Callable[[Picture, int], Picture]] = {
    "skewed": lambda page, _: scanned(skewed(page, -7), seed=1),
    "sideways": lambda page, _: np.ascontiguousarray(np.rot90(scanned(page, seed=2))),
    "upside down": lambda page, _: np.ascontiguousarray(np.rot90(scanned(page, seed=2), 2)),
    "askew by 33": lambda page, _: scanned(skewed(page, 33), seed=3),
    "sealed": _sealed_over,
    "written over": _written_over,
    "blurred": lambda page, dpi: scanned(page, seed=5, blur_px=1.6 * dpi / 200),
    "noisy": lambda page, _: scanned(page, seed=6, noise=25),
    "pale": lambda page, _: scanned((page * 0.2 + 170).astype(np.uint8), seed=7, noise=3),
    "in shadow": _shadowed,
    "squeezed": lambda page, _: scanned(page, seed=9, jpeg=30),
}
"""What an office does to its papers: a clean page and its dpi go in, a worn scan comes out."""


def mm(millimetres: float, dpi: int) -> int:
    """Millimetres as pixels."""
    return round(millimetres * dpi / 25.4)
