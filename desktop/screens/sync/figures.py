"""The four figures of the sync screen, and below them what waits though the line is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from desktop.i18n import t
from desktop.line_asks import LineState
from desktop.line_words import size_words
from desktop.theme.tokens import Tone
from desktop.widgets import Card, KeyHintButton, caption, muted, text


class FiguresCard(Card):
    """`scans_wanted`: somebody has read what sending the scans now would take, and wants it."""

    scans_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._figures = [QLabel("–") for _ in range(4)]
        self._files = muted()
        self._waiting, self._cost = text(wrap=True), muted(wrap=True)
        self._waiting.setProperty("tone", Tone.INFO.value)
        self._all = KeyHintButton(t("Gửi cả &bản quét ngay"))
        self._all.clicked.connect(self.scans_wanted)
        self.body.addLayout(self._row())
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._waiting, self._cost):
            words.addWidget(label)
        wait = QHBoxLayout()
        wait.addLayout(words, 1)
        wait.addWidget(self._all)
        self.body.addLayout(wait)
        self.body.addWidget(caption(t("“Đã ký nhận” là có biên nhận ký số của tỉnh, máy này đã kiểm tra chữ ký.")))
        self.show_waiting("", "")

    def present(self, state: LineState) -> None:
        """Count anew."""
        figures = (state.waiting, state.sent, len(state.set_aside) + len(state.rescans), state.files_waiting)
        for label, figure in zip(self._figures, figures, strict=True):
            label.setText(f"{figure:,}".replace(",", "."))
        self._files.setText(t("tệp quét chờ gửi ({size})", size=size_words(state.bytes_waiting)))

    def show_waiting(self, words: str, cost: str) -> None:
        """Why scans wait, and where somebody may send them all the same, what that takes."""
        for label, said in ((self._waiting, words), (self._cost, cost)):
            label.setText(said)
            label.setVisible(bool(said))
        self._all.setVisible(bool(cost))

    def allow(self, *, allowed: bool) -> None:
        """Whether a run can begin."""
        self._all.setEnabled(allowed)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        captions = (
            muted(t("việc chờ gửi")), muted(t("việc tỉnh đã ký nhận")), muted(t("việc cần xem lại")), self._files,
        )  # fmt: skip
        for figure, words in zip(self._figures, captions, strict=True):
            figure.setObjectName("figure")
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(figure)
            column.addWidget(words)
            row.addLayout(column, 1)
        return row
