"""The form of the one apology: why, who signs, and the new date, which is proposed."""

from datetime import UTC, datetime, timedelta

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, promise_again
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.screens.dossier.forms.hand_over import NO_MOMENT
from desktop.screens.dossier.forms.moments import MomentLine
from desktop.widgets import Field, Line, muted
from dossiers.apologise import Apologised
from dossiers.calendars import WorkCalendar
from dossiers.clock import VIETNAM, local, say_time

PROPOSED_DAYS = 3
"""Working days from today or the due day, whichever is later: a proposal that the clerk changes freely."""


class ApologyForm(DeedForm):
    """The first date stays the one the dossier is judged by."""

    def __init__(self) -> None:
        super().__init__(t("Xin lỗi và hẹn lại"), t("Hẹn lại và in"))
        self.first_date = muted(wrap=True)
        self.promised, self.signer, self.reason = MomentLine(), Line(), Line()
        self._promised = Field(t("Hẹn lại &vào"), self.promised, required=True)
        self.fields.addWidget(self.first_date)
        self._reason = Field(t("&Lý do chậm trả"), self.reason, required=True)
        self.add_row(("reason", self._reason))
        self.add_row(("promised_at", self._promised), ("signer", Field(t("&Người ký"), self.signer)), stretches=(1, 3))

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        due_at = opened.dossier.appointment.due_at
        self.reason.clear()
        self.signer.clear()
        if due_at is None:
            self.first_date.clear()
            self.promised.clear()
            return
        words = t("Hẹn {due} vẫn là hạn được tính; chỉ hẹn lại được một lần.", due=say_time(due_at))
        self.first_date.setText(words)
        self.promised.set_moment(propose_date(max(due_at, self.now), opened.calendar))

    def deed(self, opened: Opened) -> Deed | None:  # noqa: ARG002 — the lines say it all
        """See `DeedForm.deed`."""
        promised_at = self.promised.moment()
        if promised_at is None:
            self._promised.set_error(t(NO_MOMENT))
            return None
        return promise_again(
            Apologised(reason=self.reason.value(), signer=self.signer.value(), promised_at=promised_at)
        )


def propose_date(after: datetime, calendar: WorkCalendar) -> datetime:
    """The end of office hours `PROPOSED_DAYS` working days after an instant (UTC)."""
    day, left = local(after).date(), PROPOSED_DAYS
    while left:
        day += timedelta(days=1)
        left -= calendar.works(day)
    return datetime.combine(day, calendar.hours[-1].end, VIETNAM).astimezone(UTC)
