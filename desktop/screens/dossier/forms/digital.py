"""The form that says, paper by paper, where the electronic copy comes from."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, mark_papers
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.screens.dossier.words import DIGITAL_WORDS
from desktop.theme import tokens
from desktop.widgets import muted, text
from dossiers.dossier import Digital


class DigitalForm(DeedForm):
    """One line a paper."""

    def __init__(self) -> None:
        super().__init__(t("Đánh dấu số hóa"), t("Ghi"))
        self.boxes: list[QComboBox] = []
        self._rows: list[QWidget] = []
        self._none = muted(t("Hồ sơ này không có giấy tờ nào."))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.GAP * 2)
        self._grid.setColumnStretch(0, 1)
        self.fields.addWidget(self._none)
        self.fields.addLayout(self._grid)

    def first(self) -> QWidget:
        """See `DeedForm.first`."""
        return self.boxes[0] if self.boxes else self.agree

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        for widget in self._rows:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.boxes, self._rows = [], []
        for row, paper in enumerate(opened.dossier.papers):
            label: QLabel = text(paper.name, wrap=True)
            box = QComboBox()
            box.setAccessibleName(paper.name)
            for digital, words in DIGITAL_WORDS.items():
                box.addItem(t(words), digital.value)
            box.setCurrentIndex(box.findData(paper.digital.value))
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(box, row, 1)
            self.boxes.append(box)
            self._rows += [label, box]
        self._none.setVisible(not self.boxes)

    def deed(self, opened: Opened) -> Deed:  # noqa: ARG002 — the boxes say it all
        """See `DeedForm.deed`."""
        return mark_papers({index: Digital(box.currentData()) for index, box in enumerate(self.boxes)})
