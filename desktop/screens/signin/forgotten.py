"""The card of a forgotten secret: whom to ask, and where to type what they say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.signin.forgotten_presenter import ForgottenPresenter
from desktop.screens.signin.new_secret import NewSecret
from desktop.theme import tokens
from desktop.widgets.buttons import BackButton, PrimaryButton
from desktop.widgets.card import Card
from desktop.widgets.field import Field
from desktop.widgets.labels import muted, page_title


class ForgottenCard(Card):
    """Offers fields only where this desk has a way in that they open."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._presenter: ForgottenPresenter | None = None
        self._title = page_title()
        self._title.setWordWrap(True)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(tokens.GAP)
        self._code = QLineEdit()
        self._code.setMaxLength(200)
        self._field = Field(t("Mã &cứu, hoặc khóa phục hồi"), self._code)
        self._secret = NewSecret()
        self._button = PrimaryButton(t("Đặt lại mật khẩu"), "Enter")
        self._button.clicked.connect(self._on_entered)
        self._secret.entered.connect(self._on_entered)
        self._possible = QWidget()
        column = QVBoxLayout(self._possible)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._field, self._secret, self._button):
            column.addWidget(part)
        self.body.addWidget(self._title)
        self.body.addLayout(self._sentences)
        self.body.addWidget(self._possible)
        self.body.addWidget(BackButton(self.left.emit))

    def bind(self, presenter: ForgottenPresenter) -> None:
        """Take the decisions from here."""
        self._presenter = presenter

    def take_scan(self, text: str) -> None:
        """The square of the recovery sheet, under a reader that types."""
        if self._possible.isVisible():
            self._code.setText(text)

    def begin(self, name: str) -> None:
        """Somebody says that they forgot."""
        if self._presenter is not None:
            self._presenter.begin(name)

    def show_ways(self, name: str, sentences: tuple[str, ...], *, possible: bool) -> None:
        """See `ForgottenView`."""
        self._title.setText(t("{name} quên mật khẩu", name=name))
        while (item := self._sentences.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for sentence in sentences:
            self._sentences.addWidget(muted(sentence, wrap=True))
        self._possible.setVisible(possible)
        if possible:
            self._code.setFocus()

    def complain(self, field: str, sentence: str) -> None:
        """See `ForgottenView`."""
        if field == "secret":
            self._secret.complain(sentence)
        else:
            self._field.set_error(sentence) if sentence else self._field.clear()

    def set_busy(self, *, busy: bool) -> None:
        """See `ForgottenView`."""
        self._button.setEnabled(not busy)
        self._button.set_words(t("Đang mở…") if busy else t("Đặt lại mật khẩu"))

    def clear(self) -> None:
        """See `ForgottenView`."""
        self._code.clear()
        self._field.clear()
        self._secret.clear()

    def _on_entered(self) -> None:
        if self._presenter is not None and self._button.isEnabled():
            self._presenter.enter(self._code.text(), *self._secret.typed())
