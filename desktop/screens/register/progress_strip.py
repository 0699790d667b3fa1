"""How far long work is, under the chips: a bar, a count, and a way to stop."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.i18n import t
from desktop.screens.register.progress import Progress
from desktop.screens.register.words import number_words
from desktop.theme import tokens
from desktop.widgets import text

LOOK_MS = 100


class ProgressStrip(QWidget):
    """Looks at the work ten times a second and goes away when it has ended."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self._words = ""
        self.says, self.bar, self.stop = text(), QProgressBar(), QPushButton(t("Dừng lại"))
        self.bar.setTextVisible(False)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self.says)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether there is work to look at."""
        return self._progress is not None

    def follow(self, progress: Progress, words: str) -> None:
        """Show this work from now on."""
        self._progress, self._words = progress, words
        self.stop.setEnabled(True)
        self.show()
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Say how far it is."""
        progress = self._progress
        if progress is None or progress.ended:
            self._timer.stop()
            self._progress = None
            self.hide()
            self.ended.emit()
            return
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        done, total = number_words(progress.done), number_words(progress.total)
        self.says.setText(t("{what}: {done}/{total} hồ sơ", what=self._words, done=done, total=total))

    def _on_stop(self) -> None:
        if self._progress is not None:
            self._progress.stop = True
            self.stop.setEnabled(False)
