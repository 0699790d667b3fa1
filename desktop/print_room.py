"""From the queue to the printer, away from window and database; a dead printer holds up nobody."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import retold, t
from desktop.jobs import Failure, Jobs
from desktop.stage import Here, Stage
from dossiers.errors import KnownError

if TYPE_CHECKING:
    from dossiers.store.prints import PrintJob as PrintJob
    from printing.printers.printer import Printer
    from printing.spool import Spool

QUEUED, SENT, CONFIRMED, FAILED = "queued", "sent", "confirmed", "failed"
RECENT = 60


class PrintRoom:
    """One round of the spool at a time; `choose` makes the printer that the settings name."""

    def __init__(self, jobs: Jobs, stage: Stage, here: Here, choose: "Callable[[str], Printer]") -> None:
        self._jobs, self._stage, self._here, self._choose = jobs, stage, here, choose
        self._busy = self._again = self._closed = False

    def wake(self) -> None:
        """Something lies in the queue: print it when the printer is free."""
        self._round(lambda spool: spool.resume())

    def close(self) -> None:
        """Begin nothing more; what is queued is printed next time."""
        self._closed = True

    def again(self) -> None:
        """F9: whatever waits or failed; else the newest slip again, from its dossier if it is confirmed paper."""
        self._jobs.ask(lambda desk: desk.prints.recent(RECENT), self._decide, self._stage.complain)

    def retry(self, job_id: int) -> None:
        """Send a slip again as it is: not confirmed as paper, it prints unmarked."""
        self._jobs.ask(lambda desk: desk.prints.mark(job_id, QUEUED), self._on_queued, self._stage.complain)

    def confirm(self, job: "PrintJob", on_done: Callable[[], None]) -> None:
        """The clerk holds the paper: from now on the same form is marked IN LẠI."""
        from printing.spool import confirm

        def confirmed(_: object) -> None:
            self._stage.counts_changed()
            on_done()

        self._jobs.ask(lambda desk: confirm(desk, job.id), confirmed, self._stage.complain)

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
            return retold(" ".join(state.troubles)) or t("Máy in “{name}” chưa sẵn sàng.", name=printer.name), False

        if not name:
            on_said(t("Chưa chọn máy in. Phiếu vẫn được giữ trong hàng đợi."), False)
        else:
            self._jobs.pool(ask, lambda answer: on_said(*answer), lambda failure: on_said(failure.sentence, False))

    def _round(self, work: "Callable[[Spool], tuple[PrintJob, ...]]") -> None:
        name = self._here.devices.printer
        if self._busy:
            self._again = True
        elif name and not self._closed:
            self._busy = True
            self._jobs.pool(lambda: work(self._spool(name)), self._on_sent, self._on_trouble)

    def _spool(self, name: str) -> "Spool":
        from printing.spool import Spool

        return Spool(self._jobs.wait, self._choose(name))

    def _decide(self, slips: "tuple[PrintJob, ...]") -> None:
        if not slips:
            self._stage.toast(t("Chưa có phiếu nào để in lại."))
        elif any(job.state in (QUEUED, FAILED) for job in slips):
            self._round(lambda spool: spool.print_again())
        elif slips[0].state == CONFIRMED and slips[0].dossier_id:
            self._stage.open("dossier", dossier_id=slips[0].dossier_id)
        else:
            self.retry(slips[0].id)

    def _on_queued(self, _: object) -> None:
        self._stage.counts_changed()
        self.wake()

    def _on_sent(self, slips: "tuple[PrintJob, ...]") -> None:
        trouble = next((job.note for job in slips if job.state == FAILED), "")
        if trouble:
            self._stage.toast(retold(trouble), seconds=12)
        self._end()

    def _on_trouble(self, why: Failure) -> None:
        self._stage.complain(why)
        self._end()

    def _end(self) -> None:
        again, self._busy, self._again = self._again, False, False
        if not self._closed:
            self._stage.counts_changed()
        if again:
            self.wake()


def _write(file: str, pdf: bytes) -> None:
    try:
        Path(file).write_bytes(pdf)
    except OSError as error:
        raise KnownError("Không ghi được tệp ở đó. Chọn nơi khác.") from error
