"""Push and pull of records: the journal goes out in order, and only the province's receipt moves the mark."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.journal import Entry, Epoch, decode
from dossiers.records import RECORDS
from sync import asking, belief, clock_check, owed
from sync.budget import LINE_SPEED
from sync.exchange import Answer, Exchange, Question
from sync.faults import Deceived, Forked, ServerReset, SlowLine
from sync.pace import FAST_BITS_PER_S, SLOW_BITS_PER_S
from sync.progress import Ask, Progress
from sync.protocol import MAX_OPS, REVOKED, TARGET_BATCH_BYTES, UPGRADE, Place

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

SMALLEST_BATCH = 20
SLOW_BATCH = 50
HISTORY = "history"
"""The province's history in which every receipt kept here stands."""

CURSOR = "cursor"
"""The history the pull cursor belongs to, a space, and the cursor."""


class Records:
    """One conversation about records, from the first batch to the last page of the pull."""

    def __init__(self, ask: Ask, exchange: Exchange, progress: Progress, tell: Callable[[], None]) -> None:
        """`tell` is called after each answer and may raise to stop."""
        self._ask = ask
        self._exchange = exchange
        self._progress = progress
        self._tell = tell
        self._size = MAX_OPS
        self._epochs: tuple[Epoch, ...] = ()
        # How far the province has each epoch; an epoch it has not spoken of in its present history is missing.
        self._after: dict[bytes, int] = {}
        self._history = ""
        self._cursor_history = ""
        self._cursor = ""

    def run(self) -> None:
        """Push every line and pull every change; raises LineFault, and what was proven until then stays proven."""
        try:
            self._converse()
        except Forked as fork:
            self._rehome(fork.epoch)
            self._converse()

    def _converse(self) -> None:
        at = self._ask(self._load)
        setbacks = 0
        while at < len(self._epochs):
            epoch = self._epochs[at]
            before = self._after.get(epoch.id)
            answer, end = self._push(epoch)
            if answer.reply.history != self._history:
                # A province restored from a backup, or another province: what it has must be asked anew.
                self._history, self._after, at = answer.reply.history, {}, 0
                self._ask(lambda desk: desk.wire.doubt_blobs())
            elif answer.reply.need is not None:
                at = self._earlier(answer.reply.need)
                setbacks += 1
            elif before is not None and answer.receipt.seq == end:
                at += self._ask(lambda desk: not _next(desk, epoch, end, 1))  # noqa: B023 — runs now
            elif before is not None:
                setbacks += 1
            if setbacks > 2 * len(self._epochs):
                raise Deceived
        self._pull_the_rest(answer)
        self._ask(lambda desk: desk.wire.set(HISTORY, self._history.encode()))

    def question(self, blobs: tuple[bytes, ...] = (), days: tuple[str, ...] = (), repair: str = "") -> Answer:
        """Ask at the journal's head, bringing no lines."""
        epoch = self._epochs[-1]
        after = self._after[epoch.id]
        previous, unsent, held = self._ask(
            lambda desk: (_hash_at(desk, epoch, after), desk.journal.unsent_count(), belief.held_here(desk))
        )
        return self._send(
            Question(
                epoch=epoch, after=after, previous=previous, history=self._cursor_history, cursor=self._cursor,
                blobs=blobs, days=days, repair=repair, unsent=unsent, held=held,
            )
        )  # fmt: skip

    def _load(self, desk: "Desk") -> int:
        """Read where things stand; returns the first epoch with something to say, or the newest."""
        self._epochs = tuple(epoch for epoch in desk.journal.epochs() if desk.journal.counts(epoch.id, 0))
        self._history = (desk.wire.get(HISTORY) or b"").decode()
        self._cursor_history, _, self._cursor = (desk.wire.get(CURSOR) or b"").decode().partition(" ")
        self._after = {epoch.id: desk.journal.sent.get(epoch.id, 0) for epoch in self._epochs}
        self._progress.ops_total = desk.journal.unsent_count()
        known = int(desk.wire.get(LINE_SPEED) or SLOW_BITS_PER_S)
        self._exchange.fast = known >= FAST_BITS_PER_S
        if known < SLOW_BITS_PER_S:
            self._size = SLOW_BATCH
        oldest = desk.journal.unsent(1)
        names = [epoch.id for epoch in self._epochs]
        return names.index(oldest[0].epoch) if oldest else len(names) - 1

    def _push(self, epoch: Epoch) -> tuple[Answer, int]:
        """Send the next lines of an epoch, fewer at a time when the line breaks; returns the last seq they had.

        An epoch the province has not spoken of is first only asked about.
        """
        while True:
            question, body = self._batch(epoch, self._after.get(epoch.id))
            try:
                answer = self._send(question, body)
            except (ServerReset, SlowLine):
                if len(question.entries) <= SMALLEST_BATCH:
                    raise
                self._size = max(SMALLEST_BATCH, len(question.entries) // 2)
                continue
            self._size = min(MAX_OPS, self._size * 2)
            return answer, question.after + len(question.entries)

    def _batch(self, epoch: Epoch, after: int | None) -> tuple[Question, bytes]:
        """As many of the next lines as one request carries; none while it is unknown where the province stands."""
        while True:
            entries, after_seq, previous = self._ask(lambda desk: _page(desk, epoch, after, self._size))
            unsent = self._ask(lambda desk: desk.journal.unsent_count())
            question = Question(
                epoch=epoch, after=after_seq, previous=previous, entries=entries, history=self._cursor_history,
                cursor=self._cursor, unsent=max(0, unsent - len(entries)),
            )  # fmt: skip
            body = self._exchange.body(question)
            if len(body) <= TARGET_BATCH_BYTES or len(entries) <= 1:
                return question, body
            self._size = max(1, len(entries) * TARGET_BATCH_BYTES // len(body) - 1)

    def _rehome(self, forked: bytes) -> None:
        """Leave the forked epoch where both ends last agreed, and go on in a new one (SYNC 3.2)."""
        from dossiers.store.rehome import rehome

        epoch = next((epoch for epoch in self._epochs if epoch.id == forked), None)
        if epoch is None:
            raise Deceived
        agreed = self._agreed(epoch)
        self._ask(lambda desk: rehome(desk, epoch, agreed))

    def _agreed(self, epoch: Epoch) -> int:
        """The last seq both ends hold alike: sought from the last receipt on, else from the epoch's first line."""
        signed_for = self._ask(lambda desk: desk.journal.sent.get(epoch.id, 0))
        for start in (signed_for, 0):
            after, fork = start, None
            while fork is None:
                question, body = self._batch(epoch, after)
                fork = self._exchange.ask(body, epoch.id).reply.fork
                after += len(question.entries)
                if not question.entries:
                    break
            # A province put back to a backup may have forked from this desk before the last receipt, and say nothing
            # of lines beyond its own.
            if fork is not None and fork.seq > start:
                return fork.seq - 1
        raise Deceived

    def _send(self, question: Question, body: bytes | None = None) -> Answer:
        answer = self._exchange.ask(body or self._exchange.body(question), question.epoch.id)
        self._ask(lambda desk: self._write_down(desk, question, answer))
        self._tell()
        return answer

    def _write_down(self, desk: "Desk", question: Question, answer: Answer) -> None:
        """Keep what an answer proves: what is held before the receipt, the changes before their cursor."""
        reply, receipt = answer.reply, answer.receipt
        if reply.fork is not None:
            raise Forked(reply.fork.epoch)
        if receipt.seq > question.after + len(question.entries):
            raise Deceived
        belief.check(desk, receipt)
        entries = {entry.seq: entry for entry in question.entries}
        belief.hold(desk, question.epoch.device, entries, reply.held)
        self._progress.ops_held += len(reply.held)
        belief.mark(desk, receipt, answer.sealed)
        known = self._after.get(receipt.epoch)
        self._progress.ops_sent += max(0, receipt.seq - known) if known is not None else 0
        self._after[receipt.epoch] = receipt.seq
        owed.add(desk, _days(desk, question.entries))
        self._progress.clock_offset_ms = answer.clock_offset_ms
        clock_check.note(desk, answer.clock_offset_ms, reply.at)
        if self._exchange.bits_per_s is not None:
            desk.wire.set(LINE_SPEED, str(self._exchange.bits_per_s).encode())
        self._progress.revoked = reply.notice == REVOKED
        self._progress.revocation = reply.revocation
        self._progress.upgrade_needed = reply.notice == UPGRADE
        # In an earlier epoch's reply the province leaves out what this desk wrote there, also what it has lost since.
        if question.epoch == self._epochs[-1]:
            self._take_in(desk, answer)

    def _take_in(self, desk: "Desk", answer: Answer) -> None:
        reply = answer.reply
        self._progress.news += belief.take_in(desk, reply.changes) + belief.settle(desk, reply.settled)
        asking.take_in_twins(desk, reply.twins)
        self._progress.changes += len(reply.changes)
        if reply.cursor:
            self._cursor_history, self._cursor = reply.history, reply.cursor
            desk.wire.set(CURSOR, f"{reply.history} {reply.cursor}".encode())

    def _earlier(self, need: Place) -> int:
        """The province lacks lines of an earlier epoch, as after a restore of its own: go back to them."""
        for at, epoch in enumerate(self._epochs):
            if epoch.id == need.epoch:
                self._after[epoch.id] = need.seq - 1
                return at
        raise Deceived

    def _pull_the_rest(self, answer: Answer) -> None:
        while answer.reply.more:
            cursor = self._cursor
            answer = self.question()
            if self._cursor == cursor:
                raise Deceived


def _page(desk: "Desk", epoch: Epoch, after: int | None, limit: int) -> tuple[Sequence[Entry], int, bytes]:
    """The next lines, the place they come after and the hash there; without a place, the epoch's end as it counts."""
    if after is None:
        after = desk.journal.end(epoch.id)
    return _next(desk, epoch, after, limit), after, _hash_at(desk, epoch, after)


def _next(desk: "Desk", epoch: Epoch, after: int, limit: int) -> Sequence[Entry]:
    return desk.journal.live(desk.journal.entries(epoch.id, after, limit))


def _hash_at(desk: "Desk", epoch: Epoch, seq: int) -> bytes:
    return desk.journal.entries(epoch.id, seq - 1, 1)[0].hash if seq else epoch.root


def _days(desk: "Desk", entries: Sequence[Entry]) -> set[date]:
    """The days of reception of the dossiers these lines are about; deeds of the office are about none."""
    ops = [decode(entry.line) for entry in entries]
    days = {op.dossier_id: local_date(op.at) for op in ops if op.kind == "received"}
    others = {op.dossier_id for op in ops if op.kind not in RECORDS} - days.keys()
    return {*days.values(), *(local_date(desk.register.get(each).received_at) for each in others)}
