"""Tables of the books' screen: short ones replaced whole, and the numbers of a book read as they come into sight."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import t
from desktop.screens.books.words import NUMBER_HEADINGS, number_row, number_tone, number_words
from desktop.theme.tokens import Tone
from desktop.widgets.table import TONE_ROLE

if TYPE_CHECKING:
    from desktop.book_asks import BookState, NumberRow

Index = QModelIndex | QPersistentModelIndex
PAGE = 200
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Words(QAbstractTableModel):
    """Rows of words under headings; what the last column says may be toned, and amounts stand to the right."""

    def __init__(self, headings: Sequence[str], amounts: Sequence[int] = ()) -> None:
        super().__init__()
        self._headings, self._amounts = headings, amounts
        self._rows: Sequence[tuple[str, ...]] = ()
        self._tones: Sequence[Tone | None] = ()

    def show(self, rows: Sequence[tuple[str, ...]], tones: Sequence[Tone | None] = ()) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._tones = rows, tones
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in self._amounts else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return t(self._headings[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._amounts:
            return RIGHT
        if role == TONE_ROLE and index.column() == len(self._headings) - 1:
            return self.tone(index.row())
        return None

    def words(self, row: int) -> tuple[str, ...]:
        """What a row says."""
        return self._rows[row]

    def tone(self, row: int) -> Tone | None:
        """The tone of its last column."""
        return self._tones[row] if row < len(self._tones) else None


class Numbers(Words):
    """The numbers of one book, the newest on top: a row is a number, so nothing is read but what is in sight."""

    def __init__(self, fetch: Callable[[int, int, int], None]) -> None:
        super().__init__(NUMBER_HEADINGS)
        self._fetch = fetch
        self._state: BookState | None = None
        self._known: dict[int, NumberRow] = {}
        self._asked: set[int] = set()

    def show_book(self, state: "BookState | None") -> None:
        """Another book, or the same one with other numbers."""
        self.beginResetModel()
        self._state, self._known, self._asked = state, {}, set()
        self.endResetModel()

    def take(self, first: int, rows: "Sequence[NumberRow]") -> None:
        """Numbers that were asked for."""
        self._known.update((row.number, row) for row in rows)
        top, bottom = self._row(first + PAGE - 1), self._row(first)
        self.dataChanged.emit(self.index(max(0, top), 0), self.index(bottom, len(NUMBER_HEADINGS) - 1))

    def number(self, row: int) -> "NumberRow | None":
        """The number of a row, if it is here; asks for its page where it is not."""
        if self._state is None or not 0 <= row < self._state.used:
            return None
        wanted = self._state.book.first + self._state.used - 1 - row
        page = (wanted - self._state.book.first) // PAGE
        if wanted not in self._known and page not in self._asked:
            self._asked.add(page)
            self._fetch(self._state.id, self._state.book.first + page * PAGE, PAGE)
        return self._known.get(wanted)

    def rowCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if self._state is None or (parent is not None and parent.isValid()) else self._state.used

    def words(self, row: int) -> tuple[str, ...]:
        """See `Words`; the number itself is known before its page has come."""
        assert self._state is not None
        found, book = self.number(row), self._state.book
        if found is None:
            return (number_words(book.kind, book.first + self._state.used - 1 - row), "…", "", "")
        return number_row(book.kind, found)

    def tone(self, row: int) -> Tone | None:
        """See `Words`."""
        found = self.number(row)
        return number_tone(found) if found else None

    def _row(self, number: int) -> int:
        assert self._state is not None
        return self._state.book.first + self._state.used - 1 - number
