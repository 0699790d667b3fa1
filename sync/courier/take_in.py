"""Take the province's answer off a stick: everything verified first, then written down in one transaction."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dossiers import fold
from dossiers.clock import Clock, to_ms
from sync import asking, belief, packs, revocation
from sync.courier import stick
from sync.courier.answer import Answer, read_answer, trust
from sync.courier.faults import Unasked
from sync.courier.ledger import Bundle, known_history, recall, remember
from sync.faults import Deceived, UpgradeNeeded
from sync.news import News
from sync.progress import Ask
from sync.protocol import REVOKED, Change, Place, Receipt, Reply
from sync.records import CURSOR, HISTORY

if TYPE_CHECKING:
    from dossiers.store.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an answer brought. `fresh` is False for one seen before or overtaken by a newer one.

    `missing` are bundles the province never got, `lost` those without an answer although a later one has it.
    """

    number: int
    fresh: bool
    ops_sent: int
    ops_held: int
    files_sent: int
    changes: int
    news: tuple[News, ...]
    missing: tuple[int, ...]
    lost: tuple[int, ...]
    revoked: bool
    shut: bool = False
    """The desk has obeyed a proven revocation and opens no more."""
    packs: tuple[str, ...] = ()
    """The reference packs put into force."""


def take_in(ask: Ask, path: Path, clock: Clock) -> Imported:
    """Take an answer in, wholly or not at all; twice, late or out of order changes nothing for the worse.

    Raises CourierFault, Deceived, or UpgradeNeeded.
    """
    trusted = ask(trust)
    with stick.plainly(), path.open("rb") as file:
        answer = read_answer(file, trusted)
    imported = ask(lambda desk: _Entry(desk, answer, clock).write())
    if not imported.revoked:
        return imported
    return replace(imported, shut=revocation.obey(ask, answer.replies[-1][0].revocation, clock))


class _Entry:
    """One answer on its way into the desk's memory."""

    def __init__(self, desk: "Desk", answer: Answer, clock: Clock) -> None:
        self._desk, self._answer, self._header = desk, answer, answer.header
        self._memory = recall(desk)
        self._now_ms = to_ms(clock())
        self._epochs = {epoch.id: epoch for epoch in desk.journal.epochs()}
        self._held = self._changes = self._files = 0
        self._news: list[News] = []
        self._packs: list[str] = []

    def write(self) -> Imported:
        """All of it or nothing."""
        bundle = self._memory.find(self._header.number, self._header.bundle)
        if bundle is None:
            raise Unasked(self._header.number)
        waiting = self._desk.journal.unsent_count()
        current = self._current(bundle)
        fresh = current and self._newer()
        try:
            with self._desk.database.begin():
                if fresh:
                    self._write_replies(bundle)
                if current:
                    self._write_files()
                    self._write_packs()
                    self._note(bundle, fresh=fresh)
        except BaseException:
            # What the journal keeps in memory goes back to what the disk has.
            self._desk.journal.load()
            raise
        return Imported(
            number=bundle.number, fresh=fresh, ops_sent=max(0, waiting - self._desk.journal.unsent_count()),
            ops_held=self._held, files_sent=self._files, changes=self._changes, news=tuple(self._news),
            missing=self._header.missing, lost=self._memory.lost,
            revoked=fresh and any(reply.notice == REVOKED for reply, _ in self._answer.replies),
            packs=tuple(self._packs),
        )  # fmt: skip

    def _current(self, bundle: Bundle) -> bool:
        """Whether the answer speaks of the history known now, or of one that began after its bundle was written.

        An answer from before the province began anew may promise what it has lost since.
        """
        known = known_history(self._desk, self._memory)
        return known in {self._header.history, bundle.history}

    def _newer(self) -> bool:
        """A later bundle is cumulative, so its answer says all that an earlier one's could."""
        other_run = self._header.history != known_history(self._desk, self._memory)
        return other_run or (self._header.number, self._header.serial) > self._memory.newest

    def _write_replies(self, bundle: Bundle) -> None:
        for reply, receipt in self._answer.replies:
            if reply.fork is not None:
                self._part(reply.fork, receipt, bundle)
                return
            belief.check(self._desk, receipt)
            self._hold(receipt, bundle, reply)
            belief.mark(self._desk, receipt, reply.ack)
        self._learn_places(bundle)
        if self._answer.replies[-1][1].epoch == tuple(self._epochs)[-1]:
            self._pull(bundle)

    def _part(self, fork: Place, receipt: Receipt, bundle: Bundle) -> None:
        """The province holds other lines than this desk: begin a new epoch where both agreed (SYNC 3.2).

        Where they part before what the bundle brought, the next one brings that epoch from its first line.
        """
        from dossiers.store.rehome import rehome

        if fork.epoch not in self._epochs:
            raise Deceived
        if not self._desk.journal.counts(fork.epoch, fork.seq):
            return
        first = next((one.first for one in bundle.ranges if one.epoch == fork.epoch), 0)
        if fork.epoch == receipt.epoch and first and fork.seq >= first:
            rehome(self._desk, self._epochs[fork.epoch], fork.seq - 1)
        else:
            places = {place.epoch: place.seq for place in self._memory.places} | {fork.epoch: 0}
            self._keep_places(places)

    def _hold(self, receipt: Receipt, bundle: Bundle, reply: Reply) -> None:
        if not reply.held:
            return
        brought = next((one for one in bundle.ranges if one.epoch == receipt.epoch), None)
        if brought is None:
            raise Deceived
        first, last = max(brought.first, reply.held[0].seq), min(brought.last, reply.held[-1].seq)
        entries = self._desk.journal.entries(receipt.epoch, first - 1, max(0, last - first + 1))
        device = self._epochs[receipt.epoch].device
        belief.hold(self._desk, device, {entry.seq: entry for entry in entries}, reply.held)
        self._held += len(reply.held)

    def _learn_places(self, bundle: Bundle) -> None:
        """A province restored from a backup may have less than was signed for: remember how far it has each epoch."""
        settled = (self._desk.wire.get(HISTORY) or b"").decode()
        begun_anew = self._header.history != settled
        joining = self._memory.history == self._header.history
        places = dict.fromkeys(self._epochs, 0) if begun_anew and not joining else {}
        places |= {place.epoch: place.seq for place in self._memory.places} if joining else {}
        firsts = {one.epoch: one.first for one in bundle.ranges}
        for reply, receipt in self._answer.replies:
            if begun_anew or receipt.seq + 1 < firsts.get(receipt.epoch, 0):
                places[receipt.epoch] = receipt.seq
            if reply.need is not None:
                places[reply.need.epoch] = reply.need.seq - 1
        if not begun_anew:
            self._keep_places(places)
        elif self._has_all(places):
            self._desk.wire.set(HISTORY, self._header.history.encode())
            self._keep_places({})
        else:
            self._keep_places(places, self._header.history, settled)

    def _has_all(self, places: dict[bytes, int]) -> bool:
        """Whether the province has again everything it had signed for."""
        journal = self._desk.journal
        return all(places.get(epoch, 0) >= min(sent, journal.end(epoch)) for epoch, sent in journal.sent.items())

    def _keep_places(self, places: dict[bytes, int], history: str = "", since: str = "") -> None:
        told = tuple(Place(epoch, seq) for epoch, seq in places.items())
        self._memory = msgspec.structs.replace(self._memory, places=told, history=history, since=since)

    def _pull(self, bundle: Bundle) -> None:
        here = (self._desk.wire.get(CURSOR) or b"").decode()
        same_run = here.partition(" ")[0] == self._header.history
        for reply, _ in self._answer.replies:
            changes = [change for change in reply.changes if not same_run or self._not_older(change)]
            self._news += belief.take_in(self._desk, changes) + belief.settle(self._desk, reply.settled)
            self._changes += len(changes)
        last = self._answer.replies[-1][0]
        asking.take_in_twins(self._desk, last.twins)
        # Only from where this pull began: from anywhere else its cursor might skip what neither has brought.
        if last.cursor and here == bundle.cursor:
            self._desk.wire.set(CURSOR, f"{last.history} {last.cursor}".encode())

    def _not_older(self, change: Change) -> bool:
        try:
            known = self._desk.wire.snapshot(fold.decode_state(bytes(change.state)).id)
        except msgspec.MsgspecError as error:
            raise UpgradeNeeded from error
        return known is None or known.rev < change.rev

    def _write_files(self) -> None:
        waiting = {bytes.fromhex(job.sha256) for job in self._desk.wire.blobs_waiting()}
        for receipt, sealed in self._answer.files:
            if receipt.sha256 in waiting:
                self._desk.wire.blob_sent(receipt.sha256.hex(), sealed)
                self._files += 1

    def _write_packs(self) -> None:
        """Put newer packs into force; a pack that is not what it claims to be was refused before anything began."""
        for sealed in self._answer.packs:
            pack = packs.take(self._desk, sealed)
            if pack is not None:
                self._packs.append(pack.name)

    def _note(self, bundle: Bundle, *, fresh: bool) -> None:
        """The bundle has its answer."""
        answered = msgspec.structs.replace(bundle, answered_at=self._now_ms)
        newest = (self._header.number, self._header.serial)
        self._memory = msgspec.structs.replace(
            self._memory, newest=newest if fresh else self._memory.newest,
            bundles=tuple(answered if one.digest == bundle.digest else one for one in self._memory.bundles),
        )  # fmt: skip
        remember(self._desk, self._memory)
