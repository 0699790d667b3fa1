"""The form of a financial duty towards the state: how much, by which notice."""

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, ask_duty
from desktop.screens.dossier.forms.amounts import AMOUNT_WRONG, AmountLine
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.widgets import Field, Line


class DutyForm(DeedForm):
    """The clock stops until the duty is paid."""

    def __init__(self) -> None:
        super().__init__(t("Chờ nghĩa vụ tài chính"), t("Ghi và tạm dừng thời hạn"))
        self.amount, self.basis = AmountLine(), Line()
        self._amount = Field(t("&Số tiền (đồng)"), self.amount)
        basis = Field(t("Số &thông báo nộp tiền"), self.basis, required=True)
        self.add_row(("amount", self._amount), ("basis", basis), stretches=(1, 3))

    def fill(self, opened: Opened) -> None:  # noqa: ARG002 — nothing is known beforehand
        """See `DeedForm.fill`."""
        self.amount.clear()
        self.basis.clear()

    def deed(self, opened: Opened) -> Deed | None:  # noqa: ARG002 — the lines say it all
        """See `DeedForm.deed`."""
        if self.amount.wrong():
            self._amount.set_error(t(AMOUNT_WRONG))
            return None
        return ask_duty(self.amount.vnd() or 0, self.basis.value())
