"""An office of two desks with a clock in hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hub.desks import Counter, office
from tests.store.homes import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def two(tmp_path: Path, clock: HandClock) -> Iterator[list[Counter]]:
    """Desk 1, the hub, and desk 2."""
    with office(tmp_path, clock, 2) as counters:
        yield counters
