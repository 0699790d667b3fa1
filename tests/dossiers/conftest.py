"""An empty office made once; a desk on a copy of it for each test, found sound at the end."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossiers.dossier import Dossier
from dossiers.receive import receive
from dossiers.store import vault_slots as vaults
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home
from dossiers.store.verify import verify
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, intake, open_desk

QUICK = vaults.Stretching(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty office, made once."""
    home, clock = tmp_path_factory.mktemp("template") / "office", HandClock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vaults, "STRETCHING", QUICK)
        desk = open_desk(home, clock, create_home(home, CHIEF, SECRET, clock))
    desk.set_office(OFFICE)
    desk.close()
    return home


@pytest.fixture
def clock() -> HandClock:
    """Monday 23/11/2026, 8:00; the 24th is a public holiday."""
    return HandClock()


@pytest.fixture
def desk(template: Path, tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    """The office's desk, found sound at the end of every test."""
    opened = open_desk(Path(shutil.copytree(template, tmp_path / "office")), clock)
    yield opened
    assert verify(opened) == ()
    opened.close()


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    """An ordinary dossier just received."""
    return desk.do(receive, intake())
