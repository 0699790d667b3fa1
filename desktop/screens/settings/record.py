"""Nhật ký truy cập: who looked, printed, exported, came in or failed to; for those who lead the office."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout

from desktop.i18n import t
from desktop.screens.settings.listing import Entry as Row
from desktop.screens.settings.listing import Listing
from desktop.screens.settings.panel import Panel
from desktop.screens.settings.record_presenter import HEADINGS, KIND_WORDS, RecordPresenter, RecordState, line
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Card, DateLine, Field, KeyHintButton, Table, muted, offer
from dossiers.people import Right

TABLE_HEIGHT = 320
WIDTHS = (156, 150, 140, 250)


class RecordPanel(Panel):
    """Whoever may not see it is told so instead of an empty table."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.presenter = RecordPresenter(session.jobs, self, self.complain)
        self._clerk, self._kind = QComboBox(), QComboBox()
        self._first, self._last = DateLine(), DateLine()
        self._rows = Listing(HEADINGS)
        self._more, self._save = KeyHintButton(t("Xem &cũ hơn")), KeyHintButton(t("&Xuất .xlsx"))
        self._card = Card(t("Nhật ký truy cập của quầy"))
        self._lay_out()
        self._kind.addItem(t("Mọi việc"), None)
        for kind, words in KIND_WORDS.items():
            self._kind.addItem(t(words), kind)
        self.column.addWidget(self._card)
        self.add_answer()

    def refresh(self) -> None:
        """See `Panel`."""
        here = self.session.here
        offer(self._save, here.why_not(Right.RECORD) or here.why_not(Right.EXPORT))
        self._on_wanted()

    def present(self, state: RecordState) -> None:
        """See `RecordView`."""
        chosen = self._clerk.currentData() or ""
        self._clerk.clear()
        self._clerk.addItem(t("Mọi người"), "")
        for name in state.clerks:
            self._clerk.addItem(name, name)
        self._clerk.setCurrentIndex(max(self._clerk.findData(chosen), 0))
        self._rows.show([Row(cells=tuple(str(cell) for cell in line(entry))) for entry in state.entries])
        self._more.setEnabled(state.more)

    def _lay_out(self) -> None:
        filters, below = QHBoxLayout(), QHBoxLayout()
        filters.setSpacing(tokens.GAP)
        fields = (
            Field(t("Ng&ười"), self._clerk), Field(t("&Việc"), self._kind),
            Field(t("&Từ ngày"), self._first), Field(t("Đế&n ngày"), self._last),
        )  # fmt: skip
        for field in fields:
            filters.addWidget(field, 1)
        table = Table(t("Nhật ký truy cập"), self._rows)
        table.setFixedHeight(TABLE_HEIGHT)
        table.set_widths(*WIDTHS)
        words = muted(t("Chỉ lưu ở quầy này, không gửi đi đâu. Không ai sửa hay xóa được dòng nào."), wrap=True)
        below.addWidget(words, 1)
        below.addWidget(self._more)
        below.addWidget(self._save)
        self._card.body.addLayout(filters)
        self._card.body.addWidget(table)
        self._card.body.addLayout(below)
        for box in (self._clerk, self._kind):
            box.activated.connect(self._on_wanted)
        for day in (self._first, self._last):
            day.editingFinished.connect(self._on_wanted)
        self._more.clicked.connect(self.presenter.show_more)
        self._save.clicked.connect(self._on_save)

    def _on_wanted(self) -> None:
        days: list[date | None] = [each.day() for each in (self._first, self._last)]
        self.presenter.show(self._clerk.currentData() or "", self._kind.currentData(), days[0], days[1])

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, t("Xuất .xlsx"), "nhat-ky-truy-cap.xlsx", "Excel (*.xlsx)")
        if name:
            self.presenter.export(Path(name))


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return RecordPanel(session)
