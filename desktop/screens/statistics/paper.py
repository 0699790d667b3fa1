"""The page in front on paper: Biểu 06 for a sheet, the indicators for QĐ 766, the leader's report for all else."""

from functools import partial
from typing import TYPE_CHECKING

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.screens.statistics.grids import SHEETS
from desktop.screens.statistics.state import State, Tab
from desktop.slips import Letterhead, Slip, Slips
from desktop.stage import Stage
from dossiers.reporting.spans import Span

if TYPE_CHECKING:
    from desktop.report_files import Report

FORM_06, FORM_766, FORM_MONTH = "report_06", "report_766", "report_month"
TITLES = {
    FORM_06: "Biểu 06 {span}", FORM_766: "Chỉ số QĐ 766 {span}", FORM_MONTH: "Báo cáo {span}",
}  # fmt: skip
"""How the print queue lists each."""

COMMANDS = {FORM_06: "In Biểu 06", FORM_766: "In chỉ số QĐ 766", FORM_MONTH: "In báo cáo"}
PAPER = "A4"


class Papers:
    """Puts a report into the print queue; a leader may."""

    def __init__(self, jobs: Jobs, stage: Stage, slips: Slips) -> None:
        self._jobs, self._stage, self._slips = jobs, stage, slips

    def print(self, state: State) -> None:
        """What is on show as it was counted; the leader's report is counted now."""
        form = form_of(state.tab)
        if form == FORM_MONTH:
            span = state.span
            self._jobs.ask(
                lambda desk: desk.reports.monthly(span), partial(self._queue, form, span), self._stage.complain
            )
        else:
            self._queue(form, state.span, state.table)

    def _queue(self, form: str, span: Span, report: "Report") -> None:
        def draw(head: Letterhead) -> bytes:
            from desktop.report_files import pdf_of

            return pdf_of(report, head.office, head.words)

        slip = Slip(form=form, title=t(TITLES[form], span=span.words), draw=draw, paper=PAPER)
        self._slips.queue(slip, lambda: self._stage.toast(t("Báo cáo đã vào hàng đợi in.")))


def form_of(tab: Tab) -> str:
    """Which form a page is printed on."""
    if tab in SHEETS:
        return FORM_06
    return FORM_766 if tab is Tab.INDICATORS else FORM_MONTH
