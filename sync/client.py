"""The desk's only HTTP: one session, a pinned authority, bodies in small blocks, every fault by its name."""

import ssl
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from threading import Thread
from urllib.parse import urlsplit

import requests
import urllib3

from sync.connections import PinnedAdapter, adapter_for
from sync.faults import NotTheProvince, ServerReset
from sync.line_faults import fault_of, not_ours
from sync.protocol import CONTENT_TYPE, MAX_REPLY_BYTES, PACK_TYPE
from sync.sealing import Garbled

CONNECT_TIMEOUT_S = 60.0
"""Also bounds each 16 KiB block of a body; for a body given as bytes it would bound the whole (SYNC 2.4)."""

REPLY_TIMEOUT_S = 60.0
SCANS = "/v1/blobs/"
SCANS_ON_THE_WAY_S = 0.5
BLOCK_BYTES = 16 << 10
"""What `http.client` hands over at a time of a body that is a file."""

SCAN_PATIENCE_S, BLOCKS_OF_PATIENCE = 12.0, 4
"""When so much time, or that of so many blocks on a slow line, passed without one taken, the scan begins a connection
anew: TCP doubles its wait with each try, and sits out most of the light on a line that flickers (decision 0307)."""

READ_BYTES = 64 << 10
REFUSAL = 403


@dataclass(slots=True)
class Partial:
    """The first bytes of what lies under a path, as it was when `etag` named it."""

    etag: str = ""
    data: bytearray = field(default_factory=bytearray)


class Client:
    """One province over one session; `patch` may be called from several threads, all else from one at a time."""

    def __init__(
        self, base_url: str, pinned_ca: bytes | None = None, timeout_s: float = REPLY_TIMEOUT_S, name: str = ""
    ) -> None:
        """`pinned_ca`: the authority's certificate in PEM. Raises InvalidInput for an address that is not safe.

        `name`: whom the certificate must name, where that is not the address.
        """
        self.base_url = base_url.rstrip("/")
        self.pinned_ca = pinned_ca
        self._name = name
        self._timeout = self._scan_timeout = (min(CONNECT_TIMEOUT_S, timeout_s), timeout_s)
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.adapters.clear()
        self._session.headers.update({"Accept-Encoding": "identity", "User-Agent": "motcua"})
        self._session.mount(f"{urlsplit(self.base_url).scheme}://", adapter_for(self.base_url, pinned_ca, name))
        self._warm = False
        self._door: Future[None] | None = None
        self.moved_bytes = 0
        self.certificate_ends_at: datetime | None = None
        """Until when the server's own certificate holds, as `read_clock` last saw it; None over plain HTTP."""

    def close(self) -> None:
        """Close the connection."""
        self._session.close()

    def knock(self) -> None:
        """Begin to open the connection, so that TCP and TLS have their round trips while a batch is being packed.

        What goes wrong is told by the first request, which waits for this.
        """
        adapter = self._session.get_adapter(self.base_url)
        if not isinstance(adapter, PinnedAdapter):
            return
        self._door = door = Future[None]()

        def open_door() -> None:
            try:
                adapter.open(self.base_url, self._timeout[0])
            except Exception as error:  # noqa: BLE001 — raised where the first request waits
                door.set_exception(error)
            else:
                door.set_result(None)

        Thread(target=open_door, name="knock", daemon=True).start()

    def leave_room(self, bits_per_s: int) -> None:
        """From now on scans have connections of their own, and of a line this wide they hold half a second each.

        What the system has taken goes before anything more urgent, and it would take seconds' worth (decision 0307).
        Of a line of unknown width, 0, nothing is expected.
        """
        if bits_per_s:
            patience_s = max(SCAN_PATIENCE_S, BLOCKS_OF_PATIENCE * BLOCK_BYTES * 8 / bits_per_s)
            self._scan_timeout = (min(patience_s, self._timeout[0]), min(patience_s, self._timeout[1]))
        buffer_bytes = max(BLOCK_BYTES, round(bits_per_s / 8 * SCANS_ON_THE_WAY_S))
        adapter = adapter_for(self.base_url, self.pinned_ca, self._name, buffer_bytes)
        self._session.mount(self.base_url + SCANS, adapter)

    def post(self, path: str, body: bytes) -> bytes:
        """Send a message and return the reply's body; raises LineFault.

        A connection kept open may have died unnoticed, so a cut on a used one is tried once more on a new one;
        every message of the protocol may be sent twice.
        """
        try:
            return self._post(path, body)
        except ServerReset:
            if not self._warm:
                raise
            self._warm = False
            return self._post(path, body)

    def ask_admission(self, path: str, body: bytes) -> tuple[int, bytes]:
        """The one question that may be refused in words: status and body; raises LineFault."""
        with self._exchange("POST", path, BytesIO(body), {"Content-Type": CONTENT_TYPE}) as response:
            if response.status_code != REFUSAL:
                _require_reply(response)
            return response.status_code, _read(response)

    def read_clock(self) -> datetime:
        """The server's clock to the second (HTTP Date, RFC 9110 6.6.1), as a sign of life; raises LineFault."""
        with self._exchange("GET", "/health", BytesIO(), {}) as response:
            self.certificate_ends_at = _certificate_end(response)
            if response.status_code != 200 or response.headers.get("Content-Type") != "application/json":
                raise not_ours(response)
            try:
                return parsedate_to_datetime(response.headers.get("Date", "")).astimezone(UTC)
            except ValueError as error:
                raise NotTheProvince from error

    def patch(self, path: str, body: BytesIO, headers: dict[str, str]) -> tuple[int, int | None]:
        """Upload from an offset; returns the status and the offset the server now has, if it said one."""
        with self._exchange("PATCH", path, body, headers, self._scan_timeout) as response:
            offset = response.headers.get("Upload-Offset", "")
            if "Tus-Resumable" not in response.headers:
                raise not_ours(response)
            _read(response)  # only an answer read to its end leaves the connection open for the next file
            return response.status_code, int(offset) if offset.isdecimal() else None

    def fetch(
        self, path: str, part: Partial, kind: str = PACK_TYPE, most: int = MAX_REPLY_BYTES, authorization: str = ""
    ) -> None:
        """Download the rest of `part`, or all of it where it is no longer the same; raises LineFault.

        What arrived before a cut is in `part` (RFC 9110 14.2, 13.1.5). `kind` is the content's type, `most` how many
        bytes it may have.
        """
        headers = {"Range": f"bytes={len(part.data)}-", "If-Range": part.etag} if part.data and part.etag else {}
        headers |= {"Authorization": authorization} if authorization else {}
        with self._exchange("GET", path, BytesIO(), headers) as response:
            if response.status_code not in {200, 206} or response.headers.get("Content-Type") != kind:
                part.data.clear()
                raise not_ours(response)
            if response.status_code == 200:
                part.data.clear()
            part.etag = response.headers.get("ETag", "")
            before = len(part.data)
            try:
                _read(response, part.data, most)
            finally:
                self.moved_bytes += len(part.data) - before

    def _post(self, path: str, body: bytes) -> bytes:
        self.moved_bytes += len(body)
        with self._exchange("POST", path, BytesIO(body), {"Content-Type": CONTENT_TYPE}) as response:
            _require_reply(response)
            reply = _read(response)
        self.moved_bytes += len(reply)
        self._warm = True
        return reply

    @contextmanager
    def _exchange(
        self, method: str, path: str, body: BytesIO, headers: dict[str, str], timeout: tuple[float, float] | None = None
    ) -> Iterator[requests.Response]:
        door, self._door = self._door, None
        try:
            if door is not None:
                door.result()
                self._warm = True  # it may have died again while a batch was packed
            with self._session.request(
                method, self.base_url + path, data=body, headers=headers, timeout=timeout or self._timeout,
                allow_redirects=False, stream=True,
            ) as response:  # fmt: skip
                yield response
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            self._session.close()
            raise fault_of(error) from error


def _certificate_end(response: requests.Response) -> datetime | None:
    door = getattr(response.raw.connection, "sock", None)
    if not isinstance(door, ssl.SSLSocket):
        return None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str((door.getpeercert() or {})["notAfter"])), UTC)


def _require_reply(response: requests.Response) -> None:
    if response.status_code != 200 or response.headers.get("Content-Type") != CONTENT_TYPE:
        raise not_ours(response)
    if not response.headers.keys() & {"Content-Length", "Transfer-Encoding"}:
        raise ServerReset


def _read(response: requests.Response, body: bytearray | None = None, most: int = MAX_REPLY_BYTES) -> bytes:
    """The whole body; only a read that finds nothing more tells urllib3 that a reply was cut short."""
    body = bytearray() if body is None else body
    while piece := response.raw.read(READ_BYTES, decode_content=False):
        body += piece
        if len(body) > most:
            raise Garbled("Trả lời của máy chủ lớn quá mức cho phép và không được đọc.")
    return bytes(body)
