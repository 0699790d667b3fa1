"""Opens or binds a home on a "machine": a message bus and key store of its own, as `on_machine` starts it.

Run under it: python -m tests.store.machine_child HOME SECRET WORDS DEED…, each deed one of bind, open and recover.
Prints what came of each, a line a deed.
"""

import os
import subprocess
import sys
from pathlib import Path

from dossiers.errors import KnownError
from dossiers.store import vault_slots
from dossiers.store.vault import OtherMachine, unlock, unlock_with_recovery
from dossiers.store.vault_file import read_keys
from tests.store.homes import CHIEF, HandClock

ROOT = Path(__file__).parents[2]
MODULE = "tests.store.machine_child"
SCRIPT = 'printf pin | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'


def on_machine(machine: Path, *words: object) -> list[str]:
    """Run this module with a real Secret Service whose memory is the folder `machine`."""
    machine.mkdir(exist_ok=True)
    places = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"), str(machine))
    machine.chmod(0o700)
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SCRIPT, "sh", sys.executable, "-m", MODULE, *map(str, words)],
        env=os.environ | places, cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def outcome(home: Path, secret: str, words: str, deed: str) -> str:
    """What came of one deed: how the seat stands now, or why it did not open."""
    clock = HandClock()
    try:
        if deed == "bind":
            unlock(home, CHIEF.name, secret, clock).bind()
        elif deed == "open":
            unlock(home, CHIEF.name, secret, clock)
        else:
            unlock_with_recovery(home, words, clock).reset(CHIEF.name, secret)
    except OtherMachine:
        return "other machine"
    except KnownError as error:
        return str(error)
    return "tied" if read_keys(home).slots[0].machine else "loose"


if __name__ == "__main__":
    vault_slots.STRETCHING = vault_slots.Stretching(memory_kib=64, passes=1, lanes=1)
    place, typed, on_sheet, *deeds = sys.argv[1:]
    for deed in deeds:
        print(outcome(Path(place), typed, on_sheet, deed))
