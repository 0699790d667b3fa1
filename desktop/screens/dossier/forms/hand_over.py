"""The form that gives a dossier on: to a person here or to another office, until when, with what words."""

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.custody import say_holder
from desktop.screens.dossier.deeds import Deed, give_on
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.screens.dossier.forms.moments import MomentLine
from desktop.widgets import Field, Line, muted
from dossiers.dossier import Holder
from dossiers.hand_over import HandedOver

NO_MOMENT = "Giờ và ngày gõ dạng 17:00 24/11/2026."


class HandOverForm(DeedForm):
    """Shows who has it now; an empty office is this one."""

    def __init__(self) -> None:
        super().__init__(t("Chuyển hồ sơ"), t("Chuyển"))
        self.holder = muted()
        self.person, self.office = Line(), Line(t("để trống: trong cơ quan này"))
        self.due, self.note = MomentLine(), Line()
        self._due = Field(t("&Hạn của bước này"), self.due)
        self.fields.addWidget(self.holder)
        person, office = Field(t("&Người nhận"), self.person), Field(t("&Cơ quan nhận"), self.office)
        self.add_row(("receiver", person), ("office", office))
        self.add_row(("due_at", self._due), ("note", Field(t("&Lời nhắn"), self.note)), stretches=(1, 3))

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        self.holder.setText(t("Đang giữ: {holder}", holder=say_holder(opened.dossier)))
        for line in (self.person, self.office, self.due, self.note):
            line.clear()

    def deed(self, opened: Opened) -> Deed | None:  # noqa: ARG002 — the lines say it all
        """See `DeedForm.deed`."""
        if self.due.wrong():
            self._due.set_error(t(NO_MOMENT))
            return None
        receiver = Holder(office=self.office.value(), person=self.person.value())
        return give_on(HandedOver(receiver=receiver, due_at=self.due.moment(), note=self.note.value()))
