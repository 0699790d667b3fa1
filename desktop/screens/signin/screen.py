"""The sign-in: tiles of names, one secret, and a calm word when something is not right."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.signin.forgotten import ForgottenCard
from desktop.screens.signin.forgotten_presenter import ForgottenPresenter
from desktop.screens.signin.own_secret import Keep, OwnSecretCard
from desktop.screens.signin.presenter import ROLE_WORDS, SignInPresenter, Tile
from desktop.theme import tokens
from desktop.widgets.buttons import LinkButton, PrimaryButton
from desktop.widgets.card import Card
from desktop.widgets.field import Field
from desktop.widgets.labels import muted, page_title

_WIDTH = 420
AFTER_PAINT_MS = 15
"""The names are read once the window stands: reading them loads more code than painting does."""


class SignInScreen(QWidget):
    """Works offline; the first thing that is painted, before any database is opened."""

    training_asked = Signal()
    restore_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter: SignInPresenter | None = None
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_chosen)
        self._tiles = QVBoxLayout()
        self._tiles.setSpacing(tokens.GAP)
        self._secret = QLineEdit()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.setMaxLength(200)
        self._secret.installEventFilter(self)
        self._field = Field(t("&Mật khẩu hoặc mã PIN"), self._secret)
        self._button = PrimaryButton(t("Vào quầy"), "Enter")
        self._button.clicked.connect(self._on_entered)
        self._secret.returnPressed.connect(self._on_entered)
        self._training = LinkButton(t("Mở bàn tập huấn"), self.training_asked.emit)
        self._restore = LinkButton(t("Khôi phục từ bản sao lưu"), self.restore_asked.emit)
        self._forgotten_link = LinkButton(t("Quên mật khẩu"), self._on_forgotten)
        self.forgotten, self._own_secret = ForgottenCard(), OwnSecretCard()
        self.forgotten.left.connect(self._on_left)
        self._own_secret.left.connect(self._on_left)
        self._office = muted(wrap=True)
        self._lay_out()
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._on_tick)

    def bind(self, presenter: SignInPresenter) -> None:
        """Take the decisions from here."""
        self._presenter = presenter
        self._clock.start()

    def bind_forgotten(self, presenter: ForgottenPresenter) -> None:
        """Take the decisions of the card for a forgotten secret from here."""
        self.forgotten.bind(presenter)

    def ask_own_secret(self, keep: Keep) -> None:
        """Let whoever came in with a secret that was given choose their own."""
        self._show_card(self._own_secret)
        self._own_secret.begin(keep)

    def present(self, office_name: str, *, training: bool) -> None:
        """Come to the front, at the start or when the desk was locked; `training` offers the training desk."""
        self._office.setText(office_name)
        self._office.setVisible(bool(office_name))
        self._training.setVisible(training)
        self._restore.setVisible(training)
        self._show_card(self._names)
        self.clear_secret()
        QTimer.singleShot(AFTER_PAINT_MS, self._load)

    def show_tiles(self, tiles: tuple[Tile, ...], chosen: str) -> None:
        """See `View`."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._tiles.removeWidget(button)
            button.hide()
            button.deleteLater()
        for tile in tiles:
            button = QPushButton(f"{tile.name}\n{t(ROLE_WORDS[tile.role])}")
            button.setObjectName("tile")
            button.setCheckable(True)
            button.setChecked(tile.name == chosen)
            button.setAutoDefault(False)
            button.setAccessibleName(tile.name)
            button.setProperty("clerk", tile.name)
            self._group.addButton(button)
            self._tiles.addWidget(button)
        self.setTabOrder(self._secret, self._button)

    def say(self, sentence: str, *, bad: bool) -> None:
        """See `View`."""
        if bad:
            self._field.set_error(sentence)
        else:
            self._field.set_hint(sentence)
            self._field.clear()

    def set_busy(self, *, busy: bool) -> None:
        """See `View`."""
        self._button.setEnabled(not busy)
        self._secret.setReadOnly(busy)
        self._button.set_words(t("Đang mở…") if busy else t("Vào quầy"))

    def complain(self, sentence: str) -> None:
        """Say what went wrong beside the sign-in itself."""
        self.say(sentence, bad=True)

    def clear_secret(self) -> None:
        """See `View`."""
        self._secret.clear()
        self._secret.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Caps lock shows in what it types: a capital without Shift, or a small letter with it."""
        if watched is self._secret and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            shut = self._field.sentence.startswith(t("Đã nhập sai nhiều lần."))
            if len(letter) == 1 and letter.isalpha() and not shut:
                caps = letter.isupper() != shift
                self.say(t("Phím Caps Lock đang bật.") if caps else "", bad=False)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._names = card = Card()
        title = page_title(t("Một cửa"))
        for part in (title, self._office):
            card.body.addWidget(part)
        card.body.addSpacing(tokens.GAP)
        card.body.addLayout(self._tiles)
        card.body.addWidget(self._field)
        card.body.addSpacing(tokens.GAP)
        card.body.addWidget(self._button)
        card.body.addWidget(self._forgotten_link)
        card.body.addWidget(self._training)
        card.body.addWidget(self._restore)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addStretch()
        for each in self._cards:
            each.setFixedWidth(_WIDTH)
            row.addWidget(each)
        row.addStretch()
        column.addStretch()
        column.addLayout(row)
        column.addStretch()
        self._show_card(card)

    @property
    def _cards(self) -> tuple[Card, ...]:
        return self._names, self.forgotten, self._own_secret

    def _show_card(self, card: Card) -> None:
        for each in self._cards:
            each.setVisible(each is card)

    def _on_forgotten(self) -> None:
        if self._presenter is not None and self._presenter.chosen:
            self._show_card(self.forgotten)
            self.forgotten.begin(self._presenter.chosen)

    def _on_left(self) -> None:
        self._show_card(self._names)
        self.clear_secret()
        self._load()

    def _load(self) -> None:
        if self._presenter is not None:
            self._presenter.load()

    def _on_chosen(self, button: QPushButton) -> None:
        if self._presenter is not None:
            self._presenter.choose(button.property("clerk"))

    def _on_entered(self) -> None:
        if self._presenter is not None:
            self._presenter.enter(self._secret.text())

    def _on_tick(self) -> None:
        if self._presenter is not None and self.isVisible():
            self._presenter.tick()
