"""A new secret typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets.field import Field


class NewSecret(QWidget):
    """`entered` when Enter is pressed in the second line."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first, self._again = _hidden(), _hidden()
        self._field = Field(t("Mật khẩu hoặc PIN &mới"), self._first, hint=t("Ít nhất 6 ký tự, chỉ mình bạn biết"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addWidget(self._field)
        column.addWidget(Field(t("Nhậ&p lại"), self._again))
        self._again.returnPressed.connect(self.entered)
        self.setFocusProxy(self._first)

    def typed(self) -> tuple[str, str]:
        """What stands in the two lines."""
        return self._first.text(), self._again.text()

    def complain(self, sentence: str) -> None:
        """Say what is wrong; nothing is with an empty sentence."""
        self._field.set_error(sentence) if sentence else self._field.clear()

    def clear(self) -> None:
        """Empty both."""
        self._first.clear()
        self._again.clear()
        self._field.clear()


def _hidden() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(200)
    return line
