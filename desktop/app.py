"""The composition root: builds everything, hands it on by constructor, and runs the window until it is closed."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import logbook
from desktop.bridges.garbage import WindowGarbage
from desktop.bridges.idle import IdleWatch
from desktop.bridges.jobs import QtJobs
from desktop.entrance import Entrance
from desktop.i18n import t
from desktop.i18n.translators import speak
from desktop.jobs import failure
from desktop.key_asks import wants_sheet
from desktop.looks import Looks, keep_looks, load_looks
from desktop.theme.theme import Theme
from desktop.window import Window
from dossiers.clock import Clock, system_clock
from sync.updates import launch

if TYPE_CHECKING:
    from desktop.bridges.wedge import WedgeFilter
    from desktop.jobs import Failed
    from desktop.sitting import Opened, Sitting
    from dossiers.people import Clerk
    from dossiers.store.desk import Desk
    from dossiers.store.vault import Vault


def open_desk(home: Path, clock: Clock = system_clock) -> int:
    """Run the desk of a home until its window is closed; a home that is not there yet begins with the wizard."""
    logbook.begin(home)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("motcua")
    reception = Reception(app, home, clock)
    sys.excepthook = reception.report
    reception.start()
    code = app.exec()
    reception.close()
    return code


class Reception(QObject):
    """The running desk: who may come in (`entrance`), and what is open once somebody has (`sitting`)."""

    def __init__(
        self, app: QApplication, home: Path, clock: Clock, running: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._clock = clock
        self._garbage = WindowGarbage()
        self.looks = load_looks(home)
        speak(app, self.looks.language)
        self.theme = Theme(app)
        self.dress(self.looks)
        self.window = Window()
        self.jobs = QtJobs()
        self.sitting: Sitting | None = None
        self.entrance = Entrance(self.window, self.jobs, clock, home, running)
        self.entrance.unlocked.connect(self._on_unlocked)
        self.window.closed.connect(app.quit)
        self.wedge: WedgeFilter | None = None
        self.idle = IdleWatch(app)
        self.idle.fell_idle.connect(self.lock)
        self.quiet = IdleWatch(app)

    def start(self) -> None:
        """Paint the entrance; the database stays shut until somebody has signed in."""
        self.entrance.present()
        self.window.show()
        QTimer.singleShot(0, self, launch.note_works)  # the loop runs: a version that gets here can be worked with

    def dress(self, looks: Looks) -> None:
        """Put on light or dark and the size of letters."""
        self.looks = looks
        self.theme.apply(dark=looks.dark, scale_percent=looks.scale_percent)

    def keep(self, looks: Looks) -> None:
        """Put them on and remember them for this desk; another language is spoken from the next start on."""
        keep_looks(self.entrance.home, looks)
        self.dress(looks)

    def lock(self) -> None:
        """Back to the sign-in; drafts are kept, and the same place comes back after it."""
        if self.sitting is None:
            return
        self.idle.stop()
        self.sitting.frame.leave()
        self.entrance.present(self.sitting.here.office.name, first=False)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception nobody caught in the window's thread: our bug, noted by its place; work goes on."""
        if isinstance(error, Exception) and self.sitting is not None:
            self.sitting.frame.complain(failure(error))
        elif isinstance(error, Exception):
            failure(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def close(self) -> None:
        """Stop threads and children in order, then close the desk on its own thread."""
        self.idle.stop()
        self.quiet.stop()
        self.entrance.close()
        if self.wedge is not None:
            self.wedge.close()
        self.window.hide()
        if self.sitting is None:
            self.jobs.close(lambda _: None)
        else:
            self.sitting.close()
            self.jobs.close(self.sitting.keeper.last)
        self._garbage.close()

    def _on_unlocked(self, vault: "Vault") -> None:
        """The first time the desk is opened; later the signed-in clerk changes and nothing else."""
        from desktop.sitting import read_opened

        def opened(_: "Desk") -> None:
            self.jobs.ask(read_opened, self._begin, self.entrance.refuse)

        if self.sitting is not None:
            self._change_clerk(vault)
        else:
            self.jobs.open(lambda: _open(self.entrance.home, vault, self._clock), opened, self.entrance.refuse)

    def _begin(self, opened: "Opened") -> None:
        from desktop.bridges.paper_reader import QUIET_S
        from desktop.bridges.wedge import WedgeFilter
        from desktop.sitting import Sitting

        self.sitting = Sitting(opened, self.jobs, self.theme, self._clock, self)
        self.sitting.frame.lock_asked.connect(self.lock)
        self.sitting.sync.stopped_by_province.connect(self.lock)  # the sign-in says why, and whom to call
        self.idle.watch(self.window.windowHandle())
        self.quiet.watch(self.window.windowHandle())
        self.quiet.fell_idle.connect(self.sitting.papers.begin)
        self.quiet.came_back.connect(self.sitting.papers.pause)
        self.quiet.start(QUIET_S)
        here = self.sitting.here
        self.wedge = WedgeFilter(self.window.windowHandle(), lambda: here.devices.reader_prefix)
        self.wedge.scanned.connect(self._on_scanned)
        self._show_frame()
        self.jobs.ask(wants_sheet, self._on_sheet_wanted, self.sitting.frame.complain)

    def _on_sheet_wanted(self, wanted: bool) -> None:
        """A new office: nothing is at stake yet, and the sheet is soonest forgotten."""
        if wanted and self.sitting is not None:
            frame = self.sitting.frame
            words = t("In tờ khóa phục hồi trước khi nhận hồ sơ đầu tiên.")
            frame.toast(words, action=t("In tờ khóa"), run=lambda: frame.open("settings", panel="recovery"), seconds=30)

    def _change_clerk(self, vault: "Vault") -> None:
        def changed(clerk: "Clerk") -> None:
            assert self.sitting is not None
            self.sitting.here.clerk = clerk
            self.sitting.refresh()
            self._show_frame()

        def change(desk: "Desk") -> "Clerk":
            desk.sign_in(vault)
            return desk.clerk

        self.jobs.ask(change, changed, self.entrance.refuse)

    def _show_frame(self) -> None:
        """The desk, once whoever came in has a secret that nobody else knows."""
        assert self.sitting is not None
        if self.sitting.here.clerk.given:
            self.entrance.ask_own_secret(self._keep_own_secret)
            return
        office = self.sitting.here.office
        self.entrance.leave()
        self.window.name_office(office.name, training=office.training)
        self.window.present(self.sitting.frame)
        self.sitting.frame.come_back()
        self.idle.start(self.looks.lock_after_min * 60)

    def _keep_own_secret(self, secret: str, on_failed: "Failed") -> None:
        from desktop.people_asks import change_secret

        def changed(clerk: "Clerk") -> None:
            assert self.sitting is not None
            self.sitting.here.clerk = clerk
            self._show_frame()

        self.jobs.ask(lambda desk: change_secret(desk, secret), changed, on_failed)

    def _on_scanned(self, text: str) -> None:
        """A keyboard-type reader spoke."""
        if self.sitting is not None and self.window.currentWidget() is self.sitting.frame:
            self.sitting.frame.take_scan(text)
        else:
            self.entrance.take_scan(text)


def _open(home: Path, vault: "Vault", clock: Clock) -> "Desk":
    import platform

    from dossiers.store.desk import Desk
    from dossiers.store.migrate import NotMigrated

    try:
        return Desk.open(home, vault, clock, machine=platform.node())
    except NotMigrated:
        launch.step_back()
        raise
