"""The statistics screen: a span, four figures, and pages of charts and tables; every number opens its dossiers."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTabWidget

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.statistics.charts_page import ChartsPage
from desktop.screens.statistics.export import Exporter, file_name
from desktop.screens.statistics.paper import COMMANDS, Papers, form_of
from desktop.screens.statistics.presenter import StatisticsPresenter
from desktop.screens.statistics.span_bar import SpanBar
from desktop.screens.statistics.state import State, Tab
from desktop.screens.statistics.table_page import IndicatorsPage, TablePage
from desktop.screens.statistics.tile import FigureTile
from desktop.screens.statistics.words import target
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Page
from dossiers.people import Right

TABS = {
    Tab.CHARTS: "Biểu đồ", Tab.SECTORS: "Biểu 06, lĩnh vực", Tab.PROCEDURES: "Thủ tục", Tab.CHANNELS: "Kênh",
    Tab.CLERKS: "Cán bộ", Tab.INDICATORS: "QĐ 766", Tab.NEVER_USED: "Không phát sinh", Tab.PACES: "Thời gian",
    Tab.FEES: "Phí, lệ phí",
}  # fmt: skip


class StatisticsScreen(Screen):
    """See `View` in the presenter."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = StatisticsPresenter(jobs=session.jobs, stage=session.stage, clock=session.clock, view=self)
        self._stage, self._may_not_export = session.stage, partial(session.here.why_not, Right.EXPORT)
        self._exporter = Exporter(session.jobs, session.stage)
        slips = Slips(session.jobs, session.stage, session.clock, session.printing.wake)
        self._papers = Papers(session.jobs, session.stage, slips)
        self._form = form_of(Tab.CHARTS)
        self.bar = SpanBar()
        self.tiles = (
            FigureTile(session.theme, t("tiếp nhận")), FigureTile(session.theme, t("đã giải quyết")),
            FigureTile(session.theme, t("đúng hạn"), share=True), FigureTile(session.theme, t("quá hạn")),
        )  # fmt: skip
        self.tabs = QTabWidget()
        self.pages = {tab: self._page(session, tab) for tab in Tab}
        for tab, page in self.pages.items():
            self.tabs.addTab(page, t(TABS[tab]))
        self._lay_out()
        self._wire()

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Thống kê")

    def hint(self) -> str:
        """See `Screen.hint`."""
        return t("mũi tên chọn số · Enter mở danh sách · Ctrl+Tab trang kế")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`."""
        return (
            Command(
                id="statistics.print", title=t(COMMANDS[self._form]), key=keys.PRINT, icon="printer", primary=True,
                run=self._print,
            ),
            Command(id="statistics.export", title=t("Xuất .xlsx"), run=self._export, refusal=self._may_not_export),
            Command(
                id="statistics.refresh", title=t("Tính lại"), key=keys.REFRESH, run=self.presenter.enter, in_bar=False
            ),
        )  # fmt: skip

    def enter(self, **_: object) -> None:
        """See `Screen.enter`."""
        self.presenter.enter()
        self.bar.chips[self.presenter.state.period].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """See `Screen.leave`."""
        self.presenter.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab turns the page from wherever the cursor is."""
        turns = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        step = turns.get(Qt.Key(event.key()), 0) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0
        if step:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        else:
            super().keyPressEvent(event)

    def show_state(self, state: State) -> None:
        """See `View.show_state`."""
        self.bar.show_state(state)
        self.page.aside.setText(t("Đang tính…") if state.busy else "")
        for tile, figure in zip(self.tiles, state.headline or (None,) * len(self.tiles), strict=True):
            if tile.figure is not figure:
                tile.show_figure(figure)
        self.pages[state.tab].show_state(state)
        if form_of(state.tab) != self._form:
            self._form = form_of(state.tab)
            self.commands_changed.emit()

    def _page(self, session: Session, tab: Tab) -> ChartsPage | TablePage:
        match tab:
            case Tab.CHARTS:
                return ChartsPage(session.theme, self.presenter.open)
            case Tab.INDICATORS:
                return IndicatorsPage(session.theme, self.presenter.open)
            case _:
                return TablePage(session.theme, tab, self.presenter.open)

    def _lay_out(self) -> None:
        self.page = Page(self, self.title(), scrolls=False)
        self.page.body.setSpacing(tokens.GAP)
        self.page.body.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        for tile in self.tiles:
            row.addWidget(tile, 1)
        self.page.body.addLayout(row)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(t("Trang số liệu"))
        self.page.body.addWidget(self.tabs, 1)

    def _wire(self) -> None:
        self.bar.period_chosen.connect(self.presenter.choose)
        self.bar.moved.connect(self._on_moved)
        self.bar.days_typed.connect(self.presenter.choose_days)
        self.tabs.currentChanged.connect(self._on_tab)
        for tile in self.tiles:
            tile.clicked.connect(self._on_tile)

    def _on_moved(self, later: bool) -> None:
        self.presenter.move(later=later)

    def _on_tab(self, at: int) -> None:
        self.presenter.turn_to(tuple(Tab)[at])

    def _counted(self) -> bool:
        """Whether the page in front has its answer; said where it has not."""
        here = self.presenter.state.table is not None
        if not here:
            self._stage.toast(t("Đang tính…"))
        return here

    def _print(self) -> None:
        if self._counted():
            self._papers.print(self.presenter.state)

    def _export(self) -> None:
        if not self._counted():
            return
        state = self.presenter.state
        name = file_name(state, t(TABS[state.tab]))
        chosen, _ = QFileDialog.getSaveFileName(self, t("Xuất bảng số liệu"), name, "Excel (*.xlsx)")
        if chosen:
            self._exporter.export(state, Path(chosen).with_suffix(".xlsx"))

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, FigureTile) and tile.figure is not None:
            self.presenter.open(target(tile.figure))


def build(session: Session) -> StatisticsScreen:
    """The statistics screen of this sitting."""
    return StatisticsScreen(session)
