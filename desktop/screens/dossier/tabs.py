"""The six tabs of a dossier: summary, papers, history, money, custody, scans."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import t
from desktop.screens.dossier.files_page import FilesPage
from desktop.screens.dossier.rows import (
    DEEDS,
    FEES,
    HOPS,
    PAPERS,
    RECEIPTS,
    CellsModel,
    deed_cells,
    fee_cells,
    hop_cells,
    paper_cells,
    receipt_cells,
)
from desktop.screens.dossier.state import DossierState
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.widgets import ChipDelegate, StatusChip, Table, muted, strong, text

LEAST_ROWS = 2
TABS = ("Tóm tắt", "Giấy tờ", "Diễn biến", "Tiền", "Giao nhận", "Bản quét")


class WrappingDelegate(QStyledItemDelegate):
    """Makes a row as high as its words need within the padding of the cell, which Qt's own hint leaves out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as before, and as high as the lines take."""
        hint = super().sizeHint(option, index)
        room = QRect(0, 0, max(1, option.rect.width() - 3 * tokens.GAP), 10 * tokens.ROW_HEIGHT)
        lines = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, str(index.data()))
        return QSize(hint.width(), max(hint.height(), lines.height() + tokens.GAP))


class DossierTabs(QTabWidget):
    """Shows a `DossierState`; nothing here decides."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName(t("Hồ sơ"))
        self._chips, self._wrapping = ChipDelegate(theme), WrappingDelegate()
        self._facts = QGridLayout()
        self.papers, self.deeds = CellsModel(PAPERS), CellsModel(DEEDS)
        self.fees, self.receipts, self.hops = CellsModel(FEES), CellsModel(RECEIPTS), CellsModel(HOPS)
        self.scans, self.sums = muted(), strong()
        self.money, self.holder, self.result = StatusChip(), text(wrap=True), text(wrap=True)
        self.files = FilesPage(theme)
        pages = (self._summary(), self._papers(), self._history(), self._money(), self._custody(), self.files)
        for words, page in zip(TABS, pages, strict=True):
            self.addTab(page, t(words))

    def show_state(self, state: DossierState) -> None:
        """Another dossier, or another state of it; the tab in front stays."""
        self._show_facts(state.facts)
        self.papers.show_rows(paper_cells(state.papers))
        self.scans.setText(state.scans)
        self.deeds.show_rows(deed_cells(state.deeds))
        self.money.say(state.money.word, state.money.tone)
        self.sums.setText(state.money.sums)
        self.fees.show_rows(fee_cells(state.money.due))
        self.receipts.show_rows(receipt_cells(state.money.receipts))
        self.holder.setText(state.custody.holder)
        self.result.setText(state.custody.result)
        self.hops.show_rows(hop_cells(state.custody.hops))
        self.files.present(state.files, may_refile="scans_taken_off" in state.possible)
        in_force = [row for row in state.files if not row.file.off]
        for place, rows in ((1, state.papers), (2, state.deeds), (5, in_force)):
            self.setTabText(place, f"{t(TABS[place])} ({len(rows)})")

    def _summary(self) -> QWidget:
        page, column = _page()
        self._facts.setHorizontalSpacing(tokens.GAP * 2)
        self._facts.setVerticalSpacing(tokens.SMALL_GAP)
        self._facts.setColumnStretch(1, 1)
        self._facts.setColumnStretch(3, 1)
        column.addLayout(self._facts)
        column.addStretch()
        return page

    def _papers(self) -> QWidget:
        page, column = _page()
        column.addWidget(self._table(t("Giấy tờ"), self.papers, chip=2, wide=0), 1)
        column.addWidget(self.scans)
        return page

    def _history(self) -> QWidget:
        page, column = _page()
        column.addWidget(self._table(t("Diễn biến"), self.deeds, chip=3, wide=1), 1)
        return page

    def _money(self) -> QWidget:
        page, column = _page()
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP * 2)
        head.addWidget(self.money)
        head.addWidget(self.sums)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self._table(t("Khoản thu"), self.fees, chip=-1, wide=2), 1)
        column.addWidget(self._table(t("Biên lai"), self.receipts, chip=5, wide=2), 1)
        return page

    def _custody(self) -> QWidget:
        page, column = _page()
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP * 2)
        grid.setVerticalSpacing(tokens.SMALL_GAP)
        grid.setColumnStretch(1, 1)
        for row, (label, words) in enumerate(((t("Đang giữ"), self.holder), (t("Kết quả"), self.result))):
            grid.addWidget(muted(label), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        column.addLayout(grid)
        column.addWidget(self._table(t("Giao nhận"), self.hops, chip=5, wide=4), 1)
        return page

    def _table(self, name: str, model: CellsModel, *, chip: int, wide: int) -> Table:
        """`chip` is the column painted as one, `wide` the column that takes the room; long words take more lines."""
        table = Table(name, model)
        if chip >= 0:
            table.setItemDelegateForColumn(chip, self._chips)
        table.setItemDelegateForColumn(wide, self._wrapping)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        for column in range(model.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        header.sectionResized.connect(table.resizeRowsToContents)
        table.setWordWrap(True)
        table.verticalHeader().setMinimumSectionSize(tokens.ROW_HEIGHT)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        table.setMinimumHeight(LEAST_ROWS * tokens.ROW_HEIGHT)  # the heading is one
        return table

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while item := self._facts.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        half = -(-len(facts) // 2)
        for number, (label, words) in enumerate(facts):
            row, column = number % half, number // half * 2
            self._facts.addWidget(muted(label), row, column, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(text(words, wrap=True), row, column + 1, Qt.AlignmentFlag.AlignTop)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, tokens.GAP, 0, 0)
    column.setSpacing(tokens.GAP)
    return page, column
