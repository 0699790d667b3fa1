"""Whether the print on scanned papers is read in quiet time, by which programme, and how far it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from desktop.i18n import t
from desktop.stage import Session
from desktop.widgets import Card, Field, Line, muted
from dossiers.office import Devices
from scanning.ocr import find_program, reads_vietnamese

if TYPE_CHECKING:
    from desktop.scan_asks import ReadSoFar


class PaperReadingCard(Card):
    """`keep` takes what of the devices was changed."""

    def __init__(self, session: Session, keep: Callable[..., None]) -> None:
        super().__init__(t("Đọc chữ trên giấy đã quét"))
        self._session, self._keep = session, keep
        self._devices = session.here.devices
        self._on, self._program = QCheckBox(t("Đọc khi quầy nghỉ, để tìm giấy tờ the&o chữ")), Line("tesseract")
        self._said = muted(wrap=True)
        row = QHBoxLayout()
        row.addWidget(self._on, 2)
        hint = t("Để trống khi cài ở nơi thường lệ")
        row.addWidget(Field(t("Chương t&rình đọc chữ (tesseract)"), self._program, hint=hint), 3)
        self.body.addLayout(row)
        self.body.addWidget(self._said)
        self._on.clicked.connect(self._on_switched)
        self._program.editingFinished.connect(self._on_program)
        session.papers.page_read.connect(self._on_page_read)

    def show_devices(self, devices: Devices) -> None:
        """What is kept now; the programme is tried in the pool."""
        self._devices = devices
        self._on.setChecked(devices.reads_papers)
        self._program.setText(devices.text_program)
        self._session.jobs.pool(lambda: say_program(devices.text_program), self._on_tried, self._session.stage.complain)

    def _on_tried(self, lacking: str) -> None:
        if lacking:
            self._said.setText(lacking)
        else:
            self._on_page_read()

    def _on_page_read(self) -> None:
        self._session.jobs.ask(
            lambda desk: desk.paper_text.progress(), self._show_progress, self._session.stage.complain
        )

    def _show_progress(self, so_far: "ReadSoFar") -> None:
        self._said.setText(say_progress(so_far))

    def _on_switched(self, on: bool) -> None:
        self._keep_changed(reads_papers=on)

    def _on_program(self) -> None:
        if self._program.value() != self._devices.text_program:
            self._keep_changed(text_program=self._program.value())

    def _keep_changed(self, **changes: Any) -> None:
        """What runs now stops; the next quiet minute goes by what is kept."""
        self._session.papers.pause()
        self._keep(**changes)


def say_program(chosen: str) -> str:
    """What is lacking for reading; empty where nothing is. Asks the programme itself."""
    program = find_program(chosen)
    if program is None:
        return t("Chưa thấy tesseract ở máy này nên chưa đọc chữ. Nhờ người phụ trách máy cài kèm tiếng Việt.")
    if not reads_vietnamese(program):
        return t("tesseract ở máy này chưa có bộ chữ tiếng Việt (vie). Nhờ người phụ trách máy cài thêm bộ chữ ấy.")
    return ""


def say_progress(so_far: "ReadSoFar") -> str:
    """How far it is, and that nothing of it leaves this desk."""
    return t(
        "Đã đọc {read}/{pages} trang. Máy đọc khi một phút không ai dùng; chữ đọc được chỉ nằm ở máy này.",
        read=so_far.read, pages=so_far.pages,
    )  # fmt: skip
