"""Card 2 of the intake: the papers handed in, what is to be paid, and when to come back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.screens.intake.at_once_row import AtOnceRow
from desktop.screens.intake.form import Field, Form
from desktop.screens.intake.money_box import MoneyBox
from desktop.screens.intake.paper_row import CERTIFICATION, COUNT_WIDTH, GENERAL, PaperRow
from desktop.screens.intake.showing import WholeWords
from desktop.screens.intake.state import IntakeState
from desktop.screens.intake.time_box import TimeBox
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets import Card, LinkButton, StatusChip, caption

HERE = (Field.PAPERS, Field.FEES, Field.REDUCTION_PAPER, Field.DUE, Field.SETS, Field.SIGNER)
"""The places whose faults are said on this card."""
ROWS_IN_SIGHT = 5
"""So many papers are seen without scrolling, where there are as many."""


class PapersCard(Card):
    """Rebuilds its rows when the procedure changes, and only refreshes them otherwise."""

    turned = Signal(int, object)
    named = Signal(int, str)
    recounted = Signal(int, str, str)
    signing = Signal(int, bool)
    digitised = Signal(int, object)
    reused = Signal(int)
    looked = Signal(int)
    dropped = Signal(int)
    rebuilt = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(t("2 · Thành phần hồ sơ"))
        self._theme = theme
        self.rows: list[PaperRow] = []
        self._headings: list[QLabel] = []
        self._shape: tuple[object, ...] = ()
        self.all_here = LinkButton(t("Đủ giấy tờ ({key})", key=keys.ALL_HERE))
        self.more = LinkButton(t("+ Thêm giấ&y tờ"))
        self.more.setToolTip(t("Dấu + trong ô số thêm một giấy tờ, dấu – bỏ bớt"))
        for link in (self.all_here, self.more):
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # reached by their letters; Enter walks past them
        self.note = StatusChip()
        self.money, self.time, self.at_once = MoneyBox(), TimeBox(), AtOnceRow()
        self.often, self.fault = WholeWords("caption"), WholeWords()
        self._lay_out()
        theme.changed.connect(self._on_looks_changed)

    def show_papers(self, form: Form, *, certification: bool, by_document: bool) -> None:
        """Show the component table; `by_document` lets the clerk name lines and add some."""
        names = [] if by_document else [paper.name for paper in form.papers]
        shape = (certification, by_document, len(form.papers), *names)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(form, certification=certification, by_document=by_document)
            self.rebuilt.emit()
        for row, paper in zip(self.rows, form.papers, strict=True):
            row.show_paper(paper)
        self.more.setVisible(by_document)
        self.at_once.show_form(form, certification=certification)

    def show_state(self, form: Form, state: IntakeState) -> None:
        """Show fees, appointment and what is still to be looked at."""
        for index, row in enumerate(self.rows):
            row.earlier.say(state.earlier.get(index))
        self._fit_rows()
        self.money.show_money(form, state.money)
        self.time.show_state(form, state)
        note = state.papers_note
        self.note.say(note.text if note else "", note.tone if note else Tone.IDLE)
        faults = [state.hints[place].text for place in HERE if place in state.hints]
        for label, words in ((self.often, state.often_missing), (self.fault, " ".join(faults))):
            label.setText(words)
            label.fit()
            label.setVisible(bool(words))

    def order_after(self, before: QWidget) -> None:
        """Tab and Enter walk as one reads: papers, then money, time and the signer."""
        parts = [part for row in self.rows for part in row.parts()]
        at_once = (self.at_once.switch, self.at_once.signer)
        for part in (*parts, *self.money.parts(), *self.time.parts(), *at_once):
            QWidget.setTabOrder(before, part)
            before = part

    def go_to_pages(self, index: int) -> None:
        """The cursor to where the work of a paper begins: its pages, else its mark."""
        row = self.rows[index]
        target = row.counts.get("pages")
        (target or row.mark).setFocus(Qt.FocusReason.OtherFocusReason)
        if target:
            target.selectAll()
        self._area.ensureWidgetVisible(row)

    def _on_looks_changed(self) -> None:
        if self._headings:
            self._fit_columns()

    def _lay_out(self) -> None:
        self._head, self._list = QHBoxLayout(), QVBoxLayout()
        self._head.setSpacing(tokens.SMALL_GAP)
        self._list.setSpacing(0)
        self._list.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(self._list)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setObjectName("bare")
        area.setStyleSheet("QScrollArea#bare { background: transparent; }")
        inside.setAutoFillBackground(False)
        links = QHBoxLayout()
        links.addWidget(self.all_here)
        links.addWidget(self.more)
        links.addStretch()
        links.addWidget(self.note)
        self.fault.setProperty("tone", Tone.BAD.value)
        self.body.addLayout(self._head)
        self.body.addWidget(area, 1)
        self.body.addLayout(links)
        for part in (self.often, self.fault, self.money, self.time, self.at_once):
            self.body.addWidget(part)
        self.body.addStretch(0)

    def _rebuild(self, form: Form, *, certification: bool, by_document: bool) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while item := self._list.takeAt(0):
            del item
        self.rows = []
        for number, paper in enumerate(form.papers):
            row = PaperRow(self._theme, paper, certification=certification, named_by_clerk=by_document)
            row.turned.connect(partial(self.turned.emit, number))
            row.named.connect(partial(self.named.emit, number))
            row.recounted.connect(partial(self.recounted.emit, number))
            row.signing.connect(partial(self.signing.emit, number))
            row.digitised.connect(partial(self.digitised.emit, number))
            row.reused.connect(partial(self.reused.emit, number))
            row.looked.connect(partial(self.looked.emit, number))
            row.one_more.connect(self.more.click)
            row.one_less.connect(partial(self.dropped.emit, number))
            self.rows.append(row)
            self._list.addWidget(row)
        self._list.addStretch()
        self._show_headings(certification)
        self._fit_columns()

    def _show_headings(self, certification: bool) -> None:
        while item := self._head.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._head.addStretch(1)
        words = [t(heading) for _, heading in (CERTIFICATION if certification else GENERAL)]
        self._headings = [caption(heading) for heading in words + [t("Điện tử")] * certification]
        for heading in self._headings:
            heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._head.addWidget(heading)

    def _fit_rows(self) -> None:
        """As high as the papers are with what is said under them, and the first of them in sight."""
        heights = [tokens.CONTROL_HEIGHT + row.earlier.height_wanted for row in self.rows]
        most = (ROWS_IN_SIGHT + 1) * tokens.CONTROL_HEIGHT
        self._area.setMinimumHeight(min(sum(heights[:ROWS_IN_SIGHT]), most))
        self._area.setMaximumHeight(sum(heights))

    def _fit_columns(self) -> None:
        """Count columns as wide as the widest heading, the date whole: in any language, at any size of letters."""
        for heading in self._headings:
            heading.ensurePolished()
        widths = [heading.fontMetrics().horizontalAdvance(heading.text()) for heading in self._headings]
        width = max(COUNT_WIDTH, *(wide + tokens.SMALL_GAP for wide in widths))
        self.time.fit()
        for part in (*self._headings, *(field for row in self.rows for field in row.columns())):
            part.setFixedWidth(width)
