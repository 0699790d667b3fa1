"""The words of the window: all collected, facts kept, compiled, and Qt's own words in Vietnamese."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

import resources
from desktop.app import Reception
from desktop.i18n import CONTEXT, look_up_with, retold, said, t
from desktop.i18n.collect import VIETNAMESE as VIETNAMESE_LETTERS
from desktop.i18n.collect import collect, read_translations
from desktop.i18n.translators import ENGLISH, VIETNAMESE, speak
from desktop.looks import Looks, keep_looks
from desktop.screens.settings.calendar_presenter import unverified_days
from desktop.screens.settings.screen import PANELS
from desktop.screens.wizard.screen import STEPS
from dossiers.calendars import vietnam_calendar
from dossiers.errors import Impossible
from dossiers.office import Devices
from dossiers.vietqr import banks
from printing.printers.printer import KEPT_IN_QUEUE
from printing.printers.reasons import troubles
from scanning.sentences import SENTENCES
from sync.faults import Offline
from tests.desktop.conftest import ADMINISTRATOR, CLERK, LEADER, OFFICE, SECRET, HandClock, inside
from tests.desktop.driving import Driver, settle, wait_for
from tests.words_on_show import mnemonics_on, still_vietnamese, words_on

ENGLISH_FILE = resources.path("translations") / "motcua_en.ts"
OWN_LANGUAGE = "Tiếng Việt"
"""The choice of a language is written in that language."""


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


def test_a_fault_is_said_sentence_by_sentence_with_its_own_words_as_facts(english: None) -> None:
    del english
    fault = Impossible("Hồ sơ đang ở trạng thái “{word}”. Việc “{act}” chỉ làm được khi hồ sơ: {fitting}.",
                       word="Đã trả", act="Rút hồ sơ", fitting="Đã tiếp nhận, Có kết quả")  # fmt: skip
    assert said(fault) == (
        "The dossier's state is “Returned”. “Withdraw” can only be done when it is: Received, Result ready."
    )
    assert said(Offline()).startswith("The data is safe on this machine. The province cannot be reached now;")


def test_what_other_rooms_put_together_is_retold(english: None) -> None:
    del english
    assert retold(f"{' '.join(troubles(['media-jam-error']))} {KEPT_IN_QUEUE}") == (
        "Paper is jammed in the printer. The slip is in the queue; press F9 to print it again."
    )
    assert [fault for fault, sentence in SENTENCES.items() if VIETNAMESE_LETTERS.search(retold(str(sentence)))] == []


@pytest.fixture
def english_reception(qapp: QApplication, home: Path, clock: HandClock) -> Iterator[Reception]:
    """A desk that was set to English, at its sign-in."""
    keep_looks(home, Looks(language=ENGLISH))
    running = Reception(qapp, home, clock)
    running.start()
    wait_for(lambda: "Password or PIN" in Driver(running.window).names(), "the English sign-in")
    yield running
    running.close()
    running.window.deleteLater()
    speak(qapp, VIETNAMESE)


def test_a_desk_set_to_english_says_nothing_in_vietnamese_but_data(english_reception: Reception) -> None:
    window, clerk = english_reception.window, Driver(english_reception.window)
    days = [rule.note for rule in (*vietnam_calendar().days.values(), *unverified_days().values())]
    profiles = [profile.purpose for profile in Devices().scan_profiles]
    names = (OFFICE, CLERK, LEADER, ADMINISTRATOR, OWN_LANGUAGE, banks(), days, profiles)
    wait_for(lambda: ADMINISTRATOR in clerk.names(), "the names")
    assert still_vietnamese(window, names) == []
    clerk.click(ADMINISTRATOR)
    clerk.field("Password or PIN").type("not that")
    clerk.press("Return")
    wait_for(lambda: any("Wrong password" in words for words in words_on(window)), "the refusal")
    assert still_vietnamese(window, names) == []
    clerk.field("Password or PIN").type(SECRET)
    clerk.press("Return")
    wait_for(lambda: inside(english_reception), "the frame")
    assert english_reception.sitting is not None
    frame = english_reception.sitting.frame
    places = [("sync", ""), ("prints", ""), ("recover", ""), *(("settings", panel) for panel, _ in PANELS)]
    for screen, panel in places:
        frame.open(screen, **({"panel": panel} if panel else {}))
        settle(20)
        letters = mnemonics_on(frame.front_screen)
        assert (screen, panel, still_vietnamese(window, names)) == (screen, panel, [])
        assert (screen, panel, letters) == (screen, panel, sorted(set(letters)))


@pytest.mark.parametrize("step", range(3))
def test_the_set_up_in_english_underlines_each_letter_once(english: None, step: int) -> None:
    del english
    letters = [found[1].lower() for _, words, *_ in STEPS[step][2] if (found := re.search(r"&(\w)", t(words)))]
    assert len(letters) >= 3
    assert sorted(set(letters)) == sorted(letters)


def test_qt_itself_speaks_vietnamese(qapp: QApplication) -> None:
    speak(qapp, VIETNAMESE)
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    words = {button.text() for button in box.buttons()}
    assert words == {"Đồng ý", "Hủy"}
