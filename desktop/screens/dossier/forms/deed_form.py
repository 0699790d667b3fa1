"""What every form of an act is: a title, what is to be filled in, and two buttons."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import keys
from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, PrimaryButton, text


class DeedForm(Card):
    """`agreed` when the act is wanted; a subclass fills itself in `fill` and says what is wanted in `deed`."""

    agreed = Signal()
    dismissed = Signal()
    slip_wanted = Signal(str)
    """A paper that belongs to the form is asked for, by its slug in desktop.slips."""
    dossier_sought = Signal(str)
    """Another dossier is looked for, by its code, a name or a number."""

    now: datetime
    """When the form was presented."""

    def __init__(self, title: str, agree: str) -> None:
        super().__init__(title)
        self._named: dict[str, Field] = {}
        self.warning = text(wrap=True)
        self.warning.setProperty("tone", Tone.WARN.value)
        self.body.addWidget(self.warning)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(tokens.GAP)
        self.body.addLayout(self.fields)
        self.agree = PrimaryButton(agree, keys.FINISH)
        stay = KeyHintButton(t("Thôi"), keys.BACK)
        self.agree.clicked.connect(self.agreed)
        stay.clicked.connect(self.dismissed)
        self.foot = QHBoxLayout()
        self.foot.addStretch()
        self.foot.addWidget(stay)
        self.foot.addWidget(self.agree)
        self.body.addLayout(self.foot)
        self.hide()

    def add_row(self, *fields: tuple[str, Field], stretches: tuple[int, ...] = ()) -> None:
        """Fields side by side; each is found again by the name under which a verb complains of it."""
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP * 2)
        for place, (name, field) in enumerate(fields):
            self._named[name] = field
            row.addWidget(field, stretches[place] if stretches else 1)
        self.fields.addLayout(row)

    def present(self, opened: Opened, now: datetime, warning: str = "") -> None:
        """Fill in what is known, warn of what is unusual, and take the cursor."""
        self.now = now
        for field in self._named.values():
            field.clear()
        self.warn(warning)
        self.fill(opened)
        self.show()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def warn(self, sentence: str) -> None:
        """Say in the form what deserves a second look."""
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def blame(self, name: str, sentence: str) -> bool:
        """Say what is wrong under the field at fault and go there; False where the form has no such field."""
        field = self._named.get(name)
        if field is None:
            return False
        field.set_error(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def first(self) -> QWidget:
        """Where the cursor goes."""
        return next(iter(self._named.values()), self.agree)

    def fill(self, opened: Opened) -> None:
        """Write into the fields what is known."""

    def deed(self, opened: Opened) -> Deed | None:
        """The act as filled in; None while something typed makes no sense, which the form says itself."""
        raise NotImplementedError
