"""The form of a result: what it is, where it lies, and how the result register cites it."""

from PySide6.QtWidgets import QCheckBox

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, make_ready
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.widgets import DateLine, Field, Line
from dossiers.dossier import ResultPaper

DAY_WRONG = "Ngày gõ dạng 02091986 hoặc 02/09/1986."


class ResultForm(DeedForm):
    """The cursor goes to the shelf: what the result is often follows from the procedure."""

    def __init__(self) -> None:
        super().__init__(t("Có kết quả"), t("Ghi nhận kết quả"))
        self.description, self.shelf = Line(), Line(t("Ví dụ: Tủ B, ngăn 4"))
        self.number, self.issuer, self.signer = Line(longest=80), Line(), Line()
        self.issued, self.expires = DateLine(), DateLine()
        self.scan = QCheckBox(t("&Quét kết quả ngay sau khi ghi"))
        self._shelf = Field(t("Để &tại"), self.shelf)
        self._days = {"issued_on": Field(t("N&gày cấp"), self.issued), "expires_on": Field(t("&Hết hạn"), self.expires)}
        self.add_row(("description", Field(t("&Kết quả"), self.description)), ("shelf", self._shelf), stretches=(2, 1))
        self.add_row(
            ("number", Field(t("&Số kết quả"), self.number)), ("issuer", Field(t("&Cơ quan cấp"), self.issuer)),
            ("signer", Field(t("&Người ký"), self.signer)), *self._days.items(), stretches=(2, 4, 3, 2, 2),
        )  # fmt: skip
        self.foot.insertWidget(0, self.scan)

    def first(self) -> Field:
        """See `DeedForm.first`."""
        return self._shelf

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        dossier = opened.dossier
        copies = sum(paper.copies for paper in dossier.papers) if dossier.certification else 0
        self.description.setText(f"{copies} bản sao" if copies else "")  # data: Vietnamese in every language
        for line in (self.shelf, self.number, self.signer, self.issued, self.expires):
            line.clear()
        self.issuer.setText(dossier.deciding.name if dossier.deciding else opened.office.name)
        self.scan.setChecked(False)

    def deed(self, opened: Opened) -> Deed | None:  # noqa: ARG002 — the lines say it all
        """See `DeedForm.deed`."""
        wrong = [name for name, line in (("issued_on", self.issued), ("expires_on", self.expires)) if line.wrong()]
        for name in wrong:
            self._days[name].set_error(t(DAY_WRONG))
        if wrong:
            return None
        written = any(line.value() for line in (self.number, self.signer, self.issued, self.expires))
        paper = ResultPaper(
            number=self.number.value(), issuer=self.issuer.value() if written else "", signer=self.signer.value(),
            issued_on=self.issued.day(), expires_on=self.expires.day(),
        )  # fmt: skip
        return make_ready(
            self.description.value(), self.shelf.value(), paper, scan_next=self.scan.isChecked()
        )
