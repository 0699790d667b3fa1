"""Certified copies in the same sitting: done at once or not, and who signs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.intake.form import Form
from desktop.theme import tokens
from desktop.widgets import Line, muted


class AtOnceRow(QWidget):
    """Shown for certifications only; the signer's line belongs to the screen's own typed fields."""

    switched = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.switch = QCheckBox(t("&Làm tại chỗ, trả ngay"))
        self.switch.clicked.connect(self.switched)
        self.signer = Line(longest=80)
        self.signer.setAccessibleName(t("Người ký chứng thực"))
        label = muted(t("Người ký"))
        label.setBuddy(self.signer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self.switch)
        row.addStretch()
        row.addWidget(label)
        row.addWidget(self.signer, 1)

    def show_form(self, form: Form, *, certification: bool) -> None:
        """Show how it stands; the line of the signer is filled with the other lines."""
        self.setVisible(certification)
        self.switch.setChecked(form.at_once)
