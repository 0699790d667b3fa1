"""The way in: first run where there is no office yet, sign-in where there is one, and the training desk beside it."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.i18n import t
from desktop.jobs import Failed, Failure, Jobs
from desktop.screens.signin.forgotten_presenter import ForgottenPresenter, Ways
from desktop.screens.signin.presenter import SignInPresenter, Tile
from desktop.screens.signin.screen import SignInScreen
from desktop.window import Window
from dossiers.clock import Clock

if TYPE_CHECKING:
    from desktop.screens.wizard.presenter import FirstAnswers
    from desktop.screens.wizard.screen import WizardScreen
    from dossiers.store.vault import Vault

TRAINING_WORD = "tap-huan"
"""No secret at all: a training home holds invented people only, and its sign-in says the word."""
WARM_AFTER_MS = 100
TRAINING_DOSSIERS = 60
TRAINING_SEED = 7


def training_home(home: Path) -> Path:
    """Where the training desk of a home lies: beside it, never in it."""
    return home.with_name(f"{home.name}-tap-huan")


class Entrance(QObject):
    """Sends `unlocked` with the vault; whoever listens opens the database and answers with `leave` or `refuse`."""

    unlocked = Signal(object)

    def __init__(
        self, window: Window, jobs: Jobs, clock: Clock, home: Path, running: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._running = running
        self._window, self._jobs, self._clock = window, jobs, clock
        self.home = home
        self._sign_in: SignInScreen | None = None
        self._wizard: WizardScreen | None = None
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.setInterval(WARM_AFTER_MS)
        self._warming.timeout.connect(self._warm)
        self._on_in: Callable[[], None] | None = None
        self._on_refused: Failed | None = None

    def present(self, office_name: str = "", *, first: bool = True) -> None:
        """Show the sign-in, or the first-run wizard where there is no office; training is offered at `first` only."""
        if is_home(self.home):
            self._show_sign_in(office_name, first=first)
        else:
            self._show_wizard()

    def refuse(self, failure: Failure) -> None:
        """The secret was right but the desk did not open: say why where the person is looking."""
        if self._on_refused is not None:
            self._on_refused(failure)

    def ask_own_secret(self, keep: Callable[[str, Failed], None]) -> None:
        """Whoever came in has a secret that somebody else gave: nothing else is open before they choose their own."""
        if self._on_in is not None:
            self._on_in()
        assert self._sign_in is not None
        self._sign_in.ask_own_secret(keep)

    def take_scan(self, text: str) -> None:
        """A keyboard-type reader spoke while nobody is in: only where a recovery sheet is asked for."""
        if self._sign_in is not None:
            self._sign_in.forgotten.take_scan(text)

    def leave(self) -> None:
        """Somebody is in, and the desk is open."""
        if self._on_in is not None:
            self._on_in()
        self._on_in = self._on_refused = None
        if self._wizard is not None:
            self._window.discard(self._wizard)
            self._wizard = None

    def close(self) -> None:
        """The window is closing: begin nothing more."""
        self._warming.stop()

    def open_training(self) -> None:
        """Make the training desk if there is none yet, and go in."""
        target = training_home(self.home)
        screen = self._wizard or self._sign_in
        if screen is not None:
            screen.set_busy(busy=True)

        def enter() -> "Vault":
            if not is_home(target):
                make_training(target, self._clock)
            return _first_in(target, TRAINING_WORD, self._clock)

        self._jobs.pool(enter, lambda vault: self._go_in(target, vault), self._on_training_failed)

    def open_restore(self) -> None:
        """The one page on which an office comes back from a backup; then the sign-in, or back to where one was."""
        from desktop.restoring import Restoring
        from desktop.screens.restore.presenter import RestorePresenter
        from desktop.screens.restore.screen import RestoreScreen

        screen = RestoreScreen()

        def leave() -> None:
            if self._wizard is not None and not is_home(self.home):
                self._window.present(self._wizard)
            else:
                self.present()
            self._window.discard(screen)

        screen.left.connect(leave)
        screen.entered.connect(leave)
        self._window.present(screen)
        screen.bind(RestorePresenter(Restoring(self._jobs, self.home, self._clock), screen))

    def _show_sign_in(self, office_name: str, *, first: bool) -> None:
        if self._sign_in is None:
            self._sign_in = SignInScreen()
            self._sign_in.training_asked.connect(self.open_training)
            self._sign_in.restore_asked.connect(self.open_restore)
            self._window.present(self._sign_in)
            self._sign_in.bind(SignInPresenter(self._read_tiles, self._unlock, self._clock, self._sign_in))
            self._sign_in.bind_forgotten(ForgottenPresenter(self._read_ways, self._regain, self._sign_in.forgotten))
            self._warming.start()
        training = self.home.name.endswith(TRAINING_WORD)
        word = t("Mật khẩu của bàn tập huấn: {word}", word=TRAINING_WORD) if training else ""
        self._window.present(self._sign_in)
        self._sign_in.present(office_name or word, training=first and not training)

    def _show_wizard(self) -> None:
        from desktop.screens.wizard.presenter import WizardPresenter
        from desktop.screens.wizard.screen import WizardScreen

        self._wizard = WizardScreen()
        self._wizard.training_asked.connect(self.open_training)
        self._wizard.restore_asked.connect(self.open_restore)
        self._window.present(self._wizard)
        self._wizard.bind(WizardPresenter(self._set_up, self._wizard))

    def _warm(self) -> None:
        from desktop.frame_screens import warm

        self._jobs.pool(warm, lambda _: None, lambda _: None)  # a fault shows when it is really needed

    def _read_tiles(self, on_done: Callable[[tuple[Tile, ...]], None], on_failed: Failed) -> None:
        """Away from the window: what reads the key file is slower to load than the window itself."""

        def read() -> tuple[Tile, ...]:
            from dossiers.store.vault import seats

            found = seats(self.home, self._clock, self._running)
            return tuple(Tile(seat.name, seat.role, seat.locked_until) for seat in found)

        self._jobs.pool(read, on_done, on_failed)

    def _unlock(self, name: str, secret: str, on_done: Callable[[], None], on_failed: Failed) -> None:
        from dossiers.store.vault import unlock

        self._on_in, self._on_refused = on_done, on_failed
        self._jobs.pool(
            lambda: unlock(self.home, name, secret, self._clock, self._running), self.unlocked.emit, on_failed
        )

    def _regain(
        self, name: str, code: str, secret: str, on_done: Callable[[], None], on_failed: Failed
    ) -> None:
        """A new secret for somebody who forgot theirs, by a code read out or the words of the office's sheet."""
        from dossiers.store.rescue import regain

        self._on_in, self._on_refused = on_done, on_failed
        self._jobs.pool(
            lambda: regain(self.home, name, code, secret, self._clock), self.unlocked.emit, on_failed
        )

    def _read_ways(self, on_done: Callable[[Ways], None], on_failed: Failed) -> None:
        from dossiers.store.rescue import ways

        def read() -> Ways:
            found = ways(self.home)
            return Ways(found.code, recovery=found.recovery)

        self._jobs.pool(read, on_done, on_failed)

    def _set_up(self, answers: "FirstAnswers", on_failed: Failed) -> None:
        """Make the home and go straight in; where it was made for somebody else, to the sign-in that waits for them."""
        self._on_refused = on_failed

        def make() -> "Vault":
            import platform

            from desktop.setting_up import Answers, set_up

            asked = Answers(office=answers.office, first=answers.first, devices=answers.devices)
            set_up(self.home, asked, answers.secret, self._clock, platform.node())
            return _first_in(self.home, answers.secret, self._clock)

        def made(vault: "Vault") -> None:
            if answers.first.given:
                self.present()
            else:
                self._go_in(self.home, vault)

        self._jobs.pool(make, made, on_failed)

    def _go_in(self, home: Path, vault: "Vault") -> None:
        self.home = home
        self.unlocked.emit(vault)

    def _on_training_failed(self, failure: Failure) -> None:
        screen = self._wizard or self._sign_in
        if screen is not None:
            screen.set_busy(busy=False)
            screen.complain(failure.sentence)


def is_home(home: Path) -> bool:
    """Whether there is anything at all; a damaged home is one, and says so when its names are read."""
    return home.exists() and any(home.iterdir())


def make_training(home: Path, clock: Clock) -> None:
    """An office that does not exist, with invented people in its past; it can never be enrolled."""
    from dataclasses import replace

    from desktop.demo.past import OFFICE, live_a_past

    live_a_past(home, TRAINING_WORD, TRAINING_DOSSIERS, TRAINING_SEED, clock, replace(OFFICE, training=True))


def _first_in(home: Path, secret: str, clock: Clock) -> "Vault":
    from dossiers.store.vault import seats, unlock

    return unlock(home, seats(home)[0].name, secret, clock)
