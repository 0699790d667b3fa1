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
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.scanning.escl_machine import ADF_STATES, GIVEN_AWAY, FaultyScanner, Trouble
from tests.scanning.escl_papers import capabilities_xml, status_xml


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
