"""A desk without its disk: the journal, the wire's memory and the anchor as dossiers.store keeps them, in lists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID

import msgspec

from dossiers.clock import local_date
from dossiers.journal import Entry, Epoch, decode, link
from dossiers.store.ledger import Head, _ends
from dossiers.store.wire import Held, Snapshot
from sync.protocol import Change, DayRoot
from sync.roots import leaf, root


@dataclass(slots=True)
class Case:
    """A dossier as far as a world needs it: when it came in, its code, and the deeds done on it in their order."""

    received_at: datetime
    code: str
    deeds: tuple[int, ...]

    def state(self, identity: UUID) -> bytes:
        """The exact bytes both ends compare."""
        return msgspec.json.encode([identity, self.received_at, self.code, self.deeds])


@dataclass(slots=True)
class Memory:
    """All that stands in a desk's database; `copy` is what a copied disk holds."""

    epochs: list[Epoch] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    opened_at: datetime | None = None
    lines: dict[bytes, list[Entry]] = field(default_factory=dict)
    sent: dict[bytes, int] = field(default_factory=dict)
    wire: dict[str, bytes] = field(default_factory=dict)
    held: set[bytes] = field(default_factory=set)
    snapshots: dict[UUID, Snapshot] = field(default_factory=dict)
    cases: dict[UUID, Case] = field(default_factory=dict)
    counters: dict[tuple[str, int], int] = field(default_factory=dict)
    deeds: set[int] = field(default_factory=set)

    def copy(self) -> "Memory":
        """The same, independent of this."""
        return Memory(
            epochs=list(self.epochs), reasons=list(self.reasons), opened_at=self.opened_at,
            lines={epoch: list(lines) for epoch, lines in self.lines.items()}, sent=dict(self.sent),
            wire=dict(self.wire), held=set(self.held), snapshots=dict(self.snapshots),
            cases={identity: Case(case.received_at, case.code, case.deeds) for identity, case in self.cases.items()},
            counters=dict(self.counters), deeds=set(self.deeds),
        )  # fmt: skip

    @property
    def head(self) -> Head:
        """Where the journal stands."""
        newest = self.epochs[-1]
        lines = self.lines[newest.id]
        return Head(newest.id, len(lines), lines[-1].hash if lines else newest.root)

    def open_epoch(self, epoch: Epoch, reason: str, at: datetime) -> None:
        """A new run of the counter."""
        self.epochs.append(epoch)
        self.reasons.append(reason)
        self.opened_at = at
        self.lines[epoch.id] = []
        self.sent[epoch.id] = 0

    def append(self, line: bytes, origin: tuple[bytes, int] | None = None) -> None:
        """One more line at the head."""
        head = self.head
        epoch, seq = origin or (head.epoch, head.seq + 1)
        self.lines[head.epoch].append(
            Entry(
                epoch=head.epoch, seq=head.seq + 1, line=line, hash=link(head.hash, line), origin_epoch=epoch,
                origin_seq=seq,
            )
        )  # fmt: skip


class Journal:
    """The questions sync.records asks a Ledger, answered from a Memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._ends = _ends(memory.epochs)

    @property
    def sent(self) -> dict[bytes, int]:
        """How far receipts cover each epoch."""
        return self._memory.sent

    @property
    def reason(self) -> str:
        """Why the newest epoch began."""
        return self._memory.reasons[-1]

    def epochs(self) -> tuple[Epoch, ...]:
        """Every epoch, oldest first."""
        return tuple(self._memory.epochs)

    def entries(self, epoch: bytes, after_seq: int, limit: int) -> tuple[Entry, ...]:
        """The next lines of an epoch."""
        return tuple(self._memory.lines[epoch][after_seq : after_seq + limit])

    def unsent(self, limit: int) -> tuple[Entry, ...]:
        """The oldest lines without a receipt."""
        found: list[Entry] = []
        for epoch, sent in self.sent.items():
            found += self.live(self.entries(epoch, sent, limit - len(found)))
        return tuple(found)

    def end(self, epoch: bytes) -> int:
        """The last seq of an epoch that counts."""
        return min(len(self._memory.lines[epoch]), self._ends.get(epoch, 0))

    def live(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The lines that count."""
        return tuple(entry for entry in entries if self.counts(entry.epoch, entry.seq))

    def counts(self, epoch: bytes, seq: int) -> bool:
        """Whether a place lies on the way to the newest epoch."""
        return seq <= self._ends.get(epoch, -1)

    def unsent_count(self) -> int:
        """How many lines no receipt covers."""
        return sum(max(0, self.end(epoch) - sent) for epoch, sent in self.sent.items())

    def covered(self, epoch: bytes, seq: int) -> bool:
        """Whether a receipt covers a place."""
        return seq <= self.sent.get(epoch, 0)

    def contains(self, head: Head) -> bool:
        """Whether this journal once stood there."""
        if head.seq:
            lines = self._memory.lines.get(head.epoch, [])
            return len(lines) >= head.seq and lines[head.seq - 1].hash == head.hash
        return any(epoch.id == head.epoch and epoch.root == head.hash for epoch in self._memory.epochs)

    def all_that_count(self) -> Iterator[Entry]:
        """Every line that counts, in order of writing."""
        for epoch in self._memory.epochs:
            yield from self.live(self._memory.lines[epoch.id])


class Wire:
    """The questions sync.records asks a Wire, answered from a Memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def get(self, key: str) -> bytes | None:
        """A remembered value."""
        return self._memory.wire.get(key)

    def set(self, key: str, value: bytes) -> None:
        """Remember a value."""
        self._memory.wire[key] = value

    def mark_sent(self, epoch: bytes, seq: int, _receipt: bytes) -> None:
        """A receipt covers an epoch up to a place."""
        self._memory.sent[epoch] = max(seq, self._memory.sent[epoch])

    def hold(self, key: bytes, _reason: str) -> None:
        """Keep in sight what the province set aside."""
        self._memory.held.add(key)

    def held(self) -> tuple[Held, ...]:
        """Every deed set aside; nobody looks at them in a world, so none is ever settled."""
        at = datetime.min.replace(tzinfo=UTC)
        keys = sorted(self._memory.held)
        return tuple(Held(op_key=key, reason="", held_at=at, dossier_id=None, code="") for key in keys)

    def doubt_blobs(self) -> None:
        """A world has no files."""

    def take_in(self, snapshots: Iterable[Snapshot]) -> None:
        """What the province holds of dossiers."""
        for snapshot in snapshots:
            self._memory.snapshots[UUID(msgspec.json.decode(snapshot.state)[0])] = snapshot


class ModelDesk:
    """What stands for a Desk while sync.records asks."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.journal = Journal(memory)
        self.wire = Wire(memory)
        self.register = SimpleNamespace(get=memory.cases.__getitem__)

    def states(self) -> dict[UUID, bytes]:
        """What this desk believes the province holds: its own deeds, and over them what the province said."""
        own = {identity: case.state(identity) for identity, case in self.memory.cases.items()}
        return own | {identity: bytes(told.state) for identity, told in self.memory.snapshots.items()}


def day_root(states: dict[UUID, bytes], day: str) -> DayRoot:
    """The dossiers received on a day as one number, as both ends reckon it."""
    leaves = [leaf(identity, state) for identity, state in states.items() if day_of(state) == day]
    return DayRoot(day, root(leaves), len(leaves))


def day_of(state: bytes) -> str:
    """The Vietnamese day a dossier came in."""
    return local_date(datetime.fromisoformat(msgspec.json.decode(state)[1])).isoformat()


def take_in(desk: ModelDesk, changes: Iterable[Change]) -> tuple[()]:
    """The rule of sync.belief: keep what the province says of dossiers; nothing of it is news for a person."""
    desk.wire.take_in(Snapshot(rev=change.rev, state=bytes(change.state)) for change in changes)
    return ()


def rehome(memory: Memory, forked: Epoch, agreed: int, fresh_id: bytes, at: datetime) -> None:
    """The rule of dossiers.store.rehome: every later line that counts is written again, its origin kept."""
    later = lines_after(memory, forked, agreed)
    leave(memory, forked, agreed, fresh_id, at)
    for entry in later:
        memory.append(entry.line, (entry.origin_epoch, entry.origin_seq))


def leave(memory: Memory, forked: Epoch, agreed: int, fresh_id: bytes, at: datetime) -> None:
    """A new epoch where both ends last agreed."""
    behind = memory.lines[forked.id][agreed - 1].hash if agreed else forked.root
    fresh = Epoch(device=forked.device, id=fresh_id, parent=forked.id, parent_seq=agreed, parent_hash=behind)
    memory.open_epoch(fresh, "fork", at)


def lines_after(memory: Memory, forked: Epoch, agreed: int) -> Sequence[Entry]:
    """The lines that count and come after a place."""
    born = {epoch.id: n for n, epoch in enumerate(memory.epochs)}
    place = (born[forked.id], agreed)
    return [entry for entry in Journal(memory).all_that_count() if (born[entry.epoch], entry.seq) > place]


def deed_of(line: bytes) -> int:
    """The number of the deed a line tells."""
    return int(msgspec.json.decode(decode(line).body)["n"])
