"""The form that asks for papers: which ones, and why."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, ask_supplement
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.widgets import Field, Line
from dossiers.dossier import PaperCheck
from dossiers.standing import COUNTS_OVERDUE_SOURCE


class SupplementForm(DeedForm):
    """Missing papers are ticked already; asking a second time is warned of."""

    def __init__(self) -> None:
        super().__init__(t("Yêu cầu bổ sung"), t("Yêu cầu và in phiếu"))
        self.papers: list[QCheckBox] = []
        self._list = QVBoxLayout()
        self.reason = Line()
        self.fields.addLayout(self._list)
        self.add_row(("reason", Field(t("&Lý do"), self.reason, required=True)))

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        for box in self.papers:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        dossier = opened.dossier
        self.papers = [QCheckBox(paper.name) for paper in dossier.papers]
        for box, paper in zip(self.papers, dossier.papers, strict=True):
            box.setChecked(paper.check is PaperCheck.NOT_OK)
            self._list.addWidget(box)
        self.reason.clear()
        if dossier.supplements and not self.warning.text():
            times, source = len(dossier.supplements), t(COUNTS_OVERDUE_SOURCE)
            self.warn(
                t("Đã yêu cầu bổ sung {times} lần. Yêu cầu nữa thì hồ sơ tính là quá hạn theo {source}.",
                  times=times, source=source)
            )  # fmt: skip

    def deed(self, opened: Opened) -> Deed:
        """See `DeedForm.deed`."""
        chosen = frozenset(index for index, box in enumerate(self.papers) if box.isChecked())
        return ask_supplement(opened.dossier, chosen, self.reason.value())
