"""The question a pile may raise: slips signed by a key that no list knows, and whether a person answers for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.i18n import t
from desktop.screens.recover.state import Asked
from desktop.theme.tokens import Tone
from desktop.widgets import Card, KeyHintButton, StatusChip, muted


class KeyCard(Card):
    """Shows while there is such a key."""

    def __init__(self, vouch: Callable[[], None]) -> None:
        super().__init__(t("Khóa chưa biết"))
        self._which, self._words = StatusChip(), QLabel()
        self._words.setWordWrap(True)
        self.body.addWidget(self._which, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._words)
        told = t(
            "Các tờ này có chữ ký đúng của cùng một máy, nhưng danh sách của tỉnh chưa có máy ấy. Chỉ nhận khi chắc "
            "đây là chồng liên lưu của quầy mình; tên bạn được ghi vào nhật ký."
        )
        self.body.addWidget(muted(told, wrap=True))
        button = KeyHintButton(t("&Nhận các tờ của khóa này"))
        button.clicked.connect(vouch)
        self.body.addWidget(button)
        self.hide()

    def show_question(self, asked: Asked | None) -> None:
        """Ask, or go away."""
        self.setVisible(asked is not None)
        if asked:
            self._which.say(t("{count} tờ", count=asked.sheets), Tone.WARN)
            self._words.setText(asked.words)
            self.setAccessibleName(t("Khóa chưa biết: {words}", words=asked.words))
