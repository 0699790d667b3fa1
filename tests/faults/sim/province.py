"""A province without its database: sync.province's rules for a place in the chain, for repeats and for the feed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import msgspec

from dossiers.journal import Entry, Epoch, decode, op_key
from sync.batch import Batch, epoch_of
from sync.protocol import Change, Header, Held, Place, Receipt, Reply
from sync.province.intake import Verdict
from tests.faults.sim.desk import Case, day_of, day_root

PAGE = 8
"""Small, so that a pull of an ordinary world takes several."""

TAKEN, UNKNOWN, REVOKED = "code taken", "no dossier", "revoked"


@dataclass(slots=True)
class Shelf:
    """One epoch of one device."""

    epoch: Epoch
    entries: list[Entry] = field(default_factory=list)

    def hash_at(self, seq: int) -> bytes:
        """The chain at a place."""
        return self.entries[seq - 1].hash if seq else self.epoch.root


@dataclass(slots=True)
class Store:
    """All that stands in the province's database; `copy` is what a backup holds."""

    shelves: dict[tuple[bytes, bytes], Shelf] = field(default_factory=dict)
    keys: set[bytes] = field(default_factory=set)
    held: dict[tuple[bytes, bytes, int], str] = field(default_factory=dict)
    cases: dict[UUID, Case] = field(default_factory=dict)
    revs: dict[UUID, int] = field(default_factory=dict)
    codes: dict[str, UUID] = field(default_factory=dict)
    feed: list[tuple[UUID, bytes, bytes, int]] = field(default_factory=list)
    revoked: set[bytes] = field(default_factory=set)
    deeds: list[int] = field(default_factory=list)
    """Every deed as often as it was taken, applied or held."""

    def copy(self) -> "Store":
        """The same, independent of this."""
        return Store(
            shelves={key: Shelf(shelf.epoch, list(shelf.entries)) for key, shelf in self.shelves.items()},
            keys=set(self.keys), held=dict(self.held),
            cases={identity: Case(case.received_at, case.code, case.deeds) for identity, case in self.cases.items()},
            revs=dict(self.revs), codes=dict(self.codes), feed=list(self.feed), deeds=list(self.deeds),
            revoked=set(self.revoked),
        )  # fmt: skip


class ModelProvince:
    """Takes batches and answers; every receipt it ever signed is kept for the check of I7."""

    def __init__(self) -> None:
        self.store = Store()
        self.page = PAGE
        self.history = "history-0"
        self.signed: set[tuple[bytes, bytes, int, bytes, str]] = set()

    def restore(self, backup: Store, history: str) -> None:
        """Put back to a backup, as the administrator's command does."""
        self.store, self.history = backup.copy(), history

    def answer(self, batch: Batch) -> tuple[Reply, Receipt]:
        """What sync.province.answers says to a batch."""
        header = batch.header
        verdict = self.take(batch)
        receipt = Receipt(
            device=header.device, epoch=header.epoch, seq=verdict.seq, hash=verdict.hash, history=self.history, at=0
        )
        self.signed.add((header.device, header.epoch, verdict.seq, verdict.hash, self.history))
        reply = Reply(
            request=b"", history=self.history, at=0, fork=verdict.fork, need=verdict.need, held=verdict.held, ack=b""
        )
        if header.device in self.store.revoked:
            return msgspec.structs.replace(reply, notice="revoked"), receipt
        changes, cursor, more = self._news(header)
        states = self.states()
        anew = [identity for identity, state in states.items() if day_of(state) == header.repair]
        roots = tuple(day_root(states, day) for day in header.days)
        told = (*changes, *self._changes(anew))
        return msgspec.structs.replace(reply, changes=told, cursor=cursor, more=more, roots=roots), receipt

    def take(self, batch: Batch) -> Verdict:
        """The rule of sync.province.intake."""
        header = batch.header
        place = (header.device, header.epoch)
        shelf = self.store.shelves.get(place)
        if shelf is None and (refusal := self._unjoined(header)):
            return refusal
        here = shelf or Shelf(epoch_of(header))
        seq = len(here.entries)
        if header.first > seq + 1:
            return Verdict(seq, here.hash_at(seq))
        fork = _fork(here, batch)
        if fork is not None:
            return Verdict(seq, here.hash_at(seq), fork=Place(header.epoch, fork))
        new = [entry for entry in batch.entries() if entry.seq > seq]
        self.store.shelves[place] = here
        here.entries += new
        self.post(header.device, new)
        return Verdict(header.first + header.count - 1, header.head, held=self._held(batch))

    def post(self, device: bytes, entries: Sequence[Entry]) -> None:
        """Apply each line once, by its op key."""
        for entry in entries:
            key = op_key(device, entry)
            if key not in self.store.keys:
                self.store.keys.add(key)
                self.enter(device, entry)

    def enter(self, device: bytes, entry: Entry) -> None:
        """Apply one line, or hold it."""
        if reason := self._apply(device, entry):
            self.store.held[device, entry.epoch, entry.seq] = reason

    def _apply(self, device: bytes, entry: Entry) -> str:
        op = decode(entry.line)
        body = msgspec.json.decode(op.body)
        store, identity = self.store, op.dossier_id
        store.deeds.append(body["n"])
        case = store.cases.get(identity)
        if device in self.store.revoked:
            return REVOKED
        if case is None and op.kind != "received":
            return UNKNOWN
        if case is None and body["code"] in store.codes:
            return TAKEN
        if case is None:
            store.codes[body["code"]] = identity
            case = store.cases[identity] = Case(op.at, body["code"], ())
        case.deeds = (*case.deeds, body["n"])
        store.revs[identity] = store.revs.get(identity, 0) + 1
        store.feed.append((identity, device, entry.epoch, entry.seq))
        return ""

    def states(self) -> dict[UUID, bytes]:
        """Every dossier's exact bytes."""
        return {identity: case.state(identity) for identity, case in self.store.cases.items()}

    def _unjoined(self, header: Header) -> Verdict | None:
        if not header.parent:
            return None
        root = epoch_of(header).root
        parent = self.store.shelves.get((header.device, header.parent))
        if parent is None:
            return Verdict(0, root, need=Place(header.parent, 1))
        if len(parent.entries) < header.parent_seq:
            return Verdict(0, root, need=Place(header.parent, len(parent.entries) + 1))
        if parent.hash_at(header.parent_seq) == header.parent_hash:
            return None
        return Verdict(0, root, fork=Place(header.parent, header.parent_seq))

    def _held(self, batch: Batch) -> tuple[Held, ...]:
        first, held = batch.header.first, self.store.held
        places = ((batch.header.device, batch.header.epoch, seq) for seq in range(first, first + len(batch.lines)))
        return tuple(Held(place[2], held[place]) for place in places if place in held)

    def _news(self, header: Header) -> tuple[tuple[Change, ...], str, bool]:
        """The rule of sync.province.feed, its PAGE smaller."""
        shelf = self.store.shelves.get((header.device, header.epoch))
        if header.count and shelf and len(shelf.entries) >= header.first + header.count:
            return (), "", True
        after = int(header.cursor or 0) if header.history == self.history else 0
        feed = self.store.feed
        after = 0 if after > len(feed) else after
        page = feed[after : after + self.page]
        named = {identity for identity, *_ in page}
        mine, end = (header.device, header.epoch), header.first + header.count
        foreign = {row[0] for row in feed if row[0] in named and (row[1:3] != mine or row[3] >= end)}
        return self._changes(foreign), str(after + len(page)), len(feed) > after + self.page

    def _changes(self, identities: Iterable[UUID]) -> tuple[Change, ...]:
        return tuple(
            Change(self.store.revs[identity], msgspec.Raw(self.store.cases[identity].state(identity)))
            for identity in sorted(identities)
        )


class Keyless(ModelProvince):
    """The control without op keys: whatever comes in a new place is applied."""

    def post(self, device: bytes, entries: Sequence[Entry]) -> None:
        """Every line counts as new."""
        for entry in entries:
            self.store.keys.add(op_key(device, entry))
            self.enter(device, entry)


class Upserting(ModelProvince):
    """The naive control: one row a (device, seq), the last to come wins, and everything is answered with thanks."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[tuple[bytes, int], int] = {}

    def upsert(self, batch: Batch, deeds: Sequence[int]) -> None:
        """INSERT … ON CONFLICT (device, seq) DO UPDATE."""
        for seq, deed in enumerate(deeds, batch.header.first):
            self.rows[batch.header.device, seq] = deed


def _fork(shelf: Shelf, batch: Batch) -> int | None:
    """The first place at which the two ends hold different lines."""
    before, held = batch.header.first - 1, len(shelf.entries)
    if shelf.hash_at(before) != batch.header.previous:
        return before
    for seq, digest in enumerate(batch.hashes, batch.header.first):
        if seq <= held and shelf.hash_at(seq) != digest:
            return seq
    return None
