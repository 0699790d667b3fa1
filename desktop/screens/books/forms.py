"""The two forms beside the numbers: a book to begin, and a number to give up."""

from PySide6.QtWidgets import QComboBox, QGridLayout

from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets import Card, Count, Field, Line, muted, strong
from dossiers.books import BOOK_WORDS, REGISTERED_ONLY, SYMBOLS, Book, BookKind

MOST = 9_999_999
LEAST = 112


class BeginForm(Card):
    """After a paper book (the first number), or a registered series of fee receipts (mẫu số, ký hiệu, dải số)."""

    def __init__(self) -> None:
        super().__init__(t("Mở sổ mới"))
        self._kind = QComboBox()
        for kind, words in BOOK_WORDS.items():
            self._kind.addItem(t(words), kind)
        self._volume, self._year = Line(longest=12), Count(2000, 2100)
        self._first, self._last = Count(1, MOST, 1), Count(0, MOST)
        self._last.setSpecialValueText(t("không giới hạn"))
        self._template, self._symbol = Line(longest=40), Line(longest=40)
        self.fields = {
            "kind": Field(t("&Loại sổ"), self._kind), "volume": Field(t("&Quyển số"), self._volume, required=True),
            "year": Field(t("N&ăm"), self._year), "first": Field(t("Số đầ&u"), self._first),
            "last": Field(t("Số &cuối"), self._last), "template": Field(t("&Mẫu số"), self._template),
            "symbol": Field(t("&Ký hiệu"), self._symbol),
        }  # fmt: skip
        for field in self.fields.values():
            field.editor.setMinimumWidth(LEAST)
        self._lay_out()
        self._kind.currentIndexChanged.connect(self._on_kind)

    def begin(self, year: int, volume: str) -> None:
        """An empty form; the volume after the one in use."""
        self._year.setValue(year)
        self._volume.setText(volume)
        self._first.setValue(1)
        self._last.setValue(0)
        self._template.clear()
        self._symbol.clear()
        self._on_kind()
        self._kind.setFocus()

    def book(self) -> Book:
        """What is typed."""
        return Book(
            kind=BookKind(self._kind.currentData()), volume=self._volume.value(), year=self._year.value(),
            first=self._first.value(), last=self._last.value() or None, symbol=self._symbol.value(),
            template=self._template.value(),
        )  # fmt: skip

    def show_fault(self, sentence: str, field: str) -> None:
        """Beside the field at fault; the first one where it is no field's."""
        for each in self.fields.values():
            each.clear()
        if sentence:
            self.fields.get(field, self.fields["kind"]).set_error(sentence)

    def _on_kind(self) -> None:
        """Only a registered series has a form number; a symbol is known for certifications."""
        kind = BookKind(self._kind.currentData())
        self.fields["template"].setVisible(kind in REGISTERED_ONLY)
        self.fields["symbol"].setVisible(kind in REGISTERED_ONLY or kind in SYMBOLS)
        self._symbol.setPlaceholderText(SYMBOLS.get(kind, ""))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP)
        grid.setVerticalSpacing(tokens.SMALL_GAP)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.fields["kind"], 0, 0, 1, 2)
        for place, name in enumerate(("volume", "year", "first", "last", "template", "symbol")):
            grid.addWidget(self.fields[name], 1 + place // 2, place % 2)
        self.body.addLayout(grid)
        self.body.addWidget(muted(t("Tiếp theo sổ giấy: ghi số đầu là số kế tiếp của sổ giấy, ví dụ 38."), wrap=True))
        self.body.addStretch()


class SpoilForm(Card):
    """A number that no dossier will bear keeps its reason for ever."""

    def __init__(self) -> None:
        super().__init__(t("Bỏ một số"))
        self._which, self._reason = strong(), Line()
        self._which.setWordWrap(True)
        self.field = Field(t("&Lý do"), self._reason, required=True)
        self.body.addWidget(self._which)
        self.body.addWidget(self.field)
        self.body.addWidget(muted(t("Dùng khi dòng ấy trên sổ giấy đã viết hỏng. Số đã bỏ không dùng lại."), wrap=True))
        self.body.addStretch()

    def begin(self, which: str) -> None:
        """An empty form for a number."""
        self._which.setText(which)
        self._reason.clear()
        self._reason.setFocus()

    def reason(self) -> str:
        """What is typed."""
        return self._reason.value()

    def show_fault(self, sentence: str, _: str) -> None:
        """Below the reason."""
        if sentence:
            self.field.set_error(sentence)
        else:
            self.field.clear()
