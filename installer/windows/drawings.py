"""The program's icon and set-up's side picture, drawn from the one SVG in the forms Windows wants."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DRAWING = Path(__file__).parent.parent / "motcua.svg"
ICON, SIDE = "motcua.ico", "side.bmp"
SIZES_PX = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows asks for at 100, 125, 150 and 200 %."""
SIDE_PX, BADGE_PX = (328, 628), 200
"""NSIS shows it at half of that, and whole on a sharp screen."""
GROUND = "#dfe9f1"


def draw(folder: Path) -> None:
    """Write the icon with every size drawn anew, and the side picture."""
    from PIL import Image

    pictures = [picture(size) for size in SIZES_PX]
    pictures[-1].save(folder / ICON, sizes=[(size, size) for size in SIZES_PX], append_images=pictures[:-1])
    side, badge = Image.new("RGB", SIDE_PX, GROUND), picture(BADGE_PX)
    side.paste(badge, ((SIDE_PX[0] - BADGE_PX) // 2, (SIDE_PX[1] - BADGE_PX) // 3), badge)
    side.save(folder / SIDE)


def picture(size_px: int) -> "Image":
    """The drawing at one size, on nothing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size_px, size_px, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size_px, size_px), bytes(image.constBits()))
