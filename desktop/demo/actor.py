"""The desk on stage: the real window in its own process, worked by the play's clerk as the director says."""

import faulthandler
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.app import Reception
from desktop.demo.acts import Acts
from desktop.demo.plan import write_play
from desktop.demo.stage_clock import StageClock
from desktop.demo.stage_set import Folders
from desktop.plain_import import restore_import
from dossiers.catalogue import load_builtin


class Prompter(QObject):
    """Hears the director's lines on its own thread and whispers them to the window's."""

    heard = Signal(str)
    fell_silent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line)
        self.fell_silent.emit()


class Actor(QObject):
    """Plays one task after another; each is answered by one line."""

    def __init__(self, acts: Acts, clock: StageClock, leave: Callable[[], object]) -> None:
        super().__init__()
        self._acts, self._clock, self._leave = acts, clock, leave
        self._busy = False
        self._waiting: list[dict[str, Any]] = []

    def take(self, line: str) -> None:
        """One line of the director."""
        self._waiting.append(json.loads(line))
        while self._waiting and not self._busy:
            self._busy = True
            try:
                self._play(self._waiting.pop(0))
            finally:
                self._busy = False

    def _play(self, task: dict[str, Any]) -> None:
        self._clock.advance_to(datetime.fromisoformat(task.pop("at")))
        name = task.pop("task")
        if name == "close":
            self._leave()
            return
        try:
            tell(done=getattr(self._acts, name)(**task))
        except Exception as fright:  # noqa: BLE001 - whatever went wrong, the director must hear of it
            self._acts.picture(f"broken-{name}")
            traceback.print_exc()
            tell(broken=f"{type(fright).__name__}: {fright}")


def tell(**what: Any) -> None:
    """Say one line to the director."""
    sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main(out: str, start: str, day: str, seed: str, dossiers: str) -> int:
    """Open the desk of the play under `out` at the instant `start`; ends when the director falls silent."""
    faulthandler.enable()
    restore_import()
    folders = Folders(Path(out))
    clock = StageClock(datetime.fromisoformat(start).astimezone(UTC))
    app = QApplication(["motcua-demo"])
    app.setApplicationName("motcua")
    reception = Reception(app, folders.home, clock)
    reception.start()
    play = write_play(load_builtin(), date.fromisoformat(day), int(dossiers), int(seed))
    acts = Acts(reception.window, play, folders, lambda text: tell(scan=text), os.environ["MOTCUA_PASSPHRASE"])
    actor, prompter = Actor(acts, clock, reception.window.close), Prompter()
    prompter.heard.connect(actor.take)
    prompter.fell_silent.connect(reception.window.close)
    prompter.start()
    code = app.exec()
    reception.close()
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
