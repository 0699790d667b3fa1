"""The recovery sheet through the window: two words off the paper put its key in force, and no queue keeps it."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QLabel

from desktop.key_asks import keep_recovery, wants_sheet
from desktop.sitting import Sitting
from dossiers import recovery_words
from dossiers.clock import system_clock
from dossiers.store.vault import unlock_with_recovery
from dossiers.store.vault_file import read_keys, write_keys
from tests.desktop.driving import Driver, settle, wait_for


@pytest.fixture
def home(home: Path) -> Path:
    """An office so new that nobody has printed its recovery sheet."""
    write_keys(home, replace(read_keys(home), recovery=None))
    return home


def says(sitting: Sitting, words: str) -> bool:
    labels = sitting.frame.front_screen.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def words_on(sheet: Path) -> list[str]:
    text = pypdfium2.PdfDocument(sheet)[0].get_textpage().get_text_range().split()
    return [text[text.index(f"{at}.") + 1] for at in range(1, recovery_words.WORDS + 1)]


def print_sheet(sitting: Sitting, folder: Path) -> tuple[Driver, Path]:
    """A clerk at the panel, and the sheet that came out of the printer."""
    sitting.here.devices = type(sitting.here.devices)(printer=str(folder))
    sitting.frame.open("settings", panel="recovery")
    settle(20)
    clerk = Driver(sitting.frame)
    clerk.click("In tờ khóa mới")
    wait_for(lambda: says(sitting, "Gõ hai từ trên tờ giấy"), "the sheet to be printed")
    (sheet,) = folder.glob("*.pdf")
    return clerk, sheet


def asked(sitting: Sitting) -> list[int]:
    hints = [label.text() for label in sitting.frame.front_screen.findChildren(QLabel) if label.isVisible()]
    return [int(hint.split()[2]) for hint in hints if hint.startswith("Từ số ")]


def test_two_words_off_the_paper_put_the_key_in_force(sitting: Sitting, tmp_path: Path) -> None:
    home = sitting.here.home
    clerk, sheet = print_sheet(sitting, tmp_path / "may-in")
    words = words_on(sheet)
    clerk.click("Tờ đã in rõ: dùng khóa này")
    assert says(sitting, "chưa khớp với tờ giấy")
    assert read_keys(home).recovery is None
    first, second = asked(sitting)
    clerk.field("Từ thứ nhất").type(words[first - 1])
    clerk.field("Từ thứ hai").type(words[second - 1].upper())
    clerk.click("Tờ đã in rõ: dùng khóa này")
    wait_for(lambda: says(sitting, "Khóa phục hồi mới đã dùng được"), "the key to be in force")
    assert says(sitting, "In lần cuối lúc")
    assert unlock_with_recovery(home, " ".join(words), system_clock).clerk.name == "Khóa phục hồi"


def test_a_key_that_was_not_proven_is_forgotten_and_never_kept(sitting: Sitting, tmp_path: Path) -> None:
    clerk, sheet = print_sheet(sitting, tmp_path / "may-in")
    assert words_on(sheet)
    sitting.frame.open("settings", panel="backup")
    settle(20)
    sitting.frame.open("settings", panel="recovery")
    settle(20)
    assert "Tờ đã in rõ: dùng khóa này" not in clerk.names()
    assert read_keys(sitting.here.home).recovery is None
    prints: list[object] = []
    sitting.session.jobs.ask(lambda desk: desk.prints.recent(5), prints.append, prints.append)
    wait_for(lambda: bool(prints), "the print queue")
    assert prints == [()]


def test_without_a_printer_it_says_where_to_choose_one(sitting: Sitting) -> None:
    sitting.here.devices = type(sitting.here.devices)()
    sitting.frame.open("settings", panel="recovery")
    settle(20)
    clerk = Driver(sitting.frame)
    clerk.click("In tờ khóa mới")
    wait_for(lambda: says(sitting, "Chưa chọn máy in"), "the answer")
    assert says(sitting, "Chưa in tờ khóa phục hồi")


def test_the_data_key_is_changed_when_the_desk_closes(sitting: Sitting) -> None:
    home = sitting.here.home
    before = read_keys(home).slots
    sitting.frame.open("settings", panel="recovery")
    settle(20)
    Driver(sitting.frame).click("Đổi khóa khi đóng quầy")
    assert says(sitting, "Khóa sẽ được đổi khi đóng quầy")
    closed: list[object] = []
    sitting.session.jobs.ask(sitting.keeper.last, closed.append, closed.append)
    wait_for(lambda: bool(closed), "the change of key")
    assert closed == [None]
    assert [slot.box for slot in read_keys(home).slots] != [slot.box for slot in before]
    assert [slot.name for slot in read_keys(home).slots] == [slot.name for slot in before]


def test_a_new_office_is_told_to_print_its_sheet_first_and_an_old_one_is_not(sitting: Sitting) -> None:
    answers: list[object] = []
    sitting.session.jobs.ask(wants_sheet, answers.append, answers.append)
    sitting.session.jobs.ask(lambda desk: keep_recovery(desk, bytes(16)), answers.append, answers.append)
    sitting.session.jobs.ask(wants_sheet, answers.append, answers.append)
    wait_for(lambda: len(answers) == 3, "the desk's answers")
    assert (answers[0], answers[2]) == (True, False)
