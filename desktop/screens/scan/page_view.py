"""The page looked at, as large as there is room, or a few words where there is none to show."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

MARGIN = 11
LEAST_PX = 200


class PageView(QLabel):
    """White paper stands out from its ground."""

    def __init__(self) -> None:
        super().__init__()
        self._page = QPixmap()
        self.setObjectName("canvas")
        self.setMargin(MARGIN)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(LEAST_PX, LEAST_PX)

    def show_page(self, page: QPixmap, words: str) -> None:
        """The page; where it is null, the words."""
        self._page = page
        if page.isNull():
            self.setPixmap(QPixmap())
            self.setText(words)
        else:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page keeps to the room there is."""
        super().resizeEvent(event)
        if not self._page.isNull():
            self._fit()

    def _fit(self) -> None:
        """Drawn in the screen's own pixels: letters stay sharp where it is scaled."""
        ratio = self.devicePixelRatioF()
        room = (self.size() - QSize(2 * MARGIN, 2 * MARGIN)) * ratio
        page = self._page.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        page.setDevicePixelRatio(ratio)
        self.setPixmap(page)
