"""What the courier's tests build on: a desk and its province without a line between them, and files to bend."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dossiers.dossier import Scan
from dossiers.receive import receive
from dossiers.store.desk import Desk
from sync.courier.export import Written, export
from sync.courier.take_in import Imported, take_in
from sync.province.courier import Courier, Taken, open_courier
from tests.store.homes import HandClock, intake
from tests.sync.provinces import Province, asking, office, running


@dataclass
class Road:
    """The way between a desk and its province, walked by a courier."""

    desk: Desk
    province: Province
    clock: HandClock
    stick: Path

    @property
    def courier(self) -> Courier:
        """The province's intake."""
        return open_courier(self.province.database, self.province.folder, self.clock)

    def export(self, part_bytes: int = 3_900_000_000) -> tuple[Written, ...]:
        """Write what waits onto the stick."""
        return export(asking(self.desk), self.stick, self.clock, part_bytes=part_bytes)

    def take(self, path: Path) -> Taken:
        """The province takes a bundle in."""
        return self.courier.take(path)

    def answer(self, taken: Taken) -> Path:
        """The province writes its answer beside the bundle."""
        return self.courier.answer(taken, self.stick)

    def take_in(self, path: Path) -> Imported:
        """The desk takes an answer in."""
        return take_in(asking(self.desk), path, self.clock)

    def round_trip(self) -> Imported:
        """One bundle there and its answer back."""
        (written,) = self.export()
        return self.take_in(self.answer(self.take(written.path)))


@contextmanager
def restarted(way: Road, database: Path) -> Iterator[Road]:
    """The same way with the province begun anew on another copy of its database."""
    with running(Province(f"sqlite:///{database}", way.province.folder, way.clock)) as province:
        yield Road(way.desk, province, way.clock, way.stick)


@contextmanager
def road(folder: Path, clock: HandClock) -> Iterator[Road]:
    """An enrolled desk, its province on SQLite, and an empty stick."""
    stick = folder / "stick"
    stick.mkdir()
    with office(folder, clock) as (desk, province):
        yield Road(desk, province, clock, stick)


def scanned(desk: Desk, count: int, size: int = 20_000) -> list[bytes]:
    """Dossiers with one scan each; returns the scans' bytes."""
    pages = []
    for n in range(count):
        data = bytes([n + 1]) * size
        sha = desk.files.put(data)
        scan = Scan(sha256=sha, title="Bản chính", size=len(data), mime="application/pdf", pages=1)
        desk.do(receive, intake(name=f"Người Quét {n}", id_number=f"036188{n:06d}", scans=(scan,)))
        pages.append(data)
    return pages
