"""A row of chips of which one is chosen; those that find no room are behind “Thêm…”."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets import Chip


class ChipRow(QWidget):
    """Emits `chosen` with the slug of the chip that was pressed; whoever listens says which one is marked."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chips: dict[str, Chip] = {}
        self._menu = QMenu(self)
        self.more = QToolButton(self)
        self.more.setText(t("Thêm…"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Exactly these, as (slug, words); those that were there stay."""
        wanted = dict(chips)
        for slug in [slug for slug in self.chips if slug not in wanted]:
            self.chips.pop(slug).deleteLater()
        for slug, words in wanted.items():
            if slug not in self.chips:
                self.chips[slug] = self._made(slug, words)
        self.chips = {slug: self.chips[slug] for slug in wanted}
        self._fit()

    def set_count(self, slug: str, count: int) -> None:
        """The number on a chip."""
        if slug in self.chips:
            self.chips[slug].set_count(count)

    def mark(self, slug: str) -> None:
        """Fill one chip; empty: none."""
        for each, chip in self.chips.items():
            chip.setChecked(each == slug)
        self._fit()

    def settle(self) -> None:
        """Their words changed: give each its room."""
        self._fit()

    @property
    def behind(self) -> tuple[str, ...]:
        """What stands in the menu, in its order."""
        return tuple(action.text() for action in self._menu.actions())

    def sizeHint(self) -> QSize:
        """All chips side by side."""
        return QSize(sum(map(_room, self.chips.values())), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """One chip and the menu."""
        widest = max((chip.sizeHint().width() for chip in self.chips.values()), default=0)
        more = self.more.sizeHint()
        return QSize(widest + tokens.GAP + more.width(), max(tokens.CONTROL_HEIGHT, more.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less."""
        super().resizeEvent(event)
        self._fit()

    def _made(self, slug: str, words: str) -> Chip:
        chip = Chip(words)
        chip.setParent(self)
        chip.clicked.connect(lambda: self.chosen.emit(slug))
        return chip

    def _fit(self) -> None:
        """Place what fits from the left, the marked chip always; the others go into the menu."""
        room = self.width()
        if sum(map(_room, self.chips.values())) - tokens.GAP > room:
            room -= self.more.sizeHint().width()
        marked = next((chip for chip in self.chips.values() if chip.isChecked()), None)
        left, kept = 0, _room(marked) if marked else 0
        hidden: list[tuple[str, Chip]] = []
        for slug, chip in self.chips.items():
            kept -= _room(chip) if chip is marked else 0
            if (not hidden and left + _room(chip) + kept <= room + tokens.GAP) or chip is marked:
                chip.setGeometry(left, 0, chip.sizeHint().width(), self.height())
                chip.show()
                left += _room(chip)
            else:
                chip.hide()
                hidden.append((slug, chip))
        self._offer(hidden, left)

    def _offer(self, hidden: list[tuple[str, Chip]], left: int) -> None:
        self._menu.clear()
        for slug, chip in hidden:
            self._menu.addAction(chip.text()).triggered.connect(lambda _=False, slug=slug: self.chosen.emit(slug))
        self.more.setGeometry(left, 0, self.more.sizeHint().width(), self.height())
        self.more.setVisible(bool(hidden))


def _room(chip: Chip) -> int:
    return chip.sizeHint().width() + tokens.GAP
