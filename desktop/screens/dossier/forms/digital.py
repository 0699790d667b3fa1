"""The form that says, paper by paper, where the electronic copy comes from."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, mark_papers
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.screens.dossier.words import DIGITAL_WORDS
from desktop.theme import tokens
from desktop.widgets import caption, muted, text
from dossiers.clock import say_date
from dossiers.dossier import Digital
from dossiers.reuse_scan import EarlierPaper, Reuse


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
            if earlier := opened.earlier.get(row):
                self._rows.append(self._offer(row, earlier))
        self._none.setVisible(not self.boxes)

    def deed(self, opened: Opened) -> Deed:
        """See `DeedForm.deed`."""
        wanted = {index: Digital(box.currentData()) for index, box in enumerate(self.boxes)}
        again = (Reuse(paper=index, earlier=earlier) for index, earlier in opened.earlier.items())
        return mark_papers(wanted, tuple(reuse for reuse in again if wanted[reuse.paper] is Digital.REUSED))

    def _offer(self, row: int, earlier: EarlierPaper) -> QLabel:
        """What marking the paper as used again would attach."""
        words = t("Đã quét {day}, hồ sơ {code}", day=say_date(earlier.scanned_on), code=earlier.code)
        label = caption(words)
        label.setToolTip(t("Chọn “dùng lại bản đã số hóa” để gắn bản quét ấy vào hồ sơ này"))
        self._grid.addWidget(label, row, 2)
        return label
