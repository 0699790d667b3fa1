"""A whole desk in a process of its own: signs in, takes a dossier in, and says whether this machine has any network."""

import json
import os
import socket
import sys
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication

from desktop.app import Reception
from dossiers.dossier import Dossier
from dossiers.receive import receive
from tests.desktop.conftest import HandClock, HandRunning, sign_in
from tests.desktop.driving import wait_for
from tests.store.homes import intake


def main(home: Path) -> None:
    """One line of JSON for the test that started it."""
    reception = Reception(QApplication([]), home, HandClock(), HandRunning())
    reception.start()
    sitting = sign_in(reception)
    done: list[object] = []
    sitting.session.jobs.do(receive, intake(), UUID(int=5), on_done=done.append, on_failed=done.append)
    wait_for(lambda: done, "the dossier", 30)
    (dossier,) = done
    taken = dossier.code if isinstance(dossier, Dossier) else str(dossier)
    print(json.dumps({"reachable": reachable(), "code": taken}), flush=True)
    reception.close()
    os._exit(0)


def reachable() -> bool:
    """Whether anything could be spoken to, this machine itself included."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        try:
            line.connect(("127.0.0.1", 9))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]))
