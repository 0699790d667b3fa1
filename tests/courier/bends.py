"""Ways to spoil a sealed file, what both ends remember, and an importer that believes what it reads."""

import random
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pyrage

from dossiers.store.desk import Desk
from sync.batch import read_batch
from sync.courier import envelope
from sync.courier.envelope import FRAME_HEAD_BYTES
from sync.courier.messages import BATCH, BUNDLE, BundleHeader
from sync.province import intake
from sync.province.courier import Courier
from tests.courier.courier_desk import Road
from tests.sync.provinces import Province

CUT_BYTES = 4 << 10
DESK_TABLES = ("wire", "receipt", "held", "blob", "snapshot", "journal")
PROVINCE_TABLES = ("journal", "dossier", "feed", "blob", "epoch", "courier_bundle")


def cuts(path: Path) -> Iterator[bytes]:
    """The file cut short at every 4 KiB, and by its last byte."""
    data = path.read_bytes()
    for size in (*range(0, len(data), CUT_BYTES), len(data) - 1):
        yield data[:size]


def flips(path: Path, count: int, seed: int) -> Iterator[bytes]:
    """The file with one bit turned over."""
    data, chance = path.read_bytes(), random.Random(seed)
    for _ in range(count):
        bent = bytearray(data)
        bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
        yield bytes(bent)


def desk_memory(desk: Desk) -> list[Any]:
    """Everything a desk remembers of the line and has written."""
    with desk.database.begin() as connection:
        return [connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in DESK_TABLES]


def province_memory(province: Province) -> list[Any]:
    """Everything a province holds."""
    with province.database.reading() as connection:
        return [connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in PROVINCE_TABLES]


class Hasty(Courier):
    """What must not be built: it opens a bundle unchecked and applies each batch as it comes."""

    def take(self, path: Path) -> Any:
        """Apply what arrives until something breaks."""
        with path.open("rb") as file:
            header, start, end = envelope.read_header(file, BUNDLE, BundleHeader)
            file.seek(start)
            sealed = BytesIO(file.read(end - start))
        desk = self._desk(header)
        identities = [pyrage.x25519.Identity.from_str(text) for text in self._identities()]
        pyrage.decrypt_io(sealed, _Applying(lambda body: self._apply(desk, body)), identities)

    def _apply(self, desk: Any, body: bytes) -> None:
        batch = read_batch(body, lambda _: desk.public_key)
        with self._database.writing(desk.unit) as connection:
            intake.take(self._database, connection, desk, batch, self._clock())


class _Applying(BytesIO):
    """Hands over every batch as soon as its last byte is there."""

    def __init__(self, apply: Callable[[bytes], None]) -> None:
        super().__init__()
        self._apply, self._seen = apply, b""

    def write(self, data: Any) -> int:
        self._seen += bytes(data)
        while len(self._seen) >= FRAME_HEAD_BYTES:
            end = FRAME_HEAD_BYTES + int.from_bytes(self._seen[1:FRAME_HEAD_BYTES])
            if len(self._seen) < end:
                break
            if self._seen[:1] == BATCH:
                self._apply(self._seen[FRAME_HEAD_BYTES:end])
            self._seen = self._seen[end:]
        return len(data)


def hasty(way: Road) -> Hasty:
    """The positive control in the place of the province's intake."""
    usual = way.courier
    return Hasty(
        usual._database, usual._blobs, usual._answers, usual._key, usual._clock, usual._identities, usual._scratch
    )
