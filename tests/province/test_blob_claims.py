"""Two workers and one scan: whoever asked last writes it, whichever worker that is, and it is settled once."""

import asyncio
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert

from sync.province.blobs import BlobStore
from sync.province.database import Database
from sync.province.schema import blob
from tests.store.homes import HandClock

DATA = Random(1).randbytes(100_000)
NAME = sha256(DATA).digest()


@pytest.fixture
def pair(tmp_path: Path, clock: HandClock) -> tuple[BlobStore, BlobStore]:
    """The stores of two workers over one folder and one database."""
    database = Database(f"sqlite:///{tmp_path / 'p.db'}")
    with database.writing("") as connection:
        connection.execute(insert(blob).values(sha256=NAME, unit="H99.001", size=len(DATA)))
    return BlobStore(tmp_path, database, clock), BlobStore(tmp_path, database, clock)


async def pieces(*parts: bytes, written: asyncio.Event, go_on: asyncio.Event) -> AsyncIterator[bytes]:
    """The first at once; `written` is set when it was taken, and the others wait for `go_on`."""
    yield parts[0]
    written.set()
    await go_on.wait()
    for part in parts[1:]:
        yield part


def test_an_older_writer_in_another_worker_stops_before_its_next_block(pair: tuple[BlobStore, BlobStore]) -> None:
    """Without the claim both would append, and the file would hold the middle twice."""
    older, newer = pair

    async def both() -> tuple[int, int]:
        written, go_on, at_once = asyncio.Event(), asyncio.Event(), asyncio.Event()
        at_once.set()

        async def write_older() -> int:
            async with older.newest(NAME):
                parts = (DATA[:40_000], DATA[40_000:70_000], DATA[70_000:])
                return await older.write(NAME, 0, len(DATA), pieces(*parts, written=written, go_on=go_on))

        first = asyncio.create_task(write_older())
        await written.wait()
        async with newer.newest(NAME):
            held = newer.offset(NAME, len(DATA), verified=False)
            go_on.set()
            stopped_at = await first
            rest = pieces(DATA[held:], written=written, go_on=at_once)
            reached = await newer.write(NAME, held, len(DATA), rest)
        return stopped_at, reached

    assert asyncio.run(both()) == (40_000, len(DATA))
    assert newer.settle(NAME)
    assert newer.faults() == ()


def test_a_file_settled_by_both_is_settled(pair: tuple[BlobStore, BlobStore], tmp_path: Path) -> None:
    (tmp_path / "arriving" / NAME.hex()).write_bytes(DATA)
    assert [store.settle(NAME) for store in pair] == [True, True]
    assert pair[0].is_verified(NAME)


def test_a_file_whose_server_died_before_settling_it_is_settled_when_asked_about(
    pair: tuple[BlobStore, BlobStore], tmp_path: Path
) -> None:
    """Before, its offset said "whole", the desk sent nothing more, and no receipt ever came."""
    (tmp_path / "arriving" / NAME.hex()).write_bytes(DATA)
    assert pair[0].offset(NAME, len(DATA), verified=False) == len(DATA)
    assert pair[0].is_verified(NAME)
    other = sha256(b"another").digest()
    (tmp_path / "arriving" / other.hex()).write_bytes(b"anothex")
    assert pair[0].offset(other, 7, verified=False) == 0
