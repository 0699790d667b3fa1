"""The last step of a change of key: what was made ready beside the home takes its place, by renames alone.

No key is needed for it, so whoever next looks at the home finishes what a cut left: the key file lies ready among the
new things, or nothing counts yet; and it is the last to move, so that until then all is done again from the start.
"""

import shutil
from pathlib import Path

from dossiers.store.durable import sync_folder

CHANGE_FOLDER = "change"
READY = "keys.json"
"""The new key file; written last, it says that everything beside it is whole."""

MOVED = ("files", "scanning", "anchor", "desk.db")


def finish_change(home: Path) -> None:
    """Put a change that is ready in force; one that is not ready changes nothing and is left where it lies."""
    change = home / CHANGE_FOLDER
    if not (change / READY).exists():
        return
    for name in MOVED:
        fresh, place = change / name, home / name
        if fresh.exists():
            if place.is_dir():
                place.rename(change / f"old-{name}")
            fresh.replace(place)
    sync_folder(home)
    (change / READY).replace(home / READY)
    sync_folder(home)
    discard_change(home)


def discard_change(home: Path) -> None:
    """Let go of what a change left behind, finished or never made ready."""
    shutil.rmtree(home / CHANGE_FOLDER, ignore_errors=True)
