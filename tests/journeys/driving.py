"""A counter to rehearse at: a real home in a folder, the real frame around real screens, and hands to drive them."""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.asks import Habits, keep_habits
from desktop.bridges.jobs import QtJobs
from desktop.bridges.paper_reader import PaperReader
from desktop.bridges.scan import ScanBridge
from desktop.frame.frame import Frame
from desktop.frame_screens import build_screen
from desktop.jobs import Failed
from desktop.paper_door import PaperDoor
from desktop.print_room import PrintRoom
from desktop.routing import Router
from desktop.screens.intake.screen import IntakeScreen
from desktop.stage import Here, Session
from desktop.theme.theme import Theme
from desktop.window import Window
from dossiers.dossier import Dossier
from dossiers.office import Devices, Office
from dossiers.people import Clerk, Role
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.store.vault import Vault, create_home

CLERK = Clerk(name="Trần Thị Hạnh", role=Role.ADMINISTRATOR)
SECRET = "quay-so-2"
OFFICE = Office(unit="H55.242", name="Ủy ban nhân dân xã Mỹ Đức", desk_name="Quầy 2", place="Mỹ Đức")
MORNING = datetime(2026, 11, 23, 3, 42, 7, tzinfo=UTC)
"""Monday, 10:42 in Vietnam."""

CARD = "036186001234||Nguyễn Thị Thùy Dương|02091986|Nữ|Thôn Đông Thượng, xã Mỹ Đức|10052021"
"""An invented citizen's card."""
DEADLINE_S = 60
T = TypeVar("T")


def new_office(home: Path) -> Vault:
    """Make an empty office; deriving its key is slow on purpose, so tests copy one.

    Its copies are certified behind the counter; test_copies.py switches that over.
    """
    clock = DeskClock()
    vault = create_home(home, CLERK, SECRET, clock)
    desk = Desk.open(home, vault, clock, ballast_bytes=0)
    desk.set_office(OFFICE)
    keep_habits(desk, Habits(at_once=False))
    desk.close()
    return vault


class DeskClock:
    """Time that moves only when told to, and by a millisecond at each look."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The present instant."""
        self.now += timedelta(milliseconds=1)
        return self.now


class CountedJobs(QtJobs):
    """The desk's own jobs, which also know how many are under way."""

    def __init__(self) -> None:
        super().__init__()
        self.under_way = 0

    def _send(
        self, submit: Callable[[Callable[[], None]], object], work: Callable[[], T], on_done: Callable[[T], None],
        on_failed: Failed,
    ) -> None:  # fmt: skip
        self.under_way += 1

        def home(tell: Callable[[Any], None], value: Any) -> None:
            try:
                tell(value)
            finally:
                self.under_way -= 1

        super()._send(submit, work, partial(home, on_done), partial(home, on_failed))


class CounterTop:
    """One desk open in one window."""

    def __init__(self, app: QApplication, home: Path, vault: Vault, *, clock: DeskClock, theme: Theme) -> None:
        self.app, self.home, self.clock = app, home, clock
        self.keys = 0
        self.vault = vault
        self.jobs = CountedJobs()
        self.here = Here(home=home, clerk=CLERK, office=OFFICE, devices=Devices())
        self.session: Session
        self.frame = Frame(theme, lambda name: build_screen(name, self.session))
        self._open()
        spool = home / "scanning"
        spool.mkdir(exist_ok=True)
        services: dict[str, Any] = dict.fromkeys(field.name for field in fields(Session))
        services |= {
            "jobs": self.jobs, "stage": self.frame, "clock": clock, "here": self.here, "theme": theme,
            "scans": ScanBridge(spool, self.vault.key("scan-spool")),
            "papers": PaperReader(self.jobs, self.here), "door": PaperDoor(),
            "printing": PrintRoom(self.jobs, self.frame, self.here, _no_printer),  # type: ignore[arg-type]
        }  # fmt: skip
        self.session = Session(**services)
        self.router = Router(self.jobs, self.frame, clock)
        self.frame.text_entered.connect(self.router.take)
        self.window = Window()
        self.window.present(self.frame)
        self.window.show()
        self.until(self.window.isActiveWindow)

    def _open(self) -> None:
        opened: list[object] = []

        def bring_up() -> Desk:
            return Desk.open(self.home, self.vault, self.clock, ballast_bytes=0)

        self.jobs.open(bring_up, opened.append, opened.append)
        self.until(lambda: bool(opened))
        assert isinstance(opened[0], Desk), opened[0]

    # Seeing.

    def until(self, true: Callable[[], bool]) -> None:
        """Let the window live until something is so; fails after a deadline."""
        deadline = monotonic() + DEADLINE_S
        while not true():
            assert monotonic() < deadline, "waited in vain"
            self.app.processEvents()
            QTest.qWait(1)

    def settle(self) -> None:
        """Let everything asked so far come home, and what that asks in turn."""
        self.app.processEvents()
        self.until(lambda: self.jobs.under_way == 0)
        self.app.processEvents()

    def ask(self, question: Callable[[Desk], T]) -> T:
        """Look into the desk from outside the window."""
        return self.jobs.wait(question)

    def dossier(self, code: str) -> Dossier:
        """A dossier by its code; fails when there is none."""
        found = self.ask(lambda desk: desk.register.find(code))
        assert found is not None
        return found

    def newest(self) -> Dossier:
        """The dossier taken in last."""
        return self.ask(lambda desk: desk.register.get(desk.register.search(Query(limit=1)).rows[0].id))

    def total(self) -> int:
        """How many dossiers there are."""
        return self.ask(lambda desk: desk.register.counts().total)

    def slips(self) -> list[tuple[str, str]]:
        """Form and title of every slip that waits for a printer, oldest first."""
        return self.ask(lambda desk: [(job.form, job.title) for job in desk.prints.waiting()])

    @property
    def intake(self) -> IntakeScreen:
        """The intake screen, in front."""
        screen = self.frame.front_screen
        assert isinstance(screen, IntakeScreen)
        return screen

    # Hands.

    def focused(self) -> QWidget:
        """Where the keys go."""
        widget = self.app.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        self.keys += 1
        QTest.keyClick(self.focused(), key, modifiers)
        self.app.processEvents()

    def keystrokes(self, text: str) -> None:
        """Text letter by letter, as the field sees it come from an input method; each letter is one key."""
        for letter in text:
            self.type(letter)

    def type(self, text: str) -> None:
        """Text as an input method commits it: the only way Vietnamese gets into a line (UX C.6)."""
        self.keys += len(text)
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.focused(), event)
        self.app.processEvents()

    def scan(self, text: str) -> None:
        """A reader delivers a code, wherever the cursor is."""
        self.frame.take_scan(text)
        self.settle()

    def line(self, name: str) -> QLineEdit:
        """A visible line by its spoken name."""
        return next(
            line for line in self.frame.findChildren(QLineEdit) if line.isVisible() and line.accessibleName() == name
        )

    def close(self) -> None:
        """Shut the counter as a clerk does."""
        self.frame.leave()
        self.settle()
        self.session.scans.close()
        self.session.door.close()
        self.session.papers.pause()
        self.session.printing.close()
        self.jobs.close(lambda desk: desk.idle())
        self.window.hide()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _no_printer(name: str) -> object:
    raise AssertionError(f"no printer was chosen, yet {name} was asked for")
