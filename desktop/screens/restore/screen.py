"""One page: where the backups are, which of them, who opens it, how far it is, what came back."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.restore.presenter import RestorePresenter
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets.buttons import BackButton, KeyHintButton, PrimaryButton
from desktop.widgets.card import Card
from desktop.widgets.field import Field
from desktop.widgets.labels import muted, page_title, text

_WIDTH = 640
_LIST_HEIGHT = 110
TICK_MS = 300


class RestoreScreen(QWidget):
    """`left` goes back to where one came from; `entered` goes on to the sign-in of the restored office."""

    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter: RestorePresenter | None = None
        self._offers = QListWidget()
        self._offers.setFixedHeight(_LIST_HEIGHT)
        self._offers.setAccessibleName(t("Các bản sao lưu"))
        self._seats, self._secret = QComboBox(), QLineEdit()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.setMaxLength(400)
        self._said = text(wrap=True)
        self._go, self._enter = PrimaryButton(t("Khôi phục"), "Enter"), PrimaryButton(t("Vào quầy"), "Enter")
        self._enter.hide()
        self._again, self._pick = KeyHintButton(t("&Tìm lại trên USB")), KeyHintButton(t("&Chọn thư mục…"))
        self._back = BackButton(self.left.emit)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._lay_out()
        self._wire()

    def bind(self, presenter: RestorePresenter) -> None:
        """Take the decisions from here, and look at once what the sticks hold."""
        self._presenter = presenter
        self._timer.timeout.connect(presenter.tick)
        presenter.look(None)

    def show_offers(self, rows: tuple[str, ...]) -> None:
        """See `View`."""
        self._offers.clear()
        self._offers.addItems(list(rows))
        self._offers.setCurrentRow(0)
        self._go.setEnabled(bool(rows))

    def show_seats(self, seats: tuple[str, ...]) -> None:
        """See `View`."""
        self._seats.clear()
        self._seats.addItems([*seats, t("Tờ khóa phục hồi (máy khác, hoặc quên mật khẩu)")])
        self._secret.clear()

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """See `View`."""
        self._said.setText(sentence)
        self._said.setProperty("tone", (Tone.BAD if bad else Tone.INFO).value)
        self._said.style().polish(self._said)

    def set_busy(self, *, busy: bool) -> None:
        """See `View`."""
        for part in (self._offers, self._seats, self._secret, self._go, self._again, self._pick, self._back):
            part.setEnabled(not busy)
        if busy:
            self._timer.start()
        else:
            self._timer.stop()

    def finish(self, sentence: str) -> None:
        """See `View`."""
        self.set_busy(busy=True)
        self._timer.stop()
        self.say(sentence)
        for part in (self._go, self._back, self._again, self._pick):
            part.hide()
        self._enter.show()
        self._enter.setFocus()

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(_WIDTH)
        card.body.addWidget(page_title(t("Khôi phục từ bản sao lưu")))
        words = t("Cắm USB sao lưu, hoặc chọn thư mục có bản sao. Không có gì trên máy bị ghi đè hay xóa.")
        card.body.addWidget(muted(words, wrap=True))
        card.body.addWidget(self._offers)
        places = QHBoxLayout()
        places.addWidget(self._again)
        places.addWidget(self._pick)
        places.addStretch()
        card.body.addLayout(places)
        card.body.addSpacing(tokens.GAP)
        card.body.addWidget(Field(t("&Mở bằng"), self._seats))
        card.body.addWidget(Field(t("Mật &khẩu, mã PIN hoặc các từ trên tờ khóa"), self._secret))
        card.body.addWidget(self._said)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch()
        foot.addWidget(self._go)
        foot.addWidget(self._enter)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def _wire(self) -> None:
        self._offers.currentRowChanged.connect(self._on_chosen)
        self._again.clicked.connect(lambda: self._look(None))
        self._pick.clicked.connect(self._on_pick)
        self._go.clicked.connect(self._on_go)
        self._secret.returnPressed.connect(self._on_go)
        self._enter.clicked.connect(self.entered)

    def _look(self, folder: Path | None) -> None:
        if self._presenter is not None:
            self._presenter.look(folder)

    def _on_pick(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, t("Thư mục sao lưu"))
        if folder:
            self._look(Path(folder))

    def _on_chosen(self, row: int) -> None:
        if self._presenter is not None:
            self._presenter.choose(row)

    def _on_go(self) -> None:
        if self._presenter is not None:
            self._presenter.go(self._seats.currentIndex(), self._secret.text())
