"""The rail on the left: the places of the desk, and who is signed in."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from desktop import keys
from desktop.frame.places import Place
from desktop.i18n import t
from desktop.theme import tokens
from desktop.theme.theme import Theme


class Rail(QFrame):
    """`chosen` names the place that was pressed; under 1200 pixels of window only icons remain."""

    chosen = Signal(str)
    person_pressed = Signal()

    def __init__(self, theme: Theme, places: Iterable[Place]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme = theme
        self._items: dict[str, tuple[Place, QToolButton]] = {}
        self._group = QButtonGroup(self)
        self._who = ("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 1, 8)
        column.setSpacing(1)
        for place in places:
            button = self._item(t(place.words), place.key)
            button.setCheckable(True)
            button.setProperty("place", place.name)
            self._group.addButton(button)
            self._items[place.name] = (place, button)
            column.addWidget(button)
        column.addStretch()
        self._person = self._item("", keys.LOCK)
        self._person.clicked.connect(self.person_pressed)
        column.addWidget(self._person)
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self._tint)
        self._tint()
        self.set_narrow(narrow=False)

    def mark(self, name: str) -> None:
        """Show which place is in front; none for a screen that has no place here."""
        self._group.setExclusive(False)
        for place, button in self._items.values():
            button.setChecked(place.name == name)
        self._group.setExclusive(True)

    def set_person(self, clerk: str, desk: str) -> None:
        """Say who is signed in, and where."""
        self._who = (clerk, desk)
        self._person.setText(f"  {clerk}\n  {desk}")
        self._person.setAccessibleName(t("Đổi người dùng hoặc khóa quầy. Đang làm việc: {clerk}", clerk=clerk))
        self._person.setToolTip(f"{clerk} · {desk}\n{t('Đổi người, khóa quầy')} ({keys.LOCK})")

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, or icons and words."""
        self.setFixedWidth(tokens.RAIL_ICONS_WIDTH if narrow else tokens.RAIL_WIDTH)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (*(button for _, button in self._items.values()), self._person):
            button.setToolButtonStyle(style)

    def _item(self, words: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setText(f"  {words}")
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        button.setIconSize(QSize(tokens.ICON, tokens.ICON))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_clicked(self, button: QToolButton) -> None:
        self.chosen.emit(button.property("place"))

    def _tint(self) -> None:
        for place, button in self._items.values():
            button.setIcon(self._theme.icon(place.icon, "muted", on="primary"))
        self._person.setIcon(self._theme.icon("user", "muted"))
