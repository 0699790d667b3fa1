"""One counter a test, on a home of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.theme.theme import Theme
from dossiers.store.vault import Vault
from tests.journeys.driving import CounterTop, DeskClock, new_office


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The looks, put on once."""
    made = Theme(qapp)
    made.apply(dark=False)
    return made


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Vault]:
    """An empty office and its opened vault, made once."""
    home = tmp_path_factory.mktemp("office") / "home"
    return home, new_office(home)


@pytest.fixture
def counter(
    qapp: QApplication, theme: Theme, office: tuple[Path, Vault], tmp_path: Path
) -> Iterator[CounterTop]:
    """The intake screen of an empty office in front; at the end no dialog was ever opened."""
    template, vault = office
    home = Path(shutil.copytree(template, tmp_path / "home"))
    made = CounterTop(qapp, home, vault, clock=DeskClock(), theme=theme)
    made.frame.open("intake")
    made.settle()
    yield made
    assert not [widget for widget in qapp.topLevelWidgets() if isinstance(widget, QDialog)]
    made.close()
