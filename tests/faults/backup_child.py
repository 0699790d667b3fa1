"""A backup or a restore in a process of its own, to be killed at any moment.

Run: python -m tests.faults.backup_child backup HOME FOLDER, or … restore BACKUP HOME. Says `begun` when it begins.
"""

import sys
from pathlib import Path

from dossiers.clock import system_clock
from dossiers.store.backup import back_up
from dossiers.store.restore import restore
from dossiers.store.vault import unlock
from tests.store.homes import CHIEF, SECRET, HandClock, open_desk


def main() -> None:
    """See the module."""
    what, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if what == "backup":
        clock = HandClock()
        clock.forward(hours=2 + len(list(target.iterdir())))
        desk = open_desk(source, clock)
        tell()
        back_up(desk, target)
        desk.close()
    else:
        tell()
        restore(source, target, lambda at: unlock(at, CHIEF.name, SECRET, system_clock), system_clock)


def tell() -> None:
    """It begins now."""
    sys.stdout.write("begun\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
