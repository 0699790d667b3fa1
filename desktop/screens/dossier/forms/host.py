"""The place in a page where the forms of acts open, one at a time."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import keys
from desktop.commands import Command
from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.forms import make_form
from desktop.screens.dossier.forms.deed_form import DeedForm


class FormHost(QWidget):
    """Each form is made when it is first asked for; `agreed` carries the filled-in `Deed`."""

    agreed = Signal(object)
    slip_wanted = Signal(str)
    dossier_sought = Signal(str)
    changed = Signal()
    """A form was opened or put away: other commands are possible."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, DeedForm] = {}
        self._opened: Opened | None = None
        self.form: DeedForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open(self, kind: str, opened: Opened, now: datetime, warning: str = "") -> None:
        """Let an act be filled in; another form gives way."""
        self.put_away()
        self.form, self._opened = self._form_of(kind), opened
        self.show()
        self.form.present(opened, now, warning)
        self.changed.emit()

    def put_away(self) -> None:
        """No form."""
        if self.form is not None:
            self.form.hide()
            self.form = None
            self.hide()
            self.changed.emit()

    def blame(self, field: str, sentence: str) -> bool:
        """Say what is wrong under a field of the open form; False where it has none of that name."""
        return self.form is not None and self.form.blame(field, sentence)

    def commands(self) -> tuple[Command, ...]:
        """While a form is open: its two keys."""
        if self.form is None:
            return ()
        agree = Command(id="form.agree", title=t("Ghi"), key=keys.FINISH, run=self.form.agreed.emit, in_bar=False)
        away = Command(id="form.dismiss", title=t("Thôi"), key=keys.BACK, run=self.put_away, in_bar=False)
        return (agree, away)

    def _form_of(self, kind: str) -> DeedForm:
        if kind not in self._made:
            form = self._made[kind] = make_form(kind)
            form.agreed.connect(self._on_agreed)
            form.dismissed.connect(self.put_away)
            form.slip_wanted.connect(self.slip_wanted)
            form.dossier_sought.connect(self.dossier_sought)
            self._column.addWidget(form)
        return self._made[kind]

    def _on_agreed(self) -> None:
        if self.form is not None and self._opened is not None:
            deed = self.form.deed(self._opened)
            if deed is not None:
                self.agreed.emit(deed)
