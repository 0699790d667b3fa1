"""The print queue as a table: newest first, with its state as a chip."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import retold, t
from desktop.theme.tokens import Tone
from desktop.widgets.table import TONE_ROLE
from dossiers.clock import say_time

if TYPE_CHECKING:
    from desktop.print_room import PrintJob

COLUMNS = ("Phiếu", "Hồ sơ", "Lúc", "Tình trạng", "Ghi chú")
STATE_COLUMN = 3

FORMS = {
    "receipt": "Giấy tiếp nhận, hẹn trả",
    "supplement": "Yêu cầu bổ sung",
    "guidance": "Phiếu hướng dẫn",
    "day_sheet": "Đối soát cuối ngày",
    "courier_slip": "Phiếu giao nhận USB",
    "news_page": "Tin từ tỉnh",
    "reader_sheet": "Tờ cài đặt đầu đọc",
    "register": "Sổ",
    "remittance": "Bảng kê nộp tiền",
}
STATES = {
    "queued": ("Đang chờ", Tone.INFO),
    "sent": ("Đã gửi máy in", Tone.HOLD),
    "confirmed": ("Đã có giấy", Tone.IDLE),
    "failed": ("Chưa in được", Tone.BAD),
}
Index = QModelIndex | QPersistentModelIndex


class PrintRows(QAbstractTableModel):
    """A few dozen rows at most, replaced whole."""

    def __init__(self) -> None:
        super().__init__()
        self._jobs: tuple[PrintJob, ...] = ()

    def show(self, jobs: "tuple[PrintJob, ...]") -> None:
        """Show other rows."""
        self.beginResetModel()
        self._jobs = jobs
        self.endResetModel()

    def job(self, row: int) -> "PrintJob | None":
        """The slip of a row."""
        return self._jobs[row] if 0 <= row < len(self._jobs) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if parent is not None and parent.isValid() else len(self._jobs)

    def columnCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return t(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        job = self._jobs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(job)[index.column()]
        if role == TONE_ROLE and index.column() == STATE_COLUMN:
            return STATES[job.state][1]
        return None


def _words(job: "PrintJob") -> tuple[str, ...]:
    again = f" · {t('IN LẠI LẦN {n}', n=job.reprint)}" if job.reprint else ""
    form = t(FORMS.get(job.form, job.form)) + again
    return form, job.title, say_time(job.queued_at), t(STATES[job.state][0]), retold(job.note)
