"""Files at rest: exact bytes or a sentence, never wrong bytes; nothing of them to be read from outside."""

import os
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest

from dossiers.dossier import Scan
from dossiers.errors import KnownError, NotFound
from dossiers.receive import receive
from dossiers.store import files as module
from dossiers.store.desk import Desk
from dossiers.store.drafts import Draft
from dossiers.store.durable import DiskFull
from dossiers.store.files import CHUNK_BYTES
from tests.store.homes import HandClock, intake

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 900


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 5]
)
def test_bytes_come_back_exactly(desk: Desk, size: int) -> None:
    data = bytes(i * 7 % 251 for i in range(size))
    sha = desk.files.put(data)
    assert sha == sha256(data).hexdigest()
    assert desk.files.get(sha) == data
    assert desk.files.size(sha) == size
    assert desk.files.has(sha)


def test_the_same_bytes_lie_there_once(desk: Desk) -> None:
    assert desk.files.put(JPEG) == desk.files.put(JPEG)
    assert len(list(desk.files.folder.glob("*/*"))) == 1


def test_name_and_content_tell_nothing(desk: Desk) -> None:
    sha = desk.files.put(JPEG)
    path = desk.files.path(sha)
    assert sha not in str(path)
    assert b"JFIF" not in path.read_bytes()


def places(path: Path) -> list[int]:
    """Header, first chunk, a chunk's edge, last tag."""
    size = path.stat().st_size
    return [0, 7, 30, CHUNK_BYTES + 20, size // 2, size - 1]


def test_every_flipped_bit_is_a_sentence_and_never_wrong_bytes(desk: Desk) -> None:
    sha = desk.files.put(JPEG)
    path = desk.files.path(sha)
    sound = path.read_bytes()
    for place in places(path):
        broken = bytearray(sound)
        broken[place] ^= 1
        path.write_bytes(broken)
        with pytest.raises(KnownError, match="hỏng"):
            desk.files.get(sha)


def test_cut_swapped_and_repeated_chunks_are_noticed(desk: Desk) -> None:
    sha = desk.files.put(JPEG)
    path = desk.files.path(sha)
    sound = path.read_bytes()
    head, step = 21, CHUNK_BYTES + 16
    first, second = sound[head : head + step], sound[head + step : head + 2 * step]
    rest = sound[head + 2 * step :]
    for torn in (sound[:-1], sound[: head + step], sound[:head], b"", sound[:head] + second + first + rest,
                 sound[:head] + first + first + rest, sound + first):  # fmt: skip
        path.write_bytes(torn)
        with pytest.raises(KnownError, match="hỏng"):
            desk.files.get(sha)


def test_a_file_that_is_not_there_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.files.get("ab" * 32)
    with pytest.raises(NotFound):
        desk.files.size("ab" * 32)


def test_a_cut_in_the_middle_of_writing_leaves_no_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(_: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", cut)
        with pytest.raises(KnownError, match="Không ghi được"):
            desk.files.put(JPEG)
    assert not desk.files.has(sha256(JPEG).hexdigest())
    assert list(desk.files.folder.glob("*/*")) == []


def test_scans_stop_before_the_disk_is_full_so_that_records_go_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "free_bytes", lambda _: 199 * 1024 * 1024)
    with pytest.raises(DiskFull, match="gần đầy"):
        desk.files.put(JPEG)
    assert desk.do(receive, intake(), uuid4()).code.endswith("-0001")


def test_the_sweep_takes_orphans_of_yesterday_and_nothing_else(desk: Desk, clock: HandClock) -> None:
    kept = desk.files.put(b"scan")
    drafted = desk.files.put(b"scan of a draft")
    orphan, young = desk.files.put(b"orphan"), desk.files.put(b"young")
    slip = desk.prints.queue("receipt", None, "Giấy tiếp nhận", b"%PDF-1.7 slip")
    desk.do(receive, intake(scans=(Scan(sha256=kept, title="1", mime="a/b", size=4, pages=1),)), uuid4())
    desk.drafts.save(Draft(id=uuid4(), kind="intake", saved_at=clock(), body={"scans": [{"sha256": drafted}]}))
    old = (clock() - timedelta(days=2)).timestamp()
    for path in desk.files.folder.glob("*/*"):
        os.utime(path, (old, old))
    os.utime(desk.files.path(young), (clock().timestamp(), clock().timestamp()))
    assert desk.files.sweep() == 1
    assert not desk.files.has(orphan)
    assert all(desk.files.has(sha) for sha in (kept, drafted, young))
    assert desk.prints.pdf(slip.id) == b"%PDF-1.7 slip"
