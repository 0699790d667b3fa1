"""The table of the register: rows chosen with Ctrl, Shift or, while several are being picked, with Space."""

from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from desktop.i18n import t
from desktop.looks import keep_widths, load_widths
from desktop.screens.register.rows import PROCEDURE, RECEIVED, SENT, STATE, WIDTHS, RegisterModel
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets import ChipDelegate, Table

NARROWEST = 84
"""Pixels in which every heading is whole, in either language."""

MOST_LOOKED_AT = 256
SPARED = (PROCEDURE, RECEIVED, SENT)

KEPT_AS = "worklists"
"""Under this name the desk remembers the widths of the columns."""


class RowIcons:
    """The small pictures of the rows, drawn once for each scheme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[str, Tone], QIcon] = {}
        theme.changed.connect(self._drawn.clear)

    def __call__(self, name: str, tone: Tone) -> QIcon:
        """An icon in a tone."""
        if (name, tone) not in self._drawn:
            self._drawn[name, tone] = self._theme.icon(name, tone.value)
        return self._drawn[name, tone]


class RowTable(Table):
    """One row or many; `picking` is the mode in which the arrows leave the choice alone and Space changes it."""

    def __init__(self, theme: Theme, model: RegisterModel) -> None:
        super().__init__(t("Sổ hồ sơ"), model)
        self._model, self._delegate, self._theme = model, ChipDelegate(theme), theme
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column in (STATE, SENT):
            self.setItemDelegateForColumn(column, self._delegate)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setSectionResizeMode(PROCEDURE, QHeaderView.ResizeMode.Stretch)

    @property
    def picking(self) -> bool:
        """Whether several rows are being picked with Space."""
        return self.selectionMode() is QAbstractItemView.SelectionMode.MultiSelection

    def load_widths(self, home: Path) -> None:
        """As this desk last had them, else as they are at first."""
        widths = load_widths(home, KEPT_AS)
        self.set_widths(*(widths if len(widths) == len(WIDTHS) else map(self._theme.px, WIDTHS)))

    def keep_widths(self, home: Path) -> None:
        """Remember them for this desk."""
        header = self.horizontalHeader()
        keep_widths(home, KEPT_AS, [header.sectionSize(column) for column in range(header.count())])

    def make_room(self, *, narrow: bool) -> None:
        """Leave out what can be spared while something stands beside the list."""
        for column in SPARED:
            self.setColumnHidden(column, narrow)

    def pick(self, *, picking: bool) -> None:
        """Begin to pick, with the present row chosen already, or end it with that row alone."""
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.MultiSelection if picking else modes.ExtendedSelection)
        if not picking:
            self.choose(self.currentIndex().row())

    def toggle(self) -> None:
        """Space while picking: the present row in or out, and on to the next."""
        index = self.currentIndex()
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(index, flags.Toggle | flags.Rows)
        following = index.siblingAtRow(min(index.row() + 1, self._model.rowCount() - 1))
        self.selectionModel().setCurrentIndex(following, flags.NoUpdate)

    def choose(self, line: int) -> None:
        """This row alone."""
        if 0 <= line < self._model.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._model.index(line, 0), flags.ClearAndSelect | flags.Rows
            )

    def walk(self, step: int) -> None:
        """One row up or down from the search line."""
        line = max(0, min(self._model.rowCount() - 1, self.currentIndex().row() + step))
        if self.picking:
            self.selectionModel().setCurrentIndex(
                self._model.index(line, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        else:
            self.choose(line)
        self.setFocus()

    def chosen_lines(self) -> list[int]:
        """The chosen rows from the top."""
        return sorted({line for each in self._ranges() for line in range(each.top(), each.bottom() + 1)})

    def chosen_keys(self) -> list[int]:
        """Their keys, in the order on show."""
        return [self._model.keys[line] for line in self.chosen_lines()]

    def count_chosen(self) -> int:
        """How many rows are chosen, without listing them."""
        return sum(each.height() for each in self._ranges())

    def any_may(self, starts: Iterable[str]) -> bool:
        """Whether one of the first chosen rows is in such a state; rows not read yet are given the chance."""
        states = set(starts)
        lines = chain.from_iterable(range(each.top(), each.bottom() + 1) for each in self._ranges())
        rows = self._model.rows_here(islice(lines, MOST_LOOKED_AT))
        return any(row is None or row.status in states for row in rows)

    def _ranges(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(place) for place in range(chosen.count())]
