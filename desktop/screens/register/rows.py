"""The register as a table model: keys first, rows in pages on demand, a quiet placeholder until they come."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop.i18n import t
from desktop.screens.register.words import held_words, moment_words, procedure_words, state_words
from desktop.theme.tokens import Tone
from desktop.widgets.table import TONE_ROLE
from dossiers.calendars import WorkCalendar
from dossiers.clock import Clock, local_date, say_time
from dossiers.standing import Standing, standing_of
from dossiers.status import AT_WORK

if TYPE_CHECKING:
    from desktop.register_asks import Listing, Page, Row

PAGE_ROWS = 256
PAGES_KEPT = 64
CODE, NAME, PROCEDURE, RECEIVED, DUE, STATE, HOLDER, SENT = range(8)
HEADINGS = ("Mã hồ sơ", "Người nộp", "Thủ tục", "Nhận lúc", "Hẹn trả", "Tình trạng", "Ai đang giữ", "Đồng bộ")
WIDTHS = (166, 148, 132, 104, 126, 152, 168, 96)
SENT_WORDS = {"sent": "Đã gửi", "waiting": "Chờ gửi", "held": "Bị từ chối"}
SENT_TONES = {"sent": Tone.IDLE, "waiting": Tone.INFO, "held": Tone.BAD}
SHORTENED = frozenset({PROCEDURE, RECEIVED, DUE, HOLDER})
"""Cells that say less than they know; their tooltips say it all."""

PLACEHOLDER = "…"

Icons = Callable[[str, Tone], QIcon]


class RegisterModel(QAbstractTableModel):
    """Shows `keys`; asks `fetch` for pages it lacks, and is told the rows by `take_page`."""

    def __init__(self, clock: Clock, fetch: Callable[[int, Sequence[int]], None], icons: Icons) -> None:
        super().__init__()
        self._clock, self._fetch, self._icons = clock, fetch, icons
        self.keys: array[int] = array("q")
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._reasons: dict[int, Mapping[int, str]] = {}
        self._asked: set[int] = set()
        self._calendar: WorkCalendar | None = None

    def show_listing(self, listing: "Listing") -> None:
        """A new search: other keys, the first page already here."""
        self.beginResetModel()
        self.keys, self._calendar = listing.keys, listing.calendar
        self._pages = OrderedDict({0: listing.first.rows})
        self._reasons = {0: listing.first.reasons}
        self._asked = {0}
        self.endResetModel()

    def take_page(self, number: int, page: "Page") -> None:
        """Rows that were asked for; the oldest page unseen goes."""
        self._pages[number], self._reasons[number] = page.rows, page.reasons
        while len(self._pages) > PAGES_KEPT:
            dropped, _ = self._pages.popitem(last=False)
            self._asked.discard(dropped)
            del self._reasons[dropped]
        first, last = number * PAGE_ROWS, number * PAGE_ROWS + len(page.rows) - 1
        self.dataChanged.emit(self.index(first, CODE), self.index(last, SENT))

    def row(self, line: int) -> "Row | None":
        """The dossier of a line, if its page is here; asks for the page if it is not."""
        page = line // PAGE_ROWS
        if page not in self._pages:
            if page not in self._asked:
                self._asked.add(page)
                self._fetch(page, self.keys[page * PAGE_ROWS : (page + 1) * PAGE_ROWS])
            return None
        self._pages.move_to_end(page)
        return self._here(line)

    def rows_here(self, lines: Iterable[int]) -> "Iterator[Row | None]":
        """The dossiers of some lines as far as they are here; asks for nothing."""
        return (self._here(line) for line in lines)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 — Qt's own
        """As many as there are keys."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One for each heading."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return t(HEADINGS[section])
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, the tone of the two chips, and an icon where it presses."""
        if role not in ROLES:
            return None
        row, column = self.row(index.row()), index.column()
        if row is None:
            return PLACEHOLDER if role == Qt.ItemDataRole.DisplayRole else None
        if role == TONE_ROLE:
            return self._tone(row, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in SHORTENED:
            return self._in_full(row, index.row(), column)
        return self._words(row, index.row(), column)

    def _here(self, line: int) -> "Row | None":
        rows = self._pages.get(line // PAGE_ROWS, [])
        place = line % PAGE_ROWS
        return rows[place] if place < len(rows) else None

    def _words(self, row: "Row", line: int, column: int) -> str:
        words: dict[int, Callable[[], str]] = {
            CODE: lambda: row.code,
            NAME: lambda: row.name,
            PROCEDURE: lambda: procedure_words(row),
            RECEIVED: lambda: moment_words(row.received_at, self._clock()),
            DUE: lambda: moment_words(row.due_at, self._clock()) if row.due_at else "–",
            HOLDER: lambda: held_words(row, self._reason(row, line), self._clock()),
            STATE: lambda: state_words(row, self._standing(row), self._clock()),
            SENT: lambda: t(SENT_WORDS[row.sent]),
        }
        return words[column]()

    def _in_full(self, row: "Row", line: int, column: int) -> str:
        """What its cell had to shorten."""
        if column == PROCEDURE:
            return procedure_words(row)
        if column in (RECEIVED, DUE):
            instant = row.received_at if column == RECEIVED else row.due_at
            return say_time(instant) if instant else ""
        return self._reason(row, line) or t("{who}, từ {since}", who=row.holder, since=say_time(row.held_since))

    def _reason(self, row: "Row", line: int) -> str:
        return self._reasons[line // PAGE_ROWS].get(row.key, "")

    def _icon(self, row: "Row", column: int) -> QIcon | None:
        """What is late or due today carries a picture beside its date, so that colour is never alone."""
        if column != DUE or row.due_at is None:
            return None
        standing = self._standing(row)
        if standing.addition and standing.tone == "bad":
            return self._icons("triangle-alert", Tone.BAD)
        today = row.status in AT_WORK and local_date(row.due_at) == local_date(self._clock())
        return self._icons("clock", Tone.WARN) if today else None

    def _tone(self, row: "Row", column: int) -> Tone | None:
        if column == STATE:
            return Tone(self._standing(row).tone)
        return SENT_TONES[row.sent] if column == SENT else None

    def _standing(self, row: "Row") -> Standing:
        return standing_of(
            row.status, row.due_at, self._clock(), stopped_at=row.stopped_at, late=row.late,
            conditional=row.conditional, calendar=self._calendar,
        )  # fmt: skip


ROLES = frozenset({
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole, TONE_ROLE
})  # fmt: skip
"""What the model answers."""
