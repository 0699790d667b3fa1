"""The ways by which a card reaches the intake besides a reader: a camera, and a picture chosen or dropped on it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.card_picture import read_card_file
from desktop.i18n import t
from desktop.screens.intake.card_camera import CardCameraPanel
from desktop.stage import Session
from dossiers.clock import local_date

SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf")


class CardWays(QObject):
    """Watches `host` for dropped files; `read` carries a `dossiers.citizen_card.Card`."""

    read = Signal(object)

    def __init__(self, host: QWidget, session: Session) -> None:
        super().__init__(host)
        self._host, self._jobs, self._stage, self._clock = host, session.jobs, session.stage, session.clock
        self.panel = CardCameraPanel(host, session.theme, session.clock)
        self.panel.read.connect(self.read)
        self.panel.file_asked.connect(self.choose_file)
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def choose_file(self) -> None:
        """Ask for a picture of a card."""
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self._host, t("Chọn ảnh chụp thẻ…"), "", t("Ảnh, PDF ({kinds})", kinds=kinds)
        )
        if name:
            self.take_file(Path(name))

    def take_file(self, file: Path) -> None:
        """Look for a card in a picture, beside the window's thread."""
        self._stage.toast(t("Đang tìm mã trên ảnh thẻ…"))
        work = partial(read_card_file, file, local_date(self._clock()))
        self._jobs.pool(work, self.read.emit, self._stage.complain)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One picture may be dropped; everything else goes its way."""
        if isinstance(event, QDragEnterEvent | QDropEvent) and (file := _picture_of(event)):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.take_file(file)
            return True
        return super().eventFilter(watched, event)


def _picture_of(event: QDropEvent) -> Path | None:
    """The one picture that is being dragged."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.lower() in SUFFIXES else None
