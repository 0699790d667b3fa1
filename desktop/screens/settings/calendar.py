"""Lịch làm việc: the days of a year that are not what their weekday says, and the way to change them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.clock_asks import WEEKDAYS
from desktop.i18n import t
from desktop.screens.settings.calendar_presenter import CalendarPresenter, CalendarState, DayRow, Days
from desktop.screens.settings.listing import Entry, Listing
from desktop.screens.settings.panel import Panel
from desktop.screens.settings.sweep import SweepPage
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, ChipDelegate, DateLine, Field, KeyHintButton, Line, PrimaryButton, Table, muted
from dossiers.calendars import YEARS, DayKind
from dossiers.clock import say_date

if TYPE_CHECKING:
    from desktop.calendar_asks import Effect, Unfinished

HEADINGS = ("Ngày", "Thứ", "Loại ngày", "Tên ngày", "Căn cứ", "Nguồn")
CHIP = 5
KINDS = {
    DayKind.OFF: "Nghỉ lễ", DayKind.OFF_IN_LIEU: "Nghỉ bù", DayKind.MAKE_UP: "Làm bù", DayKind.HALF: "Nửa ngày",
}  # fmt: skip
TABLE_HEIGHT = 292


class CalendarPanel(Panel):
    """Two pages: the year as a draft, and what the draft would do before anything is kept."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._presenter = CalendarPresenter(jobs=session.jobs, clock=session.clock, view=self, complain=self.complain)
        self._shown: tuple[DayRow, ...] = ()
        self._rows = Listing(HEADINGS, CHIP)
        self._table = Table(t("Ngày nghỉ và làm bù"), self._rows)
        self._chips = ChipDelegate(session.theme)
        self._year, self._kind = QComboBox(), QComboBox()
        self._day, self._note, self._notice = DateLine(), Line(), Line()
        self._count, self._unsaved = muted(), muted()
        self._forget = KeyHintButton(t("Bỏ các tha&y đổi"))
        self._weigh = PrimaryButton(t("Xem &hồ sơ bị ảnh hưởng"))
        self._sweep = SweepPage(self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._year_page())
        self._pages.addWidget(self._sweep)
        self.column.addWidget(self._pages)
        self.add_answer()
        self._wire()

    def refresh(self) -> None:
        """See `Panel`; a sweep on its way is left alone."""
        if not self._sweep.presenter.state.running:
            self._presenter.open()

    def present(self, state: CalendarState) -> None:
        """See `CalendarView`."""
        self._year.setCurrentText(str(state.year))
        self._shown = state.rows
        self._rows.show([_entry(row) for row in state.rows])
        self._count.setText(t("{count} ngày làm việc", count=state.working_days))
        words = t("{count} ngày chưa lưu", count=state.unsaved) if state.unsaved else t("Đúng như lịch đang dùng")
        self._unsaved.setText(words)
        for button in (self._forget, self._weigh):
            button.setEnabled(bool(state.unsaved))

    def weigh(self, days: Days, effect: "Effect") -> None:
        """See `CalendarView`."""
        self.answer("")
        self._sweep.presenter.show(days, effect)
        self._pages.setCurrentIndex(1)

    def take_up(self, unfinished: "Unfinished") -> None:
        """See `CalendarView`."""
        if self._sweep.presenter.take_up(unfinished):
            self._pages.setCurrentIndex(1)

    def _year_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.CARD_GAP)
        column.addWidget(self._list_card())
        column.addWidget(self._day_card())
        column.addStretch()
        return page

    def _list_card(self) -> Card:
        card, head = Card(t("Ngày nghỉ, nghỉ bù, làm bù, nửa ngày")), QHBoxLayout()
        self._year.addItems([str(year) for year in YEARS])
        self._year.setAccessibleName(t("Năm"))
        read = KeyHintButton(t("Nhập tệ&p lịch…"))
        read.clicked.connect(self._on_read)
        for part in (self._year, self._count):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(read)
        self._table.set_widths(100, 92, 96, 280, 140)
        self._table.setItemDelegateForColumn(CHIP, self._chips)
        self._table.setFixedHeight(TABLE_HEIGHT)
        card.body.addLayout(head)
        card.body.addWidget(self._table)
        return card

    def _day_card(self) -> Card:
        card, row, foot = Card(), QHBoxLayout(), QHBoxLayout()
        for kind, words in KINDS.items():
            self._kind.addItem(t(words), kind)
        put, drop = KeyHintButton(t("&Ghi ngày này")), KeyHintButton(t("&Xóa ngày này"))
        put.clicked.connect(self._on_put)
        drop.clicked.connect(self._on_drop)
        row.addWidget(Field(t("&Ngày"), self._day), 1)
        row.addWidget(Field(t("&Loại"), self._kind), 1)
        row.addWidget(Field(t("&Tên ngày"), self._note), 2)
        row.addWidget(Field(t("&Căn cứ"), self._notice), 2)
        for button in (put, drop):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self._unsaved, 1)
        foot.addWidget(self._forget)
        foot.addWidget(self._weigh)
        card.body.addLayout(row)
        card.body.addLayout(foot)
        return card

    def _wire(self) -> None:
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._year.activated.connect(self._on_year)
        self._forget.clicked.connect(self._presenter.forget)
        self._weigh.clicked.connect(self._presenter.weigh)
        self._sweep.back.clicked.connect(self._on_back)

    def _on_row(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._shown):
            row = self._shown[index.row()]
            self._day.set_day(row.day)
            self._kind.setCurrentIndex(list(KINDS).index(row.rule.kind))
            self._note.setText(row.rule.note)
            self._notice.setText(row.rule.notice)

    def _on_year(self, index: int) -> None:
        self._presenter.turn_to(YEARS[index])

    def _on_put(self) -> None:
        self.answer("")
        self._presenter.put(self._day.day(), self._kind.currentData(), self._note.value(), self._notice.value())

    def _on_drop(self) -> None:
        self.answer("")
        if day := self._day.day():
            self._presenter.drop(day)

    def _on_read(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, t("Nhập tệp lịch"), "", "CSV, XLSX, JSON (*.csv *.xlsx *.json)")
        if file:
            self.answer("")
            self._presenter.read_file(file)

    def _on_back(self) -> None:
        self.answer("")
        self._pages.setCurrentIndex(0)
        self._presenter.open()


def _entry(row: DayRow) -> Entry:
    rule = row.rule
    words, tone = _standing(row)
    cells = (say_date(row.day), t(WEEKDAYS[row.day.weekday()]), t(KINDS[rule.kind]), rule.note, rule.notice, words)
    return Entry(cells=cells, tone=tone)


def _standing(row: DayRow) -> tuple[str, Tone]:
    """Where a day comes from, and whether somebody vouched for it."""
    if not row.rule.verified:
        return t("Chưa xác minh"), Tone.WARN
    return (t("Cơ quan ghi"), Tone.INFO) if row.own else (t("Cả nước"), Tone.IDLE)


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return CalendarPanel(session)
