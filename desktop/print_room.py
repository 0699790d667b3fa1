"""From the queue to the printer, one slip at a time; a dead printer holds up nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.stage import Here, Stage
from dossiers.errors import KnownError
from dossiers.print_form import confirm_print

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.store.prints import PrintJob
    from printing.printers.printer import Printer

QUEUED, SENT, CONFIRMED, FAILED = "queued", "sent", "confirmed", "failed"
RECENT = 60


@dataclass(frozen=True, slots=True)
class _Slip:
    """One queued slip with its exact PDF."""

    job: "PrintJob"
    pdf: bytes


class PrintRoom:
    """Drains `desk.prints`; `choose` makes the printer that the settings name."""

    def __init__(self, jobs: Jobs, stage: Stage, here: Here, choose: "Callable[[str], Printer]") -> None:
        self._jobs, self._stage, self._here, self._choose = jobs, stage, here, choose
        self._busy = self._again = self._closed = False

    def wake(self) -> None:
        """Something lies in the queue: print it when the printer is free."""
        if self._busy:
            self._again = True
        elif not self._closed and self._here.devices.printer:
            self._busy = True
            self._jobs.ask(_next_slip, self._send, self._on_trouble)

    def close(self) -> None:
        """Begin nothing more; what is queued is printed next time."""
        self._closed = True

    def retry(self, job_id: int) -> None:
        """Send a slip again as it is: not confirmed as paper, it prints unmarked."""
        self._jobs.ask(lambda desk: desk.prints.mark(job_id, QUEUED), self._on_queued, self._stage.complain)

    def again(self) -> None:
        """F9: the newest slip once more, if it is not yet paper; confirmed paper is reprinted from its dossier."""

        def found(newest: "PrintJob | None") -> None:
            if newest is None:
                self._stage.toast(t("Chưa có phiếu nào để in lại."))
            elif newest.state == CONFIRMED and newest.dossier_id:
                self._stage.open("dossier", dossier_id=newest.dossier_id)
            else:
                self.retry(newest.id)

        self._jobs.ask(lambda desk: next(iter(desk.prints.recent(1)), None), found, self._stage.complain)

    def confirm(self, job: "PrintJob", on_done: Callable[[], None]) -> None:
        """The clerk holds the paper: from now on the same form is marked IN LẠI."""

        def marked(_: object) -> None:
            self._stage.counts_changed()
            on_done()

        def mark(_: object = None) -> None:
            self._jobs.ask(lambda desk: desk.prints.mark(job.id, CONFIRMED), marked, self._stage.complain)

        if job.dossier_id is None:
            mark()
        else:
            self._jobs.do(confirm_print, job.dossier_id, job.form, on_done=mark, on_failed=self._stage.complain)

    def save(self, job_id: int, file: str, on_done: Callable[[], None]) -> None:
        """Write the exact PDF of a slip to a file that somebody chose."""

        def write(pdf: bytes) -> None:
            self._jobs.pool(lambda: _write(file, pdf), lambda _: on_done(), self._stage.complain)

        self._jobs.ask(lambda desk: desk.prints.pdf(job_id), write, self._stage.complain)

    def test(self, name: str, on_said: Callable[[str, bool], None]) -> None:
        """Ask a printer how it is; the answer is a sentence, and whether it is ready."""

        def ask() -> tuple[str, bool]:
            printer = self._choose(name)
            state = printer.state()
            if state.ready and not state.troubles:
                return t("Máy in “{name}” sẵn sàng.", name=printer.name), True
            return " ".join(state.troubles) or t("Máy in “{name}” chưa sẵn sàng.", name=printer.name), False

        if not name:
            on_said(t("Chưa chọn máy in. Phiếu vẫn được giữ trong hàng đợi."), False)
        else:
            self._jobs.pool(ask, lambda answer: on_said(*answer), lambda failure: on_said(failure.sentence, False))

    def _send(self, slip: _Slip | None) -> None:
        if slip is None or self._closed:
            self._end()
            return
        job, name = slip.job, self._here.devices.printer

        def send() -> str:
            printer = self._choose(name)
            outcome = printer.watch(printer.send(slip.pdf, job.title, job.copies, job.paper))
            if not outcome.printed:
                raise KnownError("{note}", note=outcome.note)
            return ""

        self._jobs.pool(send, lambda _: self._settle(job, SENT, ""), lambda why: self._on_refused(job, why))

    def _on_refused(self, job: "PrintJob", why: Failure) -> None:
        self._stage.complain(why)
        self._settle(job, FAILED, why.sentence)

    def _settle(self, job: "PrintJob", state: str, note: str) -> None:
        self._jobs.ask(lambda desk: desk.prints.mark(job.id, state, note), self._on_settled, self._on_trouble)

    def _on_settled(self, _: object) -> None:
        self._again = True
        self._end()

    def _on_queued(self, _: object) -> None:
        self._stage.counts_changed()
        self.wake()

    def _on_trouble(self, why: Failure) -> None:
        self._again = False
        self._stage.complain(why)
        self._end()

    def _end(self) -> None:
        again, self._busy, self._again = self._again, False, False
        if not self._closed:
            self._stage.counts_changed()
        if again:
            self.wake()


def _next_slip(desk: "Desk") -> _Slip | None:
    job = next((job for job in desk.prints.waiting() if job.state == QUEUED), None)
    return _Slip(job, desk.prints.pdf(job.id)) if job else None


def _write(file: str, pdf: bytes) -> None:
    try:
        Path(file).write_bytes(pdf)
    except OSError as error:
        raise KnownError("Không ghi được tệp ở đó. Chọn nơi khác.") from error
