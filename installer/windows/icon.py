"""The program's icon in the form Windows wants: one .ico with every size drawn anew from the SVG."""

import io
import os
from pathlib import Path

DRAWING = Path(__file__).parent.parent / "motcua.svg"
SIZES_PX = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Windows asks for at 100, 125, 150 and 200 %."""


def write_icon(target: Path) -> None:
    """Draw the icon at every size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    running = QGuiApplication.instance() or QGuiApplication([])
    drawing, pictures = QSvgRenderer(str(DRAWING)), []
    for size in SIZES_PX:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        png = QByteArray()
        buffer = QBuffer(png)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, b"PNG")
        pictures.append(Image.open(io.BytesIO(png.data())))
    pictures[-1].save(target, sizes=[(size, size) for size in SIZES_PX], append_images=pictures[:-1])
    del running
