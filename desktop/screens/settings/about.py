"""Thông tin, bản quyền: which version this is, and the licences of everything inside."""

from importlib.metadata import version

from PySide6.QtWidgets import QComboBox, QPlainTextEdit

import resources
from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.widgets import Card, Field, text


class AboutPanel(Panel):
    """Licence texts as shipped."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        card = Card(t("Một cửa, bàn tiếp nhận hồ sơ"))
        words = t("Phiên bản {version} · Giấy phép Apache-2.0", version=version("motcua"))
        card.body.addWidget(text(words))
        self._which, self._text = QComboBox(), QPlainTextEdit()
        self._which.addItems(sorted(file.name for file in resources.path("licences").iterdir() if file.is_file()))
        self._text.setReadOnly(True)
        self._text.setMinimumHeight(260)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(t("Nội dung giấy phép"))
        card.body.addWidget(Field(t("&Giấy phép của các phần đi kèm"), self._which))
        card.body.addWidget(self._text)
        self.column.addWidget(card)
        self._which.currentTextChanged.connect(self._on_chosen)
        self._on_chosen(self._which.currentText())

    def _on_chosen(self, name: str) -> None:
        self._text.setPlainText(resources.read_text(f"licences/{name}") if name else "")


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return AboutPanel(session)
