"""From the queue to the printer, away from window and database; a dead printer holds up nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import retold, t
from desktop.jobs import Failure, Jobs
from desktop.people_asks import export_slip
from desktop.stage import Here, Stage
from dossiers.errors import KnownError
from printing.printers.printer import KEPT_IN_QUEUE
from printing.thermal.rolls import ROLLS

if TYPE_CHECKING:
    from dossiers.store.prints import PrintJob as PrintJob
    from printing.printers.printer import Printer, PrintOutcome
    from printing.spool import Spool

QUEUED, SENT, CONFIRMED, FAILED = "queued", "sent", "confirmed", "failed"
RECENT = 60


@dataclass(slots=True)
class Lane:
    """The way to one of the two printers; a long register on sheets keeps no slip on a roll waiting."""

    rolls: bool
    busy: bool = False
    again: bool = False
    trial: Callable[[], None] | None = None
    """A trial that waits until what is being printed is done."""

    def takes(self, paper: str) -> bool:
        """Whether its printer prints on that paper."""
        return (paper in ROLLS) == self.rolls


class PrintRoom:
    """One round of the spool at a time for each printer; `choose` makes the printer that the settings name."""

    def __init__(self, jobs: Jobs, stage: Stage, here: Here, choose: "Callable[[str], Printer]") -> None:
        self._jobs, self._stage, self._here, self._choose = jobs, stage, here, choose
        self._lanes = (Lane(rolls=True), Lane(rolls=False))
        self._closed = False

    def wake(self) -> None:
        """Something lies in the queue: print it when its printer is free."""
        for lane in self._lanes:
            self._round(lane, lambda spool: spool.resume())

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

        self._jobs.ask(lambda desk: export_slip(desk, job_id), write, self._stage.complain)

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

    def try_roll(self, document: bytes, on_said: Callable[[str, bool], None]) -> None:
        """Print a slip of a trial past the queue; the answer is a sentence, and whether it came out.

        It waits for a round under way: a printer that was just chosen is asked for what is queued at that very moment.
        """
        lane, devices = self._lanes[0], self._here.devices

        def print_trial() -> "PrintOutcome":
            printer = self._choose(devices.roll_printer)
            return printer.watch(printer.send(document, t("Phiếu thử"), 1, devices.receipt_roll))

        def say(sentence: str, printed: bool) -> None:
            self._end(lane)
            on_said(sentence.replace(retold(KEPT_IN_QUEUE), "").strip(), printed)  # a trial is in no queue

        def printed(outcome: "PrintOutcome") -> None:
            done = t("Máy in nhiệt đã in xong phiếu thử. Xem khung đủ bốn cạnh và chữ đủ dấu.")
            say(retold(outcome.note) or done if outcome.printed else retold(outcome.note), outcome.printed)

        def begin() -> None:
            lane.busy = True
            self._jobs.pool(print_trial, printed, lambda failure: say(failure.sentence, False))

        if lane.busy:
            lane.trial = begin
        else:
            begin()

    def print_unkept(self, document: bytes, title: str, on_said: Callable[[str, bool], None]) -> None:
        """Print a sheet at once, past the queue that would remember it: for a secret that stays on paper alone."""
        name = self._here.devices.printer

        def hand_over() -> "PrintOutcome":
            printer = self._choose(name)
            return printer.watch(printer.send(document, title, 1, "A4"))

        if not name:
            on_said(t("Chưa chọn máy in. Chọn ở Thiết lập, mục Máy in, rồi in lại."), False)
        else:
            self._jobs.pool(
                hand_over,
                lambda outcome: on_said(retold(outcome.note), outcome.printed),
                lambda failure: on_said(failure.sentence.replace(retold(KEPT_IN_QUEUE), "").strip(), False),
            )

    def _round(self, lane: Lane, work: "Callable[[Spool], tuple[PrintJob, ...]]") -> None:
        name = self._printer_of(lane)
        if lane.busy:
            lane.again = True
        elif name and not self._closed:
            lane.busy = True
            self._jobs.pool(
                lambda: work(self._spool(name, lane)),
                lambda slips: self._on_sent(lane, slips),
                lambda why: self._on_trouble(lane, why),
            )

    def _printer_of(self, lane: Lane) -> str:
        devices = self._here.devices
        return devices.roll_printer if lane.rolls else devices.printer

    def _spool(self, name: str, lane: Lane) -> "Spool":
        from printing.spool import Spool

        return Spool(self._jobs.wait, self._choose(name), lane.takes)

    def _decide(self, slips: "tuple[PrintJob, ...]") -> None:
        if not slips:
            self._stage.toast(t("Chưa có phiếu nào để in lại."))
        elif any(job.state in (QUEUED, FAILED) for job in slips):
            self._print_again([job.paper for job in slips if job.state in (QUEUED, FAILED)])
        elif slips[0].state == CONFIRMED and slips[0].dossier_id:
            self._stage.open("dossier", dossier_id=slips[0].dossier_id)
        else:
            self.retry(slips[0].id)

    def _on_queued(self, _: object) -> None:
        self._stage.counts_changed()
        self.wake()

    def _print_again(self, papers: list[str]) -> None:
        for lane in self._lanes:
            self._round(lane, lambda spool: spool.print_again())
        if any(lane.takes(paper) and not self._printer_of(lane) for lane in self._lanes for paper in papers):
            self._stage.toast(t("Chưa chọn máy in. Phiếu vẫn được giữ trong hàng đợi."))

    def _on_sent(self, lane: Lane, slips: "tuple[PrintJob, ...]") -> None:
        trouble = next((job.note for job in slips if job.state == FAILED), "")
        if trouble:
            self._stage.toast(retold(trouble), seconds=12)
        self._end(lane)

    def _on_trouble(self, lane: Lane, why: Failure) -> None:
        self._stage.complain(why)
        self._end(lane)

    def _end(self, lane: Lane) -> None:
        again, lane.busy, lane.again = lane.again, False, False
        trial, lane.trial = lane.trial, None
        if not self._closed:
            self._stage.counts_changed()
            if trial is not None:
                trial()
        if again:
            self._round(lane, lambda spool: spool.resume())


def _write(file: str, pdf: bytes) -> None:
    try:
        Path(file).write_bytes(pdf)
    except OSError as error:
        raise KnownError("Không ghi được tệp ở đó. Chọn nơi khác.") from error
