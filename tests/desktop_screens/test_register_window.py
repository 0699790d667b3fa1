"""The register in the real window: keys, chips that find room, forms beside the list, and a leader who only reads."""

import shutil
from array import array
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.i18n.translators import ENGLISH, VIETNAMESE, speak
from desktop.screens.register.rows import HEADINGS, HOLDER
from desktop.screens.register.screen import RegisterScreen
from desktop.theme.theme import Theme
from dossiers.dossier import Appointment, PaperLine
from dossiers.open_list import sheet_rows
from dossiers.people import Person, Role
from dossiers.receive import Intake, receive
from dossiers.store.vault import Vault
from tests.journeys.driving import CLERK, CounterTop, DeskClock, new_office
from tests.words_on_show import mnemonics_on

NAMES = ("Một", "Hai", "Ba", "Bốn", "Năm")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    """The looks, put on once."""
    made = Theme(qapp)
    made.apply(dark=False)
    return made


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Vault]:
    """An office with five dossiers, made once."""
    home = tmp_path_factory.mktemp("office") / "home"
    return home, new_office(home)


@pytest.fixture
def counter(qapp: QApplication, theme: Theme, filled: tuple[Path, Vault], tmp_path: Path) -> Iterator[CounterTop]:
    """The window of an office with five dossiers."""
    template, vault = filled
    home = Path(shutil.copytree(template, tmp_path / "home"))
    made = CounterTop(qapp, home, vault, clock=DeskClock(), theme=theme)
    for name in NAMES:
        made.ask(lambda desk, name=name: desk.do(receive, intake(name)))  # type: ignore[misc]
    yield made
    made.close()


def intake(name: str) -> Intake:
    """A dossier without a date."""
    return Intake(
        procedure_code="2.000815", owner=Person(name=name), papers=(PaperLine(name="Tờ khai", originals=1),), fees=(),
        appointment=Appointment(due_at=None, confirmed_by=CLERK.name),
    )  # fmt: skip


@pytest.fixture
def register(counter: CounterTop) -> RegisterScreen:
    """The register in front, its list read."""
    counter.frame.open("intake")
    counter.frame.open("register")
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, RegisterScreen)
    return screen


def chosen(screen: RegisterScreen) -> list[str]:
    """Whom the chosen rows belong to, from the top."""
    return [str(screen.rows.index(line, 1).data()) for line in screen.table.chosen_lines()]


def press(counter: CounterTop, key: str) -> None:
    """A key that the frame hands to a command."""
    assert counter.frame.commands.press(key)
    counter.settle()


def test_shift_and_the_arrows_choose_several_and_the_title_counts_them(
    counter: CounterTop, register: RegisterScreen
) -> None:
    register.table.setFocus()
    counter.press(Qt.Key.Key_Down, SHIFT)
    counter.press(Qt.Key.Key_Down, SHIFT)
    assert chosen(register) == ["Năm", "Bốn", "Ba"]
    assert register.page.aside.text() == "5 hồ sơ · 3 đang chọn"


def test_space_looks_and_while_picking_it_picks(counter: CounterTop, register: RegisterScreen) -> None:
    register.table.setFocus()
    counter.press(Qt.Key.Key_Space)
    counter.settle()
    assert register.beside.isVisible()
    press(counter, "Esc")
    assert (register.beside.isVisible(), counter.frame.front) == (False, "register")
    press(counter, "Ins")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        counter.press(key)
    assert chosen(register) == ["Năm", "Bốn", "Hai"]
    assert not register.beside.isVisible()
    press(counter, "Esc")
    assert (register.table.picking, len(chosen(register))) == (False, 1)
    press(counter, "Esc")
    assert counter.frame.front == "intake"


def test_what_is_chosen_goes_to_a_colleague_with_two_keys_and_a_name(
    counter: CounterTop, register: RegisterScreen
) -> None:
    register.table.setFocus()
    counter.press(Qt.Key.Key_Down, SHIFT)
    give = next(each for each in register.commands() if each.id == "register.handed_over")
    give.run()
    press(counter, "F10")
    assert register.side.form is register.side.give  # no name yet: the form says so and stays
    counter.type("Lê Văn Tư")
    press(counter, "F10")
    assert register.side.account.done.text() == "Đã chuyển 2 hồ sơ."
    assert str(register.rows.index(0, HOLDER).data()).startswith("Lê Văn Tư · ")
    assert [form for form, _ in counter.slips()] == ["batch_transfer"]
    press(counter, "Esc")
    assert register.side.isHidden()


def test_a_leader_reads_and_is_offered_no_act(counter: CounterTop, register: RegisterScreen) -> None:
    ids = {command.id for command in register.commands()}
    counter.here.clerk = replace(CLERK, role=Role.LEADER)
    left = {command.id for command in register.commands()}
    assert ids - left == {"register.handed_over", "register.taken_over", "register.result_ready"}


def test_an_act_is_offered_only_where_the_state_allows_it(counter: CounterTop, register: RegisterScreen) -> None:
    acts = [each for each in register.commands() if each.id == "register.result_ready"]
    assert acts[0].enabled()
    acts[0].run()
    press(counter, "F10")
    assert not acts[0].enabled()  # the first row is on the shelf now


@pytest.mark.parametrize("width", [1366, 1093, 1000])
def test_chips_find_room_and_the_chosen_one_is_never_behind_the_menu(
    counter: CounterTop, register: RegisterScreen, width: int
) -> None:
    counter.window.resize(width, 700)
    counter.settle()
    chips = register.head.chips
    shown = [chip for chip in chips.chips.values() if chip.isVisible()]
    assert max(chip.geometry().right() for chip in shown) < chips.width()
    assert len(shown) + len(chips.behind) == 8
    assert (chips.behind == ()) == (width == 1366)
    chips.chosen.emit("voided")
    counter.settle()
    assert chips.chips["voided"].isVisible()
    assert chips.chips["voided"].isChecked()


def test_a_closed_filter_line_filters_nothing(counter: CounterTop, register: RegisterScreen) -> None:
    press(counter, "Ctrl+F")
    assert counter.focused() is register.head.filter.first
    counter.type("24112026")
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    assert (register.rows.rowCount(), register.head.narrow.isChecked()) == (0, True)
    press(counter, "Ctrl+F")
    assert (register.rows.rowCount(), register.head.narrow.isChecked()) == (5, False)


def test_half_a_day_is_said_under_its_field_and_filters_nothing(counter: CounterTop, register: RegisterScreen) -> None:
    press(counter, "Ctrl+F")
    counter.type("31022026")
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    field = register.head.filter.first.parentWidget()
    assert field.sentence == "Ngày gõ dạng 01/11/2026."  # type: ignore[union-attr]
    assert register.rows.rowCount() == 5


def test_a_saved_filter_is_a_chip_and_counts(counter: CounterTop, register: RegisterScreen) -> None:
    register.line.setFocus()
    counter.keystrokes("nam")
    press(counter, "Ctrl+F")
    register.head.filter.keep.click()
    assert "saved:Ông Năm" not in register.head.chips.chips  # a filter needs a name
    register.head.filter.name.setText("Ông Năm")
    register.head.filter.keep.click()
    counter.settle()
    chip = register.head.chips.chips["saved:Ông Năm"]
    assert (chip.text(), chip.isChecked()) == ("Ông Năm 1", True)
    register.head.filter.drop.click()
    counter.settle()
    assert "saved:Ông Năm" not in register.head.chips.chips


def test_a_list_handed_over_has_its_title_and_the_way_back(counter: CounterTop, register: RegisterScreen) -> None:
    keys = array("q", [register.rows.keys[3], register.rows.keys[0]])
    counter.frame.open("intake")
    counter.frame.open("register", keys=keys, title="Tháng 11, quá hạn: 2 hồ sơ")
    counter.settle()
    assert register.head.banner.words == "Tháng 11, quá hạn: 2 hồ sơ"
    assert [register.rows.index(line, 1).data() for line in range(2)] == ["Hai", "Năm"]
    register.head.back.emit()
    assert counter.frame.front == "intake"


def test_the_list_on_show_becomes_a_spreadsheet_and_a_printed_register(
    counter: CounterTop, register: RegisterScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "so-theo-doi"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    register.head.export.click()
    counter.settle()
    rows = sheet_rows(file.with_suffix(".xlsx"))
    assert [row[1] for row in rows[1:]] == list(reversed(NAMES))
    counter.until(lambda: not register.head.strip.busy)
    press(counter, "Ctrl+P")
    counter.until(lambda: not register.head.strip.busy)
    counter.settle()
    assert [form for form, _ in counter.slips()] == ["register"]


@pytest.mark.parametrize("language", [VIETNAMESE, ENGLISH])
@pytest.mark.parametrize("form", ["give", "results"])
def test_an_underlined_letter_means_one_field(
    qapp: QApplication, counter: CounterTop, language: str, form: str
) -> None:
    speak(qapp, language)
    try:
        counter.frame.open("register")
        counter.settle()
        screen = counter.frame.front_screen
        assert isinstance(screen, RegisterScreen)
        press(counter, "Ctrl+F")
        screen.side.present(getattr(screen.side, form), 3)
        used = mnemonics_on(screen)
    finally:
        speak(qapp, VIETNAMESE)
    assert len(used) >= 9
    assert sorted(set(used)) == used


def test_no_heading_is_cut_in_the_columns_as_shipped(counter: CounterTop, register: RegisterScreen) -> None:
    counter.window.resize(1366, 728)
    counter.settle()
    header = register.table.horizontalHeader()
    needed = [header.sectionSizeFromContents(column).width() for column in range(len(HEADINGS))]
    assert [header.sectionSize(column) >= needed[column] for column in range(len(HEADINGS))] == [True] * len(HEADINGS)
