"""One eSCL job from its ticket to its last sheet: pages in order, and never a fault taken for the end of the stack.

What devices do (makers differ, and each case below was met in the field): the end is 404, 409 or 410; a fault may
be an empty 200 whose truth stands only in `ScannerStatus`; 404 also comes while the feeder still fetches a sheet
(sane-airscan issue 39), and the tray reads empty while its last sheet is under the lamp. So nothing but a job that
says Completed, or an empty tray that stays empty, ends a stack; whatever else is left open is told to the clerk.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from scanning.drivers import ScannedPage, Source, Watch
from scanning.drivers.escl_xml import MAX_XML_BYTES, Status, read_status
from scanning.drivers.jpeg import check_jpeg
from scanning.errors import Fault, ScanError
from scanning.events import Opening, Progress, Waiting

BUSY_PATIENCE_S = 30.0
WARM_UP_PATIENCE_S = 120.0
SETTLING_S = 4.0
"""How long a device may say "no page" while its job is still at work, before that is believed."""
_RETRIES = 3
_PAUSE_S = 0.3
_LONGEST_PAUSE_S = 5.0

_FEEDER_FAULTS = {
    "ScannerAdfJam": Fault.JAM,
    "ScannerAdfHatchOpen": Fault.COVER_OPEN,
    "ScannerAdfMultipickDetected": Fault.DOUBLE_FEED,
    "ScannerAdfMispick": Fault.MISFEED,
    "ScannerAdfInputTrayFailed": Fault.MISFEED,
    "ScannerAdfInputTrayOverloaded": Fault.MISFEED,
    "ScannerAdfDuplexPageTooShort": Fault.WRONG_PAPER,
    "ScannerAdfDuplexPageTooLong": Fault.WRONG_PAPER,
}
_EMPTY = "ScannerAdfEmpty"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a device answered; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def pause_s(self) -> float:
        """How long to wait before asking again, as the device wishes within reason."""
        wish = self.headers.get("retry-after", "")
        return max(_PAUSE_S, min(float(wish), _LONGEST_PAUSE_S)) if wish.isdigit() else 1.0


class LineBroken(Exception):
    """No whole answer came; `begun` is whether its first bytes had."""

    def __init__(self, *, begun: bool) -> None:
        super().__init__()
        self.begun = begun


class Line(Protocol):
    """HTTP to one device."""

    @property
    def root(self) -> str:
        """The path all its resources lie under."""
        ...

    def ask(
        self, method: str, path: str, body: bytes = b"", *, limit_bytes: int = ...,
        on_percent: Callable[[int], None] | None = None,
    ) -> Answer:  # fmt: skip
        """One whole answer; raises LineBroken."""
        ...

    def let_go(self, path: str) -> None:
        """Tell the device that a job is no longer wanted; its answer does not matter."""
        ...


class Job:
    """A job on a device; `pages` may be iterated once."""

    def __init__(self, line: Line, watch: Watch, source: Source) -> None:
        self._line = line
        self._watch = watch
        self._source = source
        self._path = ""
        self._held = 0
        self._breaks = 0

    def pages(self, ticket: bytes, dpi: int) -> Iterator[ScannedPage]:
        """Every page of the job; raises ScanError on whatever keeps a sheet from becoming one."""
        if not self._start(ticket):
            return
        try:
            while (data := self._next_page()) is not None:
                width_px, height_px = self._checked(data)
                yield ScannedPage(data, width_px, height_px, dpi)
                self._held += 1
                if self._source is Source.FLATBED:
                    return
        finally:
            self._line.let_go(self._path)

    def _start(self, ticket: bytes) -> bool:
        """Whether there is a job; False where the clerk stopped before the device was free."""
        patience = _Patience(BUSY_PATIENCE_S, Fault.BUSY)
        while not self._watch.stopped.is_set():
            try:
                answer = self._line.ask("POST", f"{self._line.root}/ScanJobs", ticket)
            except LineBroken as error:
                # Asked twice, a device might feed a sheet into a job that nobody fetches.
                raise ScanError(Fault.IO_ERROR) from error
            if answer.status == 201:
                self._path = urlsplit(answer.headers.get("location", "")).path.rstrip("/")
                return True
            if answer.status != 503:
                raise ScanError(self._refusal(answer))
            patience.wait(self._watch, answer.pause_s)
        return False

    def _refusal(self, answer: Answer) -> Fault:
        """Why a ticket was not taken."""
        if answer.status in (401, 403):
            return Fault.ACCESS_DENIED
        adf = self._status().adf if self._source is Source.FEEDER else ""
        if adf == _EMPTY:
            return Fault.NO_DOCS
        return _FEEDER_FAULTS.get(adf, Fault.BUSY if answer.status == 409 else Fault.UNSUPPORTED)

    def _next_page(self) -> bytes | None:
        """The next page's bytes; None at the end of the stack or when stopped."""
        warming_up = _Patience(WARM_UP_PATIENCE_S, Fault.BUSY)
        settling = _Patience(SETTLING_S, None)
        self._tell_percent(0)
        while not self._watch.stopped.is_set():
            try:
                answer = self._line.ask("GET", f"{self._path}/NextDocument", on_percent=self._tell_percent)
            except LineBroken as broken:
                self._breaks += 1
                self._mend(broken)
                continue
            if answer.status == 200 and answer.body:
                return answer.body
            if answer.status == 503:
                warming_up.wait(self._watch, answer.pause_s)
            elif self._is_over(self._status(), settling):
                return None
        return None

    def _tell_percent(self, percent: int) -> None:
        self._watch.tell(Progress(percent))

    def _mend(self, broken: LineBroken) -> None:
        """After a broken transfer: return to ask again only where the device still has the sheet to give.

        Makers count ImagesCompleted with or without the image that waits; where that hides a sheet handed over in
        vain, the count at the end of the stack shows it.
        """
        if self._watch.stopped.is_set():
            return
        status = self._status()
        self._raise_feeder_fault(status)
        done, waiting = status.images_completed, status.images_to_transfer
        told = done is not None and waiting is not None
        if (done or 0) - (waiting or 0) > self._held if told else broken.begun:
            raise ScanError(Fault.TORN_PAGE)
        if self._breaks > _RETRIES:
            raise ScanError(Fault.IO_ERROR)

    def _is_over(self, status: Status, settling: _Patience) -> bool:
        """Whether "no page" is the end of the stack: True; not yet known: False; raises ScanError for a fault."""
        self._raise_feeder_fault(status)
        empty_at_once = self._source is Source.FEEDER and not self._held
        if status.job == "Completed":
            if not self._held:
                raise ScanError(Fault.NO_DOCS if empty_at_once else Fault.STOPPED_EARLY)
            if self._breaks and (status.images_completed or 0) > self._held:
                raise ScanError(Fault.PAGE_MISSING)
            return True
        if status.job == "Canceled":
            raise ScanError(Fault.STOPPED_BY_HAND)
        if status.job == "Aborted" or not settling.wait(self._watch, _PAUSE_S):
            if status.adf == _EMPTY and (empty_at_once or status.job != "Aborted"):
                return self._end_of_tray()
            raise ScanError(Fault.STOPPED_EARLY)
        return False

    def _end_of_tray(self) -> bool:
        if not self._held:
            raise ScanError(Fault.NO_DOCS)
        return True

    def _checked(self, data: bytes) -> tuple[int, int]:
        """The page's size; where it is not whole, the fault the device names comes before the damage seen here."""
        try:
            with self._watch.opening(Opening("", self._held + 1)):
                return check_jpeg(data)
        except ScanError:
            if not self._watch.stopped.is_set():
                self._raise_feeder_fault(self._status())
            raise

    def _raise_feeder_fault(self, status: Status) -> None:
        fault = _FEEDER_FAULTS.get(status.adf)
        if fault is not None and self._source is Source.FEEDER:
            raise ScanError(fault)

    def _status(self) -> Status:
        """How the device says it fares; raises ScanError(IO_ERROR) where it does not say."""
        for _ in range(_RETRIES):
            try:
                answer = self._line.ask("GET", f"{self._line.root}/ScannerStatus", limit_bytes=MAX_XML_BYTES)
            except LineBroken:
                answer = None
            if answer is not None and answer.status == 200:
                return read_status(answer.body, self._path)
            if self._watch.stopped.wait(_PAUSE_S):
                break
        raise ScanError(Fault.IO_ERROR)


class _Patience:
    """How long a device is waited for; beyond it comes the fault, or False where there is none."""

    def __init__(self, seconds: float, fault: Fault | None) -> None:
        self._seconds = seconds
        self._fault = fault
        self._until: float | None = None

    def wait(self, watch: Watch, pause_s: float) -> bool:
        """Pause and return True, unless the patience, counted from the first call, is at its end."""
        now = time.monotonic()
        if self._until is None:
            self._until = now + self._seconds
        if now >= self._until:
            if self._fault is not None:
                raise ScanError(self._fault)
            return False
        if self._fault is not None:
            watch.tell(Waiting(self._fault))
        watch.stopped.wait(pause_s)
        return True
