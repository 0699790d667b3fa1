"""A type is learnt by one thread at a time (two ended a worker of the province: msgspec 0.22); no file fills memory."""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Lock
from typing import Any

import msgspec
import pytest

from dossiers import reading
from dossiers.dossier import Dossier
from dossiers.fold import encode_state
from dossiers.reading import SMALL_BYTES, read_json, read_small

THREADS = 16


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty")
def test_many_threads_learn_a_type_one_after_the_other(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, start, data, real = Lock(), Barrier(THREADS), encode_state(dossier), msgspec.json.Decoder
    crowded: list[bool] = []

    def learn(kind: Any) -> msgspec.json.Decoder[Any]:
        free = alone.acquire(blocking=False)
        crowded.append(not free)
        decoder = real(kind)
        if free:
            alone.release()
        return decoder

    def read(_n: int) -> Dossier:
        start.wait(60)
        return read_json(data, Dossier)

    monkeypatch.setattr(reading, "_decoders", {})
    monkeypatch.setattr(msgspec.json, "Decoder", learn)
    with ThreadPoolExecutor(THREADS) as pool:
        assert set(pool.map(encode_state, pool.map(read, range(THREADS)))) == {data}
    assert crowded
    assert not any(crowded)


def test_a_file_made_to_fill_the_memory_and_a_pipe_are_refused_unread(tmp_path: Path) -> None:
    small, vast, pipe = (tmp_path / name for name in ("small", "vast", "pipe"))
    small.write_bytes(b"x" * SMALL_BYTES)
    assert read_small(small) == b"x" * SMALL_BYTES
    with vast.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(OSError, match="too large to be ours"):
        read_small(vast)
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="not a file"):
        read_small(pipe)
    with pytest.raises(FileNotFoundError):
        read_small(tmp_path / "gone")
