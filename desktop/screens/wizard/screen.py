"""The first run in three steps on one page each: the office, the person, the machines."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import t
from desktop.screens.wizard.presenter import WizardPresenter
from desktop.theme import tokens
from desktop.widgets.buttons import KeyHintButton, LinkButton, PrimaryButton
from desktop.widgets.card import Card
from desktop.widgets.field import Field
from desktop.widgets.labels import muted, page_title, text
from desktop.widgets.lines import Line, typed_into

_WIDTH = 760

STEPS: tuple[tuple[str, str, tuple[tuple[str, str, str, bool], ...]], ...] = (
    (
        "1 · Cơ quan và quầy",
        "In lên giấy hẹn và sổ. Sửa được sau trong Thiết lập, trừ mã định danh khi đã có hồ sơ.",
        (
            ("unit", "&Mã định danh cơ quan", "Ví dụ H55.242", True),
            ("name", "&Tên cơ quan", "Ví dụ ỦY BAN NHÂN DÂN XÃ …", True),
            ("parent", "Cơ quan cấp t&rên", "", False),
            ("place", "Địa &danh", "Đứng trước ngày tháng trên giấy", False),
            ("phone", "&Số điện thoại", "", False),
            ("hours", "&Giờ làm việc", "", True),
            ("slot", "Số thứ tự &quầy", "Mỗi máy một số", True),
            ("desk", "Tê&n quầy", "", False),
        ),
    ),
    (
        "2 · Người quản trị đầu tiên",
        "Người này thêm được các cán bộ khác. Mật khẩu mở khóa dữ liệu trên máy: không ai lấy lại giúp được.",
        (
            ("clerk", "&Họ và tên", "", True),
            ("secret", "&Mật khẩu hoặc mã PIN", "Ít nhất 6 ký tự", True),
            ("again", "&Nhập lại", "", True),
        ),
    ),
    (
        "3 · Máy in, máy quét, đầu đọc mã",
        "Bỏ trống cũng được; chọn và thử sau trong Thiết lập. Số của các sổ giấy đang dùng cũng khai ở đó.",
        (
            ("printer", "Máy &in", "", False),
            ("scanner", "Máy &quét", "", False),
            ("reader", "Cổng đầu đọ&c mã", "Để trống: tự tìm đầu đọc cắm qua USB", False),
        ),
    ),
)
_SECRET = ("secret", "again")
_CHOICES = ("printer", "scanner", "reader")
_FIRST = {"hours": "07:00-11:30, 13:30-17:00", "slot": "1"}


class WizardScreen(QWidget):
    """`training_asked` leaves for a training desk instead, `restore_asked` for an office from a backup; see `View`."""

    training_asked = Signal()
    restore_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter: WizardPresenter | None = None
        self._fields: dict[str, Field] = {}
        self._helping = QCheckBox(t("Tôi thiết lập &giúp: người này tự đặt mật khẩu khác khi vào lần đầu"))
        self._pages = QStackedWidget()
        for _, _, fields in STEPS:
            self._pages.addWidget(self._page(fields))
        self._title, self._hint = text("", "card-title"), muted(wrap=True)
        self._fault = text("", "caption", wrap=True)
        self._fault.setProperty("tone", tokens.Tone.BAD.value)
        self._back = KeyHintButton(t("Quay lại"))
        self._next = PrimaryButton(t("Tiếp tục"), "Enter")
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._lay_out()
        self._show_step(0)

    def bind(self, presenter: WizardPresenter) -> None:
        """Take the decisions from here."""
        self._presenter = presenter

    def offer(self, name: str, choices: tuple[str, ...]) -> None:
        """Devices that were found, to choose from."""
        box = self._fields[name].editor
        if isinstance(box, QComboBox):
            box.addItems(list(choices))

    def typed(self) -> dict[str, str]:
        """What stands in every field."""
        typed = {name: _value(field.editor) for name, field in self._fields.items()}
        return typed | {"helping": "1" if self._helping.isChecked() else ""}

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """See `View`."""
        for name, field in self._fields.items():
            if name in errors:
                field.set_error(errors[name])
            else:
                field.clear()
        if errors:
            first = next(name for name in self._fields if name in errors)
            self._show_step(_step_of(first))
            self._fields[first].editor.setFocus()

    def complain(self, sentence: str) -> None:
        """See `View`."""
        self._fault.setText(sentence)

    def set_busy(self, *, busy: bool) -> None:
        """See `View`."""
        self._next.setEnabled(not busy)
        self._back.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, and on from the last one."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        names = [name for name, _, _, _ in STEPS[self._pages.currentIndex()][2]]
        here = next((name for name in names if self._fields[name].editor.hasFocus()), names[-1])
        if here == names[-1]:
            self._on_next()
        else:
            self._fields[names[names.index(here) + 1]].editor.setFocus()

    def _page(self, fields: tuple[tuple[str, str, str, bool], ...]) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.CARD_GAP)
        grid.setVerticalSpacing(tokens.GAP)
        for place, (name, label, hint, required) in enumerate(fields):
            field = Field(t(label), _editor(name), required=required, hint=t(hint) if hint else "")
            self._fields[name] = field
            grid.addWidget(field, place // 2, place % 2)
        if set(_SECRET) <= {name for name, *_ in fields}:
            grid.addWidget(self._helping, grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return page

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(_WIDTH)
        card.body.addWidget(page_title(t("Thiết lập lần đầu")))
        for part in (self._title, self._hint, self._pages, self._fault):
            card.body.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(LinkButton(t("Mở bàn tập huấn, không cần thiết lập"), self.training_asked.emit))
        foot.addWidget(LinkButton(t("Khôi phục từ bản sao lưu"), self.restore_asked.emit))
        foot.addStretch()
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def _show_step(self, step: int) -> None:
        title, hint, fields = STEPS[step]
        self._pages.setCurrentIndex(step)
        self._title.setText(t(title))
        self._hint.setText(t(hint))
        self._fault.setText("")
        self._back.setVisible(step > 0)
        last = step == len(STEPS) - 1
        self._next.set_words(t("Tạo quầy và vào làm việc") if last else t("Tiếp tục"))
        self._fields[fields[0][0]].editor.setFocus()

    def _on_back(self) -> None:
        self._show_step(self._pages.currentIndex() - 1)

    def _on_next(self) -> None:
        if self._presenter is None:
            return
        step = self._pages.currentIndex()
        if step == len(STEPS) - 1:
            self._presenter.finish(self.typed())
        elif self._presenter.check(self.typed(), tuple(name for name, _, _, _ in STEPS[step][2])):
            self._show_step(step + 1)


def _editor(name: str) -> QWidget:
    if name in _CHOICES:
        box = QComboBox()
        typed_into(box)
        box.addItem("")
        return box
    line = QLineEdit() if name in _SECRET else Line()
    if name in _SECRET:
        line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setText(_FIRST.get(name, ""))
    return line


def _value(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return editor.currentText()
    assert isinstance(editor, QLineEdit)
    return editor.text()


def _step_of(name: str) -> int:
    return next(step for step, (_, _, fields) in enumerate(STEPS) if any(field[0] == name for field in fields))
