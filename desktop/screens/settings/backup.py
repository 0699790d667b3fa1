"""Sao lưu: where the second copy goes, when the last proven one was made, and one now."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop.backup_sticks import mark
from desktop.bridges.keeper import last_backup
from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, Line, muted, text
from dossiers.clock import say_time


class BackupPanel(Panel):
    """Backups are sealed like the data itself and count only once they were read back."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._folder, self._last = Line(), text(wrap=True)
        card = Card(t("Bản sao thứ hai, ở ổ đĩa khác hoặc USB"))
        pick, now = KeyHintButton(t("&Chọn…")), KeyHintButton(t("&Thử: sao lưu ngay"))
        stick = KeyHintButton(t("&Dùng USB đang cắm"))
        row = QHBoxLayout()
        row.addWidget(Field(t("Thư &mục sao lưu"), self._folder), 1)
        row.addWidget(pick, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        card.body.addWidget(self._last)
        foot = QHBoxLayout()
        slips = KeyHintButton(t("Khôi phục từ &biên nhận…"))
        foot.addWidget(now)
        foot.addWidget(stick)
        foot.addWidget(slips)
        foot.addStretch()
        card.body.addLayout(foot)
        words = t("Tự sao lưu mỗi giờ, khi đóng quầy và khi cắm USB của quầy này. "
                  "Khôi phục: đóng phần mềm, mở lại, chọn ở màn hình vào quầy.")  # fmt: skip
        card.body.addWidget(muted(words, wrap=True))
        self.column.addWidget(card)
        self.add_answer()
        pick.clicked.connect(self._on_pick)
        now.clicked.connect(self._on_now)
        stick.clicked.connect(self._on_stick)
        slips.clicked.connect(lambda: self.session.stage.open("recover"))
        self._folder.editingFinished.connect(self._on_changed)
        session.keeper.backed_up.connect(self._on_backed_up)
        session.keeper.failed.connect(self.complain)

    def refresh(self) -> None:
        """See `Panel`."""
        self._folder.setText(self.session.here.devices.backup_folder)
        self.session.jobs.ask(lambda desk: (last_backup(desk),), self._on_last, self.complain)

    def _on_last(self, last: tuple[datetime | None]) -> None:
        when = last[0]
        self._last.setText(
            t("Bản sao gần nhất đã kiểm tra: {time}.", time=say_time(when)) if when else t("Chưa có bản sao lưu nào.")
        )

    def _on_pick(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, t("Thư mục sao lưu"))
        if folder:
            self._folder.setText(folder)
            self._on_changed()

    def _on_changed(self) -> None:
        if self._folder.value() != self.session.here.devices.backup_folder:
            self.keep(backup_folder=self._folder.value())

    def _on_now(self) -> None:
        self._on_changed()
        if not self._folder.value():
            self.answer(t("Chọn thư mục sao lưu trước."), Tone.WARN)
            return
        self.answer(t("Đang sao lưu và kiểm tra đọc lại…"), Tone.INFO)
        self.session.jobs.ask(lambda _: None, lambda _: self.session.keeper.back_up(), self.complain)

    def _on_stick(self) -> None:
        home = self.session.here.home
        self.session.jobs.pool(lambda: mark(home), self._on_marked, self.complain)

    def _on_marked(self, sticks: tuple[Path, ...]) -> None:
        if not sticks:
            self.answer(t("Không thấy USB nào trống cho quầy này. Cắm USB rồi bấm lại."), Tone.WARN)
            return
        self.answer(t("USB này nay là của quầy: cắm vào là tự sao lưu. Đang sao lưu lần đầu…"), Tone.INFO)
        self.session.keeper.look_at_sticks()

    def _on_backed_up(self) -> None:
        self.answer(t("Đã sao lưu và đọc lại được toàn bộ."))
        self.refresh()


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return BackupPanel(session)
