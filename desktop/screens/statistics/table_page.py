"""A page with a table and the sentences that belong to it: the identity, the source, what is counted how."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.statistics.charts_page import Open
from desktop.screens.statistics.grids import SHEETS, grid_of, identity_words
from desktop.screens.statistics.rows import GridTable
from desktop.screens.statistics.state import State, Tab
from desktop.screens.statistics.words import as_of_words
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.widgets import Card, muted, strong, text
from dossiers.reporting.figures import dotted
from dossiers.reporting.indicators import INDICATORS, LEFT_OUT, SOURCE
from dossiers.reporting.words import GROUPING_WORDS

NOTES = {
    Tab.PACES: "Một nửa trong: nửa số hồ sơ xong trong thời gian ấy. Thời gian chờ người dân bổ sung có tính vào; "
    "thời gian đứng chờ ở quầy không được ghi nên không tính.",
    Tab.FEES: "Theo ngày ghi trên biên lai. Tiền trả lại tính đến nay; biên lai hủy đứng riêng.",
}  # fmt: skip
TABLES = {
    Tab.INDICATORS: "Chỉ số theo QĐ 766", Tab.NEVER_USED: "Thủ tục không phát sinh",
    Tab.PACES: "Thời gian chờ và xử lý", Tab.FEES: "Thu phí, lệ phí",
}  # fmt: skip


class TablePage(QWidget):
    """One table; it is filled anew only when its answer is another."""

    def __init__(self, theme: Theme, tab: Tab, on_open: Open) -> None:
        super().__init__()
        self.tab = tab
        self._answer: object = None
        self.table = GridTable(theme, t(TABLES[tab]) if tab in TABLES else t(GROUPING_WORDS[SHEETS[tab]]))
        self.table.opened.connect(on_open)
        self.note = muted("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, tokens.GAP, 0, 0)
        column.setSpacing(tokens.GAP)
        self.body = QHBoxLayout()
        self.body.setSpacing(tokens.CARD_GAP)
        self.body.addWidget(self.table, 1)
        column.addLayout(self.body, 1)
        column.addWidget(self.note)
        self.table.setMinimumHeight(2 * tokens.ROW_HEIGHT)

    def show_state(self, state: State) -> None:
        """The answer of this page, if it has come."""
        if state.table is None or state.table is self._answer:
            return
        self._answer = state.table
        self.table.show_grid(grid_of(state))
        self.note.setText(note(state))
        self.note.setVisible(bool(self.note.text()))


class IndicatorsPage(TablePage):
    """Beside the table: how the indicator in hand is counted, and which are left out and why."""

    def __init__(self, theme: Theme, on_open: Open) -> None:
        super().__init__(theme, Tab.INDICATORS, on_open)
        self._title, self._rule = strong(), text("", wrap=True)
        card = Card()
        for part in (self._title, self._rule, strong(t("Không tính ở đây"))):
            card.body.addWidget(part)
        for sentence in LEFT_OUT:
            card.body.addWidget(muted(t(sentence), wrap=True))
        card.body.addStretch()
        beside = QScrollArea()
        beside.setWidgetResizable(True)
        beside.setFrameShape(QFrame.Shape.NoFrame)
        beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside.setWidget(card)
        self.body.addWidget(beside, 1)
        self.body.setStretch(0, 2)
        self.table.selectionModel().currentChanged.connect(self._on_current)

    def show_state(self, state: State) -> None:
        """See `TablePage`."""
        super().show_state(state)
        self._on_current()

    def _on_current(self, *_: object) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(INDICATORS):
            self._title.setText(t(INDICATORS[row].title))
            self._rule.setText(f"{t(INDICATORS[row].rule)} ({SOURCE})")


def note(state: State) -> str:
    """The sentence under a table."""
    match state.tab:
        case Tab.PACES | Tab.FEES:
            return t(NOTES[state.tab])
        case Tab.NEVER_USED if state.never_used and state.headline:
            said = t(
                "{count}/{offered} thủ tục đang áp dụng không phát sinh hồ sơ",
                count=dotted(len(state.never_used.procedures)), offered=dotted(state.never_used.in_force),
            )  # fmt: skip
            return f"{said}; {state.span.words}; {as_of_words(state.headline[0])}."
        case Tab.SECTORS if state.sectors:
            return f"{identity_words(state.sectors)} {t('Các cột theo Biểu 06/VPCP/KSTT.')}"
        case Tab.PROCEDURES | Tab.CHANNELS | Tab.CLERKS:
            return identity_words(state.table)
    return ""
