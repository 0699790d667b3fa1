"""Scans on their way: asked about once, resumed where the province stands, believed when it signs."""

import base64
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING

from dossiers.clock import Clock, to_ms
from dossiers.errors import KnownError
from sync import protocol
from sync.client import Blocks, Client
from sync.exchange import Exchange
from sync.faults import NotAdmitted, NotTheProvince, ServerBusy, ServerReset, SlowLine
from sync.membership import Membership
from sync.progress import Ask, Progress
from sync.sealing import SEAL_BYTES, seal

if TYPE_CHECKING:
    from dossiers.store.wire import BlobJob

FRUITLESS_TRIES = 3
"""Attempts at one file in one run that bring it no further before the rest waits for the next run."""

DONE, STALE_OFFSET, WRONG_HASH, UNKNOWN = 204, 409, 460, 404


class Uploads:
    """The files no receipt covers yet, most urgent first."""

    def __init__(
        self, ask: Ask, client: Client, exchange: Exchange, member: Membership, clock: Clock, progress: Progress,
        tell: Callable[[], None],
    ) -> None:  # fmt: skip
        """`tell` is called after each block and may raise to stop."""
        self._ask = ask
        self._client = client
        self._exchange = exchange
        self._member = member
        self._clock = clock
        self._progress = progress
        self._tell = tell

    def run(self) -> tuple[bytes, ...]:
        """Upload what is missing; returns the files to ask a receipt for. Raises LineFault."""
        jobs = self._ask(lambda desk: desk.wire.blobs_waiting())
        self._progress.blobs_total = len(jobs)
        for start in range(0, len(jobs), protocol.MAX_BLOBS_ASKED):
            page = jobs[start : start + protocol.MAX_BLOBS_ASKED]
            offsets = self._exchange.offsets(tuple(bytes.fromhex(job.sha256) for job in page))
            for job, offset in zip(page, offsets, strict=True):
                if offset is not None and offset < job.size:
                    self._upload(job, offset)
        return tuple(bytes.fromhex(job.sha256) for job in jobs)

    def _upload(self, job: "BlobJob", offset: int) -> None:
        data = self._read(job)
        if data is None:
            self._progress.blobs_damaged += 1
            return
        tries = 0
        while offset < job.size and tries <= FRUITLESS_TRIES:
            reached = self._patch(job, data, offset)
            tries = 0 if reached > offset else tries + 1
            offset = reached
        if offset < job.size:
            raise ServerReset

    def _read(self, job: "BlobJob") -> bytes | None:
        """The file's bytes if they are still the file the op named; a damaged one must be scanned again."""
        try:
            data = self._ask(lambda desk: desk.files.get(job.sha256))
        except KnownError:
            return None
        return data if len(data) == job.size and sha256(data).hexdigest() == job.sha256 else None

    def _patch(self, job: "BlobJob", data: bytes, offset: int) -> int:
        """One PATCH from an offset; returns how far the province has the file afterwards."""
        try:
            status, reached = self._client.patch(
                f"/v1/blobs/{job.sha256}", Blocks(data[offset:], self._on_block), self._headers(job, offset)
            )
        except (ServerReset, SlowLine):
            return self._exchange.offsets((bytes.fromhex(job.sha256),))[0] or 0
        if status in {DONE, STALE_OFFSET, WRONG_HASH} and reached is not None and reached <= job.size:
            return reached
        raise {401: NotAdmitted, 403: NotAdmitted, UNKNOWN: NotTheProvince}.get(status, ServerBusy)()

    def _on_block(self, count: int) -> None:
        self._progress.blob_bytes_sent += count
        self._tell()

    def _headers(self, job: "BlobJob", offset: int) -> dict[str, str]:
        sent_at = to_ms(self._clock())
        text = protocol.request_text("PATCH", f"/v1/blobs/{job.sha256}", sent_at, offset)
        signature = seal(self._member.key, protocol.REQUEST, text)[:SEAL_BYTES]
        return {
            "Authorization": f"MC1 {_b64(self._member.device)}.{sent_at}.{_b64(signature)}",
            "Content-Type": protocol.BLOB_TYPE,
            "Tus-Resumable": protocol.TUS_VERSION,
            "Upload-Offset": str(offset),
        }


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
