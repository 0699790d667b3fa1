"""A line that finds a procedure as it is typed: words, initials or code, the most used at this desk first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from desktop.i18n import t
from desktop.widgets import Line
from dossiers.procedure import Procedure

SHOWN = 12


class ProcedureBox(Line):
    """Emits `chosen` with a procedure's code; left without a choice it shows the former one again."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(t("Gõ vài chữ, ví dụ: ct bs, khai sinh, hôn nhân"))
        self._search: Callable[[str], list[Procedure]] = lambda _: []
        self._found: list[Procedure] = []
        self._chosen = ""
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(SHOWN)
        self._completer.setWidget(self)
        self._list = QListView()
        self._completer.setPopup(self._list)
        self._list.installEventFilter(self)
        self._list.clicked.connect(self._on_clicked)
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
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setText(self._chosen)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the whole list."""
        if event.key() == Qt.Key.Key_Down:
            self._offer("")
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter or Tab in the list takes the first procedure when none was walked to."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
            if enter and watched is self._list and self._found:
                index = self._list.currentIndex()
                self._take(index.row() if index.isValid() else 0)
                return True
        return super().eventFilter(watched, event)

    def _offer(self, typed: str) -> None:
        self._found = self._search(typed)[:SHOWN]
        self._model.setStringList([procedure.name for procedure in self._found])
        if self._found:
            self._completer.complete()
            self._list.setCurrentIndex(self._list.model().index(0, 0))
        else:
            self._list.hide()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        self._list.hide()
        procedure = self._found[row]
        self.show_chosen(procedure.name)
        self.chosen.emit(procedure.code)
