"""Sealed pages under another key: the scanner's waiting pages and the originals behind kept files."""

import os
from collections.abc import Set
from pathlib import Path

from scanning.originals import Originals
from scanning.spool import reseal_page

ORIGINALS = "originals"


def reseal_folder(source: Path, target: Path, old: bytes, new: bytes, files: Set[str]) -> int:
    """Write each page below `source` into `target` under the new key; returns how many.

    A shelf of originals is named by its key too: those behind `files` (SHA-256, hex) get their new name, and others,
    which nobody needs any more, are left out. A page that does not open was lost before, and is left out as well.
    """
    before, after = Originals(source / ORIGINALS, old), Originals(target / ORIGINALS, new)
    shelves = {before.shelf(sha): after.shelf(sha) for sha in files}
    target.mkdir(mode=0o700, parents=True)
    done = 0
    for page in sorted(source.rglob("*.page")):
        home = page.parent.relative_to(source)
        place = shelves.get(page.parent) if home.parts[:1] == (ORIGINALS,) else target / home
        if place is not None:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            done += reseal_page(page, place / page.name, old, new)
            stamp = page.stat()
            os.utime(place, (stamp.st_atime, stamp.st_mtime))
    return done
