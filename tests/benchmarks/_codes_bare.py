"""Pages without a code of ours: plain print, and each thing that resembles a code, one kind a page or all at once.

The kinds are those of BARCODES.md section 1, family N_neg.
"""

from collections.abc import Callable

import cv2
import numpy as np
import zxingcpp
from numpy.random import Generator

from tests.benchmarks import _codes_wear as wear
from tests.benchmarks._codes_paper import INK, Sheet, Spot, blank_form, square
from tests.scanning.paper import Picture

Draw = Callable[[Picture, int, Generator], None]
"""Draws one kind of thing on a page of so many dpi."""

_A4_MM = 210, 297


def draw_bare(kind: str, dpi: int, rng: Generator) -> Sheet:
    """A printed A4 page with things of one kind on it."""
    page = _print_of(dpi)
    KINDS[kind](page, dpi, rng)
    return Sheet(page, dpi, ())


def draw_decoys(dpi: int, rng: Generator) -> Sheet:
    """A page with everything that looks like a code of ours and is none."""
    page = _print_of(dpi)
    for draw in (_combs, _checkerboard, _ean, _code_39, _foreign_128, _link):
        draw(page, dpi, rng)
    return Sheet(page, dpi, ())


def _print_of(dpi: int) -> Picture:
    width, height = (round(side * dpi / 25.4) for side in _A4_MM)
    return blank_form(width, height, dpi).copy()


def _text(page: Picture, dpi: int, rng: Generator) -> None:
    """A page full of close print, as a judgment or a contract is."""
    page[:] = 252
    letters = np.array(list("abcdeghiklmnopqrstuvxy" + "    "))
    for y in range(dpi // 2, page.shape[0] - dpi // 2, round(dpi * 0.2)):
        line = "".join(rng.choice(letters, 160))
        cv2.putText(page, line, (dpi // 2, y), 0, dpi / 345, (45, 45, 45), max(1, dpi // 150), cv2.LINE_AA)


def _table(page: Picture, dpi: int, rng: Generator) -> None:
    """A register's ruled table over the lower half, with a number in each cell."""
    top, bottom, left, right = page.shape[0] // 2, page.shape[0] - dpi // 2, dpi // 2, page.shape[1] - dpi // 2
    page[top - dpi // 8 : bottom + dpi // 8, left - dpi // 8 : right + dpi // 8] = 252
    thin = max(1, dpi // 150)
    rows = np.arange(top, bottom, round(dpi * rng.uniform(0.2, 0.4)))
    columns = np.unique(np.append(np.sort(rng.integers(left, right, int(rng.integers(5, 14)))), (left, right)))
    for y in rows:
        cv2.line(page, (left, int(y)), (right, int(y)), (60, 60, 60), thin)
    for x in columns:
        cv2.line(page, (int(x), top), (int(x), int(rows[-1])), (60, 60, 60), thin)
    for y in rows[1:]:
        for x in columns[:-1]:
            at = int(x) + dpi // 40, int(y) - dpi // 24
            cv2.putText(page, str(rng.integers(10, 9999)), at, 0, dpi / 420, (45, 45, 45), thin, cv2.LINE_AA)


def _combs(page: Picture, dpi: int, rng: Generator) -> None:
    """Five rows of upright lines of random widths."""
    for _ in range(5):
        comb = np.where(rng.random((1, int(rng.integers(60, 200)))) < 0.5, INK, 255).astype(np.uint8)
        drawn = cv2.resize(comb, None, fx=dpi / 70, fy=dpi * 0.5, interpolation=cv2.INTER_NEAREST)
        _lay(page, np.asarray(drawn, np.uint8), rng)


def _fake_bars(page: Picture, dpi: int, rng: Generator) -> None:
    """Bars and gaps of one to four modules that no symbology has, as long as ours."""
    widths = rng.integers(1, 5, 104)
    row = np.concatenate([np.full(wide, (INK, 255)[at % 2], np.uint8) for at, wide in enumerate(widths)])[None]
    _lay(page, np.asarray(cv2.resize(row, (round(97 * dpi / 25.4), dpi // 2), interpolation=cv2.INTER_AREA)), rng)


def _checkerboard(page: Picture, dpi: int, rng: Generator) -> None:
    """Random squares as large as those of a QR, without its corners."""
    cells = np.kron(rng.integers(0, 2, (29, 29)), np.ones((dpi // 32, dpi // 32))) * 230
    _lay(page, cells.astype(np.uint8) + INK, rng)


def _ean(page: Picture, dpi: int, rng: Generator) -> None:
    digits = "893" + "".join(map(str, rng.integers(0, 10, 9)))
    _lay_bars(page, zxingcpp.BarcodeFormat.EAN13, digits, dpi, rng)


def _code_39(page: Picture, dpi: int, rng: Generator) -> None:
    _lay_bars(page, zxingcpp.BarcodeFormat.Code39, f"H26-{rng.integers(10**6, 10**7)}", dpi, rng)


def _foreign_128(page: Picture, dpi: int, rng: Generator) -> None:
    _lay_bars(page, zxingcpp.BarcodeFormat.Code128, f"00010-H26.19.103-{rng.integers(10**5)}", dpi, rng)


def _link(page: Picture, dpi: int, rng: Generator) -> None:
    """A QR that leads to a page of the web."""
    _lay(page, square(f"https://vi.du/{rng.integers(10**9)}", dpi * 0.9, "M"), rng)


def _seal(page: Picture, dpi: int, rng: Generator) -> None:
    """Two red seals over the print."""
    height, width = page.shape[:2]
    for _ in range(2):
        x, y = int(rng.integers(width // 5, width * 4 // 5)), int(rng.integers(height // 5, height * 4 // 5))
        page[:] = wear.stamped(Sheet(page, dpi, ()), Spot("QRCode", "", (x, y, 1, 1)), rng)


def _lay_bars(page: Picture, kind: zxingcpp.BarcodeFormat, text: str, dpi: int, rng: Generator) -> None:
    drawn = np.array(zxingcpp.create_barcode(text, kind).to_image(scale=2)).astype(np.uint8)
    _lay(page, np.asarray(cv2.resize(drawn, None, fx=dpi / 150, fy=dpi / 150), np.uint8), rng)


def _lay(page: Picture, patch: Picture, rng: Generator) -> None:
    """Anywhere on the page, with white around it."""
    framed = np.pad(patch, 12, constant_values=255)[: page.shape[0] // 2, : page.shape[1] - 2]
    height, width = framed.shape
    x, y = int(rng.integers(0, page.shape[1] - width)), int(rng.integers(0, page.shape[0] - height))
    page[y : y + height, x : x + width] = framed[:, :, None]


KINDS: dict[str, Draw] = {
    "text": _text,
    "table": _table,
    "combs": _combs,
    "fake bars": _fake_bars,
    "checkerboard": _checkerboard,
    "EAN": _ean,
    "Code 39": _code_39,
    "link": _link,
    "seals": _seal,
}
