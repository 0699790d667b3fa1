"""What goes onto the stick: every line and file without a receipt, as the same signed batches the line carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiers.clock import Clock, to_ms
from dossiers.journal import Entry, Epoch, decode
from dossiers.records import RECORDS
from sync import belief, packs, protocol
from sync.courier.envelope import FRAME_HEAD_BYTES, sealed_size
from sync.courier.faults import NoIntakeKey
from sync.courier.ledger import Memory, known_history, own_identity, recall, recipient_of
from sync.courier.messages import BundleHeader, Range
from sync.exchange import Question, write_question
from sync.membership import INTAKE_KEYS, REFERENCE_KEY, Membership, membership
from sync.protocol import Place, Ref
from sync.records import CURSOR

if TYPE_CHECKING:
    from dossiers.store.desk import Desk
    from dossiers.store.wire import BlobJob

NAME_BYTES = 32
"""A file's frame begins with its SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that must be said, read in one turn of the database; each part says the records anew and some of the files.

    So every part stands alone: they may arrive in any order, and a lost one takes nothing with it.
    """

    member: Membership
    recipients: tuple[str, ...]
    header: BundleHeader
    batches: tuple[bytes, ...]
    parts: tuple[tuple["BlobJob", ...], ...]
    ops: int
    dossiers: int
    cursor: str

    def sealed_bytes(self, part: Sequence["BlobJob"]) -> int:
        """At least the bytes a part takes on the stick."""
        return sealed_size(_framed(self.batches) + sum(_room(job) for job in part))


def make_plan(desk: "Desk", clock: Clock, part_bytes: int) -> Plan:
    """Read what is to be carried; raises NotEnrolled or NoIntakeKey."""
    member = membership(desk)
    recipients = tuple((desk.wire.get(INTAKE_KEYS) or b"").decode().split())
    if not recipients:
        raise NoIntakeKey
    memory = recall(desk)
    writing = _Batches(desk, member, clock, memory)
    header = BundleHeader(
        device=member.device, unit=desk.office.unit, number=memory.next_number, made_at=to_ms(clock()),
        recipient=recipient_of(own_identity(desk)), ranges=tuple(writing.ranges), history=writing.history,
        receipts=tuple(Place(epoch, seq) for epoch, seq in desk.journal.sent.items() if seq),
        previous=memory.bundles[-1].digest if memory.bundles else None, packs=_packs(desk),
    )  # fmt: skip
    room = part_bytes - sealed_size(_framed(writing.bodies))
    return Plan(
        member=member, recipients=recipients, header=header, batches=tuple(writing.bodies),
        parts=_divide(desk.wire.blobs_waiting(), room), ops=writing.ops, dossiers=len(writing.dossiers),
        cursor=writing.cursor,
    )  # fmt: skip


def _packs(desk: "Desk") -> tuple[Ref, ...]:
    """The editions in force; none for a desk that pinned no reference key, since it could believe no other."""
    if not desk.wire.get(REFERENCE_KEY):
        return ()
    return tuple(Ref(name, packs.in_force(desk, name)) for name in packs.USES)


class _Batches:
    """The batches of every epoch that has something to say, the newest always last, with the pull's cursor."""

    def __init__(self, desk: "Desk", member: Membership, clock: Clock, memory: Memory) -> None:
        self._desk, self._member, self._clock = desk, member, clock
        self.history = known_history(desk, memory)
        self.cursor = (desk.wire.get(CURSOR) or b"").decode()
        self.bodies: list[bytes] = []
        self.ranges: list[Range] = []
        self.ops = 0
        self.dossiers: set[bytes] = set()
        after = dict(desk.journal.sent) | {place.epoch: place.seq for place in memory.places}
        epochs = [epoch for epoch in desk.journal.epochs() if desk.journal.counts(epoch.id, 0)]
        for epoch in epochs:
            self._write_epoch(epoch, after.get(epoch.id, 0), newest=epoch == epochs[-1])

    def _write_epoch(self, epoch: Epoch, after: int, *, newest: bool) -> None:
        first, size = after + 1, protocol.MAX_OPS
        while entries := self._next(epoch, after, size):
            body = self._body(epoch, after, entries)
            if len(body) > protocol.TARGET_BATCH_BYTES and len(entries) > 1:
                size = max(1, len(entries) * protocol.TARGET_BATCH_BYTES // len(body) - 1)
                continue
            self._add(body, entries)
            after, size = entries[-1].seq, protocol.MAX_OPS
        # The newest asks for the pull; one without a line must be known for the next to hang on it.
        if after < first and (newest or not after):
            self.bodies.append(self._body(epoch, after, ()))
        if newest or after >= first:
            self.ranges.append(Range(epoch.id, first, after))

    def _next(self, epoch: Epoch, after: int, limit: int) -> tuple[Entry, ...]:
        return self._desk.journal.live(self._desk.journal.entries(epoch.id, after, limit))

    def _body(self, epoch: Epoch, after: int, entries: Sequence[Entry]) -> bytes:
        previous = self._desk.journal.entries(epoch.id, after - 1, 1)[0].hash if after else epoch.root
        history, _, cursor = self.cursor.partition(" ")
        question = Question(
            epoch=epoch, after=after, previous=previous, entries=entries, history=history, cursor=cursor,
            held=belief.held_here(self._desk),
        )  # fmt: skip
        return write_question(self._member, question, self._clock)

    def _add(self, body: bytes, entries: Sequence[Entry]) -> None:
        self.bodies.append(body)
        self.ops += len(entries)
        ops = (decode(entry.line) for entry in entries)
        self.dossiers |= {op.dossier_id.bytes for op in ops if op.kind not in RECORDS}


def _divide(jobs: Sequence["BlobJob"], room: int) -> tuple[tuple["BlobJob", ...], ...]:
    """The files in parts that fit `room`, the most urgent first; a part holds one file at least."""
    parts: list[list[BlobJob]] = [[]]
    left = room
    for job in jobs:
        if parts[-1] and _room(job) > left:
            parts.append([])
            left = room
        parts[-1].append(job)
        left -= _room(job)
    return tuple(tuple(part) for part in parts)


def _room(job: "BlobJob") -> int:
    """A file's bytes with its frame and its share of age's tags."""
    inside = FRAME_HEAD_BYTES + NAME_BYTES + job.size
    return inside + inside // 2048


def _framed(bodies: Sequence[bytes]) -> int:
    return sum(FRAME_HEAD_BYTES + len(body) for body in bodies)
