"""A line that finds a procedure as it is typed: words, initials or code, the most used at this desk first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QListView

from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets import Line
from dossiers.procedure import Procedure

SHOWN = 10
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProcedureBox(Line):
    """Emits `chosen` with a procedure's code; left without a choice it shows the former one again.

    The list is a child of the window, no window of its own: an input method keeps composing while it is open.
    """

    chosen = Signal(str)
    _list: QListView | None = None  # Qt calls `event` before `__init__` is through

    def __init__(self) -> None:
        super().__init__(t("Gõ vài chữ, ví dụ: ct bs, khai sinh, hôn nhân"))
        self._search: Callable[[str], list[Procedure]] = lambda _: []
        self._found: list[Procedure] = []
        self._chosen = ""
        self._model = QStringListModel(self)
        self.textEdited.connect(self._offer)

    def search_with(self, search: Callable[[str], list[Procedure]]) -> None:
        """Give the catalogue's search; called with what is typed."""
        self._search = search

    def show_chosen(self, name: str) -> None:
        """Show the procedure in force; no signal."""
        self._chosen = name
        self.setText(name)
        self.setCursorPosition(0)
        self.setToolTip(name)

    @property
    def listed(self) -> tuple[str, ...]:
        """The codes offered now; empty while the list is shut."""
        return tuple(procedure.code for procedure in self._found) if self._open else ()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """An input method keeps whole words to itself while composing: search with them as well (UX C.7)."""
        super().inputMethodEvent(event)
        if event.preeditString():
            self._offer(self.text() + event.preeditString())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces the former choice."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Half a word is no choice."""
        self._shut()
        self.setText(self._chosen)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """While the list is open, Esc shuts it and Tab takes from it; neither goes further."""
        if self._open and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.key() == Qt.Key.Key_Tab and event.type() == QEvent.Type.KeyPress:
                self._take(self._row)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the list, Down opens the whole of it, Enter takes."""
        match event.key():
            case Qt.Key.Key_Down if not self._open:
                self._offer("")
            case Qt.Key.Key_Down | Qt.Key.Key_Up if self._open:
                self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Escape if self._open:
                self._shut()
            case key if key in ENTER and self._open:
                self._take(self._row)
            case _:
                super().keyPressEvent(event)

    @property
    def _open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    @property
    def _row(self) -> int:
        return max(0, self._list.currentIndex().row()) if self._list else 0

    def _offer(self, typed: str) -> None:
        self._found = self._search(typed)[:SHOWN]
        self._model.setStringList([procedure.name for procedure in self._found])
        if not self._found:
            self._shut()
            return
        shown = self._list = self._list or self._made()
        shown.setGeometry(0, 0, self.width(), len(self._found) * tokens.ROW_HEIGHT + tokens.GAP)
        shown.move(self.mapTo(self.window(), QPoint(0, self.height() + 2)))
        shown.setCurrentIndex(self._model.index(0, 0))
        shown.show()
        shown.raise_()

    def _made(self) -> QListView:
        made = QListView(self.window())
        made.setModel(self._model)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setUniformItemSizes(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.clicked.connect(self._on_clicked)
        return made

    def _walk(self, step: int) -> None:
        if self._list is not None:
            row = max(0, min(len(self._found) - 1, self._row + step))
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _shut(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        self._shut()
        procedure = self._found[row]
        self.show_chosen(procedure.name)
        self.chosen.emit(procedure.code)
