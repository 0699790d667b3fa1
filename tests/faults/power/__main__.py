"""Open the disks that power cuts leave:  python -m tests.faults.power [--images N]."""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest.mock import patch

from dossiers.errors import KnownError
from dossiers.store.desk import ANCHOR_FILE
from dossiers.store.verify import chains, files
from tests.faults.matrix import Row, table
from tests.faults.power.disk import Disk, promised
from tests.faults.power.record import Recording, compiler, record
from tests.store.homes import HandClock, open_desk

IMAGES, LYING_IMAGES, CONTROL_IMAGES = 1_500, 300, 60
DEEDS = 60
NO_COMPILER = "no C compiler (gcc) on this machine, so nothing can be recorded"


@dataclass(frozen=True, slots=True)
class Found:
    """What one image held: promised ops it lacks, how many of them an anchor told of whose sync was honoured, what is
    wrong with the rest, and whether opening noticed anything.
    """

    lost: int
    lost_anchored: int
    faults: tuple[str, ...]
    noticed: bool


def found(image: Path, recording: Recording, codes: list[str], anchored: int) -> Found:
    """Open an image with the real desk and look for all promised; a synced anchor tells of the first `anchored`."""
    clock = HandClock()
    clock.forward(days=1)
    try:
        desk = open_desk(image, clock, recording.vault)
    except KnownError as refusal:
        return Found(len(codes), anchored, (str(refusal),), noticed=True)
    try:
        lost = {code for code in codes if desk.register.find(code) is None}
        noticed = len(desk.journal.epochs()) > 1
        return Found(len(lost), len(lost.intersection(codes[:anchored])), (*chains(desk), *files(desk)), noticed)
    except KnownError as refusal:
        return Found(len(codes), anchored, (str(refusal),), noticed=True)
    finally:
        desk.database.abandon()


def cuts(
    recording: Recording, count: int, seed: int, believed: Callable[[str], bool] = lambda _path: True
) -> list[Found]:
    """Cut the power at `count` random moments after the first promise; what each disk held."""
    random, disk = Random(seed), Disk(recording, believed)
    first = next(n for n, event in enumerate(recording.events) if event.kind == "A")
    moments = Counter(random.randrange(first + 1, len(recording.events) + 1) for _ in range(count))
    results, anchored = [], 0
    for n, event in enumerate(recording.events, 1):
        disk.happen(event)
        if event.kind == "S" and disk.path(event.file).endswith(ANCHOR_FILE):
            anchored = len(promised(recording.events[:n]))
        for _ in range(moments[n]):
            image = recording.folder.with_name("image")
            disk.image(image, random)
            results.append(found(image, recording, promised(recording.events[:n]), anchored))
            shutil.rmtree(image)
    return results


def power_cuts(count: int = IMAGES, control_count: int = CONTROL_IMAGES, deeds: int = DEEDS) -> Row:
    """Row 5: with every sync honoured, no promised op is ever lost; with synchronous=NORMAL, many are."""
    row = Row("5", "power cut, torn writes, over journal, scans and anchor", "images")
    if compiler() is None:
        row.not_shown = NO_COMPILER
        return row
    with row.timed(), tempfile.TemporaryDirectory() as folder:
        results = cuts(_recorded(Path(folder), "full", deeds), count, seed=5)
        weaker = cuts(_recorded(Path(folder), "normal", deeds, "--normal"), control_count, seed=5)
    row.run = len(results)
    row.broke = sum(bool(each.lost or each.faults or each.noticed) for each in results)
    row.notes += [f"{each}" for each in results if each.lost or each.faults or each.noticed][:3]
    forgot = [each.lost for each in weaker if each.lost]
    row.control, row.caught = f"NORMAL lost promised ops in {len(forgot)} of {len(weaker)} images", bool(forgot)
    row.notes.append(f"NORMAL: at most {max(forgot, default=0)} promised ops lost in one image")
    return row


def lying_disk(count: int = LYING_IMAGES, control_count: int = CONTROL_IMAGES, deeds: int = DEEDS) -> Row:
    """Row 6: a disk that only claims to sync the database loses ops; the anchor beside it tells, unless it is lost too.

    An anchor that went back together with its journal is an old copy put back whole, which only the province can
    tell: the simulator shows that it does.
    """
    row = Row("6", "disk that lies about syncs: noticed on opening", "images")
    if compiler() is None:
        row.not_shown = NO_COMPILER
        return row
    with row.timed(), tempfile.TemporaryDirectory() as folder:
        recording = _recorded(Path(folder), "full", deeds)
        results = cuts(recording, count, seed=6, believed=_not_the_database)
        with patch("dossiers.store.desk.begin_epoch_where_needed", lambda *_: None):
            blind = cuts(recording, control_count, seed=6, believed=_not_the_database)
    lost = [each for each in results if each.lost]
    row.run, row.broke = len(results), sum(bool(each.lost_anchored and not each.noticed) for each in results)
    missed = sum(bool(each.lost_anchored and not each.noticed) for each in blind)
    row.control, row.caught = f"without the anchor {missed} of {len(blind)} losses passed in silence", bool(missed)
    told = sum(each.noticed or bool(each.faults) for each in lost)
    row.notes.append(
        f"{len(lost)} images lost promised ops, {told} told so on opening, {len(lost) - told} lost the anchor too"
    )
    return row


def _not_the_database(path: str) -> bool:
    return "desk.db" not in path


def _recorded(folder: Path, name: str, deeds: int, *options: str) -> Recording:
    place = folder / name
    place.mkdir()
    return record(place, deeds, *options)


def main() -> int:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.power", description=__doc__)
    parser.add_argument("--images", type=int, default=IMAGES)
    count = parser.parse_args().images
    rows = [power_cuts(count), lying_disk(min(count, LYING_IMAGES))]
    print(table(rows))
    return 0 if all(row.sound for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
