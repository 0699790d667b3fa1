"""A type is learnt by one thread at a time: two at once ended a worker of the province at its start (msgspec 0.22)."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock
from typing import Any

import msgspec
import pytest

from dossiers import reading
from dossiers.dossier import Dossier
from dossiers.fold import encode_state
from dossiers.reading import read_json

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
