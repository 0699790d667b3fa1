"""The latest dossiers under the form: a handful of rows, read only."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import t
from desktop.screens.register.words import state_words
from desktop.widgets.table import TONE_ROLE
from dossiers.calendars import WorkCalendar
from dossiers.clock import Clock, say_time
from dossiers.standing import Standing, standing_of

if TYPE_CHECKING:
    from desktop.asks import Row

CODE, NAME, PROCEDURE, DUE, STATE = range(5)
HEADINGS = ("Mã hồ sơ", "Người nộp", "Thủ tục", "Hẹn trả", "Tình trạng")


class RecentModel(QAbstractTableModel):
    """What this desk took in last."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._rows: tuple[Row, ...] = ()
        self._calendar: WorkCalendar | None = None

    def show_rows(self, rows: "tuple[Row, ...]", calendar: WorkCalendar) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._calendar = rows, calendar
        self.endResetModel()

    def row(self, index: int) -> "Row":
        """The dossier of a line."""
        return self._rows[index]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 — Qt's own
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Five columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return t(HEADINGS[section])
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, and the tone of the state."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        if role == TONE_ROLE and index.column() == STATE:
            return self._standing(row).tone
        return None

    def _words(self, row: "Row", column: int) -> str:
        match column:
            case 0:
                return row.code
            case 1:
                return row.name
            case 2:
                return row.procedure_name
            case 3:
                return say_time(row.due_at) if row.due_at else "–"
        return state_words(row, self._standing(row), self._clock())

    def _standing(self, row: "Row") -> Standing:
        return standing_of(
            row.status, row.due_at, self._clock(), stopped_at=row.stopped_at, late=row.late,
            conditional=row.conditional, calendar=self._calendar,
        )  # fmt: skip
