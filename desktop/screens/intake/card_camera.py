"""Quét thẻ bằng camera: the live picture over the intake, the code drawn on it, and the card read from it."""

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import keys
from desktop.bridges.card_camera import CardCameraBridge
from desktop.i18n import said, t
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets import KeyHintButton, StatusChip, muted, text
from dossiers.citizen_card import parse_card
from dossiers.clock import Clock, local_date
from dossiers.errors import InvalidInput
from scanning.card_camera import CodeSeen, Frame
from scanning.errors import Fault

PICTURE = (640, 360)
_PEN_PX = 4
_SHOWN_MS = 400
"""How long the picture with the code found on it stays over the form that is filled already."""


class CardCameraPanel(QFrame):
    """Over `host` while it is open; the camera is let go whenever it is not seen."""

    read = Signal(object)
    """A `dossiers.citizen_card.Card`."""
    file_asked = Signal()

    def __init__(self, host: QWidget, theme: Theme, clock: Clock) -> None:
        super().__init__(host)
        self._host, self._theme, self._clock = host, theme, clock
        self._before: QWidget | None = None
        self._opening = False
        self.camera = CardCameraBridge(self)
        self.camera.framed.connect(self._on_frame)
        self.camera.failed.connect(self._on_failed)
        self.setObjectName("overlay")
        self.setAccessibleName(t("Quét thẻ bằng camera"))
        self.picture, self.said = QLabel(), StatusChip()
        self.again = KeyHintButton(t("Đổi máy chụp"))
        self.file = KeyHintButton(t("Chọn ảnh chụp thẻ…"))
        self.away = KeyHintButton(t("Đóng"), keys.BACK)
        self._lay_out()
        self.again.clicked.connect(self._on_again)
        self.file.clicked.connect(self._on_file)
        self.away.clicked.connect(self.put_away)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_SHOWN_MS)
        self._leaving.timeout.connect(self.hide)
        self.hide()

    def present(self, source: str = "") -> None:
        """Open the camera (`source` as in `CardCameraBridge.open`); a second press puts it away."""
        if self.isVisible():
            self.put_away()
            return
        self._leaving.stop()
        self._before = self._host.focusWidget()
        self.picture.setPixmap(QPixmap())
        self._say_opening()
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, max(8, (self._host.height() - self.height()) // 2))
        self.show()
        self.raise_()
        self.away.setFocus()
        self.camera.open(source)

    def put_away(self) -> None:
        """Back to where the cursor was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is filmed by a window that nobody sees."""
        super().hideEvent(event)
        self.camera.close()

    def event(self, event: QEvent) -> bool:
        """Esc is the panel's own while it is open, not the frame's."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _on_frame(self, frame: Frame) -> None:
        shown = QPixmap()
        shown.loadFromData(frame.jpeg)
        self._draw_codes(shown, frame.codes)
        self.picture.setPixmap(shown.scaled(*PICTURE, Qt.AspectRatioMode.KeepAspectRatio))
        self.camera.shown()
        if frame.codes:
            self._take(frame.codes[0].text)
        elif self._opening:
            self._opening = False
            self.said.say(t("Đưa mã QR trên thẻ vào giữa khung, cách máy chụp chừng một gang tay."), Tone.INFO)

    def _take(self, code: str) -> None:
        """Fill the form first; the eye gets its moment after that."""
        try:
            card = parse_card(code, local_date(self._clock()))
        except InvalidInput as error:
            self.said.say(said(error), Tone.WARN)
            return
        self.camera.close()
        self.said.say(t("Đã đọc thẻ."), Tone.OK)
        self.read.emit(card)
        self._leaving.start()

    def _draw_codes(self, shown: QPixmap, codes: tuple[CodeSeen, ...]) -> None:
        painter = QPainter(shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.ok), _PEN_PX))
        for code in codes:
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in code.corners]))
        painter.end()

    def _say_opening(self) -> None:
        self._opening = True
        self.said.say(t("Đang mở máy chụp…"), Tone.IDLE)

    def _on_failed(self, fault: Fault) -> None:
        if fault is Fault.NO_DEVICE:
            words = t("Chưa thấy máy chụp. Cắm máy chụp rồi bấm Đổi máy chụp, hoặc chọn ảnh chụp thẻ.")
        else:
            words = t("Máy chụp vừa dừng. Phần đã nhập còn nguyên; bấm Đổi máy chụp để mở lại.")
        self.said.say(words, Tone.WARN)

    def _on_again(self) -> None:
        self._say_opening()
        self.camera.change()

    def _on_file(self) -> None:
        self.put_away()
        self.file_asked.emit()

    def _lay_out(self) -> None:
        self.picture.setFixedSize(*PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(tokens.GAP)
        column.addWidget(text(t("Quét thẻ căn cước bằng camera"), "card-title"))
        column.addWidget(self.picture)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self.again)
        row.addWidget(self.file)
        row.addStretch()
        row.addWidget(self.away)
        column.addLayout(row)
        column.addWidget(muted(t("Hình chỉ hiện ở đây, không lưu lại.")))
