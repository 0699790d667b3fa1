"""Forms on their way to paper: rendered off the window's thread, kept durably, then handed to the spool."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.stage import Stage
from dossiers.clock import Clock
from dossiers.dossier import Dossier
from dossiers.office import Office
from dossiers.receive import Intake
from dossiers.status import Status

if TYPE_CHECKING:
    from desktop.jobs import Desk

RECEIPT = "receipt"
SUPPLEMENT = "supplement"
GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True)
class _Letterhead:
    """What every form of this desk carries."""

    office: Office
    paper: str
    clerk: str


class Slips:
    """Prints the forms of dossiers; nobody waits for the printer, and a failure leaves the dossier as it was.

    `wake` tells the spool that something lies in the queue.
    """

    def __init__(self, jobs: Jobs, stage: Stage, clock: Clock, wake: Callable[[], None]) -> None:
        self._jobs, self._stage, self._clock, self._wake = jobs, stage, clock, wake

    def print(self, form: str, dossier: Dossier, on_queued: Callable[[], None] | None = None) -> None:
        """Queue one form of a dossier; marked IN LẠI once paper of it was confirmed (DECISIONS, undo after print)."""

        def render(head: _Letterhead) -> bytes:
            from printing.forms import receipt, supplement

            maker = {RECEIPT: receipt.render, SUPPLEMENT: supplement.render}[form]
            return maker(dossier, head.office, paper=head.paper, reprint=dossier.times_printed(form))

        title = {RECEIPT: t("Giấy hẹn {code}"), SUPPLEMENT: t("Phiếu yêu cầu bổ sung {code}")}[form]
        self._run(form, dossier.id, title.format(code=dossier.code), render, on_queued)

    def print_guidance(self, intake: Intake, procedure_name: str, reason: str) -> None:
        """Queue the list of papers to bring, for a citizen whose dossier was not taken in."""

        def render(head: _Letterhead) -> bytes:
            from printing.forms import guidance

            told = guidance.Guidance(
                person=intake.filer or intake.owner, procedure_name=procedure_name, reason=reason, clerk=head.clerk,
                papers=tuple(paper for paper in intake.papers if paper.missing), at=self._clock(),
            )  # fmt: skip
            return guidance.render(told, head.office, paper=head.paper)

        self._run(GUIDANCE, None, t("Phiếu hướng dẫn"), render, None)

    def _run(
        self,
        form: str,
        dossier_id: UUID | None,
        title: str,
        render: Callable[[_Letterhead], bytes],
        on_queued: Callable[[], None] | None,
    ) -> None:
        """Three steps, each where it may take its time: ask the letterhead, render, keep."""

        def queued(_: object) -> None:
            self._wake()
            self._stage.counts_changed()
            if on_queued:
                on_queued()

        def keep(head: _Letterhead, pdf: bytes) -> None:
            def queue(desk: "Desk") -> None:
                taken_back = dossier_id and desk.register.get(dossier_id).status is Status.VOIDED
                if not taken_back:  # while the slip was being drawn
                    desk.prints.queue(form, dossier_id, title, pdf, paper=head.paper)

            self._jobs.ask(queue, queued, self._stage.complain)

        def draw(head: _Letterhead) -> None:
            self._jobs.pool(lambda: render(head), lambda pdf: keep(head, pdf), self._stage.complain)

        self._jobs.ask(_read_letterhead, draw, self._stage.complain)


def _read_letterhead(desk: "Desk") -> _Letterhead:
    return _Letterhead(desk.office, desk.devices.paper, desk.clerk.name)
