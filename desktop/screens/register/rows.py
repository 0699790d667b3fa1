"""The register as a table model: keys first, rows in pages on demand, a quiet placeholder until they come."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import added, t
from desktop.theme.tokens import Tone
from desktop.widgets.table import TONE_ROLE
from dossiers.calendars import WorkCalendar
from dossiers.clock import Clock, local
from dossiers.standing import Standing, standing_of

if TYPE_CHECKING:
    from desktop.asks import Row

PAGE_ROWS = 256
PAGES_KEPT = 64
CODE, NAME, PROCEDURE, RECEIVED, DUE, STATE, SENT = range(7)
HEADINGS = ("Mã hồ sơ", "Người nộp", "Thủ tục", "Nhận lúc", "Hẹn trả", "Tình trạng", "Đồng bộ")
WIDTHS = (166, 164, 180, 138, 138, 146, 92)
SENT_WORDS = {"sent": "Đã gửi", "waiting": "Chờ gửi", "held": "Bị từ chối"}
SENT_TONES = {"sent": Tone.IDLE, "waiting": Tone.INFO, "held": Tone.BAD}
PLACEHOLDER = "…"


def state_words(standing: Standing) -> str:
    """What a chip says: what presses comes before the state's own word."""
    return (added(standing) if standing.tone in ("bad", "warn") else "") or t(standing.word)


class RegisterModel(QAbstractTableModel):
    """Shows `keys`; asks `fetch` for pages it lacks, and is told the rows by `take_page`."""

    def __init__(self, clock: Clock, fetch: Callable[[int, Sequence[int]], None]) -> None:
        super().__init__()
        self._clock, self._fetch = clock, fetch
        self._keys: array[int] = array("q")
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._calendar: WorkCalendar | None = None

    def show_keys(self, keys: "array[int]", first: "list[Row]", calendar: WorkCalendar) -> None:
        """A new search: other keys, the first page already here."""
        self.beginResetModel()
        self._keys, self._calendar = keys, calendar
        self._pages = OrderedDict({0: first})
        self._asked = {0}
        self.endResetModel()

    def take_page(self, page: int, rows: "list[Row]") -> None:
        """Rows that were asked for; the oldest page unseen goes."""
        self._pages[page] = rows
        while len(self._pages) > PAGES_KEPT:
            dropped, _ = self._pages.popitem(last=False)
            self._asked.discard(dropped)
        first, last = page * PAGE_ROWS, page * PAGE_ROWS + len(rows) - 1
        self.dataChanged.emit(self.index(first, CODE), self.index(last, SENT))

    def row(self, line: int) -> "Row | None":
        """The dossier of a line, if its page is here."""
        page = line // PAGE_ROWS
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked:
                self._asked.add(page)
                self._fetch(page, self._keys[page * PAGE_ROWS : (page + 1) * PAGE_ROWS])
            return None
        self._pages.move_to_end(page)
        return rows[line % PAGE_ROWS] if line % PAGE_ROWS < len(rows) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 — Qt's own
        """As many as there are keys."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One for each heading."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return t(HEADINGS[section])
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, and the tone of the two chips."""
        if role not in (Qt.ItemDataRole.DisplayRole, TONE_ROLE, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row(index.row())
        if role == TONE_ROLE:
            return self._tone(row, index.column()) if row else None
        return self._words(row, index.column()) if row else PLACEHOLDER

    def _words(self, row: "Row", column: int) -> str:
        due = f"{local(row.due_at):%d/%m/%Y %H:%M}" if row.due_at else "–"
        words: dict[int, Callable[[], str]] = {
            CODE: lambda: row.code,
            NAME: lambda: row.name,
            PROCEDURE: lambda: row.procedure_name,
            RECEIVED: lambda: f"{local(row.received_at):%d/%m/%Y %H:%M}",
            DUE: lambda: due,
            STATE: lambda: state_words(self._standing(row)),
            SENT: lambda: t(SENT_WORDS[row.sent]),
        }
        return words[column]()

    def _tone(self, row: "Row", column: int) -> Tone | None:
        if column == STATE:
            return Tone(self._standing(row).tone)
        return SENT_TONES[row.sent] if column == SENT else None

    def _standing(self, row: "Row") -> Standing:
        return standing_of(
            row.status, row.due_at, self._clock(), stopped_at=row.stopped_at, late=row.late,
            conditional=row.conditional, calendar=self._calendar,
        )  # fmt: skip
