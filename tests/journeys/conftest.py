"""One counter a test, on a home of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.theme.theme import Theme
from tests.journeys.driving import CounterTop, DeskClock


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The looks, put on once."""
    made = Theme(qapp)
    made.apply(dark=False)
    return made


@pytest.fixture
def counter(qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[CounterTop]:
    """The intake screen of an empty office in front; at the end no dialog was ever opened."""
    made = CounterTop(qapp, tmp_path / "home", clock=DeskClock(), theme=theme)
    made.frame.open("intake")
    made.settle()
    yield made
    assert not [widget for widget in qapp.topLevelWidgets() if isinstance(widget, QDialog)]
    made.close()
