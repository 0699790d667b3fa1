"""The frame: keys, sizes, names, palette, help, toast and undo, as a clerk meets them."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget

from desktop import keys
from desktop.app import Reception
from desktop.frame.places import RAIL
from desktop.frame_screens import SCREENS
from desktop.screens.help.overlay import KeyOverlay
from desktop.screens.settings.screen import PANELS
from desktop.sitting import Sitting
from desktop.theme import tokens
from tests.desktop.conftest import HandClock, sign_in
from tests.desktop.driving import Driver, commit, press, settle, wait_for

MINE = ("sync", "settings", "prints")


def test_every_place_of_the_rail_opens_by_its_key(reception: Reception, sitting: Sitting) -> None:
    clerk = Driver(reception.window)
    for place in RAIL:
        clerk.press(place.key)
        assert sitting.frame.front == place.name


@pytest.mark.parametrize(
    ("key", "screen"),
    [(keys.INTAKE, "intake"), (keys.OPEN_DOSSIER, "dossier"), (keys.GIVE_BACK, "giveback"), (keys.SYNC, "sync")],
)
def test_f_keys_open_what_the_buttons_say(reception: Reception, sitting: Sitting, key: str, screen: str) -> None:
    sitting.frame.open("settings")
    Driver(reception.window).press(key)
    assert sitting.frame.front == screen


def test_esc_goes_back_to_where_one_came_from(reception: Reception, sitting: Sitting) -> None:
    sitting.frame.open("sync")
    sitting.frame.open("prints")
    Driver(reception.window).press(keys.BACK)
    assert sitting.frame.front == "sync"


@pytest.fixture(scope="module")
def reception(qapp: QApplication, template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reception]:
    """One desk for all of this module: nothing here leaves a trace that another test would see."""
    home = Path(shutil.copytree(template, tmp_path_factory.mktemp("frame") / "office"))
    running = Reception(qapp, home, HandClock())
    running.start()
    wait_for(running.window.isActiveWindow, "the window to be active")
    sign_in(running)
    yield running
    running.close()
    running.window.deleteLater()


@pytest.fixture
def sitting(reception: Reception) -> Sitting:
    """Somebody at work, on a screen of no importance, with everything built."""
    assert reception.sitting is not None
    frame = reception.sitting.frame
    reception.window.resize(1366, 728)
    for name in SCREENS:
        frame.prepare(name)
    frame.open("sync")
    settle(20)
    return reception.sitting


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("size", [(1366, 728), tokens.LEAST_WINDOW])
def test_nothing_is_larger_than_the_small_screen(
    reception: Reception, sitting: Sitting, screen: str, size: tuple[int, int]
) -> None:
    """1093 × 582 is what 1366 × 728 leaves at 125 % (UX C.5); nothing may push the window beyond it."""
    sitting.frame.open(screen)
    reception.window.resize(*size)
    settle(30)
    hint = reception.window.minimumSizeHint()
    assert (hint.width() <= tokens.LEAST_WINDOW[0], hint.height() <= tokens.LEAST_WINDOW[1]) == (True, True), hint
    bar = sitting.frame.bar
    assert bar.height() == tokens.ACTION_BAR_HEIGHT
    assert bar.mapTo(reception.window, bar.rect().bottomRight()).y() < reception.window.height()


def test_at_150_percent_the_action_bar_stays(reception: Reception, sitting: Sitting) -> None:
    reception.window.resize(*tokens.LOWEST_WINDOW)
    sitting.frame.open("settings")
    settle(30)
    bar = sitting.frame.bar
    assert bar.mapTo(reception.window, bar.rect().bottomRight()).y() < tokens.LOWEST_WINDOW[1]


def test_the_rail_shows_icons_only_where_it_is_narrow(reception: Reception, sitting: Sitting) -> None:
    reception.window.resize(1366, 728)
    settle()
    assert sitting.frame.rail.width() == tokens.RAIL_WIDTH
    reception.window.resize(1093, 582)
    settle()
    assert sitting.frame.rail.width() == tokens.RAIL_ICONS_WIDTH


@pytest.mark.parametrize("screen", MINE)
def test_everything_that_takes_the_keyboard_has_a_name(sitting: Sitting, screen: str) -> None:
    sitting.frame.open(screen)
    settle(20)
    page = sitting.frame.front_screen
    nameless = [
        type(widget).__name__
        for kind in (QLineEdit, QAbstractButton, QTableView)
        for widget in page.findChildren(kind)
        if widget.isVisible() and not widget.accessibleName() and not isinstance(widget.parent(), QTableView)
    ]
    assert nameless == []


@pytest.mark.parametrize("panel", [name for name, _ in PANELS])
def test_mnemonics_are_unique_within_a_panel_of_the_settings(sitting: Sitting, panel: str) -> None:
    sitting.frame.open("settings", panel=panel)
    settle(20)
    assert repeated_mnemonics(sitting.frame.front_screen) == []


def test_mnemonics_are_unique_on_the_sync_screen(sitting: Sitting) -> None:
    sitting.frame.open("sync")
    settle(20)
    assert repeated_mnemonics(sitting.frame.front_screen) == []


def repeated_mnemonics(page: QWidget) -> list[str]:
    """Letters that two visible labels or buttons claim."""
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    texts += [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    return [letter for letter, count in Counter(letters).items() if count > 1]


def test_ctrl_k_takes_the_box_and_words_are_searched(reception: Reception, sitting: Sitting) -> None:
    clerk = Driver(reception.window)
    sitting.frame.open("sync")
    clerk.press(keys.TOP_BOX)
    clerk.type("nguyen thi")
    clerk.press("Return")
    assert sitting.frame.front == "register"


def test_a_command_is_found_and_run_from_the_box(reception: Reception, sitting: Sitting) -> None:
    clerk = Driver(reception.window)
    sitting.frame.open("sync")
    clerk.press(keys.TOP_BOX)
    clerk.type(">hang doi")
    clerk.press("Return")
    assert sitting.frame.front == "prints"


def test_f1_shows_the_keys_of_this_screen_and_any_key_puts_them_away(reception: Reception, sitting: Sitting) -> None:
    clerk = Driver(reception.window)
    sitting.frame.open("sync")
    clerk.press(keys.HELP)
    assert {"Gửi ngay", "In đối soát cuối ngày", "Hồ sơ vừa nhận"} <= words_on_show(reception.window)
    clerk.press("Space")
    wait_for(lambda: "Hồ sơ vừa nhận" not in words_on_show(reception.window), "the keys to go")


def words_on_show(window: QWidget) -> set[str]:
    """What can be read now."""
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


def test_ctrl_z_undoes_the_last_deed_unless_there_is_typing_to_take_back(
    reception: Reception, sitting: Sitting
) -> None:
    undone: list[str] = []
    box = sitting.frame.top.box
    box.setFocus()
    commit(box, "gõ dở")
    sitting.frame.toast("Đã tiếp nhận", action="Hoàn tác", run=lambda: undone.append("void"))
    press(keys.UNDO, reception.window)
    assert (undone, box.text()) == ([], "")
    press(keys.UNDO, reception.window)
    assert undone == ["void"]
    assert sitting.frame.said == ""


def test_a_toast_offers_its_action_once(sitting: Sitting) -> None:
    undone: list[str] = []
    sitting.frame.toast("Đã tiếp nhận", action="Hoàn tác", run=lambda: undone.append("void"))
    Driver(sitting.frame).press(keys.UNDO)
    Driver(sitting.frame).press(keys.UNDO)
    assert undone == ["void"]


def test_chips_say_what_is_true_of_a_new_desk(sitting: Sitting) -> None:
    clerk = Driver(sitting.frame)
    wait_for(lambda: {"Chưa chọn máy in", "Chưa kết nối tỉnh"} <= clerk.names(), "the chips")
    assert sitting.frame.banner.words == ""


@pytest.mark.expects_log
def test_a_bug_of_ours_is_said_and_noted_and_the_desk_goes_on(
    reception: Reception, sitting: Sitting, caplog: pytest.LogCaptureFixture
) -> None:
    error = ValueError("Nguyễn Thị Bí Mật")
    reception.report(ValueError, error, None)
    assert "đã ghi lại" in sitting.frame.said
    assert "Bí Mật" not in caplog.text


def test_a_scan_belongs_to_the_screen_in_front_first(sitting: Sitting) -> None:
    sitting.frame.open("settings", panel="reader")
    Driver(sitting.frame).click("Thử đầu đọc")
    sitting.frame.take_scan("H99.001-261123-0001")
    assert sitting.frame.front == "settings"
    Driver(sitting.frame).click("Thử đầu đọc")
    sitting.frame.take_scan("H99.001-261123-0001")
    wait_for(lambda: "chưa có trong sổ" in sitting.frame.said, "the desk's answer")


def test_dark_and_large_letters_are_put_on_at_once(qapp: QApplication, reception: Reception, sitting: Sitting) -> None:
    sitting.frame.open("settings", panel="looks")
    reception.keep(replace(reception.looks, dark=True, scale_percent=130))
    settle(20)
    assert qapp.palette().window().color().name().upper() == tokens.DARK.canvas
    assert reception.theme.px(tokens.BODY) == 18
    reception.keep(replace(reception.looks, dark=False, scale_percent=100))


@pytest.mark.parametrize("key", ["Esc", "F12", "F2", "A"])
def test_any_key_puts_the_keys_away_and_does_nothing_else(
    reception: Reception, sitting: Sitting, key: str
) -> None:
    """Left open, the overlay once stood over every screen the clerk went to; F keys and Esc never reached it."""
    sitting.frame.open("settings")
    settle(20)
    press("F1", reception.window)
    overlay = sitting.frame.findChild(KeyOverlay)
    assert overlay is not None
    assert overlay.isVisible()
    press(key, reception.window)
    assert not overlay.isVisible()
    assert sitting.frame.front == "settings"


def test_a_screen_that_comes_to_the_front_puts_the_keys_away(
    reception: Reception, sitting: Sitting
) -> None:
    sitting.frame.open("settings")
    settle(20)
    press("F1", reception.window)
    sitting.frame.open("sync")
    settle(20)
    overlay = sitting.frame.findChild(KeyOverlay)
    assert overlay is not None
    assert not overlay.isVisible()
