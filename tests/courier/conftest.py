"""A desk and a province that only a stick connects."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.courier.courier_desk import Road, road
from tests.store.homes import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def way(tmp_path: Path, clock: HandClock) -> Iterator[Road]:
    with road(tmp_path, clock) as opened:
        yield opened
