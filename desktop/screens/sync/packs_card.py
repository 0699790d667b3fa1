"""“Dữ liệu chung của tỉnh”: which catalogue, calendar and form words came, from which day they hold, and what to do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.sync.pack_words import pack_words
from desktop.stage import Stage
from desktop.widgets import Card, KeyHintButton, text

if TYPE_CHECKING:
    from desktop.line_asks import PackNews

WAYS = {
    "catalogue": ("old_rules", "Xem hồ sơ theo &quy định cũ"),
    "holidays": ("calendar", "Xem &hồ sơ bị đổi ngày hẹn"),
}
"""The settings' panel that lists the dossiers a new edition touches."""


class PacksCard(Card):
    """One line an edition; hidden before the first."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(t("Dữ liệu chung của tỉnh"))
        self._stage = stage
        self._rows = QVBoxLayout()
        self._first: QWidget | None = None
        self.body.addLayout(self._rows)
        self.hide()

    def present(self, packs: "tuple[PackNews, ...]") -> None:
        """Show these and no others."""
        self._first = None
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for pack in packs:
            self._rows.addWidget(self._line(pack))
        self.setVisible(bool(packs))

    def take_focus(self) -> bool:
        """Bring the cursor to the first way on; False where there is none."""
        if self._first is None:
            return False
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _line(self, pack: "PackNews") -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(text(pack_words(pack), wrap=True), 1)
        if pack.changes and pack.name in WAYS:
            panel, words = WAYS[pack.name]
            way = KeyHintButton(t(words))
            way.clicked.connect(self._opener(panel))
            layout.addWidget(way)
            self._first = self._first or way
        return line

    def _opener(self, panel: str) -> Callable[[], None]:
        return lambda: self._stage.open("settings", panel=panel)
