"""Separator sheets onto paper: for the dossiers of the day that have no scans yet, or for each paper of one dossier."""

from typing import TYPE_CHECKING

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.slips import Letterhead, Slip, Slips
from desktop.stage import Stage
from dossiers.clock import Clock, local_date
from dossiers.dossier import Dossier
from dossiers.status import Status

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from printing.forms.separator import Lead

FORM = "separator"


class Separators:
    """Queues the sheets; nobody waits for the printer."""

    def __init__(self, jobs: Jobs, stage: Stage, clock: Clock, slips: Slips) -> None:
        self._jobs, self._stage, self._clock, self._slips = jobs, stage, clock, slips

    def print_day(self) -> None:
        """One sheet for each dossier received today that has no scans."""
        self._jobs.ask(_unscanned_today, self._on_day, self._stage.complain)

    def print_papers(self, dossier: Dossier) -> None:
        """One sheet for a dossier, and one for each of its papers."""
        from printing.forms.separator import leads_of

        self._queue(t("Tờ ngăn {code}", code=dossier.code), leads_of(dossier))

    def _on_day(self, dossiers: tuple[Dossier, ...]) -> None:
        from printing.forms.separator import Lead

        if dossiers:
            self._queue(t("Tờ ngăn, {count} hồ sơ", count=len(dossiers)), tuple(Lead(each) for each in dossiers))
        else:
            self._stage.toast(t("Hồ sơ nhận hôm nay đều đã có bản quét."))

    def _queue(self, title: str, leads: tuple["Lead", ...]) -> None:
        def draw(head: Letterhead) -> bytes:
            from printing.forms import separator

            on = local_date(self._clock())
            return separator.render(leads, head.office, on, paper=head.paper, overrides=head.words)

        said = t("{title}: đã vào hàng đợi in.", title=title)
        self._slips.queue(Slip(form=FORM, title=title, draw=draw), lambda: self._stage.toast(said))


def _unscanned_today(desk: "Desk") -> tuple[Dossier, ...]:
    received = desk.register.received_on(desk.business_day())
    return tuple(each for each in received if not each.scans_in_force and each.status is not Status.VOIDED)
