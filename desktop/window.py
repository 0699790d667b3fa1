"""The one window of the desk: stacks first run, sign-in and frame, and never blocks its own closing."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.i18n import t
from desktop.theme import tokens

TITLE = "Một cửa"


class Window(QStackedWidget):
    """Shows one page at a time; `closed` comes once, when the person has closed it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*tokens.LOWEST_WINDOW)
        self.resize(1366, 728)

    def present(self, page: QWidget) -> None:
        """Bring a page to the front; pages are kept."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)

    def discard(self, page: QWidget) -> None:
        """Let go of a page for good."""
        self.removeWidget(page)
        page.deleteLater()

    def name_office(self, office: str, *, training: bool) -> None:
        """Put the office into the title bar."""
        mark = f" · {t('TẬP HUẤN')}" if training else ""
        self.setWindowTitle(f"{TITLE} · {office}{mark}" if office else TITLE)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What waits to be sent is safe and goes out next time: closing is never refused."""
        event.accept()
        self.closed.emit()
