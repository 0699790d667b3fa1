"""One person of the desk in the settings: who they are, what they may do, and a new first secret for them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.signin.presenter import ROLE_WORDS
from desktop.theme import tokens
from desktop.widgets import KeyHintButton, muted, strong
from dossiers.people import Clerk, Right, Role
from dossiers.permissions import RIGHT_WORDS, WITHHELD_FROM_CLERKS

GIVEN = "chưa đổi mật khẩu được đặt"


@dataclass(frozen=True, slots=True)
class Changes:
    """What may be done to a person: a new first secret, other duties, no way in any more."""

    reset: Callable[[str, str], None]
    withhold: Callable[[str, frozenset[Right]], None]
    remove: Callable[[str], None]


class PersonRow(QWidget):
    """Read only without `changes`; the forms open below the name when they are asked for."""

    def __init__(self, clerk: Clerk, changes: Changes | None) -> None:
        super().__init__()
        self._clerk = clerk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SMALL_GAP)
        row = QHBoxLayout()
        row.addWidget(strong(clerk.name))
        row.addWidget(muted(_stands(clerk)), 1)
        self._column.addLayout(row)
        if changes is not None:
            self._offer(row, changes)

    def _offer(self, row: QHBoxLayout, changes: Changes) -> None:
        name = self._clerk.name
        forms = {t("Đặt lại mật khẩu"): self._reset_form(changes)}
        if self._clerk.role is Role.CLERK:
            forms[t("Việc được giao")] = self._duty_form(changes)
        for words, form in forms.items():
            form.hide()
            self._column.addWidget(form)
            button = KeyHintButton(words)
            button.setAccessibleName(f"{words}: {name}")
            button.clicked.connect(lambda _, form=form: form.setVisible(form.isHidden()))
            row.addWidget(button)
        gone = KeyHintButton(t("Xóa"))
        gone.setAccessibleName(t("Xóa {name}", name=name))
        gone.clicked.connect(lambda: changes.remove(name))
        row.addWidget(gone)

    def _reset_form(self, changes: Changes) -> QWidget:
        form, secret, save = QWidget(), QLineEdit(), KeyHintButton(t("Dùng mật khẩu này"))
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        secret.setMaxLength(200)
        secret.setPlaceholderText(t("Mật khẩu tạm, ít nhất 6 ký tự"))
        secret.setAccessibleName(t("Mật khẩu tạm cho {name}", name=self._clerk.name))
        save.clicked.connect(lambda: changes.reset(self._clerk.name, secret.text()))
        row = QHBoxLayout(form)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(secret, 1)
        row.addWidget(save)
        return form

    def _duty_form(self, changes: Changes) -> QWidget:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 0, 0)
        boxes = {right: QCheckBox(duty_words(right)) for right in WITHHELD_FROM_CLERKS}

        def changed() -> None:
            changes.withhold(self._clerk.name, frozenset(each for each, box in boxes.items() if not box.isChecked()))

        for place, (right, box) in enumerate(boxes.items()):
            box.setChecked(right not in self._clerk.withheld)
            box.setAccessibleName(f"{duty_words(right)}: {self._clerk.name}")
            grid.addWidget(box, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        save = KeyHintButton(t("Lưu việc được giao"))
        save.clicked.connect(changed)
        grid.addWidget(save, len(boxes) // 2, 1, Qt.AlignmentFlag.AlignLeft)
        return form


def duty_words(right: Right) -> str:
    """A duty as a line of its own."""
    words = t(RIGHT_WORDS[right])
    return words[:1].upper() + words[1:]


def _stands(clerk: Clerk) -> str:
    less = (t("không: {duty}", duty=t(RIGHT_WORDS[each])) for each in WITHHELD_FROM_CLERKS if each in clerk.withheld)
    given = (t(GIVEN),) if clerk.given else ()
    return " · ".join((t(ROLE_WORDS[clerk.role]), *less, *given))
