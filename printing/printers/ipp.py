"""A printer or CUPS queue over IPP: asked first, sent to, and watched until paper or trouble (RFC 8011).

CUPS calls a jammed job "completed", so the printer's own state is watched while the job runs
(SCANNING.md 2e); what it newly complains of meanwhile counts more than the job's last word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from time import monotonic, sleep
from urllib.parse import quote, unquote, urlsplit

from printing.printers.ipp_message import Attributes, Given, Group, Operation, Response, Tag, decode, encode
from printing.printers.printer import (
    KEPT_IN_QUEUE,
    PaperRefused,
    PrinterState,
    PrinterTrouble,
    PrintOutcome,
    Ticket,
)
from printing.printers.reasons import PAPER_TROUBLES, troubles

IPP_PORT = 631
QUEUES = "/printers/"
MEDIA = {"A4": "iso_a4_210x297mm", "A5": "iso_a5_148x210mm"}
"""Our paper names and the standard's (PWG 5101.1)."""

NO_ANSWER = f"Máy in không trả lời. {KEPT_IN_QUEUE}"
TOOK_TOO_LONG = "Máy in chưa in xong nên lần in này đã được dừng. Xem máy in còn bật và còn nối dây không."
"""What CUPS leaves to be said of a queue whose printer is gone: it gives no reason at all."""

LOOK_FIRST = "Nếu giấy chưa ra, bấm F9 để in lại."

PRINTER_STOPPED = 5
JOB_ENDED = {7, 8, 9}
JOB_COMPLETED = 9
NOT_POSSIBLE_NOW = 0x0506, 0x0507
"""Server-error-not-accepting-jobs and -busy."""

WISHED = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "media-supported",
          "document-format-supported", "print-scaling-supported")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a printer may keep us waiting, in seconds: for an answer, a whole job, or out of a trouble."""

    answer_s: float = 5
    job_s: float = 60
    trouble_s: float = 8
    between_looks_s: float = 0.3


class IppPrinter:
    """One IPP printer or CUPS queue, named by its `ipp://host:port/path` address."""

    def __init__(self, address: str, patience: Patience | None = None) -> None:
        parts = urlsplit(address)
        if parts.scheme != "ipp" or not parts.hostname:
            raise PrinterTrouble("Địa chỉ máy in phải có dạng ipp://máy/đường-dẫn. Chọn lại máy in trong Thiết lập.")
        self._address = address
        self._host, self._port, self._path = parts.hostname, parts.port or IPP_PORT, parts.path or "/"
        self._patience = patience or Patience()

    @property
    def name(self) -> str:
        """The queue's name at a CUPS server, else the printer's host."""
        return unquote(self._path.removeprefix(QUEUES)) if self._path.startswith(QUEUES) else self._host

    def state(self) -> PrinterState:
        """Ask the printer how it is; raises PrinterTrouble when it does not answer."""
        return _state(self._describe())

    def send(self, pdf: bytes, title: str, copies: int, paper: str) -> Ticket:
        """Hand a PDF over; raises PaperRefused before sending, PrinterTrouble when the printer will not take it."""
        printer = self._describe()
        state = _state(printer)
        if paper not in MEDIA:
            raise _paper_refused(paper, state.papers or tuple(MEDIA))
        if "application/pdf" not in printer.get("document-format-supported", ()):
            raise PrinterTrouble("Máy in này không nhận tệp PDF. Thêm máy in vào CUPS rồi chọn lại trong Thiết lập.")
        if state.papers and paper not in state.papers:
            raise _paper_refused(paper, state.papers)
        answer = self._ask(
            Operation.PRINT_JOB,
            Given(Tag.NAME, "job-name", (title,)),
            Given(Tag.MIME_TYPE, "document-format", ("application/pdf",)),
            job=_wishes(printer, copies, paper),
            document=pdf,
        )
        job = next(iter(answer.group(Group.JOB).get("job-id", ())), None)
        if not answer.ok or not isinstance(job, int):
            raise _refusal(answer, state)
        return Ticket(job, state.troubles)

    def watch(self, ticket: Ticket) -> PrintOutcome:
        """Follow a job to its end; a job that hangs is cancelled, so that it cannot come out twice."""
        try:
            return self._follow(ticket)
        except PrinterTrouble as trouble:
            return PrintOutcome(printed=False, note=str(trouble))

    def _follow(self, ticket: Ticket) -> PrintOutcome:
        started, troubled_at = monotonic(), None
        seen: dict[str, None] = {}
        while True:
            job_state = self._job_state(ticket)
            troubles_now = self.state().troubles
            seen |= dict.fromkeys(troubles_now)
            if job_state in JOB_ENDED:
                return _outcome(job_state, tuple(seen), ticket)
            stuck = any(trouble not in ticket.known_troubles for trouble in troubles_now)
            troubled_at = (troubled_at or monotonic()) if stuck else None
            if self._hangs(started, troubled_at):
                self._ask(Operation.CANCEL_JOB, Given(Tag.INTEGER, "job-id", (ticket.job,)))
                return _failed(tuple(seen) or (TOOK_TOO_LONG,))
            sleep(self._patience.between_looks_s)

    def _hangs(self, started: float, troubled_at: float | None) -> bool:
        now = monotonic()
        too_long_stuck = troubled_at is not None and now - troubled_at > self._patience.trouble_s
        return too_long_stuck or now - started > self._patience.job_s

    def _describe(self) -> Attributes:
        answer = self._ask(Operation.GET_PRINTER_ATTRIBUTES, Given(Tag.KEYWORD, "requested-attributes", WISHED))
        if not answer.ok:
            raise PrinterTrouble("Không có máy in ở địa chỉ đã chọn. Chọn lại máy in trong Thiết lập.")
        return answer.group(Group.PRINTER)

    def _job_state(self, ticket: Ticket) -> int:
        answer = self._ask(Operation.GET_JOB_ATTRIBUTES, Given(Tag.INTEGER, "job-id", (ticket.job,)))
        state = next(iter(answer.group(Group.JOB).get("job-state", ())), None)
        if not answer.ok or not isinstance(state, int):
            raise PrinterTrouble(f"Máy in không còn biết lần in này. {KEPT_IN_QUEUE}")
        return state

    def _ask(
        self, operation: Operation, *attributes: Given, job: Iterable[Given] = (), document: bytes = b""
    ) -> Response:
        """One exchange about this printer; a job's number must be the first of the attributes."""
        target = Given(Tag.URI, "printer-uri", (self._address,))
        user = Given(Tag.NAME, "requesting-user-name", ("motcua",))
        message = encode(operation, [target, *attributes, user], job) + document
        return exchange(self._host, self._port, self._path, message, self._patience.answer_s)


def exchange(host: str, port: int, path: str, message: bytes, timeout_s: float) -> Response:
    """POST one IPP message; raises PrinterTrouble when nobody answers or the answer is no IPP."""
    line = HTTPConnection(host, port, timeout=timeout_s)
    try:
        line.request("POST", path, message, {"Content-Type": "application/ipp"})
        answer = line.getresponse()
        return decode(answer.read())
    except (OSError, HTTPException, ValueError) as error:
        raise PrinterTrouble(NO_ANSWER) from error
    finally:
        line.close()


def list_queues(host: str = "localhost", port: int = IPP_PORT, timeout_s: float = 2) -> tuple[str, ...]:
    """Addresses of the queues a CUPS server offers; empty when there is no such server."""
    wanted = [Given(Tag.KEYWORD, "requested-attributes", ("printer-name",))]
    try:
        answer = exchange(host, port, "/", encode(Operation.CUPS_GET_PRINTERS, wanted), timeout_s)
    except PrinterTrouble:
        return ()
    names = [name for queue in answer.all_groups(Group.PRINTER) for name in queue.get("printer-name", ())]
    return tuple(f"ipp://{host}:{port}{QUEUES}{quote(name)}" for name in names if isinstance(name, str))


def _wishes(printer: Attributes, copies: int, paper: str) -> list[Given]:
    """Copies, paper, and no scaling, which would take the bars off the printer's dots."""
    wishes = [Given(Tag.INTEGER, "copies", (copies,)), Given(Tag.KEYWORD, "media", (MEDIA[paper],))]
    if "none" in printer.get("print-scaling-supported", ()):
        wishes.append(Given(Tag.KEYWORD, "print-scaling", ("none",)))
    return wishes


def _state(printer: Attributes) -> PrinterState:
    reasons = [reason for reason in printer.get("printer-state-reasons", ()) if isinstance(reason, str)]
    stopped = PRINTER_STOPPED in printer.get("printer-state", ())
    refusing = False in printer.get("printer-is-accepting-jobs", ())
    media = printer.get("media-supported", ())
    said = troubles(reasons)
    return PrinterState(
        ready=not (said or stopped or refusing),
        troubles=said or (("Máy in đang dừng.",) if stopped or refusing else ()),
        papers=tuple(paper for paper, name in MEDIA.items() if name in media),
    )


def _paper_refused(paper: str, papers: tuple[str, ...]) -> PaperRefused:
    return PaperRefused(
        "Máy in không có khổ {paper}. Bản in vẫn được giữ; chọn khổ {offered} trong Thiết lập rồi in lại từ hồ sơ.",
        offered=papers[0], paper=paper,
    )  # fmt: skip


def _refusal(answer: Response, state: PrinterState) -> PrinterTrouble:
    """Why a job was not taken, in the printer's own complaint where it has one."""
    busy = answer.status in NOT_POSSIBLE_NOW
    why = " ".join(state.troubles) or ("Máy in đang bận." if busy else "Máy in từ chối in.")
    return PrinterTrouble("{why} " + KEPT_IN_QUEUE, why=why)


def _outcome(job_state: int, seen: tuple[str, ...], ticket: Ticket) -> PrintOutcome:
    """A job called completed while new paper trouble came up is in doubt; old trouble is only passed on."""
    if job_state != JOB_COMPLETED:
        return _failed(seen or ("Máy in đã bỏ lần in này.",))
    doubts = [trouble for trouble in seen if trouble in PAPER_TROUBLES and trouble not in ticket.known_troubles]
    if doubts:
        return PrintOutcome(printed=False, note=" ".join((*doubts, LOOK_FIRST)))
    return PrintOutcome(printed=True, note=" ".join(ticket.known_troubles))


def _failed(sentences: tuple[str, ...]) -> PrintOutcome:
    return PrintOutcome(printed=False, note=" ".join((*sentences, KEPT_IN_QUEUE)))
