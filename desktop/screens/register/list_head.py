"""What stands above the list: the search line, the worklists, the filter line, whose list it is, and long work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.register_asks import Tallies, Worklist
from desktop.screens.register.chip_row import ChipRow
from desktop.screens.register.filter_line import FilterLine
from desktop.screens.register.presenter import Choice, RegisterPresenter
from desktop.screens.register.progress_strip import ProgressStrip
from desktop.screens.register.search_line import SearchLine
from desktop.screens.register.words import WORKLIST_WORDS, number_words
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets import Banner, Chip, LinkButton
from dossiers.names import nfc

SAVED = "saved:"
"""How the slug of a saved filter's chip begins."""


class ListHead(QWidget):
    """Tells the presenter what was typed and chosen; `back` leads to whoever handed the list over."""

    back = Signal()

    def __init__(self, theme: Theme, presenter: RegisterPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.line, self.chips, self.filter = SearchLine(), ChipRow(t("Danh sách việc")), FilterLine()
        self.narrow = Chip(t("Lọc thêm"))
        self.print_book, self.export = QPushButton(t("In sổ")), QPushButton(t("Xuất .xlsx"))
        self.in_papers = LinkButton("", presenter.open_in_papers)
        self.banner, self.strip = Banner(theme), ProgressStrip()
        self._lay_out()
        self.line.textEdited.connect(self.search)
        self.chips.chosen.connect(self._on_chip)
        self.narrow.clicked.connect(self._on_narrow)
        self.filter.narrowed.connect(presenter.narrow)
        self.filter.saved.connect(presenter.save)
        self.filter.forgotten.connect(presenter.forget)

    def search(self, _: str = "") -> None:
        """Something was typed."""
        self._presenter.type(self.line.typed)

    def type_on(self, letters: str) -> None:
        """Letters typed in the list belong to the search line."""
        self.line.setFocus()
        self.line.insert(letters)
        self.search()

    def show_choice(self, choice: Choice) -> None:
        """Chips, filter line and title as things stand."""
        wanted = choice.wanted
        built_in = [(each.value, t(words)) for each, words in WORKLIST_WORDS.items()]
        self.chips.show_chips([*built_in, *((SAVED + each.name, each.name) for each in choice.saved)])
        marked = SAVED + choice.name if choice.name else wanted.worklist.value
        self.chips.mark("" if choice.title else marked)
        self.banner.show_words(choice.title, Tone.INFO, t("Trở lại"), self.back.emit)
        if nfc(self.line.typed) != wanted.text:
            self.line.setText(wanted.text)
        self.filter.show_narrowing(wanted.narrowing, choice.name)
        if choice.narrowed:
            self._show_filter(shown=True)

    def show_in_papers(self, count: int, words: str) -> None:
        """The way to dossiers whose papers bear what was typed, where there are some."""
        said = t("{count} hồ sơ có “{words}” trong giấy tờ đã quét", count=number_words(count), words=words)
        self.in_papers.setText(said)
        self.in_papers.setAccessibleName(said)
        self.in_papers.setVisible(count > 0)

    def show_tallies(self, tallies: Tallies) -> None:
        """Numbers on the chips."""
        for worklist, count in tallies.worklists.items():
            self.chips.set_count(worklist.value, count)
        for name, count in tallies.saved.items():
            self.chips.set_count(SAVED + name, count)
        self.chips.settle()

    def _on_chip(self, slug: str) -> None:
        if slug.startswith(SAVED):
            self._presenter.choose_saved(slug.removeprefix(SAVED))
        else:
            self._presenter.choose(Worklist(slug))

    def _on_narrow(self) -> None:
        """The filter line comes, or goes with everything it narrowed: no filter works unseen."""
        shown = self.filter.isHidden()
        self._show_filter(shown=shown)
        if shown:
            self.filter.open()
        else:
            self._presenter.widen()

    def _show_filter(self, *, shown: bool) -> None:
        if shown and self.filter.isHidden():
            self._presenter.offer_choices()
        self.filter.setVisible(shown)
        self.narrow.setChecked(shown)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(tokens.GAP)
        top.addWidget(self.line, 1)
        for button in (self.narrow, self.print_book, self.export):
            button.setAutoDefault(False)
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addLayout(top)
        for part in (self.chips, self.filter, self.banner, self.strip):
            column.addWidget(part)
        column.addWidget(self.in_papers, 0, Qt.AlignmentFlag.AlignLeft)
        self.in_papers.hide()
        self.filter.hide()
