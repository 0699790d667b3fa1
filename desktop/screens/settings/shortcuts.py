"""Phím tắt: every key of the desk on one page."""

from PySide6.QtWidgets import QGridLayout, QLabel

from desktop.i18n import t
from desktop.screens.help.overlay import key_cap
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Card, muted


class ShortcutsPanel(Panel):
    """Read from the command registry, so it can never disagree with the keys."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        card, grid = Card(t("Phím tắt ở mọi màn hình")), QGridLayout()
        grid.setHorizontalSpacing(tokens.CARD_GAP)
        for row, (key, words) in enumerate(session.stage.keys_everywhere()):
            grid.addWidget(key_cap(key), row // 2, row % 2 * 2)
            grid.addWidget(QLabel(words), row // 2, row % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        card.body.addLayout(grid)
        words = t("F1 trên mỗi màn hình cho thấy phím của riêng màn hình đó. Gõ > vào ô trên cùng để tìm lệnh.")
        card.body.addWidget(muted(words, wrap=True))
        self.column.addWidget(card)


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return ShortcutsPanel(session)
