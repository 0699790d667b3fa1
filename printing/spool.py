"""The print spool: papers queued durably, sent, watched, and confirmed by the clerk who holds them.

The ledger lives in `desk.prints`; a paper goes queued → sent → confirmed, or failed with a sentence. Sending
is at least once: a desk that dies between the printer's "accepted" and our "sent" sends the same unmarked paper
again. Everything here but `confirm` may wait for a printer, so it runs on the spool's own thread, one call at a
time; a dead printer then blocks nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from dossiers.clock import local_date
from dossiers.dossier import Dossier
from dossiers.office import Office
from dossiers.print_form import confirm_print
from printing.form_titles import get_form_title
from printing.forms import receipt, supplement
from printing.printers.printer import PaperRefused, Printer, PrinterTrouble, Ticket

if TYPE_CHECKING:
    from dossiers.store.desk import Desk
    from dossiers.store.prints import PrintJob

T = TypeVar("T")


class Ask(Protocol):
    """Runs a question on the database thread and returns its answer."""

    def __call__(self, question: Callable[[Desk], T], /) -> T:
        """Wait for the answer; what the question raises is raised here."""
        ...


class Render(Protocol):
    """A form made of one dossier."""

    def __call__(self, dossier: Dossier, office: Office, *, paper: str = ..., reprint: int = ...) -> bytes:
        """The form's PDF."""
        ...


FORMS: dict[str, Render] = {receipt.SLUG: receipt.render, supplement.SLUG: supplement.render}
"""The forms made of one dossier alone, by slug."""


class Spool:
    """One desk's printing."""

    def __init__(self, ask: Ask, printer: Printer) -> None:
        self._ask = ask
        self._printer = printer

    def print_form(self, form: str, dossier_id: UUID, paper: str, copies: int = 1) -> PrintJob:
        """Render a dossier's form as the dossier now stands, keep it, send it; marked when it is a reprint."""
        dossier, office = self._ask(lambda desk: (desk.register.get(dossier_id), desk.office))
        pdf = FORMS[form](dossier, office, paper=paper, reprint=dossier.times_printed(form))
        title = f"{get_form_title(form, local_date(dossier.received_at)).title} {dossier.code}"
        job = self._ask(lambda desk: desk.prints.queue(form, dossier_id, title, pdf, copies, paper))
        return self.send(job)

    def print_pdf(self, form: str, title: str, pdf: bytes, paper: str, copies: int = 1) -> PrintJob:
        """Keep and send a paper that belongs to no single dossier: a day sheet, a guide slip."""
        return self.send(self._ask(lambda desk: desk.prints.queue(form, None, title, pdf, copies, paper)))

    def resume(self) -> tuple[PrintJob, ...]:
        """At start: send what never reached a printer. What was sent is left to the clerk's eyes."""
        return self._send_all("queued")

    def print_again(self) -> tuple[PrintJob, ...]:
        """F9: send everything that still waits or failed, oldest first, until the printer fails again."""
        return self._send_all("queued", "failed")

    def send(self, job: PrintJob) -> PrintJob:
        """Bring one queued paper to the printer and follow it; returns how it stands in the ledger."""
        pdf = self._ask(lambda desk: desk.prints.pdf(job.id))
        try:
            ticket, note = self._hand_over(pdf, job)
        except PrinterTrouble as trouble:
            return self._mark(job, "failed", str(trouble))
        self._mark(job, "sent", note)
        outcome = self._printer.watch(ticket)
        if not outcome.printed:
            return self._mark(job, "failed", outcome.note)
        return self._mark(job, "sent", " ".join(filter(None, (note, outcome.note))))

    def confirm(self, job_id: int) -> PrintJob:
        """The clerk holds the paper: the next print of this form for this dossier is a marked reprint."""
        return self._ask(lambda desk: _confirm(desk, job_id))

    def _hand_over(self, pdf: bytes, job: PrintJob) -> tuple[Ticket, str]:
        """Send on the paper asked for, or an A5 slip on A4 where the printer has nothing smaller."""
        try:
            return self._printer.send(pdf, job.title, job.copies, job.paper), ""
        except PaperRefused as refused:
            if (job.paper, refused.offered) != ("A5", "A4"):
                raise
        note = "Máy in không có khổ A5 nên in trên giấy A4."
        return self._printer.send(pdf, job.title, job.copies, "A4"), note

    def _send_all(self, *states: str) -> tuple[PrintJob, ...]:
        """Oldest first; the first failure ends the round, so a dead printer is asked once."""
        done: list[PrintJob] = []
        for job in self._ask(lambda desk: desk.prints.waiting()):
            if job.state in states:
                done.append(self.send(job))
                if done[-1].state == "failed":
                    break
        return tuple(done)

    def _mark(self, job: PrintJob, state: str, note: str) -> PrintJob:
        return self._ask(lambda desk: desk.prints.mark(job.id, state, note))


def _confirm(desk: Desk, job_id: int) -> PrintJob:
    """The op first: a desk that dies in between counts one reprint too many, never an unmarked one."""
    job = desk.prints.get(job_id)
    if job.state == "confirmed":
        return job
    if job.dossier_id is not None:
        desk.do(confirm_print, job.dossier_id, job.form)
    return desk.prints.mark(job_id, "confirmed")
