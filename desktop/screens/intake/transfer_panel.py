"""The transfer on the screen: a VietQR large enough for a telephone across the counter, and what it must then show."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.intake.money import Transfer
from desktop.widgets import caption, muted, page_title

SIDE = 300
WIDTH = 420
QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""


class QrPicture(QWidget):
    """A QR code in whole pixels, black on white in either scheme: a telephone reads nothing else as surely."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[bytes, ...] = ()
        self.setFixedSize(QSize(SIDE, SIDE))

    def show_payload(self, payload: str) -> None:
        """Draw another code."""
        import segno

        self._rows = tuple(bytes(row) for row in segno.make(payload, error="m", micro=False).matrix)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 — always drawn whole
        """Squares without seams."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._rows:
            module = SIDE // (len(self._rows) + 2 * QUIET)
            start = (SIDE - module * len(self._rows)) / 2
            for y, row in enumerate(self._rows):
                for x, dark in enumerate(row):
                    if dark:
                        square = QRectF(start + x * module, start + y * module, module, module)
                        painter.fillRect(square, Qt.GlobalColor.black)
        painter.end()


class TransferPanel(QFrame):
    """Lies over the person's card, which is filled by then, until another way of paying is chosen or Esc is pressed."""

    def __init__(self, screen: QWidget, over: QWidget) -> None:
        super().__init__(screen)
        self._screen, self._over = screen, over
        self.setObjectName("card")
        self._payload = ""
        self.code, self.amount = QrPicture(), page_title()
        self.to, self.purpose = muted(wrap=True), muted(wrap=True)
        column = QVBoxLayout(self)
        column.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.amount, self.to, self.purpose, caption(t("Tiền đã về thì bấm F10 · Esc: cất mã"))):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.hide()

    def show_transfer(self, transfer: Transfer | None) -> None:
        """Show a transfer, or nothing."""
        self.setVisible(transfer is not None)
        if transfer is None or transfer.payload == self._payload:
            return
        self._payload = transfer.payload
        self.code.show_payload(transfer.payload)
        self.amount.setText(transfer.amount)
        self.to.setText(transfer.to)
        self.purpose.setText(t("Nội dung: {words}", words=transfer.purpose))
        self.fit()

    def fit(self) -> None:
        """Over the card, whole even where the card is lower."""
        corner = self._over.mapTo(self._screen, self._over.rect().topLeft())
        self.resize(min(self._over.width(), WIDTH), self.sizeHint().height())
        self.move(corner.x() + (self._over.width() - self.width()) // 2, max(0, corner.y()))
        self.raise_()
