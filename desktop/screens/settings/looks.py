"""Giao diện: light or dark, size of letters, language, and when the desk locks itself."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout

from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Card, Count, Field

LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))


class LooksPanel(Panel):
    """A change is put on at once and remembered for this desk."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._scheme, self._scale, self._language = QComboBox(), QComboBox(), QComboBox()
        self._scheme.addItems([t("Sáng"), t("Tối")])
        self._scale.addItems([f"{percent} %" for percent in tokens.TEXT_SCALES])
        self._language.addItems([words for _, words in LANGUAGES])
        self._lock = Count(1, 60)
        card, grid = Card(t("Giao diện của quầy")), QGridLayout()
        grid.setHorizontalSpacing(tokens.CARD_GAP)
        fields = (
            Field(t("&Nền"), self._scheme), Field(t("&Cỡ chữ"), self._scale), Field(t("N&gôn ngữ"), self._language),
            Field(t("Tự &khóa sau (phút)"), self._lock, hint=t("Bản nháp được giữ, mở khóa là về đúng chỗ cũ")),
        )  # fmt: skip
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2)
        card.body.addLayout(grid)
        self.column.addWidget(card)
        self.add_answer()
        for box in (self._scheme, self._scale, self._language):
            box.activated.connect(self._on_changed)
        self._lock.editingFinished.connect(self._on_changed)

    def refresh(self) -> None:
        """See `Panel`."""
        looks = self.session.looks.looks
        self._scheme.setCurrentIndex(1 if looks.dark else 0)
        self._scale.setCurrentText(f"{looks.scale_percent} %")
        self._language.setCurrentIndex([code for code, _ in LANGUAGES].index(looks.language))
        self._lock.setValue(looks.lock_after_min)

    def _on_changed(self, *_: Any) -> None:
        before = self.session.looks.looks
        wanted = replace(
            before,
            dark=self._scheme.currentIndex() == 1,
            scale_percent=tokens.TEXT_SCALES[self._scale.currentIndex()],
            language=LANGUAGES[self._language.currentIndex()][0],
            lock_after_min=self._lock.value(),
        )
        if wanted != before:
            self.session.looks.keep(wanted)
        if wanted.language != before.language:
            self.answer(t("Ngôn ngữ mới dùng từ lần mở quầy sau."))


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return LooksPanel(session)
