"""Which part of a book goes out, how it is laid out, and how far it is."""

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar

from desktop.i18n import t
from desktop.screens.books.exporting import Exporting
from desktop.theme import tokens
from desktop.widgets import Card, DateLine, Field, muted
from dossiers.books import BookKind

LOOK_MS = 100
LEAST_DATE = 112


class ExportCard(Card):
    """Empty days mean the whole book."""

    def __init__(self) -> None:
        super().__init__(t("In và xuất sổ"))
        self._first, self._last = DateLine(), DateLine()
        self._fields = {"first": Field(t("&Từ ngày"), self._first), "last": Field(t("Đế&n ngày"), self._last)}
        self.short = QCheckBox(t("Mẫu &gọn của sổ theo dõi"))
        self._bar, self._words = QProgressBar(), muted()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(t("Tiến độ ghi sổ"))
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        for field in self._fields.values():
            field.editor.setMinimumWidth(LEAST_DATE)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        words = t("Để trống ngày: cả quyển. Sổ nhiều trang vẫn in được trong lúc làm việc.")
        self.body.addWidget(muted(words, wrap=True))
        for part in (self.short, self._bar, self._words):
            self.body.addWidget(part)
        self.body.addStretch()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._exporting: Exporting | None = None
        self._show_progress(running=False)

    def show_kind(self, kind: BookKind | None) -> None:
        """Only the follow-up register has two layouts."""
        self.short.setVisible(kind is BookKind.DOSSIERS)

    def follow(self, exporting: Exporting) -> None:
        """Show how far a run is, as long as it runs."""
        self._exporting = exporting
        self._show_progress(running=exporting.running)
        if exporting.running:
            self._timer.start()
        else:
            self._timer.stop()

    def days(self) -> tuple[date | None, date | None] | None:
        """The days typed; None, with a sentence beside the field, where they are none."""
        for name, line in (("first", self._first), ("last", self._last)):
            self._fields[name].clear()
            if line.wrong():
                self._fields[name].set_error(t("Ghi ngày dạng 23/11/2026."))
                return None
        first, last = self._first.day(), self._last.day()
        if first and last and last < first:
            self._fields["last"].set_error(t("Ngày cuối sớm hơn ngày đầu."))
            return None
        return first, last

    def _show_progress(self, *, running: bool) -> None:
        self._bar.setVisible(running)
        self._words.setVisible(running)
        self._look()

    def _look(self) -> None:
        if self._exporting is not None:
            progress = self._exporting.progress
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            self._words.setText(t("{done} / {total} số · Esc: dừng", done=progress.done, total=progress.total))
