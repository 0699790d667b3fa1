"""A counter to rehearse at: a real home in a folder, the real frame around real screens, and hands to drive them."""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.bridges.jobs import QtJobs
from desktop.bridges.scan import ScanBridge
from desktop.frame.frame import Frame
from desktop.frame_screens import build_screen
from desktop.jobs import Jobs
from desktop.print_room import PrintRoom
from desktop.routing import Router
from desktop.stage import Here, Session
from desktop.theme.theme import Theme
from dossiers.dossier import Dossier
from dossiers.office import Devices, Office
from dossiers.people import Clerk, Role
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home, unlock

CLERK = Clerk(name="Trần Thị Hạnh", role=Role.ADMINISTRATOR)
SECRET = "quay-so-2"
OFFICE = Office(unit="H55.242", name="Ủy ban nhân dân xã Mỹ Đức", desk_name="Quầy 2", place="Mỹ Đức")
MORNING = datetime(2026, 11, 23, 3, 42, 7, tzinfo=UTC)
"""Monday, 10:42 in Vietnam."""

CARD = "036186001234||Nguyễn Thị Thùy Dương|02091986|Nữ|Thôn Đông Thượng, xã Mỹ Đức|10052021"
"""An invented citizen's card."""
DEADLINE_S = 10
T = TypeVar("T")


class DeskClock:
    """Time that moves only when told to, and by a millisecond at each look."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The present instant."""
        self.now += timedelta(milliseconds=1)
        return self.now


class CounterTop:
    """One desk open in one window."""

    def __init__(self, app: QApplication, home: Path, *, clock: DeskClock, theme: Theme) -> None:
        self.app, self.home, self.clock = app, home, clock
        vault = create_home(home, CLERK, SECRET, clock) if not (home / "desk.db").exists() else None
        self._vault = vault or unlock(home, CLERK.name, SECRET, clock)
        self.jobs = QtJobs()
        self.here = Here(home=home, clerk=CLERK, office=OFFICE, devices=Devices())
        self.session: Session
        self.frame = Frame(theme, lambda name: build_screen(name, self.session))
        self._open()
        spool = home / "scanning"
        spool.mkdir(exist_ok=True)
        services: dict[str, Any] = dict.fromkeys(field.name for field in fields(Session))
        services |= {
            "jobs": self.jobs, "stage": self.frame, "clock": clock, "here": self.here, "theme": theme,
            "scans": ScanBridge(spool, self._vault.key("scan-spool")),
            "printing": PrintRoom(self.jobs, self.frame, self.here, _no_printer),  # type: ignore[arg-type]
        }  # fmt: skip
        self.session = Session(**services)
        self.router = Router(self.jobs, self.frame, clock)
        self.frame.text_entered.connect(self.router.take)
        self.frame.resize(1366, 728)
        self.frame.show()

    def _open(self) -> None:
        opened: list[object] = []

        def bring_up() -> Desk:
            desk = Desk.open(self.home, self._vault, self.clock, ballast_bytes=0)
            desk.set_office(OFFICE)
            return desk

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
        """Let everything asked so far come home."""
        for _ in range(3):
            done: list[object] = []
            self.jobs.pool(lambda: None, done.append, done.append)
            self.until(lambda: bool(done))  # noqa: B023 — used at once
            asked: list[object] = []
            self.jobs.ask(lambda _: None, asked.append, asked.append)
            self.until(lambda: bool(asked))  # noqa: B023

    def ask(self, question: Callable[[Desk], T]) -> T:
        """Look into the desk from outside the window."""
        return self.jobs.wait(question)

    def dossier(self, code: str) -> Dossier:
        """A dossier by its code; fails when there is none."""
        found = self.ask(lambda desk: desk.register.find(code))
        assert found is not None
        return found

    # Hands.

    def focused(self) -> QWidget:
        """Where the keys go."""
        widget = self.app.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        QTest.keyClick(self.focused(), key, modifiers)
        self.app.processEvents()

    def type(self, text: str) -> None:
        """Text as an input method commits it: the only way Vietnamese gets into a line (UX C.6)."""
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
        self.session.scans.close()
        self.session.printing.close()
        self.jobs.close(lambda desk: desk.idle())
        self.frame.close()
        self.frame.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _no_printer(name: str) -> object:
    raise AssertionError(f"no printer was chosen, yet {name} was asked for")
