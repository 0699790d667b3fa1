"""How a batch ended, beside the list: what was done, what was refused and why, what nobody came to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget

from desktop import keys
from desktop.i18n import t
from desktop.screens.register.batch import Account
from desktop.screens.register.preview import WIDTH
from desktop.screens.register.words import number_words
from desktop.widgets import Card, KeyHintButton, strong, text


class AccountCard(Card):
    """Stays until it is put away."""

    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__(t("Kết quả của đợt này"))
        self.setFixedWidth(WIDTH)
        self.done, self.rest = strong(), text(wrap=True)
        self.done.setWordWrap(True)
        self.refused = QListWidget()
        self.refused.setAccessibleName(t("Hồ sơ bị từ chối"))
        self.refused.setWordWrap(True)
        self.refused.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = KeyHintButton(t("Đóng"), keys.BACK)
        close.clicked.connect(self.dismissed)
        for part in (self.done, self.rest, self.refused):
            self.body.addWidget(part)
        self.body.addStretch()
        self.body.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_account(self, words: str, account: Account) -> None:
        """Everything that happened, one line for each refusal."""
        self.done.setText(words)
        self.rest.setText("\n".join(rest_words(account)))
        self.rest.setVisible(bool(self.rest.text()))
        self.refused.clear()
        self.refused.addItems([f"{each.code}: {each.sentence}" for each in account.refused])
        self.refused.setVisible(bool(account.refused))
        self.show()


def rest_words(account: Account) -> tuple[str, ...]:
    """What was not done, and that it is as it was."""
    refused, left = len(account.refused), account.left
    return tuple(filter(None, (
        account.fault,
        t("{count} hồ sơ chưa làm tới, vẫn như trước.", count=number_words(left)) if left else "",
        t("{count} hồ sơ không làm được, vẫn như trước:", count=number_words(refused)) if refused else "",
    )))  # fmt: skip
