"""A desk at work whose writes are recorded; each code is promised only after its commit.

Run by `record`: python -m tests.faults.power.child HOME PROMISES DEEDS [--normal]. With `--normal` it commits with
synchronous=NORMAL, which keeps a database sound and forgets its last commits: the harness must see that.
"""

import os
import sys
from pathlib import Path
from random import Random

from dossiers.dossier import Scan
from dossiers.note import note
from dossiers.receive import receive
from dossiers.store import database
from dossiers.store.desk import Desk
from dossiers.store.vault import unlock
from tests.store.homes import CHIEF, SECRET, HandClock, intake

IDLE_EVERY = 17


def main() -> None:
    """Receive with scans, note, and rest now and then."""
    home, promises, deeds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    if "--normal" in sys.argv:
        pragmas = tuple(pragma.replace("=FULL", "=NORMAL") for pragma in database.PRAGMAS)
        setattr(database, "PRAGMAS", pragmas)  # noqa: B010 — the type of the constant counts its members
    clock, random = HandClock(), Random(deeds)
    desk = Desk.open(home, unlock(home, CHIEF.name, SECRET, clock), clock, "may-thu", ballast_bytes=4096)
    paper = os.open(promises, os.O_WRONLY | os.O_CREAT, 0o600)
    for n in range(deeds):
        clock.forward(minutes=1)
        scans = tuple(scan(desk, random.randbytes(random.randint(100, 4000))) for _ in range(n % 3))
        dossier = desk.do(receive, intake(f"Người Thử {n}", scans=scans))
        os.write(paper, dossier.code.encode())
        desk.do(note, dossier.id, f"Việc {n}")
        if n % IDLE_EVERY == 0:
            desk.idle()
    os._exit(0)


def scan(desk: Desk, data: bytes) -> Scan:
    """A page put into the store."""
    return Scan(sha256=desk.files.put(data), title="Trang", mime="image/jpeg", size=len(data), pages=1)


if __name__ == "__main__":
    main()
