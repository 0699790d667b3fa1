"""A network scanner that misbehaves on request: real eSCL over real sockets, its troubles scripted sheet by sheet.

Kept honest by two foreign clients that read it as a scanner: sane-airscan and libsane's escl (test_escl_foreign.py).
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.scanning.escl_papers import capabilities_xml, status_xml


class Counting(StrEnum):
    """What a maker's ImagesCompleted counts; the standard can be read in two ways, and it is optional."""

    SCANNED = "scanned"
    TRANSFERRED = "transferred"
    NOTHING = "nothing"


class Trouble(StrEnum):
    """What can befall a sheet. The first nine are the matrix of feeder faults."""

    JAM = "jam"
    COVER = "cover"
    MULTIPICK = "multipick"
    MISPICK = "mispick"
    TRUNCATED = "truncated"
    RESET = "reset"
    BUSY = "busy"
    SLOW = "slow"
    GARBAGE = "garbage"
    CUT = "cut"
    """A JPEG cut off in its middle, delivered as whole."""
    MUTE_JAM = "mute-jam"
    """A jam told as 200 with nothing in it (AirSane); the truth stands in the status."""
    MUTE_ABORT = "mute-abort"
    """The same with an AdfState that stays Loaded: a device that will not say why."""
    TOO_LONG = "too-long"
    STOP_BUTTON = "stop-button"
    NOT_YET = "not-yet"
    """404 while the feeder still fetches the sheet (sane-airscan issue 39)."""
    SWALLOWED = "swallowed"
    """The line breaks in the page, and the device counts it as delivered."""
    UNPLUGGED = "unplugged"


ADF_STATES = {
    Trouble.JAM: "ScannerAdfJam",
    Trouble.MUTE_JAM: "ScannerAdfJam",
    Trouble.COVER: "ScannerAdfHatchOpen",
    Trouble.MULTIPICK: "ScannerAdfMultipickDetected",
    Trouble.MISPICK: "ScannerAdfMispick",
    Trouble.TOO_LONG: "ScannerAdfDuplexPageTooLong",
}
GIVEN_AWAY = {Trouble.TRUNCATED, Trouble.GARBAGE, Trouble.CUT, Trouble.SWALLOWED}
"""Troubles after which the sheet lies in the output tray."""


@dataclass
class FaultyScanner:
    """The machine: sheets in its tray (a picture a side), what befalls which sheet of the stack, one job at a time."""

    tray: list[bytes] = field(default_factory=list)
    glass: bytes = b""
    troubles: dict[int, list[Trouble]] = field(default_factory=dict)
    """By sheet, 1-based over everything ever fed; each happens once."""
    end_status: int = 409
    chunked: bool = False
    counting: Counting = Counting.SCANNED
    busy_jobs: int = 0
    """How many tickets are turned away with 503 first."""
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))
    hold_sheet: int = 0
    """The sheet that is not handed out before `released` is set; 0 set meanwhile gives it to nobody."""
    released: threading.Event = field(default_factory=threading.Event)
    asked: threading.Event = field(default_factory=threading.Event)
    """Set once the held sheet has been asked for."""
    given_at: list[float] = field(default_factory=list)
    """When the last byte of each page had been handed to the line, on the monotonic clock."""
    tickets: list[bytes] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    adf: str = ""
    job: str = ""
    job_state: str = "Processing"
    reason: str = "JobScanning"
    fed: int = 0
    completed: int = 0

    def clear(self, *sheets: bytes) -> None:
        """The clerk takes the trouble out of the machine and lays these sheets on top of the stack again."""
        self.adf = ""
        self.tray[:0] = sheets
        self.fed -= len(sheets)

    @property
    def adf_state(self) -> str:
        """As the protocol spells it."""
        return self.adf or ("ScannerAdfLoaded" if self.tray else "ScannerAdfEmpty")

    def open_job(self, ticket: bytes) -> str:
        """A new job, or nothing where the machine says it is busy."""
        if self.busy_jobs:
            self.busy_jobs -= 1
            return ""
        self.tickets.append(ticket)
        self.job, self.job_state, self.reason, self.completed = str(uuid.uuid4()), "Processing", "JobScanning", 0
        return self.job

    def end_job(self, state: str, reason: str) -> None:
        """The job is over."""
        self.job_state, self.reason = state, reason

    def next_trouble(self) -> Trouble | None:
        """What befalls the sheet now on top, once."""
        waiting = self.troubles.get(self.fed + 1, [])
        return waiting.pop(0) if waiting else None

    def give(self) -> bytes:
        """The sheet on top leaves the tray for good."""
        self.fed += 1
        self.completed += 1
        return self.tray.pop(0)


class _Handler(BaseHTTPRequestHandler):
    """One request to the machine."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def setup(self) -> None:
        """TLS is shaken here, in the request's own thread."""
        if self.server.context is not None:
            self.request = self.server.context.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        """The wrapped socket is this thread's to close."""
        super().finish()
        self.request.close()

    def do_GET(self) -> None:
        scanner = self.server.scanner
        match self.path.strip().split("/")[2:]:
            case ["ScannerCapabilities"]:
                self._answer(200, capabilities_xml(scanner.uuid))
            case ["ScannerStatus"]:
                self._answer(200, status_xml(scanner))
            case ["ScanJobs", job, "NextDocument"] if job == scanner.job:
                self._hand_out(scanner)
            case _:
                self._answer(404)

    def do_POST(self) -> None:
        ticket = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        job = self.server.scanner.open_job(ticket)
        if job:
            self._answer(201, headers={"Location": f"http://{self.headers['Host']}/eSCL/ScanJobs/{job}"})
        else:
            self._answer(503, headers={"Retry-After": "0"})

    def do_DELETE(self) -> None:
        scanner = self.server.scanner
        scanner.cancelled.append(self.path.rpartition("/")[2])
        scanner.end_job("Canceled", "JobCanceledByUser")
        self._answer(200)

    def _hand_out(self, scanner: FaultyScanner) -> None:
        if b">Platen<" in scanner.tickets[-1]:
            if scanner.completed:
                self._end(scanner)
            else:
                scanner.completed = 1
                self._page(scanner.glass)
            return
        if not scanner.tray:
            self._end(scanner)
            return
        if scanner.fed + 1 == scanner.hold_sheet:
            scanner.asked.set()
            scanner.released.wait(30)
            if not scanner.hold_sheet:  # whoever asked is dead; the sheet stays in the tray
                self.close_connection = True
                return
        trouble = scanner.next_trouble()
        if trouble is None:
            self._page(scanner.give())
        elif trouble in ADF_STATES:
            scanner.adf = ADF_STATES[trouble]
            scanner.end_job("Aborted", "ResourcesAreNotReady")
            self._answer(200 if trouble is Trouble.MUTE_JAM else scanner.end_status)
        else:
            self._misbehave(scanner, trouble)

    def _misbehave(self, scanner: FaultyScanner, trouble: Trouble) -> None:
        whole = scanner.give() if trouble in GIVEN_AWAY else scanner.tray[0]
        match trouble:
            case Trouble.TRUNCATED | Trouble.SWALLOWED | Trouble.RESET:
                self._break_off(whole, reset=trouble is not Trouble.TRUNCATED)
            case Trouble.GARBAGE:
                self._page(bytes(range(256)) * (len(whole) // 256))
            case Trouble.CUT:
                self._page(whole[: len(whole) // 2])
            case Trouble.BUSY:
                self._answer(503, headers={"Retry-After": "0"})
            case Trouble.NOT_YET:
                self._answer(404)
            case Trouble.SLOW:
                self._page(scanner.give(), slices=4)
            case Trouble.MUTE_ABORT:
                scanner.end_job("Aborted", "ResourcesAreNotReady")
                self._answer(200)
            case Trouble.STOP_BUTTON:
                scanner.end_job("Canceled", "JobCanceledAtDevice")
                self._answer(404)
            case Trouble.UNPLUGGED:
                self._break_off(whole, reset=True)
                self.server.unplug()

    def _end(self, scanner: FaultyScanner) -> None:
        scanner.end_job("Completed", "JobCompletedSuccessfully")
        self._answer(scanner.end_status)

    def _page(self, data: bytes, slices: int = 1) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        chunked = self.server.scanner.chunked
        self.send_header(*(("Transfer-Encoding", "chunked") if chunked else ("Content-Length", str(len(data)))))
        self.end_headers()
        step = max(1, len(data) // slices)
        for start in range(0, len(data), step):
            part = data[start : start + step]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part) if chunked else part)
            self.wfile.flush()
            if slices > 1:
                self.server.gone.wait(0.1)
        if chunked:
            self.wfile.write(b"0\r\n\r\n")
        self.server.scanner.given_at.append(time.monotonic())

    def _break_off(self, data: bytes, *, reset: bool) -> None:
        """Half the page, then the end of the line: in order (FIN), or torn (RST)."""
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2])
        self.wfile.flush()
        if reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True

    def _answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Tests read facts, not logs."""


class _Server(ThreadingHTTPServer):
    """The machine's socket."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, scanner: FaultyScanner, context: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.scanner = scanner
        self.context = context
        self.gone = threading.Event()

    def unplug(self) -> None:
        """Nobody listens any more."""
        self.gone.set()
        self.socket.close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are what half of the tests are about."""


@contextmanager
def serving(scanner: FaultyScanner, certificate: Path | None = None) -> Iterator[str]:
    """The machine on loopback: its eSCL address. With a `certificate` (PEM with its key) the line is encrypted."""
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    server = _Server(scanner, context)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"{'https' if context else 'http'}://127.0.0.1:{server.server_address[1]}/eSCL"
    finally:
        scanner.released.set()
        server.gone.set()
        server.shutdown()
        with contextlib.suppress(OSError):
            server.server_close()
        thread.join()


def stack(pictures: Sequence[bytes], **troubles: Sequence[Trouble]) -> FaultyScanner:
    """A machine with a stack in its tray; `sheet_3=[Trouble.JAM]` says what befalls the third."""
    by_sheet = {int(name.removeprefix("sheet_")): list(each) for name, each in troubles.items()}
    return FaultyScanner(tray=list(pictures), troubles=by_sheet)
