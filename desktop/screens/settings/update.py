"""Cập nhật: which version runs here, and a newer one from a stick or the province's line, tried before it is used."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop.i18n import t
from desktop.jobs import Failure
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.update_asks import InUse, Reached, read_in_use, update_from
from desktop.widgets import Card, KeyHintButton, muted, text

LOOK_MS = 200
STAGES = {
    "line": "Đang tải bản mới từ máy chủ tỉnh… {done}/{total}",
    "files": "Đang ghép và kiểm tra các tệp của bản mới… {done}/{total}",
    "backup": "Đang sao lưu và thử phục hồi…",
    "trial": "Đang chạy thử bản mới trên một bản sao dữ liệu…",
    "in_use": "Đang chuyển sang bản mới…",
}
FROM_SOURCE = "Phần mềm đang chạy từ mã nguồn, không phải từ bộ cài, nên không cập nhật theo cách này."


class UpdatePanel(Panel):
    """Work goes on while an update is made; the new version comes with the next start."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._reached = Reached()
        self._says = text(wrap=True)
        self._stick, self._line = KeyHintButton(t("Từ &USB hoặc tệp…")), KeyHintButton(t("Từ máy chủ &tỉnh"))
        card = Card(t("Phiên bản"))
        card.body.addWidget(self._says)
        row = QHBoxLayout()
        row.addWidget(self._stick)
        row.addWidget(self._line)
        row.addStretch()
        card.body.addLayout(row)
        words = t("Trước khi dùng bản mới, máy kiểm tra chữ ký, sao lưu, và chạy thử bản mới trên một bản sao dữ liệu. "
                  "Nếu có gì không đúng, máy vẫn dùng bản đang có.")  # fmt: skip
        card.body.addWidget(muted(words, wrap=True))
        self.column.addWidget(card)
        self.add_answer()
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self._on_look)
        self._stick.clicked.connect(self._on_stick)
        self._line.clicked.connect(lambda: self._begin(None))

    def refresh(self) -> None:
        """See `Panel`."""
        self.session.jobs.ask(lambda desk: (read_in_use(desk),), self._on_read, self.complain)

    def _on_read(self, read: tuple[InUse | None]) -> None:
        (state,) = read
        for button in (self._stick, self._line):
            button.setEnabled(state is not None and not state.trial and not self._clock.isActive())
        if state is None:
            self._says.setText(t(FROM_SOURCE))
            return
        said = [t("Đang dùng bản {version} (số {number}).", version=state.version, number=state.number)]
        if state.trial:
            said.append(t("Bộ cài này chỉ để dùng thử: nó không nhận bản cập nhật nào. "
                          "Để làm việc thật, cài bộ cài chính thức."))  # fmt: skip
        if state.left:
            said.append(t("Bản số {number} không mở được nên máy đã tự trở về bản này; dữ liệu vẫn nguyên.",
                          number=state.left))  # fmt: skip
        if state.offered:
            said.append(t("Tỉnh đã gửi bản {version}.", version=state.offered))
        self._says.setText(" ".join(said))

    def _on_stick(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, t("Tệp cập nhật"), "", t("Tệp cập nhật (*.mcu)"))
        if name:
            self._begin(Path(name))

    def _begin(self, path: Path | None) -> None:
        folder = self.session.here.devices.backup_folder
        if not folder:
            self.answer(t("Chọn thư mục sao lưu ở mục Sao lưu trước."), Tone.WARN)
            return
        self._reached = Reached()
        self._stick.setEnabled(False)
        self._line.setEnabled(False)
        self._clock.start()
        work = update_from(self.session.jobs, path, Path(folder), self._reached)
        self.session.jobs.pool(work, self._on_updated, self._on_failed)

    def _on_look(self) -> None:
        if self._reached.stage is not None:
            words = STAGES[self._reached.stage]
            self.answer(t(words, done=self._reached.done, total=self._reached.total), Tone.INFO)

    def _on_updated(self, version: str) -> None:
        self._clock.stop()
        self.answer(t("Đã cập nhật lên bản {version}. Đóng phần mềm rồi mở lại để dùng.", version=version))
        self.refresh()

    def _on_failed(self, failure: Failure) -> None:
        self._clock.stop()
        self.complain(failure)
        self.refresh()


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return UpdatePanel(session)
