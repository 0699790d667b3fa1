"""Network scanners over eSCL (AirScan): the one HTTP line of this room, and the driver that uses it."""

import contextlib
import hashlib
import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from scanning.drivers import ScannedPage, ScanRequest, Watch
from scanning.drivers.escl_address import Address, candidates, parse_address
from scanning.drivers.escl_discovery import find_again, look_for
from scanning.drivers.escl_feed import Answer, Job, LineBroken
from scanning.drivers.escl_xml import MAX_XML_BYTES, Capabilities, read_capabilities, write_ticket
from scanning.errors import Fault, ScanError
from scanning.events import Device, Waiting

FAREWELL_TIMEOUT_S = 1.0
MAX_PAGE_BYTES = 256 * 1024 * 1024
CONNECT_TIMEOUT_S = 5.0
ANSWER_TIMEOUT_S = 60.0
"""A lamp that warms up holds its answer back; a page of 600 dpi takes its time as well."""
_CHUNK_BYTES = 1 << 16
_TICK_S = 0.05
_ELSEWHERE = frozenset({301, 302, 307, 308})
_REFUSALS = {401: Fault.ACCESS_DENIED, 403: Fault.ACCESS_DENIED, 503: Fault.BUSY}


class EsclDriver:
    """Scanners that speak eSCL, found by multicast DNS or by a typed address."""

    def find(self, watch: Watch, name: str = "") -> Iterator[Device]:
        """Scanners that announce themselves within a few seconds; with a `name` or typed address, the one there."""
        if name:
            yield _device_at(name)
        else:
            yield from look_for(watch)

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """The sheet on the glass, or every side of every sheet of the feeder."""
        line, capabilities = _reach(parse_address(request.device), watch)
        if str(line.address) != request.device:
            watch.tell(Device("escl", str(line.address), capabilities.label))
        ticket, dpi = write_ticket(capabilities, request)
        with _heeding(watch, line):
            try:
                yield from Job(line, watch, request.source).pages(ticket, dpi)
            except ScanError:
                if not watch.stopped.is_set():
                    raise


class HttpLine:
    """HTTP to one device, a fresh connection a request: devices close idle ones as they please."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._open: http.client.HTTPConnection | None = None

    @property
    def root(self) -> str:
        """See `escl_feed.Line`."""
        return self.address.root

    def ask(
        self, method: str, path: str, body: bytes = b"", *, timeout_s: float = ANSWER_TIMEOUT_S,
        limit_bytes: int = MAX_PAGE_BYTES, on_percent: Callable[[int], None] | None = None,
    ) -> Answer:  # fmt: skip
        """One answer, read to its end; raises LineBroken where none comes whole, ScanError for a strange device."""
        begun = False
        connection = self._connect(timeout_s)
        try:
            connection.request(method, path, body or None, {"Content-Type": "text/xml"} if body else {})
            response = connection.getresponse()
            begun = True
            data = _read(response, limit_bytes, on_percent)
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, data)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise LineBroken(begun=begun) from error
        finally:
            connection.close()

    def let_go(self, path: str) -> None:
        """See `escl_feed.Line`; by a connection of its own, for the other may have been hung up."""
        with contextlib.suppress(LineBroken, ScanError):
            HttpLine(self.address).ask("DELETE", path, timeout_s=FAREWELL_TIMEOUT_S)

    def hang_up(self) -> None:
        """Break off what another thread is waiting for."""
        sock = self._open.sock if self._open is not None else None
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def _connect(self, timeout_s: float) -> http.client.HTTPConnection:
        """A connection to the device and to no other: its certificate is the one it showed first."""
        host, port, connect_s = self.address.host, self.address.port, min(timeout_s, CONNECT_TIMEOUT_S)
        self._open = connection = (
            http.client.HTTPSConnection(host, port, timeout=connect_s, context=_any_certificate())
            if self.address.is_secure
            else http.client.HTTPConnection(host, port, timeout=connect_s)
        )
        try:
            connection.connect()
            connection.sock.settimeout(timeout_s)
        except (OSError, ValueError) as error:
            raise LineBroken(begun=False) from error
        if self.address.is_secure:
            self._check_certificate(connection.sock)
        return connection

    def _check_certificate(self, sock: socket.socket) -> None:
        """Trust on first use: office scanners sign their certificates themselves, so the first one seen is kept."""
        assert isinstance(sock, ssl.SSLSocket)
        pin = hashlib.sha256(sock.getpeercert(binary_form=True) or b"").hexdigest()
        if self.address.pin not in ("", pin):
            sock.close()
            raise ScanError(Fault.STRANGE_CERTIFICATE)
        self.address = replace(self.address, pin=pin)


def _read(response: http.client.HTTPResponse, limit_bytes: int, on_percent: Callable[[int], None] | None) -> bytes:
    """The body; raises IncompleteRead where less came than was announced, ValueError where more than the limit."""
    total, told = response.length, 0
    data = bytearray()
    while chunk := response.read(_CHUNK_BYTES):
        data += chunk
        if len(data) > limit_bytes:
            raise ValueError("longer than any answer of a scanner")
        tenths = 10 * len(data) // total if total else 0
        if on_percent is not None and tenths > told:
            told = tenths
            on_percent(10 * tenths)
    if total is not None and len(data) < total:
        raise http.client.IncompleteRead(bytes(data), total - len(data))
    return bytes(data)


def _any_certificate() -> ssl.SSLContext:
    """Encrypts to whoever answers; who that is, the pin says."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@contextmanager
def _heeding(watch: Watch, line: HttpLine) -> Iterator[None]:
    """Hang up as soon as the clerk stops, whatever the line is waiting for."""
    over = threading.Event()

    def heed() -> None:
        while not over.wait(_TICK_S):
            if watch.stopped.is_set():
                line.hang_up()

    thread = threading.Thread(target=heed, name="escl-heed", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _reach(address: Address, watch: Watch) -> tuple[HttpLine, Capabilities]:
    """A line to the device: where it was last, where it announces itself now, then once more in case it only slept."""
    line = _line_to(address)
    if line is None:
        watch.tell(Waiting(Fault.NO_ANSWER))
        moved = find_again(address, watch)
        line = _line_to(address.moved_to(moved) if moved else address)
    if line is None:
        raise ScanError(Fault.NO_ANSWER)
    return line


def _line_to(address: Address) -> tuple[HttpLine, Capabilities] | None:
    """None where nobody answers there, or another device than the one meant."""
    line = HttpLine(address)
    try:
        capabilities = _capabilities(line)
    except LineBroken:
        return None
    if not address.knows(capabilities.uuid):
        return None
    line.address = replace(line.address, uuid=address.uuid or capabilities.uuid)
    return line, capabilities


def _capabilities(line: HttpLine) -> Capabilities:
    """What the device can do; many answer a plain request by sending it to their encrypted line."""
    for _ in range(2):
        answer = line.ask("GET", f"{line.root}/ScannerCapabilities", limit_bytes=MAX_XML_BYTES)
        if answer.status not in _ELSEWHERE:
            break
        there = parse_address(answer.headers.get("location", ""))
        if not there.is_secure:
            break
        root = there.root.removesuffix("/ScannerCapabilities")
        line.address = replace(there, host=line.address.host, root=root)
    if answer.status != 200:
        raise ScanError(_REFUSALS.get(answer.status, Fault.UNSUPPORTED))
    return read_capabilities(answer.body)


def _device_at(typed: str) -> Device:
    """The scanner at a name or typed address; raises ScanError where none answers."""
    for address in candidates(typed):
        found = _line_to(address)
        if found is not None:
            line, capabilities = found
            return Device("escl", str(line.address), capabilities.label or line.address.host)
    raise ScanError(Fault.NO_ANSWER)
