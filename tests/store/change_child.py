"""Changes the key of a home again and again in children that die: before the first step on disk, the second, ….

Run: python -m tests.store.change_child HOME SCRATCH. Prints a JSON line for each death: how far it came, what the home
opened with afterwards and what was wrong with it; the last child is let live.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from dossiers.store.desk import Desk
from dossiers.store.key_swap import CHANGE_FOLDER, READY
from dossiers.store.rekey import change_key
from dossiers.store.vault import unlock
from dossiers.store.vault_file import KEYS_FILE, read_keys
from dossiers.store.verify import verify
from scanning.spool import open_page
from scanning.spool_reseal import reseal_folder
from tests.store.homes import CHIEF, SECRET, HandClock, open_desk

STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
STRIDE = 4
"""Of the steps that only write beside the home some are enough; of those after it is ready, every one."""


def main() -> None:
    """Try every step, then let the last one live."""
    home, scratch = Path(sys.argv[1]), Path(sys.argv[2])
    for at in deaths(home, scratch):
        place = scratch / str(at)
        ready = died(home, place, at)
        print(json.dumps({"at": at, "ready": ready, **judged(home, place)}), flush=True)
        shutil.rmtree(place)


def deaths(home: Path, scratch: Path) -> Iterator[int]:
    """At which steps to die: the whole way is walked once to know its length."""
    place = scratch / "whole"
    ready_at, length = walk(home, place)
    yield from range(1, ready_at, STRIDE)
    yield from range(ready_at, length + 2)


def walk(home: Path, place: Path) -> tuple[int, int]:
    """At which step all was ready, and how many there are."""
    reader, writer = os.pipe()
    if not os.fork():
        seen = []

        def note(event: str, arguments: tuple[object, ...]) -> None:
            if event in STEPS:
                seen.append(str(arguments[1]).endswith(f"{CHANGE_FOLDER}/{READY}") if len(arguments) > 1 else False)

        change(home, place, note)
        os.write(writer, json.dumps([seen.index(True) + 1, len(seen)]).encode())
        os._exit(0)
    ready_at, length = json.loads(os.read(reader, 100))
    os.wait()
    return ready_at, length


def died(home: Path, place: Path, at: int) -> bool:
    """Change the key in a child that is killed before step `at`; whether all was ready by then."""
    if not os.fork():
        left = at

        def count(event: str, _: tuple[object, ...]) -> None:
            nonlocal left
            left -= event in STEPS
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

        change(home, place, count)
        os._exit(0)
    os.wait()
    return (place / CHANGE_FOLDER / READY).exists()


def change(home: Path, place: Path, hook: object) -> None:
    """A copy of the home, opened, its key changed under the eyes of `hook`."""
    shutil.copytree(home, place)
    desk = opened(place)
    sys.addaudithook(hook)  # type: ignore[arg-type]
    change_key(desk, "may-thu", partial(reseal_folder, files=frozenset()))


def opened(place: Path) -> Desk:
    """The desk of a home under its one administrator."""
    clock = HandClock()
    return open_desk(place, clock, unlock(place, CHIEF.name, SECRET, clock))


def judged(home: Path, place: Path) -> dict[str, object]:
    """Under which key it opens, and what is wrong with it."""
    desk = opened(place)
    changed = read_keys(place).slots[0].box != read_keys(home).slots[0].box
    pages = [open_page(page, desk.vault.key("scan-spool")) for page in sorted((place / "scanning").rglob("*.page"))]
    found: dict[str, object] = {
        "key": "new" if changed else "old", "faults": [*verify(desk)], "dossiers": desk.register.counts().total,
        "pages": len(pages), "epochs": len(desk.journal.epochs()), "left": (place / CHANGE_FOLDER).exists(),
        "keys": (place / KEYS_FILE).exists(),
    }  # fmt: skip
    desk.close()
    return found


if __name__ == "__main__":
    main()
