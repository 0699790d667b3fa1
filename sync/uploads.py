"""Scans on their way: asked about once, resumed where the province stands, never before a record that waits."""

from collections import deque
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from time import monotonic
from typing import TYPE_CHECKING

from dossiers.clock import Clock, to_ms
from dossiers.errors import KnownError
from dossiers.store.rescans import Why
from sync import protocol
from sync.budget import LINE_SPEED
from sync.client import Client
from sync.exchange import Exchange
from sync.faults import NotAdmitted, NotTheProvince, ServerBusy, ServerReset, SlowLine
from sync.lanes import MOST_LANES, Block, Blocks, Landed, Lanes
from sync.membership import Membership, authorization
from sync.pace import FAST_BITS_PER_S
from sync.progress import Ask, Progress

if TYPE_CHECKING:
    from dossiers.store.wire import BlobJob

FRUITLESS_TRIES = 3
"""Attempts at one file in one run that bring it no further before the rest waits for the next run."""

LOOK_S = 0.2
"""How long a new record may wait unseen while scans are on the line."""

PULL_EVERY_S = 900.0
"""How often results and corrections are asked for meanwhile."""

DONE, STALE_OFFSET, WRONG_HASH, GONE, UNKNOWN = 204, 409, 460, 410, 404


@dataclass(eq=False, slots=True)
class Parcel:
    """A file, how much of it the province has, and attempts in a row that brought it no further.

    `alone`: nothing else was on the line beside it, so that it tells how wide the line is.
    """

    job: "BlobJob"
    data: bytes
    offset: int
    tries: int = 0
    alone: bool = True
    taken_s: float = 0.0

    @property
    def name(self) -> bytes:
        """The file's SHA-256."""
        return bytes.fromhex(self.job.sha256)


class Uploads:
    """The files no receipt covers yet, most urgent first, on one connection or two; records go before any of them."""

    def __init__(
        self, ask: Ask, client: Client, exchange: Exchange, member: Membership, clock: Clock, progress: Progress,
        tell: Callable[[], None], push: Callable[[], None],
    ) -> None:  # fmt: skip
        """`tell` is called before each block and may raise to stop; `push` sends the records that wait."""
        self._ask = ask
        self._client = client
        self._exchange = exchange
        self._member = member
        self._clock = clock
        self._progress = progress
        self._tell = tell
        self._push = push
        self._waiting: deque[BlobJob] = deque()
        self._again: deque[Parcel] = deque()
        self._offsets: dict[str, int | None] = {}
        self._refused: set[bytes] = set()
        self._begun: set[str] = set()
        self._unsent = 0
        self._known_bits_per_s = 0
        self._looked_s = 0.0
        self._pushed_s = monotonic()

    def run(self) -> None:
        """Upload what is missing, until the desk is found to be revoked; raises LineFault."""
        self._unsent, speed = self._ask(lambda desk: (desk.journal.unsent_count(), desk.wire.get(LINE_SPEED)))
        self._known_bits_per_s = int(speed or 0)
        self._refresh()
        if self._waiting:
            self._client.leave_room(self._bits_per_s)
        with closing(Lanes(self._patch)) as lanes:
            while not self._progress.revoked:
                self._fill(lanes)
                if not lanes.under_way:
                    return
                event = lanes.next(LOOK_S)
                if isinstance(event, Landed):
                    self._landed(event)
                elif isinstance(event, Block):
                    self._progress.blob_bytes_sent += event.count
                self._tell()
                self._give_way(lanes)
                if isinstance(event, Block):
                    lanes.let_go(event)

    @property
    def _bits_per_s(self) -> int:
        """The line's width as this run or the last has shown it; 0 where nobody knows."""
        return self._exchange.bits_per_s or self._known_bits_per_s

    def _refresh(self) -> None:
        """Read what waits: what was scanned meanwhile takes its place by its own urgency."""
        jobs = self._ask(lambda desk: desk.wire.blobs_waiting())
        self._waiting = deque(job for job in jobs if job.sha256 not in self._begun)
        self._progress.blobs_total = len(self._begun) + len(self._waiting)

    def _fill(self, lanes: "Lanes[Parcel, tuple[int, int | None]]") -> None:
        """Two connections fill the line while one waits for its answer; a slow line they would only choke."""
        wide = self._bits_per_s >= FAST_BITS_PER_S
        while len(lanes.under_way) < (MOST_LANES if wide else 1) and (parcel := self._next()) is not None:
            lanes.send(parcel)
            for each in lanes.under_way:
                each.alone = len(lanes.under_way) == 1

    def _give_way(self, lanes: "Lanes[Parcel, tuple[int, int | None]]") -> None:
        """Send what was recorded meanwhile, while the lanes wait for leave."""
        now_s = monotonic()
        if now_s - self._looked_s < LOOK_S:
            return
        self._looked_s = now_s
        pull_due = now_s - self._pushed_s > PULL_EVERY_S
        if pull_due or self._ask(lambda desk: desk.journal.unsent_count()) > self._unsent:
            self._push()
            self._pushed_s = monotonic()
            self._unsent = self._ask(lambda desk: desk.journal.unsent_count())
            self._refresh()
            for parcel in lanes.under_way:
                parcel.alone = False

    def _next(self) -> Parcel | None:
        """The next file the province lacks and this desk can read."""
        if self._again:
            return self._again.popleft()
        while self._waiting:
            self._look_up(self._waiting[0])
            job = self._waiting.popleft()
            self._begun.add(job.sha256)
            offset = self._offsets[job.sha256]
            if offset is not None and offset < job.size and (data := self._sendable(job)) is not None:
                return Parcel(job, data, offset)
        return None

    def _sendable(self, job: "BlobJob") -> bytes | None:
        """The file's bytes; None where only a new scan can help, which is then a person's task."""
        if bytes.fromhex(job.sha256) in self._refused:
            self._need_rescan(job, Why.REFUSED)
            return None
        data = self._read(job)
        if data is None:
            self._need_rescan(job, Why.SPOILED)
        elif job.rescan:
            self._ask(lambda desk: desk.rescans.withdraw(job.sha256))
        return data

    def _need_rescan(self, job: "BlobJob", why: Why) -> None:
        self._progress.blobs_damaged += 1
        self._ask(lambda desk: desk.rescans.need(job.sha256, why))

    def _look_up(self, job: "BlobJob") -> None:
        """Ask how much the province has of this file and of those that come next."""
        if job.sha256 in self._offsets:
            return
        page = list(self._waiting)[: protocol.MAX_BLOBS_ASKED]
        reply = self._exchange.offsets(tuple(bytes.fromhex(each.sha256) for each in page))
        self._offsets |= dict(zip((each.sha256 for each in page), reply.offsets, strict=True))
        self._refused |= set(reply.refused)

    def _read(self, job: "BlobJob") -> bytes | None:
        """The file's bytes if they are still the file the op named."""
        try:
            data = self._ask(lambda desk: desk.files.get(job.sha256))
        except KnownError:
            return None
        return data if len(data) == job.size and sha256(data).hexdigest() == job.sha256 else None

    def _patch(self, parcel: Parcel, leave: Callable[[int], None]) -> tuple[int, int | None]:
        """One PATCH from where the file stands, on a lane's thread; returns the status and what the province has."""
        began_s = monotonic()
        body = Blocks(parcel.data[parcel.offset :], leave)
        try:
            return self._client.patch(f"/v1/blobs/{parcel.job.sha256}", body, self._headers(parcel.job, parcel.offset))
        finally:
            parcel.taken_s = monotonic() - began_s

    def _landed(self, landed: "Landed[Parcel, tuple[int, int | None]]") -> None:
        """Put a file whose journey ended short of its end on its way once more."""
        parcel = landed.parcel
        try:
            reached = self._reached(parcel, *landed.result())
        except (ServerReset, SlowLine):
            reached = self._ask_about(parcel)
        if reached == parcel.job.size or parcel.name in self._refused:
            return
        parcel.tries = 0 if reached > parcel.offset else parcel.tries + 1
        if parcel.tries > FRUITLESS_TRIES:
            raise ServerReset
        parcel.offset = reached
        self._again.append(parcel)

    def _reached(self, parcel: Parcel, status: int, reached: int | None) -> int:
        """How far the province has the file, by its own answer to a PATCH."""
        if status == DONE and parcel.alone:
            self._exchange.note_pace(len(parcel.data) - parcel.offset, parcel.taken_s)
        if status in {WRONG_HASH, GONE}:
            return self._ask_about(parcel, _blocks(parcel.data))
        if status in {DONE, STALE_OFFSET} and reached is not None and reached <= parcel.job.size:
            return reached
        raise {401: NotAdmitted, 403: NotAdmitted, UNKNOWN: NotTheProvince}.get(status, ServerBusy)()

    def _ask_about(self, parcel: Parcel, blocks: tuple[bytes, ...] = ()) -> int:
        """How far the province has the file, by its signed word; a file it refuses is sent no more."""
        reply = self._exchange.offsets((parcel.name,), blocks)
        if parcel.name in reply.refused:
            self._refused.add(parcel.name)
            self._need_rescan(parcel.job, Why.REFUSED)
        return reply.offsets[0] or 0

    def _headers(self, job: "BlobJob", offset: int) -> dict[str, str]:
        sent_at = to_ms(self._clock())
        return {
            "Authorization": authorization(self._member, "PATCH", f"/v1/blobs/{job.sha256}", sent_at, offset),
            "Content-Type": protocol.BLOB_TYPE,
            "Tus-Resumable": protocol.TUS_VERSION,
            "Upload-Offset": str(offset),
        }


def _blocks(data: bytes) -> tuple[bytes, ...]:
    """What the province compares a wrong file by; a short one just goes again."""
    if len(data) <= protocol.BLOCK_BYTES:
        return ()
    pieces = range(0, len(data), protocol.BLOCK_BYTES)
    return tuple(sha256(data[start : start + protocol.BLOCK_BYTES]).digest() for start in pieces)
