"""The small forms of the dossier's deeds, opened in the page itself: no dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets import Card, DateLine, Field, KeyHintButton, Line, PrimaryButton, muted
from dossiers.dossier import Dossier, PaperCheck
from dossiers.people import Person


class DeedForm(Card):
    """A title, what is to be filled in, and two buttons; `agreed` when the deed is wanted."""

    agreed = Signal()
    dismissed = Signal()

    def __init__(self, title: str, agree: str) -> None:
        super().__init__(title)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(tokens.GAP)
        self.body.addLayout(self.fields)
        self.agree = PrimaryButton(agree, keys.FINISH)
        stay = KeyHintButton(t("Thôi"), keys.BACK)
        self.agree.clicked.connect(self.agreed)
        stay.clicked.connect(self.dismissed)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(stay)
        row.addWidget(self.agree)
        self.body.addLayout(row)
        self.hide()

    def present(self, dossier: Dossier) -> None:
        """Fill in what is known and take the cursor."""
        raise NotImplementedError


class SupplementForm(DeedForm):
    """Which papers, and why."""

    def __init__(self) -> None:
        super().__init__(t("Yêu cầu bổ sung"), t("Yêu cầu và in phiếu"))
        self.papers: list[QCheckBox] = []
        self._list = QVBoxLayout()
        self.reason = Line()
        self.fields.addLayout(self._list)
        self.fields.addWidget(Field(t("&Lý do"), self.reason, required=True))

    def present(self, dossier: Dossier) -> None:
        """Missing papers are ticked already."""
        for box in self.papers:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.papers = [QCheckBox(paper.name) for paper in dossier.papers]
        for box, paper in zip(self.papers, dossier.papers, strict=True):
            box.setChecked(paper.check is PaperCheck.NOT_OK)
            self._list.addWidget(box)
        self.reason.clear()
        self.show()
        self.reason.setFocus()

    @property
    def chosen(self) -> frozenset[int]:
        """The places of the papers asked for."""
        return frozenset(index for index, box in enumerate(self.papers) if box.isChecked())


class ResultForm(DeedForm):
    """What the result is, and where it lies."""

    def __init__(self) -> None:
        super().__init__(t("Có kết quả"), t("Ghi nhận kết quả"))
        self.description, self.shelf = Line(), Line(t("Ví dụ: Tủ B, ngăn 4"))
        self.fields.addWidget(Field(t("&Kết quả"), self.description))
        self.fields.addWidget(Field(t("Để &tại"), self.shelf))

    def present(self, dossier: Dossier) -> None:
        """The cursor goes to the shelf: what the result is follows from the procedure."""
        copies = sum(paper.copies for paper in dossier.papers) if dossier.certification else 0
        self.description.setText(f"{copies} bản sao" if copies else "")  # data: Vietnamese in every language
        self.shelf.clear()
        self.show()
        self.shelf.setFocus()


class VoidForm(DeedForm):
    """Why the reception is cancelled."""

    def __init__(self) -> None:
        super().__init__(t("Hủy tiếp nhận"), t("Hủy tiếp nhận"))
        self.reason = Line()
        words = muted(t("Mã hồ sơ không dùng lại; lý do được giữ trong diễn biến."), wrap=True)
        self.fields.addWidget(words)
        self.fields.addWidget(Field(t("&Lý do hủy"), self.reason, required=True))

    def present(self, dossier: Dossier) -> None:  # noqa: ARG002 — nothing is known beforehand
        """Ask for the reason."""
        self.reason.clear()
        self.show()
        self.reason.setFocus()


class CorrectForm(DeedForm):
    """The owner's details."""

    def __init__(self) -> None:
        super().__init__(t("Sửa thông tin chủ hồ sơ"), t("Lưu sửa đổi"))
        self.name, self.number, self.birth = Line(), Line(longest=20), DateLine()
        self.phone, self.address = Line(longest=20), Line()
        self._person: Person | None = None
        self._birth = Field(t("&Ngày sinh"), self.birth)
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP * 2)
        placed: tuple[tuple[QWidget, int, int, int], ...] = (
            (Field(t("&Họ và tên"), self.name, required=True), 0, 0, 2),
            (Field(t("&Số giấy tờ"), self.number), 0, 2, 1), (self._birth, 0, 3, 1),
            (Field(t("Điện th&oại"), self.phone), 1, 0, 1),
            (Field(t("Nơi cư t&rú"), self.address), 1, 1, 3),
        )  # fmt: skip
        for widget, row, column, span in placed:
            grid.addWidget(widget, row, column, 1, span)
        self.fields.addLayout(grid)

    def present(self, dossier: Dossier) -> None:
        """The details as they are."""
        person = self._person = dossier.owner
        self.name.setText(person.name)
        self.number.setText(person.id_number)
        self.birth.set_day(person.birth_date)
        self.phone.setText(person.phone)
        self.address.setText(person.address)
        self.show()
        self.name.setFocus()

    def person(self) -> Person | None:
        """The details as they shall be; None while the birth date is no day."""
        if self._person is None or self.birth.wrong():
            self._birth.set_error(t("Ngày gõ dạng 02091986 hoặc 02/09/1986."))
            return None
        return Person(
            name=self.name.value(), id_number=self.number.value(), id_kind=self._person.id_kind,
            birth_date=self.birth.day(), sex=self._person.sex, address=self.address.value(), phone=self.phone.value(),
            email=self._person.email,
        )  # fmt: skip


