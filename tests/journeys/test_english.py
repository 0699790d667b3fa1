"""The counter in English: nothing on the screens of the day stays Vietnamese but the data, and keys stay unique."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.i18n.translators import ENGLISH, VIETNAMESE, speak
from desktop.theme.theme import Theme
from dossiers.counting import say_extension
from dossiers.store.vault import Vault
from tests.journeys.driving import CARD, CLERK, OFFICE, CounterTop, DeskClock
from tests.words_on_show import mnemonics_on, still_vietnamese

EXAMPLES = ("ct bs, khai sinh, hôn nhân",)
"""Initials and names of procedures to type: data in every language."""


@pytest.fixture
def english_counter(
    qapp: QApplication, theme: Theme, office: tuple[Path, Vault], tmp_path: Path
) -> Iterator[CounterTop]:
    """An empty office whose window speaks English."""
    template, vault = office
    home = Path(shutil.copytree(template, tmp_path / "home"))
    speak(qapp, ENGLISH)
    made = CounterTop(qapp, home, vault, clock=DeskClock(), theme=theme)
    made.frame.open("intake")
    made.settle()
    yield made
    made.close()
    speak(qapp, VIETNAMESE)


def data_of(counter: CounterTop) -> list[object]:
    """What is the office's own on show: its names, the procedure that is filled in, and its last dossier."""
    sheet = counter.intake.presenter.sheet
    kept = [counter.newest()] if counter.total() else []
    reckoning = sheet.reckoning()
    law: list[object] = []
    if reckoning:
        law = [reckoning.appointment, reckoning.exemptions, reckoning.extension and say_extension(reckoning.extension)]
    return [CLERK, OFFICE, EXAMPLES, CARD.split("|"), sheet.procedure, law, kept]


def take_in(counter: CounterTop) -> list[object]:
    """One certified copy; returns what of the screens is data from now on."""
    counter.scan(CARD)
    counter.type("2")
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    return data_of(counter)


@pytest.mark.parametrize("for_other", [False, True])
def test_an_intake_says_nothing_in_vietnamese_but_data(english_counter: CounterTop, for_other: bool) -> None:
    counter = english_counter
    counter.intake.presenter.file_for_other(for_other)
    assert still_vietnamese(counter.window, data_of(counter)) == []
    counter.scan(CARD)
    assert still_vietnamese(counter.window, data_of(counter)) == []
    data = take_in(counter) if not for_other else data_of(counter)
    assert still_vietnamese(counter.window, data) == []


@pytest.mark.parametrize("name", ["register", "dossier", "giveback", "scan"])
def test_the_other_screens_say_nothing_in_vietnamese_but_data(english_counter: CounterTop, name: str) -> None:
    data = take_in(english_counter)
    given = {} if name in ("register", "scan") else {"dossier_id": english_counter.newest().id}
    english_counter.frame.open(name, **given)
    english_counter.settle()
    assert still_vietnamese(english_counter.window, data) == []
    letters = mnemonics_on(english_counter.frame.front_screen)
    assert sorted(set(letters)) == letters


@pytest.mark.parametrize("for_other", [False, True])
def test_an_underlined_letter_of_the_intake_means_one_field(english_counter: CounterTop, for_other: bool) -> None:
    english_counter.intake.presenter.file_for_other(for_other)
    letters = mnemonics_on(english_counter.intake)
    assert len(letters) >= 8
    assert sorted(set(letters)) == letters


@pytest.mark.parametrize("name", ["intake", "register", "dossier", "giveback", "scan"])
def test_a_screen_in_english_fits_a_small_desk_at_125_percent(english_counter: CounterTop, name: str) -> None:
    take_in(english_counter)
    english_counter.frame.open(name)
    english_counter.settle()
    least = english_counter.frame.minimumSizeHint()
    assert (least.width() <= 1093, least.height() <= 582) == (True, True), least
