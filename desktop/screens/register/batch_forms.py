"""The two forms of a batch beside the list: to whom dossiers go, and from where results came."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import keys
from desktop.i18n import t
from desktop.screens.register.deeds import Deed, bring_results, give_on
from desktop.screens.register.preview import WIDTH
from desktop.screens.register.words import number_words
from desktop.widgets import Card, Field, KeyHintButton, Line, PrimaryButton, muted
from dossiers.dossier import Holder


class BatchForm(Card):
    """`agreed` with the deed when it is wanted; hidden until there is something to fill in."""

    agreed = Signal(object)
    dismissed = Signal()

    def __init__(self, title: str, agree: str) -> None:
        super().__init__(title)
        self.setFixedWidth(WIDTH)
        self.count = muted()
        self.body.addWidget(self.count)
        self.agree = PrimaryButton(agree, keys.FINISH)
        self._stay = KeyHintButton(t("Thôi"), keys.BACK)
        self.agree.clicked.connect(self.finish)
        self._stay.clicked.connect(self.dismissed)
        self.hide()

    def add_fields(self, *fields: QWidget) -> None:
        """From top to bottom, then the two buttons."""
        for field in fields:
            self.body.addWidget(field)
        self.body.addWidget(self.agree)
        self.body.addWidget(self._stay)
        self.body.addStretch()

    def present(self, count: int) -> None:
        """For so many dossiers; the cursor goes to the first field."""
        self.count.setText(t("{count} hồ sơ đang chọn", count=number_words(count)))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """F10: the deed, if what is filled in makes one."""
        deed = self.deed()
        if deed is not None:
            self.agreed.emit(deed)

    def deed(self) -> Deed | None:
        """What is wanted; None while something is missing, which the form says itself."""
        raise NotImplementedError


class GiveForm(BatchForm):
    """Who gets the dossiers: a person here or another office."""

    def __init__(self) -> None:
        super().__init__(t("Chuyển hồ sơ"), t("Chuyển và in biên bản"))
        self.person, self.office = Line(), Line(t("để trống: trong cơ quan này"))
        self.note = Line()
        self._person = Field(t("Người n&hận"), self.person)
        self.setFocusProxy(self.person)
        self.add_fields(
            self._person, Field(t("Cơ &quan nhận"), self.office), Field(t("&Lời nhắn"), self.note),
            muted(t("Mỗi hồ sơ được ghi riêng; một biên bản giao nhận in chung cho tất cả."), wrap=True),
        )  # fmt: skip

    def deed(self) -> Deed | None:
        """See `BatchForm.deed`."""
        receiver = Holder(office=self.office.value(), person=self.person.value())
        if receiver == Holder():
            self._person.set_error(t("Chưa chọn người hoặc cơ quan nhận."))
            return None
        self._person.clear()
        return give_on(receiver, self.note.value())


class ResultsForm(BatchForm):
    """Where the results come from and where they lie now."""

    def __init__(self) -> None:
        super().__init__(t("Nhận kết quả về"), t("Ghi nhận và in phiếu"))
        self.office, self.person = Line(t("để trống: cơ quan này")), Line()
        self.shelf, self.description = Line(t("Ví dụ: Tủ B, ngăn 4")), Line()
        self.setFocusProxy(self.shelf)
        self.add_fields(
            Field(t("Để &tại"), self.shelf), Field(t("Cơ &quan giao"), self.office),
            Field(t("Người gia&o"), self.person), Field(t("Kết q&uả"), self.description),
        )  # fmt: skip

    def deed(self) -> Deed | None:
        """See `BatchForm.deed`."""
        sender = Holder(office=self.office.value(), person=self.person.value())
        return bring_results(sender, self.shelf.value(), self.description.value())
