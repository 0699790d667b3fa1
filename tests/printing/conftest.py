"""Printers and desks for the tests of paper."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dossiers.store import vault_slots as vaults
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home
from tests.printing.stand_in_printer import StandInPrinter, cups_server, private_bus, start
from tests.store.homes import CHIEF, SECRET, HandClock, open_desk

StartPrinter = Callable[..., StandInPrinter]


@pytest.fixture(scope="session")
def bus() -> Iterator[str]:
    """One private message bus for all printers; its socket's path must be short."""
    with TemporaryDirectory(prefix="bus") as folder, private_bus(Path(folder)) as address:
        yield address


@pytest.fixture
def start_printer(tmp_path: Path, bus: str) -> Iterator[StartPrinter]:
    """Switches printers on, and off again after the test."""
    running: list[StandInPrinter] = []

    def switch_on(*, only_a4: bool = False) -> StandInPrinter:
        running.append(start(tmp_path / f"printer{len(running)}", bus, only_a4=only_a4))
        return running[-1]

    yield switch_on
    for printer in running:
        printer.switch_off()


@pytest.fixture
def printer(start_printer: StartPrinter) -> StandInPrinter:
    """One ready printer that takes A4 and A5."""
    return start_printer()


@pytest.fixture
def cups_port(tmp_path: Path) -> Iterator[int]:
    """A CUPS server with two queues."""
    folder = tmp_path / "cups"
    folder.mkdir()
    with cups_server(folder, "Quay_1", "Quay_2") as port:
        yield port


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A real open desk, its passphrase stretched cheaply."""
    monkeypatch.setattr(vaults, "STRETCHING", vaults.Stretching(memory_kib=64, passes=1, lanes=1))
    clock, home = HandClock(), tmp_path / "home"
    opened = open_desk(home, clock, create_home(home, CHIEF, SECRET, clock))
    yield opened
    opened.close()
