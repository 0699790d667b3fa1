"""What a clerk's fingers and eyes rely on: letters that mean one thing, masked lists, words found while composing."""

import re
from collections import Counter as Tally

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from desktop.screens.register.screen import RegisterScreen
from desktop.theme import tokens
from desktop.theme.theme import Theme
from tests.journeys.driving import CARD, CounterTop

ALT = Qt.KeyboardModifier.AltModifier
MNEMONIC = re.compile(r"&(\w)")


def take_in(counter: CounterTop) -> None:
    """One certified copy."""
    counter.scan(CARD)
    counter.type("2")
    counter.press(Qt.Key.Key_F10)
    counter.settle()


def register(counter: CounterTop) -> RegisterScreen:
    """The register in front."""
    counter.frame.open("register")
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, RegisterScreen)
    return screen


def letters(screen: QWidget) -> Tally[str]:
    """The underlined letters on show and how often each is used."""
    words = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    words += [button.text() for button in screen.findChildren(QAbstractButton) if button.isVisible()]
    return Tally(found[1].lower() for text in words if (found := MNEMONIC.search(text)))


@pytest.mark.parametrize("scale_percent", [100, 125, 150])
@pytest.mark.parametrize("procedure", ["1.001193", "2.000815"])
def test_the_table_of_papers_cuts_no_heading_and_no_date(
    counter: CounterTop, theme: Theme, procedure: str, scale_percent: int
) -> None:
    papers = counter.intake.papers
    counter.intake.presenter.choose_procedure(procedure)
    theme.apply(dark=False, scale_percent=scale_percent)
    counter.settle()
    headings = [label for label in papers.findChildren(QLabel, "caption") if label.isVisible() and not label.wordWrap()]
    shown: list[QLabel | QLineEdit] = [*headings, papers.time.due]
    cut = [each.text() for each in shown if each.width() < room_for(each)]
    theme.apply(dark=False)
    assert (len(headings), cut) == (3, [])


def room_for(shown: QLabel | QLineEdit) -> int:
    """How wide its words are."""
    return shown.fontMetrics().horizontalAdvance(shown.text())


@pytest.mark.parametrize("for_other", [False, True])
def test_an_underlined_letter_means_one_field(counter: CounterTop, for_other: bool) -> None:
    counter.intake.presenter.file_for_other(for_other)
    used = letters(counter.intake)
    assert len(used) >= 8
    assert [letter for letter, times in used.items() if times > 1] == []


@pytest.mark.parametrize("name", ["intake", "register", "dossier", "giveback", "scan"])
def test_every_line_speaks_its_name(counter: CounterTop, name: str) -> None:
    take_in(counter)
    counter.frame.open(name)
    counter.settle()
    lines = [line for line in counter.frame.front_screen.findChildren(QLineEdit) if line.isVisible()]
    assert [line for line in lines if not line.accessibleName()] == []


@pytest.mark.parametrize("name", ["intake", "register", "dossier", "giveback", "scan"])
def test_a_screen_fits_a_small_desk_at_125_percent(counter: CounterTop, name: str) -> None:
    """1366 × 728 at 125 % leaves 1093 × 582 for the whole window."""
    take_in(counter)
    counter.frame.open(name)
    counter.settle()
    least = counter.frame.minimumSizeHint()
    assert (least.width() <= 1093, least.height() <= 582) == (True, True), least


def test_nothing_is_cut_off_at_the_side_at_150_percent(counter: CounterTop) -> None:
    """Under 1000 pixels the cards stand under each other (UX C.5): the form scrolls down, never across."""
    counter.window.resize(*tokens.LOWEST_WINDOW)
    counter.frame.open("intake")
    counter.settle()
    person, papers = counter.intake.person, counter.intake.papers
    assert papers.y() >= person.geometry().bottom()
    for card in (person, papers):
        assert card.mapTo(counter.window, card.rect().bottomRight()).x() < tokens.LOWEST_WINDOW[0]


def test_a_look_beside_the_list_stays_masked_and_the_dossier_does_not(counter: CounterTop) -> None:
    take_in(counter)
    screen = register(counter)
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Space)
    counter.settle()
    shown = " ".join(fact.text() for fact in screen.beside.facts)
    assert screen.beside.isVisible()
    assert "036•••••1234" in shown
    assert "036186001234" not in shown
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    assert "036186001234" in counter.frame.front_screen.people.text()  # type: ignore[attr-defined]


def test_words_still_being_composed_already_search(counter: CounterTop) -> None:
    """An input method keeps a whole word to itself until Space: `textChanged` is silent that long (UX C.7)."""
    take_in(counter)
    screen = register(counter)
    QApplication.sendEvent(screen.line, QInputMethodEvent("không có ai", []))
    counter.settle()
    assert screen.rows.rowCount() == 0
    QApplication.sendEvent(screen.line, QInputMethodEvent("thuy", []))
    counter.settle()
    assert screen.rows.rowCount() == 1


def test_initials_find_a_procedure_while_composing(counter: CounterTop) -> None:
    counter.press(Qt.Key.Key_T, ALT)
    QApplication.sendEvent(counter.focused(), QInputMethodEvent("ct bs", []))
    box = counter.intake.person.procedure
    assert box.listed[0] == "2.000815"
    counter.press(Qt.Key.Key_Escape)
    assert box.listed == ()
    assert counter.frame.front == "intake"
