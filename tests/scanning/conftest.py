"""A private SANE with simulated scanners, a spool folder and its key."""

from pathlib import Path

import pytest

from tests.scanning.simulated_scanners import write_sane_config


@pytest.fixture
def sane(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`test:0` (flatbed and feeder of ten) and `pnm:0` (pages from files) are the only scanners."""
    for name, value in write_sane_config(tmp_path / "sane").items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    """An empty spool folder."""
    folder = tmp_path / "spool"
    folder.mkdir()
    return folder


@pytest.fixture
def key() -> bytes:
    """The key the desk would derive for scans."""
    return bytes(range(32))
