"""Slips with signed codes, and what becomes of them on an office's desk: worn, stamped, written over."""

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from numpy.typing import NDArray

from dossiers.books import BookEntry, BookKind
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.slip_header import Place, SlipHead, SlipProofs, is_slip, open_slip, prove
from scanning.codes import read_codes
from tests.printing.people_and_papers import LONG_NAME, OWNER, general

Picture = NDArray[np.uint8]

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PLACE = Place(b"epoch-01", 41_000)
ENTRY = BookEntry(kind=BookKind.DOSSIERS, volume="01", year=2026, number=42)
RED, BLUE = (40, 40, 200), (160, 60, 30)
"""Of a stamp and of a pen, as BGR."""


def longest() -> Dossier:
    """The dossier whose head fills its code to the last byte."""
    return replace(general(), owner=replace(OWNER, name=LONG_NAME), entries=(ENTRY,))


def proofs_of(dossier: Dossier) -> SlipProofs:
    """Signed by the key of these tests."""
    return prove(dossier, PLACE, KEY)


def heads_on(picture: Picture) -> list[SlipHead]:
    """The heads a scanner's reader finds on a page (BGR or grey) that are truly signed."""
    readings = read_codes(picture, lambda reading: is_slip(reading.text))
    return [head for reading in readings if is_slip(reading.text) and (head := _opened(reading.text))]


def scanned(page: Picture, seed: int, skew_deg: float = 0.0) -> Picture:
    """A page (RGB) as a tired colour scanner gives it: askew, soft, noisy, pale, JPEG quality 50."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew_deg, 1)
    bgr = cv2.cvtColor(page, cv2.COLOR_RGB2BGR)
    bgr = cv2.warpAffine(bgr, turn, (width, height), borderValue=(255, 255, 255))
    bgr = cv2.GaussianBlur(bgr, (0, 0), 0.8)
    noise = 8 * np.random.default_rng(seed).standard_normal(bgr.shape, dtype=np.float32)
    pale = np.clip(40 + bgr * np.float32(200 / 255) + noise, 0, 255).astype(np.uint8)
    _, jpeg = cv2.imencode(".jpg", pale, [cv2.IMWRITE_JPEG_QUALITY, 50])
    return np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), dtype=np.uint8)


def proof_box(page: Picture) -> tuple[int, int, int, int]:
    """Left, top, right and bottom px of the signed code on a clean page (RGB)."""
    grey = np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    (found,) = [each for each in read_codes(grey, lambda reading: is_slip(reading.text)) if is_slip(each.text)]
    xs, ys = zip(*found.corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def stamped(page: Picture, seed: int) -> Picture:
    """A round red stamp of 36 mm set beside the code, its rim across the code's left part; translucent as ink is."""
    left, top, right, bottom = proof_box(page)
    side, random = right - left, np.random.default_rng(seed)
    centre = (int(left - side * random.uniform(0.35, 0.55)), int((top + bottom) / 2 + side * random.uniform(-0.2, 0.2)))
    ink = np.full(page.shape, 255, np.uint8)
    for radius in (0.72, 0.66, 0.45):
        cv2.circle(ink, centre, int(side * radius), RED[::-1], max(2, side // 60), cv2.LINE_AA)
    cv2.putText(ink, "UY BAN", (centre[0] - side // 3, centre[1]), cv2.FONT_HERSHEY_SIMPLEX, side / 260, RED[::-1],
                max(2, side // 70), cv2.LINE_AA)  # fmt: skip
    return np.minimum(page, ink)


def written_over(page: Picture, seed: int) -> Picture:
    """A blue signature that runs across the whole code."""
    left, top, right, bottom = proof_box(page)
    random = np.random.default_rng(seed)
    xs = np.linspace(left - 20, right + 20, 14)
    ys = random.uniform(top, bottom, 14)
    ink = np.full(page.shape, 255, np.uint8)
    line = np.stack([xs, ys], axis=1).astype(np.int32)
    cv2.polylines(ink, [line], isClosed=False, color=BLUE[::-1], thickness=max(2, (right - left) // 70))
    return np.minimum(page, ink)


def scratched(page: Picture, seed: int) -> Picture:
    """A white scratch of half a millimetre across the code."""
    left, top, right, bottom = proof_box(page)
    random = np.random.default_rng(seed)
    start, end = (left, int(random.uniform(top, bottom))), (right, int(random.uniform(top, bottom)))
    width = max(2, (right - left) // 47)
    return np.asarray(cv2.line(page.copy(), start, end, (255, 255, 255), width), dtype=np.uint8)


DAMAGE: dict[str, Callable[[Picture, int], Picture]] = {
    "clean": lambda page, _: page, "stamp": stamped, "pen": written_over, "scratch": scratched,
}  # fmt: skip


def _opened(text: str) -> SlipHead | None:
    try:
        return open_slip(text)
    except KnownError:
        return None
