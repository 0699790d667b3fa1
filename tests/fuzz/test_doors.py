"""A slice of the fuzz at every door (`./test fuzz` runs it at length), and broken doors that it must catch."""

import pytest

from dossiers.errors import KnownError
from tests.fuzz.every_door import EVERY_DOOR
from tests.fuzz.harness import MEMORY_BYTES, SLOWEST_S, Door, inputs, play


@pytest.mark.parametrize("door", EVERY_DOOR, ids=lambda door: door.name)
def test_whatever_comes_is_read_or_refused_in_time_and_in_bounds(door: Door) -> None:
    assert play(door, seed=1, count=30) == []


def _hasty(data: bytes) -> object:
    return data[9] if b"z" in data or len(data) < 9 else data.decode("ascii")


def _greedy(data: bytes) -> object:
    return bytes(2 * MEMORY_BYTES) if data == b"bomb" else None


def _fragile(data: bytes) -> object:
    if data == b"bomb":
        import ctypes

        ctypes.string_at(0)
    return None


@pytest.mark.parametrize(
    ("reader", "says"),
    [(_hasty, "UnicodeDecodeError"), (_greedy, "MemoryError"), (_fragile, "the process ended")],
    ids=["lets another error out", "takes too much memory", "crashes"],
)
def test_a_broken_door_is_caught(reader: object, says: str) -> None:
    door = Door("broken", lambda: [b"a good example"], lambda: reader, (KnownError, IndexError), lambda: [b"bomb"])  # type: ignore[arg-type, return-value]
    assert any(says in trouble.what for trouble in play(door, seed=1, count=200))


def test_a_slow_door_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.harness.SLOWEST_S", SLOWEST_S / 100)

    def slow(data: bytes) -> object:
        return sum(range(20_000_000)) if data == b"bomb" else None

    door = Door("slow", lambda: [b"a good example"], lambda: slow, (), lambda: [b"bomb"])
    assert any(trouble.what.startswith("took") for trouble in play(door, seed=1, count=1))


def test_the_same_seed_spoils_the_same_way() -> None:
    [door] = [each for each in EVERY_DOOR if each.name == "citizen card"]
    assert inputs(door, 7, 50) == inputs(door, 7, 50)
    assert inputs(door, 7, 50) != inputs(door, 8, 50)
