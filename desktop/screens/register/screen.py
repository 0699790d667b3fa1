"""The register screen: search line, chips, table and preview; every decision is the presenter's."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QHeaderView

from desktop import keys
from desktop.asks import Listing, Shelf
from desktop.commands import Command
from desktop.i18n import t
from desktop.looks import keep_widths, load_widths
from desktop.screen import Screen
from desktop.screens.register.presenter import RegisterPresenter
from desktop.screens.register.preview import Preview
from desktop.screens.register.rows import PROCEDURE, SENT, STATE, WIDTHS, RegisterModel
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Chip, ChipDelegate, Line, Page, Table
from dossiers.calendars import WorkCalendar
from dossiers.dossier import Dossier

if TYPE_CHECKING:
    from desktop.asks import Row

CHIPS = {
    Shelf.ALL: "Tất cả",
    Shelf.OVERDUE: "Quá hạn",
    Shelf.TODAY: "Hôm nay",
    Shelf.AWAITING: "Chờ bổ sung",
    Shelf.READY: "Có kết quả",
}
TABLE = "register"
NARROWEST = 96
"""Pixels in which every heading is whole, in either language."""


class SearchLine(Line):
    """Tells what is typed including the word an input method still holds (UX C.7)."""

    def __init__(self) -> None:
        super().__init__(t("Tên không dấu, mã hồ sơ, số giấy tờ, số điện thoại"))
        self.held = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composing counts as typing."""
        super().inputMethodEvent(event)
        self.held = event.preeditString()
        self.textEdited.emit(self.text())

    @property
    def typed(self) -> str:
        """What stands there, the composed word at its end."""
        return self.text() + self.held


class RegisterScreen(Screen):
    """Letters filter on, the arrows choose, Enter opens, Space looks."""

    def __init__(self, session: Session, slips: Slips) -> None:
        super().__init__()
        self._session = session
        self.line = SearchLine()
        self.chips = {shelf: Chip(t(words)) for shelf, words in CHIPS.items()}
        self._group = QButtonGroup(self)
        self.presenter = RegisterPresenter(
            jobs=session.jobs, stage=session.stage, clock=session.clock, slips=slips, view=self
        )
        self.rows = RegisterModel(session.clock, self.presenter.fetch)
        self.table = Table(t("Sổ hồ sơ"), self.rows)
        self._delegate = ChipDelegate(session.theme)
        self.beside = Preview(session.clock)
        self._lay_out()
        self._wire()

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Tra cứu")

    def hint(self) -> str:
        """See `Screen.hint`."""
        return t("↑↓ chọn · Enter mở · Space xem nhanh · gõ chữ để lọc tiếp")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`."""
        return (
            Command(id="register.open", title=t("Mở hồ sơ"), run=self._open, primary=True, enabled=self._has_row),
            Command(
                id="register.reprint", title=t("In lại"), key=keys.REPRINT, run=self._reprint, enabled=self._has_row
            ),
            Command(
                id="register.refresh", title=t("Làm mới"), key=keys.REFRESH, run=self.presenter.enter, in_bar=False
            ),
        )

    def enter(self, **what: Any) -> None:
        """See `Screen.enter`; `text` is looked for; `keys` and a `title` are a list that is shown as it is."""
        text, listed = what.get("text"), what.get("keys")
        if listed is not None:
            self.line.clear()
            self.presenter.enter_with(listed, what["title"])
        else:
            if text is not None:
                self.line.setText(text)
            self.presenter.enter(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        """See `Screen.leave`; widths are remembered for this desk."""
        header = self.table.horizontalHeader()
        widths = [header.sectionSize(column) for column in range(header.count())]
        keep_widths(self._session.here.home, TABLE, widths)

    # RegisterView.

    def show_shelf(self, shelf: Shelf | None) -> None:
        """See `RegisterView.show_shelf`."""
        self._group.setExclusive(False)
        for each, chip in self.chips.items():
            chip.setChecked(each is shelf)
        self._group.setExclusive(True)

    def show_listing(self, listing: Listing, calendar: WorkCalendar, words: str) -> None:
        """See `RegisterView.show_listing`."""
        self.rows.show_keys(listing.keys, listing.first, calendar)
        self.beside.hide()
        self.page.aside.setText(words)
        if listing.keys:
            self.table.selectRow(0)
        self.commands_changed.emit()

    def show_rows(self, page: int, rows: "list[Row]") -> None:
        """See `RegisterView.show_rows`."""
        self.rows.take_page(page, rows)

    def show_counts(self, counts: dict[Shelf, int]) -> None:
        """See `RegisterView.show_counts`."""
        for shelf, count in counts.items():
            self.chips[shelf].set_count(count)

    def preview(self, dossier: Dossier) -> None:
        """See `RegisterView.preview`."""
        self.beside.show_dossier(dossier)

    # Events.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list while typing, and letters typed in the list filter on."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key, in_table = event.key(), watched is self.table
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not in_table:
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Space and in_table:
            self._toggle_preview()
        elif in_table and event.text().isprintable() and event.text().strip():
            self.line.setFocus()
            self.line.insert(event.text())
            self._on_typed()
        else:
            return super().eventFilter(watched, event)
        return True

    def _walk(self, step: int) -> None:
        line = max(0, min(self.rows.rowCount() - 1, self.table.currentIndex().row() + step))
        self.table.selectRow(line)
        self.table.setFocus()

    def _toggle_preview(self) -> None:
        if self.beside.isVisible():
            self.beside.hide()
        else:
            self.presenter.look(self._row())

    def _open(self) -> None:
        self.presenter.open(self._row())

    def _reprint(self) -> None:
        self.presenter.reprint(self._row())

    def _row(self) -> "Row | None":
        index = self.table.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def _has_row(self) -> bool:
        return self.rows.rowCount() > 0

    def _on_typed(self, _: str = "") -> None:
        self.presenter.type(self.line.typed)

    def _on_chip(self, pressed: QAbstractButton) -> None:
        self.presenter.choose(next(shelf for shelf, chip in self.chips.items() if chip is pressed))

    def _on_activated(self, _: QModelIndex) -> None:
        self._open()

    def _on_chosen(self, _: QModelIndex, __: QModelIndex) -> None:
        if self.beside.isVisible():
            self.presenter.look(self._row())

    def _lay_out(self) -> None:
        self.page = Page(self, self.title(), scrolls=False)
        bar = QHBoxLayout()
        bar.setSpacing(tokens.GAP)
        self.line.setAccessibleName(t("Tìm trong sổ"))
        bar.addWidget(self.line, 1)
        for chip in self.chips.values():
            self._group.addButton(chip)
            bar.addWidget(chip)
        self.page.body.setSpacing(tokens.GAP)
        self.page.body.addLayout(bar)
        both = QHBoxLayout()
        both.setSpacing(tokens.CARD_GAP)
        both.addWidget(self.table, 1)
        both.addWidget(self.beside)
        self.page.body.addLayout(both, 1)
        for column in (STATE, SENT):
            self.table.setItemDelegateForColumn(column, self._delegate)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setSectionResizeMode(PROCEDURE, QHeaderView.ResizeMode.Stretch)
        self.table.set_widths(*(load_widths(self._session.here.home, TABLE) or WIDTHS))

    def _wire(self) -> None:
        self.line.textEdited.connect(self._on_typed)
        self._group.buttonClicked.connect(self._on_chip)
        for part in (self.line, self.table):
            part.installEventFilter(self)
        self.table.doubleClicked.connect(self._on_activated)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)


def build(session: Session) -> RegisterScreen:
    """The screen with its presenter."""
    return RegisterScreen(session, Slips(session.jobs, session.stage, session.clock, session.printing.wake))
