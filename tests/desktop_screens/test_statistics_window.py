"""The statistics as a leader meets them: by key, by number, on the smallest window, in English too, never waiting."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from desktop import keys
from desktop.app import Reception
from desktop.demo.past import CLERK, live_a_past
from desktop.frame.frame import Frame
from desktop.frame_screens import SCREENS
from desktop.i18n import look_up_with
from desktop.i18n.translators import ENGLISH, VIETNAMESE, speak
from desktop.looks import Looks, keep_looks
from desktop.screens.register.screen import RegisterScreen
from desktop.screens.statistics.periods import Period
from desktop.screens.statistics.screen import StatisticsScreen
from desktop.screens.statistics.state import Tab
from desktop.screens.statistics.tile import FigureTile
from desktop.theme import tokens
from dossiers.people import Clerk, Role
from dossiers.reporting.indicators import SOURCE
from dossiers.store.vault import unlock
from tests.desktop.conftest import HandClock, inside
from tests.desktop.driving import Driver, settle, wait_for
from tests.desktop.test_heartbeat import MOST_BUSY_S, Heartbeat
from tests.words_on_show import mnemonics_on, still_vietnamese

SECRET = "sáng sớm mùa thu"
LEADER = Clerk(name="Phạm Thị Lan", role=Role.LEADER)
DOSSIERS = 240


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that worked a month, with a leader."""
    home = tmp_path_factory.mktemp("past") / "home"
    live_a_past(home, SECRET, DOSSIERS, 5, HandClock())
    unlock(home, CLERK.name, SECRET, HandClock()).add(LEADER, SECRET)
    return home


def opened(qapp: QApplication, home: Path, looks: Looks) -> Reception:
    """The desk with the leader at the statistics."""
    keep_looks(home, looks)
    running = Reception(qapp, home, HandClock())
    running.start()
    wait_for(running.window.isActiveWindow, "the window to be active")
    clerk = Driver(running.window)
    wait_for(lambda: LEADER.name in clerk.names(), "the names")
    clerk.click(LEADER.name)
    clerk.field("Password or PIN" if looks.language == ENGLISH else "Mật khẩu hoặc mã PIN").type(SECRET)
    clerk.press("Return")
    wait_for(lambda: inside(running), "the frame")
    running.window.resize(1366, 728)
    clerk.press(keys.STATISTICS)
    ready(running)
    return running


@pytest.fixture(scope="module")
def reception(qapp: QApplication, past: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reception]:
    """In Vietnamese, light; one desk for all of this module."""
    running = opened(qapp, Path(shutil.copytree(past, tmp_path_factory.mktemp("desk") / "home")), Looks())
    yield running
    running.close()
    running.window.deleteLater()


@pytest.fixture
def screen(reception: Reception) -> StatisticsScreen:
    """The statistics in front as they open: this month, the charts."""
    reception.window.resize(1366, 728)
    frame_of(reception).open("statistics")
    made = ready(reception)
    made.tabs.setCurrentIndex(0)
    made.presenter.choose(Period.MONTH)
    return ready(reception)


def frame_of(reception: Reception) -> Frame:
    """The frame of the sitting."""
    assert reception.sitting is not None
    return reception.sitting.frame


def ready(reception: Reception) -> StatisticsScreen:
    """The statistics, once nothing more is being counted."""
    screen = frame_of(reception).front_screen
    assert isinstance(screen, StatisticsScreen)
    wait_for(lambda: not screen.presenter.state.busy, "the figures")
    settle(20)
    return screen


def wait_for_list(reception: Reception, count: int) -> None:
    """Wait for the register to show exactly so many dossiers."""
    wait_for(lambda: frame_of(reception).front == "register", "the register")
    register = frame_of(reception).front_screen
    assert isinstance(register, RegisterScreen)
    wait_for(lambda: register.rows.rowCount() == count, f"a list of {count}")


def test_every_figure_opens_its_list_and_esc_comes_back(reception: Reception, screen: StatisticsScreen) -> None:
    clerk = Driver(reception.window)
    for tile in screen.tiles[:3]:
        assert tile.figure is not None
        expected = tile.figure.numerator
        tile.setFocus()
        clerk.press("Return")
        assert expected > 0
        wait_for_list(reception, expected)
        clerk.press(keys.BACK)
        ready(reception)
        assert frame_of(reception).front == "statistics"


def test_a_bar_and_a_cell_open_their_lists_by_keys_alone(reception: Reception, screen: StatisticsScreen) -> None:
    clerk = Driver(reception.window)
    busiest = screen.pages[Tab.CHARTS].busiest  # type: ignore[union-attr]
    busiest.setFocus()
    clerk.press("Down")
    clerk.press("Return")
    wait_for_list(reception, busiest.bars[1].count)
    clerk.press(keys.BACK)
    screen.tabs.setCurrentIndex(list(Tab).index(Tab.SECTORS))
    ready(reception)
    table = screen.pages[Tab.SECTORS].table  # type: ignore[union-attr]
    table.setFocus()
    clerk.press("Right")
    clerk.press("Return")
    assert screen.presenter.state.sectors is not None
    wait_for_list(reception, screen.presenter.state.sectors.sum.total)


def test_ctrl_tab_turns_the_pages_from_anywhere(screen: StatisticsScreen) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(screen.bar.chips[Period.MONTH], Qt.Key.Key_Tab, control)
    turned = [screen.presenter.state.tab]
    QTest.keyClick(screen.bar.chips[Period.MONTH], Qt.Key.Key_Backtab, control | shift)
    QTest.keyClick(screen.tiles[0], Qt.Key.Key_Backtab, control | shift)
    assert [*turned, screen.presenter.state.tab] == [Tab.SECTORS, Tab.FEES]


def test_every_page_fits_the_smallest_window_and_every_control_has_a_name(
    reception: Reception, screen: StatisticsScreen
) -> None:
    for size in ((1366, 728), tokens.LEAST_WINDOW):
        reception.window.resize(*size)
        for at, tab in enumerate(Tab):
            screen.tabs.setCurrentIndex(at)
            ready(reception)
            wide, high = reception.window.minimumSizeHint().toTuple()
            assert (tab, wide <= tokens.LEAST_WINDOW[0], high <= tokens.LEAST_WINDOW[1]) == (tab, True, True)
            nameless = [
                widget for widget in screen.findChildren(QAbstractButton)
                if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.accessibleName()
            ]  # fmt: skip
            assert nameless == []


def test_the_names_of_the_lines_are_whole_on_the_smallest_window(
    reception: Reception, screen: StatisticsScreen
) -> None:
    reception.window.resize(*tokens.LEAST_WINDOW)
    screen.tabs.setCurrentIndex(list(Tab).index(Tab.SECTORS))
    ready(reception)
    table = screen.pages[Tab.SECTORS].table  # type: ignore[union-attr]
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("Chứng thực và hộ tịch")
    assert not table.horizontalScrollBar().isVisible()


def test_a_leader_prints_and_exports(
    reception: Reception, screen: StatisticsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = Driver(reception.window)
    clerk.press(keys.PRINT)
    wait_for(lambda: "hàng đợi in" in frame_of(reception).said, "the report in the queue")
    screen.tabs.setCurrentIndex(list(Tab).index(Tab.SECTORS))
    ready(reception)
    assert "In Biểu 06" in clerk.names()
    file = tmp_path / "bieu.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    clerk.click("Xuất .xlsx")
    wait_for(lambda: "vào tệp" in frame_of(reception).said, "the file")
    assert load_workbook(file).worksheets[0].max_row >= 4


def test_typed_days_are_counted_and_wrong_ones_said(reception: Reception, screen: StatisticsScreen) -> None:
    clerk = Driver(reception.window)
    clerk.click("Từ … đến")
    clerk.field("Từ ngày").type("02112026")
    clerk.field("Đến ngày").type("01/11/2026")
    QTest.keyClick(screen.bar.last, Qt.Key.Key_Return)
    assert "ngày cuối phải từ ngày đầu" in screen.presenter.state.fault
    clerk.field("Đến ngày").type("20/11/2026")
    QTest.keyClick(screen.bar.last, Qt.Key.Key_Return)
    ready(reception)
    assert (screen.presenter.state.fault, screen.presenter.state.span.words) == ("", "2/11–20/11/2026")
    assert "2/11–20/11/2026" in screen.tiles[0].accessibleName()


def test_a_tile_says_number_base_span_and_hour(reception: Reception, screen: StatisticsScreen) -> None:
    tile = screen.tiles[2]
    assert isinstance(tile, FigureTile)
    assert tile.figure is not None
    said = tile.accessibleName()
    assert all(part in said for part in (tile.figure.share, "/", "1/11–30/11/2026", "tính đến 09:00 23/11/2026"))


def test_going_through_spans_and_pages_is_never_felt(reception: Reception, screen: StatisticsScreen) -> None:
    for name in SCREENS:
        frame_of(reception).prepare(name)
    busiest = []
    for _ in range(3):
        heart = Heartbeat()
        for at in range(len(Tab)):
            screen.tabs.setCurrentIndex(at)
            for period in (Period.DAY, Period.YEAR):
                screen.presenter.choose(period)
                ready(reception)
        busiest.append(heart.stop())
    assert min(busiest) <= MOST_BUSY_S, "a handler of ours is as slow in every round"


def test_in_english_nothing_is_vietnamese_but_data(qapp: QApplication, past: Path, tmp_path: Path) -> None:
    home = Path(shutil.copytree(past, tmp_path / "home"))
    running = opened(qapp, home, Looks(language=ENGLISH))
    try:
        screen, catalogue = ready(running), list[tuple[str, str]]()
        assert running.sitting is not None
        session = running.sitting.session
        session.jobs.ask(
            lambda desk: [(each.name, each.sector) for each in desk.catalogue.procedures], catalogue.extend, print
        )
        wait_for(lambda: catalogue, "the catalogue")
        data = (catalogue, session.here.office, LEADER, CLERK, SOURCE)
        for at, tab in enumerate(Tab):
            screen.tabs.setCurrentIndex(at)
            ready(running)
            assert (tab, still_vietnamese(screen, data)) == (tab, [])
            letters = mnemonics_on(screen)
            assert letters == sorted(set(letters))
    finally:
        running.close()
        running.window.deleteLater()
        speak(qapp, VIETNAMESE)
        look_up_with(None)
