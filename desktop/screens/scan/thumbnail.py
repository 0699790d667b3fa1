"""A page as a small picture in a list: outlined, for paper is as white as the list, and never tinted when chosen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget


def thumbnail_icon(page: QPixmap, size: QSize, beside: QWidget) -> QIcon:
    """The page within this size, as sharp as the screen `beside` which it stands."""
    ratio = beside.devicePixelRatioF()
    small = page.scaled(size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(small)
    painter.setPen(beside.palette().color(QPalette.ColorRole.Mid))
    painter.drawRect(small.rect().adjusted(0, 0, -1, -1))
    painter.end()
    icon = QIcon(small)
    icon.addPixmap(small, QIcon.Mode.Selected)  # Qt's own tint would colour the page
    return icon
