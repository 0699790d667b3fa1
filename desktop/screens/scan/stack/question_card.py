"""The question a pile has stopped at: why, and the ways on, each with its key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop import keys
from desktop.i18n import t
from desktop.screens.scan.stack.state import Asked
from desktop.theme.tokens import Tone
from desktop.widgets import Card, KeyHintButton, StatusChip, muted


class QuestionCard(Card):
    """Shows while there is a question; the page itself stands beside it."""

    def __init__(self, plain: Callable[[], None], tray: Callable[[], None], aside: Callable[[], None]) -> None:
        super().__init__(t("Tờ này là gì?"))
        self._which, self._why = StatusChip(), QLabel()
        self._why.setWordWrap(True)
        self.body.addWidget(self._which, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._why)
        self.body.addWidget(muted(t("Quét lại mã trên tờ này, hoặc gõ mã hồ sơ mà tờ này dẫn vào ô dưới."), wrap=True))
        for words, key, run in (
            (t("Là trang thường"), keys.SHEET_PLAIN, plain),
            (t("Vào khay chưa rõ"), keys.SHEET_TRAY, tray),
            (t("Để riêng, không lưu"), keys.PAGE_DROP, aside),
        ):
            button = KeyHintButton(words, key)
            button.clicked.connect(run)
            self.body.addWidget(button)
        self.hide()

    def show_question(self, asked: Asked | None) -> None:
        """Ask, or go away."""
        self.setVisible(asked is not None)
        if asked:
            behind = t(" · {count} trang chờ sau", count=asked.behind) if asked.behind else ""
            self._which.say(t("Dừng ở trang {number}", number=asked.number) + behind, Tone.WARN)
            self._why.setText(asked.sentence)
            self.setAccessibleName(asked.sentence)
