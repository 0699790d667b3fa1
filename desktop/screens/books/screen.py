"""The books' screen: two panes, Sổ and Quỹ, and the commands of whichever is in front."""

from typing import Any

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QStackedWidget

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.books.books_pane import BooksPane
from desktop.screens.books.cash_pane import CashPane
from desktop.stage import Session
from desktop.widgets import Chip, Page


class BooksScreen(Screen):
    """Opens on the books; the till is one chip away."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.books, self.cash = BooksPane(session), CashPane(session)
        self._panes = QStackedWidget()
        self._group = QButtonGroup(self)
        page = Page(self, self.title(), scrolls=False)
        for place, (words, pane) in enumerate(((t("Sổ"), self.books), (t("Quỹ"), self.cash))):
            chip = Chip(words)
            self._panes.addWidget(pane)
            self._group.addButton(chip, place)
            page.head.insertWidget(1 + place, chip)
        page.body.addWidget(self._panes, 1)
        self._group.buttonClicked.connect(self._on_chip)
        self.books.changed.connect(self.commands_changed)
        self.cash.changed.connect(self.commands_changed)
        self._group.button(0).setChecked(True)

    def title(self) -> str:
        """See `Screen`."""
        return t("Sổ và quỹ")

    def hint(self) -> str:
        """See `Screen`."""
        return t("Enter: mở hồ sơ của số đang chọn") if not self._in_till and self.books.form is None else ""

    def commands(self) -> tuple[Command, ...]:
        """See `Screen`."""
        refresh = Command(
            id="books.refresh", title=t("Làm mới"), key=keys.REFRESH, run=self._refresh, in_bar=False
        )
        panes = (
            Command(id="books.books", title=t("Các quyển sổ"), run=self._show_books, in_bar=False),
            Command(id="books.till", title=t("Quỹ của ca"), run=self._show_till, in_bar=False),
        )
        return (*(self._till_commands() if self._in_till else self._book_commands()), refresh, *panes)

    def enter(self, **what: Any) -> None:
        """See `Screen`; `till=True` shows the money."""
        self._show(till=bool(what.get("till", self._in_till)))

    @property
    def _in_till(self) -> bool:
        return self._panes.currentWidget() is self.cash

    def _book_commands(self) -> tuple[Command, ...]:
        books = self.books
        if books.exporting.running:
            return (Command(id="books.stop", title=t("Dừng"), key=keys.BACK, run=books.leave_off),)
        if books.form is not None:
            words = t("Mở sổ") if books.form is books.begin_form else t("Bỏ số này")
            return (
                Command(id="books.leave", title=t("Thôi"), key=keys.BACK, run=books.leave_off),
                Command(id="books.finish", title=words, key=keys.FINISH, primary=True, run=books.finish_form),
            )
        act, ready, refusal = books.presenter.may_act, books.has_numbers, books.presenter.may_not_export
        return (
            Command(id="books.begin", title=t("Mở sổ mới"), run=books.begin_book, enabled=act),
            Command(id="books.spoil", title=t("Bỏ một số"), run=books.spoil_number, enabled=books.presenter.may_spoil),
            Command(id="books.xlsx", title=t("Xuất .xlsx"), run=books.save_xlsx, enabled=ready, refusal=refusal),
            Command(
                id="books.pdf", title=t("Lưu PDF"), key=keys.PRINT, run=books.save_pdf, enabled=ready, refusal=refusal
            ),
            Command(
                id="books.print", title=t("In sổ"), key=keys.FINISH, primary=True, run=books.print_book, enabled=ready
            ),
        )

    def _till_commands(self) -> tuple[Command, ...]:
        cash = self.cash
        return (
            Command(
                id="till.again", title=t("In lại bảng kê"), key=keys.PRINT, run=cash.print_again,
                enabled=cash.has_former,
            ),
            Command(
                id="till.count", title=t("Ghi kiểm quỹ, in bảng kê"), key=keys.FINISH, primary=True, run=cash.count,
                enabled=cash.presenter.may_count,
            ),
        )  # fmt: skip

    def _show(self, *, till: bool) -> None:
        self._panes.setCurrentWidget(self.cash if till else self.books)
        self._group.button(int(till)).setChecked(True)
        self._refresh()
        self.commands_changed.emit()
        if till:
            self.cash.take_focus()
        else:
            self.books.books.setFocus()

    def _show_books(self) -> None:
        self._show(till=False)

    def _show_till(self) -> None:
        self._show(till=True)

    def _refresh(self) -> None:
        (self.cash if self._in_till else self.books).presenter.refresh()

    def _on_chip(self, chip: QAbstractButton) -> None:
        self._show(till=self._group.id(chip) == 1)


def build(session: Session) -> Screen:
    """The books of this sitting."""
    return BooksScreen(session)
