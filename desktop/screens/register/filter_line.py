"""The filter line under the chips: days, procedure, who holds it, who took it in; and a name to keep it under."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.i18n import t
from desktop.register_asks import Narrowing
from desktop.theme import tokens
from desktop.widgets import DateLine, Field, Line

if TYPE_CHECKING:
    from desktop.register_asks import Choices

LONGEST_NAME = 40
NARROWEST_BOX = 112


class FilterLine(QWidget):
    """Emits `narrowed` as soon as something whole is chosen; a closed line narrows nothing."""

    narrowed = Signal(Narrowing)
    saved = Signal(str)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = DateLine(), DateLine()
        self.procedure, self.holder, self.clerk = _box(), _box(), _box()
        self.name = Line(longest=LONGEST_NAME)
        self._days = {self.first: Field(t("Từ ngà&y"), self.first), self.last: Field(t("Đế&n ngày"), self.last)}
        self._name = Field(t("Tên &bộ lọc"), self.name)
        self._saved_as = ""
        self.keep, self.drop = QPushButton(t("Lưu bộ lọc")), QPushButton(t("Xóa bộ lọc"))
        self._lay_out()
        for line in self._days:
            line.editingFinished.connect(self._on_changed)
        for box in (self.procedure, self.holder, self.clerk):
            box.activated.connect(self._on_changed)
        self.keep.clicked.connect(self._on_keep)
        self.drop.clicked.connect(self.forgotten)

    def open(self) -> None:
        """Show the line without a name, the cursor in its first field."""
        self.name.clear()
        self.show()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choices(self, choices: "Choices") -> None:
        """What can be chosen; what is chosen stays."""
        _offer(self.procedure, t("mọi thủ tục"), choices.procedures)
        _offer(self.holder, t("mọi người"), ((name, name) for name in choices.holders))
        _offer(self.clerk, t("mọi người"), ((name, name) for name in choices.clerks))

    def show_narrowing(self, narrowing: Narrowing, name: str) -> None:
        """As things stand; a saved filter is chosen where there is a `name`."""
        self.first.set_day(narrowing.received_from)
        self.last.set_day(narrowing.received_to)
        _choose(self.procedure, narrowing.procedure_code)
        _choose(self.holder, narrowing.holder)
        _choose(self.clerk, narrowing.clerk)
        if name not in ("", self._saved_as):
            self.name.setText(name)
        self._saved_as = name
        self.drop.setVisible(bool(name))
        for field in (*self._days.values(), self._name):
            field.clear()

    def narrowing(self) -> Narrowing:
        """What the line says."""
        return Narrowing(
            received_from=self.first.day(), received_to=self.last.day(), procedure_code=_chosen(self.procedure),
            holder=_chosen(self.holder), clerk=_chosen(self.clerk),
        )  # fmt: skip

    def _on_changed(self, _: int = 0) -> None:
        wrong = [line for line in self._days if line.wrong()]
        for line, field in self._days.items():
            field.set_error(t("Ngày gõ dạng 01/11/2026.")) if line in wrong else field.clear()
        if not wrong:
            self.narrowed.emit(self.narrowing())

    def _on_keep(self) -> None:
        if self.name.value():
            self.saved.emit(self.name.value())
        else:
            self._name.set_error(t("Đặt tên rồi mới lưu."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        for field in self._days.values():
            row.addWidget(field, 2)
        row.addWidget(Field(t("Thủ tụ&c"), self.procedure), 4)
        row.addWidget(Field(t("Người g&iữ"), self.holder), 3)
        row.addWidget(Field(t("Người tiế&p nhận"), self.clerk), 3)
        row.addWidget(self._name, 2)
        for button in (self.keep, self.drop):
            button.setAutoDefault(False)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        for editor in (self.first, self.last, self.name):
            editor.setMinimumWidth(NARROWEST_BOX)


def _box() -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.setMinimumWidth(NARROWEST_BOX)
    box.view().setTextElideMode(Qt.TextElideMode.ElideRight)
    return box


def _offer(box: QComboBox, any_of_them: str, choices: Iterable[tuple[str, str]]) -> None:
    chosen = _chosen(box)
    box.clear()
    box.addItem(any_of_them, "")
    for slug, words in choices:
        box.addItem(words, slug)
    _choose(box, chosen)


def _choose(box: QComboBox, slug: str) -> None:
    """A choice that is no longer offered is shown all the same: it narrows the list."""
    if slug and box.findData(slug) < 0:
        box.addItem(slug, slug)
    box.setCurrentIndex(max(0, box.findData(slug)))


def _chosen(box: QComboBox) -> str:
    return str(box.currentData() or "")
