"""What stands beside the list, one thing at a time: a look at a dossier, a form of a batch, or its account."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screens.register.account_card import AccountCard
from desktop.screens.register.batch import Account
from desktop.screens.register.batch_forms import BatchForm, GiveForm, ResultsForm
from desktop.screens.register.preview import WIDTH, Preview
from dossiers.clock import Clock
from dossiers.dossier import Dossier

SCROLL_BAR = 16
"""Room for the bar that a low window needs."""


class Side(QScrollArea):
    """`changed` when something came or went; `agreed` with the deed of a form."""

    agreed = Signal(object)
    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.preview, self.account = Preview(clock), AccountCard()
        self.give, self.results = GiveForm(), ResultsForm()
        inside = QWidget()
        inside.setObjectName("page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        self._cards: tuple[QWidget, ...] = (self.preview, self.account, self.give, self.results)
        for card in self._cards:
            row.addWidget(card)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH + SCROLL_BAR)
        self.account.dismissed.connect(self.put_away)
        for form in (self.give, self.results):
            form.dismissed.connect(self.put_away)
            form.agreed.connect(self.agreed)
        self.hide()

    @property
    def form(self) -> BatchForm | None:
        """The form that is open."""
        return next((form for form in (self.give, self.results) if not form.isHidden()), None)

    def look(self, dossier: Dossier) -> None:
        """A look at a dossier; a form that is open is not disturbed."""
        if self.form is None:
            self._bring(self.preview)
            self.preview.show_dossier(dossier)

    def present(self, form: BatchForm, count: int) -> None:
        """A form for so many dossiers."""
        self._bring(form)
        form.present(count)

    def show_account(self, words: str, account: Account) -> None:
        """How a batch ended."""
        self._bring(self.account)
        self.account.show_account(words, account)

    def put_away(self) -> None:
        """Nothing beside the list; what was typed into a form stays in it."""
        for card in self._cards:
            card.hide()
        self.hide()
        self.changed.emit()

    def form_commands(self, form: BatchForm) -> tuple[Command, ...]:
        """While a form is open there are only its two keys."""
        finish = Command(
            id="register.finish", title=form.title.text(), key=keys.FINISH, run=form.finish, in_bar=False
        )
        leave = Command(id="register.leave_form", title=t("Thôi"), key=keys.BACK, run=self.put_away, in_bar=False)
        return finish, leave

    def _bring(self, card: QWidget) -> None:
        for each in self._cards:
            each.setVisible(each is card)
        self.show()
        self.changed.emit()
