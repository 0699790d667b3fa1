"""The print spool: papers kept durably, sent, watched, and confirmed by the clerk who holds them.

The ledger lives in `desk.prints`; a paper goes queued → sent → confirmed, or failed with a sentence. Sending
is at least once: a desk that dies between the printer's "accepted" and our "sent" sends the same unmarked paper
again. A spool may wait long for its printer, so it runs on a thread of its own, one call at a time; a dead
printer then blocks nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from dossiers.print_form import confirm_print
from printing.printers.printer import PaperRefused, Printer, PrinterTrouble, Ticket

if TYPE_CHECKING:
    from dossiers.store.desk import Desk
    from dossiers.store.prints import PrintJob

T = TypeVar("T")

QUEUED, SENT, FAILED, CONFIRMED = "queued", "sent", "failed", "confirmed"


class Ask(Protocol):
    """Runs a question on the database thread and returns its answer."""

    def __call__(self, question: Callable[[Desk], T], /) -> T:
        """Wait for the answer; what the question raises is raised here."""
        ...


class Spool:
    """The way from one desk's ledger to one printer; what lies on papers it does not `takes` is another's."""

    def __init__(self, ask: Ask, printer: Printer, takes: Callable[[str], bool] = lambda _: True) -> None:
        self._ask = ask
        self._printer = printer
        self._takes = takes

    def resume(self) -> tuple[PrintJob, ...]:
        """Send what never reached a printer, at start and whenever something was queued.

        What was sent before is left to the clerk's eyes: nobody but them knows whether it came out.
        """
        return self._send_all({QUEUED})

    def print_again(self) -> tuple[PrintJob, ...]:
        """F9: send everything that waits or failed."""
        return self._send_all({QUEUED, FAILED})

    def send(self, job: PrintJob) -> PrintJob:
        """Bring one paper to the printer and follow it; returns how it stands in the ledger."""
        try:
            return self._bring(job)
        except PaperRefused as refused:
            return self._mark(job, FAILED, str(refused))

    def _bring(self, job: PrintJob) -> PrintJob:
        """As `send`, but raises PaperRefused, which says nothing about the papers behind this one."""
        document = self._ask(lambda desk: desk.prints.pdf(job.id))
        try:
            ticket, note = self._hand_over(document, job)
        except PaperRefused:
            raise
        except PrinterTrouble as trouble:
            return self._mark(job, FAILED, str(trouble))
        self._mark(job, SENT, note)
        outcome = self._printer.watch(ticket)
        if not outcome.printed:
            return self._mark(job, FAILED, outcome.note)
        return self._mark(job, SENT, " ".join(filter(None, (note, outcome.note))))

    def _hand_over(self, document: bytes, job: PrintJob) -> tuple[Ticket, str]:
        """Send on the paper asked for, or an A5 slip on A4 where the printer has nothing smaller."""
        try:
            return self._printer.send(document, job.title, job.copies, job.paper), ""
        except PaperRefused as refused:
            if (job.paper, refused.offered) != ("A5", "A4"):
                raise
        note = "Máy in không có khổ A5 nên in trên giấy A4."
        return self._printer.send(document, job.title, job.copies, "A4"), note

    def _send_all(self, states: set[str]) -> tuple[PrintJob, ...]:
        """Oldest first; a printer in trouble ends the round, so a dead one is asked once.

        A paper it does not have ends nothing: the others are still printed. Each is looked at again when its turn
        comes: it may have been withdrawn while another was printing.
        """
        done: list[PrintJob] = []
        for waiting in self._ask(lambda desk: desk.prints.waiting()):
            job = self._look_up(waiting.id)
            if job.state not in states or not self._takes(job.paper):
                continue
            try:
                done.append(self._bring(job))
            except PaperRefused as refused:
                done.append(self._mark(job, FAILED, str(refused)))
                continue
            if done[-1].state == FAILED:
                break
        return tuple(done)

    def _look_up(self, job_id: int) -> PrintJob:
        return self._ask(lambda desk: desk.prints.get(job_id))

    def _mark(self, job: PrintJob, state: str, note: str) -> PrintJob:
        return self._ask(lambda desk: desk.prints.mark(job.id, state, note))


def confirm(desk: Desk, job_id: int) -> PrintJob:
    """The clerk holds the paper: the next print of this form for this dossier is a marked reprint.

    The op comes first: a desk that dies in between counts one reprint too many, never an unmarked one.
    """
    job = desk.prints.get(job_id)
    if job.state != CONFIRMED and job.dossier_id is not None:
        desk.do(confirm_print, job.dossier_id, job.form)
    return desk.prints.mark(job_id, CONFIRMED)
