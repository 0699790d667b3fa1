"""The tab of the scans: a list with what each row means, and in its place the pages of the one looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.screens.dossier.pages_view import PagesView, refiling_of
from desktop.screens.dossier.rows import CellsModel
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets import ChipDelegate, KeyHintButton, StatusChip, Table, text

if TYPE_CHECKING:
    from desktop.paper_door import DrawnPage
    from desktop.screens.dossier.files import FileRow
    from desktop.screens.dossier.files_presenter import Found

HEADINGS = ("Bản quét", "Số trang", "Cỡ", "Nằm ở")
CHIP = 3


class FilesPage(QStackedWidget):
    """See `FilesView`; `wanted` carries the ScanFile to look at, `original_wanted` the one to look behind.

    `signing_wanted`: this dossier's papers are to be signed. `off_wanted`, `move_wanted` and `back_wanted` carry the
    ScanFile to take off, to move, or to put back.
    """

    wanted = Signal(object)
    signing_wanted = Signal()
    original_wanted = Signal(object)
    off_wanted = Signal(object)
    move_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._files: tuple[FileRow, ...] = ()
        self._rows, self._chips = CellsModel(HEADINGS), ChipDelegate(theme)
        self._table = Table(t("Bản quét"), self._rows)
        self._sentence, self._said = text(wrap=True), StatusChip()
        self._look, self._original = KeyHintButton(t("&Xem bản quét")), KeyHintButton(t("Xem bản &gốc"))
        self._sign = KeyHintButton(t("&Ký số…"), keys.SIGN)
        self._move, self._off = KeyHintButton(t("Chuyển sang…"), keys.FILE_MOVE), KeyHintButton(t("Gỡ…"), keys.FILE_OFF)
        self._back = KeyHintButton(t("Gắn &lại"))
        self._may_refile = False
        self.pages = PagesView()
        self.addWidget(self._list())
        self.addWidget(self.pages)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._table.doubleClicked.connect(self._on_look)
        self._table.installEventFilter(self)
        self._look.clicked.connect(self._on_look)
        self._original.clicked.connect(self._on_original)
        self._sign.clicked.connect(self.signing_wanted)
        self._move.clicked.connect(self._on_move)
        self._off.clicked.connect(self._on_off)
        self._back.clicked.connect(self._on_back)
        self.pages.closed.connect(self._on_closed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def present(self, files: "Sequence[FileRow]", *, may_refile: bool = False) -> None:
        """Show the scans of a dossier; the chosen row stays where there are as many as before.

        `may_refile`: scans may be taken off and moved by whoever looks.
        """
        row = self._table.currentIndex().row() if len(files) == len(self._files) else 0
        self._files, self._may_refile = tuple(files), may_refile
        self._rows.show_rows([
            ((file.title, None), (file.pages, None), (file.size, None), (file.place, file.tone)) for file in files
        ])  # fmt: skip
        if files:
            self._table.selectRow(max(0, row))
        self._say_row()

    def take_keys(self) -> None:
        """The list, or the pages on show, listen to the keys from now on."""
        (self.pages if self.currentWidget() is self.pages else self._table).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_pages(self) -> None:
        """Back to the list."""
        self.setCurrentIndex(0)

    def open_pages(self, title: str, first: int, found: "Found") -> None:
        """See `FilesView`."""
        self.pages.open(title, first, {page.page: page.marks for page in found})
        self.setCurrentIndex(1)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, number: int, page: "DrawnPage") -> None:
        """See `FilesView`."""
        self.pages.show_page(number, page)

    def say_undrawn(self, sentence: str) -> None:
        """See `FilesView`."""
        self.pages.say_undrawn(sentence)

    def say_signatures(self, sentence: str, tone: Tone) -> None:
        """See `FilesView`."""
        self.pages.say_signatures(sentence, tone)

    def say(self, sentence: str, tone: Tone) -> None:
        """See `FilesView`."""
        self._said.say(sentence, tone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list looks at the row, Del takes it off, C moves it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            run = refiling_of(event, self._on_off, self._on_move)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                run = self._on_look
            if run:
                run()
                return True
        return super().eventFilter(watched, event)

    def _list(self) -> QWidget:
        page = QWidget()
        column, foot = QVBoxLayout(page), QHBoxLayout()
        column.setContentsMargins(0, tokens.GAP, 0, 0)
        column.setSpacing(tokens.GAP)
        header = self._table.horizontalHeader()
        header.setStretchLastSection(False)
        for section in range(len(HEADINGS)):
            mode = QHeaderView.ResizeMode.ResizeToContents if section else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(section, mode)
        self._table.setItemDelegateForColumn(CHIP, self._chips)
        self._table.setMinimumHeight(2 * tokens.ROW_HEIGHT)
        self._said.setWordWrap(True)
        foot.addWidget(self._sentence, 1)
        for button in (self._sign, self._move, self._off, self._back, self._original, self._look):
            foot.addWidget(button)
        column.addWidget(self._table, 1)
        column.addLayout(foot)
        column.addWidget(self._said)
        return page

    def _on_row(self, _: QModelIndex) -> None:
        self._say_row()

    def _chosen(self) -> "FileRow | None":
        row = self._table.currentIndex().row()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _say_row(self) -> None:
        chosen = self._chosen()
        self._sentence.setText(chosen.sentence if chosen else t("Chưa có bản quét"))
        self._look.setVisible(bool(chosen and chosen.act))
        self._original.setVisible(bool(chosen and chosen.act and chosen.file.here))
        in_force = bool(chosen and not chosen.file.off)
        for button in (self._move, self._off):
            button.setVisible(in_force and self._may_refile)
        gone = chosen.file.off if chosen else None
        self._back.setVisible(self._may_refile and bool(gone and not gone.moved_to))
        self._sign.setVisible(any(file.signable for file in self._files))
        if chosen and chosen.act:
            self._look.set_words(chosen.act)

    def _on_look(self, *_: object) -> None:
        chosen = self._chosen()
        if chosen and chosen.act:
            self.wanted.emit(chosen.file)

    def _on_original(self) -> None:
        if chosen := self._chosen():
            self.original_wanted.emit(chosen.file)

    def _on_off(self) -> None:
        self._refile(self.off_wanted)

    def _on_move(self) -> None:
        self._refile(self.move_wanted)

    def _refile(self, wanted: SignalInstance) -> None:
        chosen = self._chosen()
        if chosen and self._may_refile and not chosen.file.off:
            wanted.emit(chosen.file)

    def _on_back(self) -> None:
        if (chosen := self._chosen()) and self._may_refile:
            self.back_wanted.emit(chosen.file)

    def _on_closed(self) -> None:
        self.close_pages()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
