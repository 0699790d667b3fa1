"""The words of the window: all collected, facts kept, compiled, and Qt's own words in Vietnamese."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

import resources
from desktop.app import Reception
from desktop.i18n import CONTEXT, look_up_with, t
from desktop.i18n.collect import collect, read_translations
from desktop.i18n.translators import ENGLISH, VIETNAMESE, speak
from desktop.looks import Looks, keep_looks
from tests.desktop.conftest import HandClock
from tests.desktop.driving import Driver, wait_for

ENGLISH_FILE = resources.path("translations") / "motcua_en.ts"


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """English for one test."""
    speak(qapp, ENGLISH)
    yield
    speak(qapp, VIETNAMESE)
    look_up_with(None)


def test_every_word_has_its_english_and_nothing_is_kept_that_is_gone() -> None:
    known = read_translations(ENGLISH_FILE)
    assert sorted(set(collect()) ^ known.keys()) == []


def test_a_translation_keeps_the_facts_of_its_sentence() -> None:
    facts = re.compile(r"{\w+}")
    known = read_translations(ENGLISH_FILE)
    assert [word for word, said in known.items() if sorted(facts.findall(word)) != sorted(facts.findall(said))] == []


def test_the_compiled_file_is_that_of_the_text() -> None:
    compiled = QTranslator()
    assert compiled.load(str(ENGLISH_FILE.with_suffix(".qm")))
    known = read_translations(ENGLISH_FILE)
    assert [word for word, said in known.items() if compiled.translate(CONTEXT, word) != said] == []


def test_words_are_looked_up_and_filled_in(english: None) -> None:
    del english
    assert t("{count} hồ sơ chờ gửi", count="14") == "14 dossiers to send"
    assert t("câu không có trong tệp") == "câu không có trong tệp"


def test_a_desk_set_to_english_greets_in_english(qapp: QApplication, home: Path, clock: HandClock) -> None:
    keep_looks(home, Looks(language=ENGLISH))
    reception = Reception(qapp, home, clock)
    reception.start()
    wait_for(lambda: "Password or PIN" in Driver(reception.window).names(), "the English sign-in")
    reception.close()
    speak(qapp, VIETNAMESE)


def test_qt_itself_speaks_vietnamese(qapp: QApplication) -> None:
    speak(qapp, VIETNAMESE)
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    words = {button.text() for button in box.buttons()}
    assert words == {"Đồng ý", "Hủy"}
