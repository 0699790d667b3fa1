"""Small grey pictures of every form, looked at once and kept: `python -m tests.printing.looks` draws them anew."""

from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from printing.raster import pages
from tests.printing.every_form import ON_PAPER, printed

FOLDER = Path(__file__).parent / "golden"
DPI = 50
GREYS = 16
BLOCK = 5
"""Pixels of the squares compared: 2.5 mm, so that another rasteriser's edges are no difference."""

TOLERANCE = 24.0
"""Grey levels (of 255) by which the darkness of a square may differ."""

Picture = NDArray[np.uint8]


def pictures(pdf: bytes) -> list[Picture]:
    """Every page in grey at 50 dpi."""
    return [np.asarray(Image.fromarray(page).convert("L")) for page in pages(pdf, DPI)]


def kept(name: str, paper: str) -> list[Picture]:
    """The pictures of a form that somebody looked at."""
    files = sorted(FOLDER.glob(f"{name}-{paper}-*.png"), key=lambda file: int(file.stem.rpartition("-")[2]))
    return [np.asarray(Image.open(file).convert("L")) for file in files]


def differs(one: Picture, other: Picture) -> float:
    """The most by which any square of two pictures differs in darkness; 255 for pages of different size."""
    if one.shape != other.shape:
        return 255.0
    return float(np.abs(_squares(one) - _squares(other)).max())


def _squares(picture: Picture) -> NDArray[np.float64]:
    height, width = (side // BLOCK * BLOCK for side in picture.shape)
    cut = picture[:height, :width].astype(np.float64)
    squares: NDArray[np.float64] = cut.reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK).mean(axis=(1, 3))
    return squares


def keep() -> None:
    """Draw all pictures anew; look at them before they are committed."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, paper in ON_PAPER:
        for number, picture in enumerate(pictures(printed(name, paper)), start=1):
            file = BytesIO()
            Image.fromarray(picture).quantize(GREYS).save(file, "PNG", optimize=True)
            (FOLDER / f"{name}-{paper}-{number}.png").write_bytes(file.getvalue())


if __name__ == "__main__":
    keep()
