"""The card of a first secret: whoever was given one chooses their own before anything else."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from desktop.i18n import t
from desktop.jobs import Failed, Failure
from desktop.screens.signin.forgotten_presenter import SAME
from desktop.screens.signin.new_secret import NewSecret
from desktop.widgets.buttons import BackButton, PrimaryButton
from desktop.widgets.card import Card
from desktop.widgets.labels import muted, page_title

Keep = Callable[[str, Failed], None]


class OwnSecretCard(Card):
    """`keep` is called with what was chosen, and answers here only when it was refused."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keep: Keep | None = None
        self._secret = NewSecret()
        self._button = PrimaryButton(t("Lưu và vào quầy"), "Enter")
        self._button.clicked.connect(self._on_entered)
        self._secret.entered.connect(self._on_entered)
        self.body.addWidget(page_title(t("Chọn mật khẩu của riêng bạn")))
        words = t("Mật khẩu vừa dùng do người khác đặt. Từ nay việc làm dưới tên bạn chỉ mình bạn làm được.")
        self.body.addWidget(muted(words, wrap=True))
        for part in (self._secret, self._button, BackButton(self.left.emit)):
            self.body.addWidget(part)

    def begin(self, keep: Keep) -> None:
        """Ask."""
        self._keep = keep
        self._secret.clear()
        self._button.setEnabled(True)
        self._secret.setFocus()

    def _on_entered(self) -> None:
        secret, again = self._secret.typed()
        self._secret.complain("" if secret == again else t(SAME))
        if self._keep is not None and secret == again and self._button.isEnabled():
            self._button.setEnabled(False)
            self._keep(secret, self._on_refused)

    def _on_refused(self, failure: Failure) -> None:
        self._button.setEnabled(True)
        self._secret.complain(failure.sentence)
        self._secret.setFocus(Qt.FocusReason.TabFocusReason)  # what stands there is marked, to be typed over
