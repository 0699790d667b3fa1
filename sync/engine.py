"""One run of the line: records, then scans, then proof of both and a comparison of the days."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from dossiers import fold
from dossiers.clock import Clock, local_date
from dossiers.errors import KnownError
from sync import budget, owed, protocol, pruning, rescue, revocation
from sync.budget import Allowance, NotNow
from sync.client import Client
from sync.exchange import Answer, Exchange
from sync.faults import UpgradeNeeded
from sync.membership import membership
from sync.pack_line import fetch
from sync.progress import Ask, Progress, Stopped, SyncReport
from sync.protocol import DayRoot
from sync.reconcile import remember
from sync.records import Records
from sync.roots import leaf, root
from sync.uploads import Uploads

if TYPE_CHECKING:
    from dossiers.store.desk import Desk


class Engine:
    """Everything a desk says to its province; `ask` reaches the database, `client` the line."""

    def __init__(self, ask: Ask, client: Client, clock: Clock) -> None:
        """Nothing is sent before `run`."""
        self._ask = ask
        self._client = client
        self._clock = clock

    def run(
        self, progress: Callable[[Progress], None] | None = None, stop: Callable[[], bool] | None = None, *,
        asked_for: bool = False,
    ) -> SyncReport:  # fmt: skip
        """Push, pull, upload and compare; never raises for the line: `report.fault` is why it ended early.

        `progress` is called from this thread after each answer and block; `stop` is asked at the same points.
        `asked_for`: somebody wants scans sent now, at whatever hour, which some offices make them wait for.
        """
        started_at, work = self._clock(), Progress()
        moved_before = self._client.moved_bytes

        def tell() -> None:
            if progress is not None:
                progress(work)
            if stop is not None and stop():
                raise Stopped

        fault: KnownError | None = None
        try:
            self._run(work, tell, asked_for=asked_for)
        except KnownError as error:
            fault = error
        moved = self._client.moved_bytes - moved_before + work.blob_bytes_sent
        self._ask(lambda desk: budget.spend(desk, self._clock(), moved))
        return self._report(started_at, work, fault)

    def _run(self, work: Progress, tell: Callable[[], None], *, asked_for: bool) -> None:
        member = self._ask(membership)
        self._client.knock()
        exchange = Exchange(self._client, member, self._clock)
        records = Records(self._ask, exchange, work, tell)
        records.run()
        if self._obeyed(work):
            return
        allowance = self._ask(lambda desk: self._allowance(desk, asked_for=asked_for))
        moved_before = self._client.moved_bytes

        def tell_within() -> None:
            tell()
            moved = self._client.moved_bytes - moved_before + work.blob_bytes_sent
            allowance.require(self._clock(), moved)

        uploads = Uploads(
            self._ask, self._client, exchange, member, self._clock, work, tell_within, records.run
        )  # fmt: skip
        sent = self._upload(uploads, allowance, work)
        if self._obeyed(work):
            return
        days = sorted(self._ask(owed.read) | {local_date(self._clock())})[-protocol.MAX_DAYS_ASKED :]
        asked = tuple(day.isoformat() for day in days)
        pages = range(0, max(1, len(sent)), protocol.MAX_BLOBS_ASKED)
        for start in pages:
            last = start == pages[-1]
            answer = records.question(sent[start : start + protocol.MAX_BLOBS_ASKED], asked if last else ())
            self._keep_receipts(exchange, answer, set(sent), work)
        self._ask(lambda desk: pruning.remember(desk, answer.reply))
        work.days_equal, unequal = self._ask(lambda desk: _compare(desk, answer, asked))
        self._repair(records, unequal, work)
        self._ask(lambda desk: owed.settle(desk, {*work.days_equal, *unequal}))
        self._ask(pruning.prune)
        rescue.renew(self._ask, self._client, self._clock)
        work.packs = tuple(pack.name for pack in fetch(self._ask, self._client, answer.reply.ref))
        if work.upgrade_needed:
            raise UpgradeNeeded

    def _obeyed(self, work: Progress) -> bool:
        """Whether this desk is revoked; what is proven of it is obeyed."""
        if work.revoked:
            work.shut = revocation.obey(self._ask, work.revocation, self._clock)
        return work.revoked

    def _allowance(self, desk: "Desk", *, asked_for: bool) -> Allowance:
        spent = budget.spent(desk, self._clock())
        return Allowance(budget.read_plan(desk), spent, asked_for=asked_for)

    def _upload(self, uploads: Uploads, allowance: Allowance, work: Progress) -> tuple[bytes, ...]:
        """Send scans as far as the office allows; returns the files to ask a receipt for."""
        try:
            allowance.require(self._clock(), 0)
        except NotNow as held:
            work.held_back = held.why
            return ()
        try:
            uploads.run()
        except NotNow as held:
            work.held_back = held.why
        return tuple(bytes.fromhex(job.sha256) for job in self._ask(lambda desk: desk.wire.blobs_waiting()))

    def _keep_receipts(self, exchange: Exchange, answer: Answer, asked: set[bytes], work: Progress) -> None:
        receipts = [
            (exchange.blob_receipt(sealed, answer.reply.history), sealed) for sealed in answer.reply.blobs_have
        ]

        def keep(desk: "Desk") -> None:
            for receipt, sealed in receipts:
                if receipt.sha256 in asked:
                    desk.wire.blob_sent(receipt.sha256.hex(), sealed)
                    work.blobs_sent += 1

        self._ask(keep)

    def _repair(self, records: Records, unequal: list[date], work: Progress) -> None:
        """Have each day that differs told anew, and compare again; what still differs is reported, never decided."""
        for day in unequal:
            asked = (day.isoformat(),)
            answer = records.question(days=asked, repair=asked[0])
            equal, differing = self._ask(lambda desk: _compare(desk, answer, asked))  # noqa: B023 — runs now
            work.days_repaired += equal
            work.days_unequal += differing

    def _report(self, started_at: datetime, work: Progress, fault: KnownError | None) -> SyncReport:
        ops_left, blobs_left = self._ask(lambda desk: (desk.journal.unsent_count(), len(desk.wire.blobs_waiting())))
        return SyncReport(
            started_at=started_at, ended_at=self._clock(), ops_sent=work.ops_sent, ops_left=ops_left,
            ops_held=work.ops_held, changes=work.changes, blobs_sent=work.blobs_sent, blobs_left=blobs_left,
            blobs_damaged=work.blobs_damaged, clock_offset_ms=work.clock_offset_ms, revoked=work.revoked,
            days_equal=tuple(work.days_equal), days_unequal=tuple(work.days_unequal),
            days_repaired=tuple(work.days_repaired), packs=work.packs, held_back=work.held_back, fault=fault,
            shut=work.shut, news=tuple(work.news),
        )  # fmt: skip


def _compare(desk: "Desk", answer: Answer, asked: Sequence[str]) -> tuple[list[date], list[date]]:
    """The days that agree and those that do not; none where one side cannot know yet what the other does."""
    equal: list[date] = []
    unequal: list[date] = []
    if answer.reply.roots is None or answer.reply.more or desk.journal.unsent_count():
        return equal, unequal
    for theirs in answer.reply.roots:
        if theirs.day in asked:
            day = date.fromisoformat(theirs.day)
            remember(desk, theirs)
            (equal if day_root(desk, day) == theirs else unequal).append(day)
    return equal, unequal


def day_root(desk: "Desk", day: date) -> DayRoot:
    """What this desk believes the province holds of a day: its own folds, and over them what the province said."""
    states = {dossier.id: fold.encode_state(dossier) for dossier in desk.register.received_on(day)}
    for identity in desk.foreign.shared():
        # What another desk did may not have come to the province yet; it says so by a snapshot once it has.
        if identity in states and (own := desk.foreign.own_part(identity)):
            states[identity] = fold.encode_state(own)
    for snapshot in desk.wire.snapshots():
        dossier = fold.decode_state(snapshot.state)
        if local_date(dossier.received_at) == day:
            states[dossier.id] = snapshot.state
    leaves = [leaf(identity, state) for identity, state in states.items()]
    return DayRoot(day.isoformat(), root(leaves), len(leaves))
