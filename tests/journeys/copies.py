"""Certified copies at a counter that does them in the same sitting: the hands, and how many keys they press."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.asks import Habits, keep_habits
from desktop.screens.intake.form import EMPTY
from desktop.theme.theme import Theme
from dossiers.dossier import Dossier
from dossiers.status import Status
from tests.journeys.driving import CARD, CounterTop, DeskClock, new_office

SIGNER = "Lê Văn Ký"


def at_once(counter: CounterTop, signer: str = SIGNER) -> None:
    """This desk does copies in the same sitting, and knows who signs."""
    counter.ask(lambda desk: keep_habits(desk, Habits(at_once=True, signer=signer)))
    counter.intake.presenter.sheet.form = EMPTY
    counter.intake.presenter.enter()
    counter.settle()


def one_copy(counter: CounterTop, pages: str = "3", copies: str = "2") -> Dossier:
    """Card, pages, copies, F10; what came of it."""
    counter.scan(CARD)
    counter.keystrokes(pages)
    counter.press(Qt.Key.Key_Return)
    counter.keystrokes(copies)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    return counter.newest()


def forms_of(counter: CounterTop) -> list[str]:
    """The kinds of paper that wait for a printer, oldest first."""
    return [form.partition("/")[0] for form, _ in counter.slips()]


def count_copies_keys() -> int:
    """Keys pressed in the real window from the card's scan until slip and receipt are queued, copies handed over."""
    app = QApplication.instance() or QApplication(["copies"])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    theme.apply(dark=False)
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        counter = CounterTop(app, home, new_office(home), clock=DeskClock(), theme=theme)
        counter.frame.open("intake")
        counter.settle()
        at_once(counter)
        counter.keys = 0
        done = one_copy(counter)
        keys = counter.keys
        assert done.status is Status.RETURNED, done.status
        assert forms_of(counter) == ["receipt", "internal_receipt"], forms_of(counter)
        counter.close()
    return keys
