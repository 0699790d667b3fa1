"""A child in a mount namespace of its own: exports onto a stick of 2 MB that another program fills up meanwhile."""

import json
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from sync.courier.export import export
from sync.courier.faults import CourierFault
from sync.courier.ledger import recall
from tests.courier.courier_desk import Road, road, scanned
from tests.store.homes import HandClock
from tests.sync.provinces import asking


def fill(stick: Path) -> None:
    """Take all the room there is."""
    with suppress(OSError), (stick / "other").open("ab", buffering=0) as file:
        while True:
            file.write(bytes(64 << 10))


def play(way: Road) -> dict[str, object]:
    """Export, run out of room, make room, export again."""
    scanned(way.desk, 2, size=250_000)
    sentence = ""
    try:
        export(asking(way.desk), way.stick, way.clock, progress=lambda step: fill(way.stick) if step.done else None)
    except CourierFault as error:
        sentence = str(error)
    filled = (way.stick / "other").exists()
    (way.stick / "other").unlink(missing_ok=True)
    left = [file.name for file in way.stick.iterdir()]
    remembered = len(recall(way.desk).bundles)
    return {"filled": filled, "sentence": sentence, "left": left, "remembered": remembered, "after": len(way.export())}


def main() -> None:
    """Mount, play, tell."""
    with tempfile.TemporaryDirectory() as folder, road(Path(folder), HandClock()) as way:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(way.stick)], check=True)
        told = play(way)
        subprocess.run(["umount", str(way.stick)], check=True)
    print(json.dumps(told))



if __name__ == "__main__":
    main()
