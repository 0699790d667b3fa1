"""One world from its seed to its end: the events happen, then the faults stop, then every invariant is asked."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import singledispatchmethod
from random import Random
from unittest.mock import patch
from uuid import UUID

import msgspec

from dossiers.clock import local_date
from dossiers.errors import KnownError
from dossiers.journal import Epoch, Op, encode
from dossiers.numbering import band_for, dossier_code, next_number
from sync import owed
from sync.batch import Batch
from sync.progress import Progress
from sync.protocol import Receipt, Reply
from sync.records import HISTORY, Records
from tests.faults.sim import desk as desks
from tests.faults.sim.check import broken
from tests.faults.sim.desk import Case, Journal, Memory, ModelDesk, day_root
from tests.faults.sim.home import Backup, Home, Outcome
from tests.faults.sim.network import Conversation, Network
from tests.faults.sim.province import ModelProvince, Store
from tests.faults.sim.script import (
    DESKS,
    Clone,
    Copy,
    CopyProvince,
    Deliver,
    Event,
    Fate,
    Midnight,
    PowerCut,
    Restore,
    RestoreProvince,
    Revoke,
    Sync,
    Write,
)

UNIT = "H99.001"
MOST_HOMES = 6
CYCLES = 3
"""After the faults stop, every queue is empty within this many rounds (I12)."""


class World:
    """The rules of the product; the controls replace one of them each."""

    def __init__(self, seed: int, desk_count: int = DESKS) -> None:
        self.random = Random(f"world {seed}")
        self.now = datetime(2026, 11, 23, 1, tzinfo=UTC)
        self.province = self.make_province()
        self.network = Network(self._deliver)
        self.backups: list[Backup] = []
        self.province_backups: list[Store] = []
        self.tally: Counter[str] = Counter()
        self.faults: list[str] = []
        # After each run of the line: what ended it early, and how much was left.
        self.told: list[tuple[str, int]] = []
        self.deeds = 0
        # Deeds the province once took and no restore of its own took back.
        self.entrusted: set[int] = set()
        self.homes = [self._new_home(slot) for slot in range(1, desk_count + 1)]

    def make_province(self) -> ModelProvince:
        """The province of this world."""
        return ModelProvince()

    # --- events -------------------------------------------------------------------------------------------------

    @singledispatchmethod
    def happen(self, event: Event) -> None:
        """One event."""
        raise TypeError(event)

    @happen.register
    def _(self, event: Write) -> None:
        home = self.home(event.home)
        for pick in event.picks:
            self.write(home, pick)

    @happen.register
    def _(self, event: Sync) -> None:
        self.synchronise(self.home(event.home), event.fates)

    @happen.register
    def _(self, event: Deliver) -> None:
        self.network.arrive_late(event.which)

    @happen.register
    def _(self, event: Copy) -> None:
        home = self.home(event.home)
        self.backups.append(Backup(home.device, home.slot, home.machine, home.memory.copy(), home.mark))

    @happen.register
    def _(self, event: Restore) -> None:
        home = self.home(event.home)
        fitting = [backup for backup in self.backups if backup.device == home.device]
        if fitting:
            backup = fitting[event.copy % len(fitting)]
            home.memory = backup.memory.copy()
            home.mark = backup.mark if event.with_anchor else home.mark
            self.tally["client restores"] += 1
            self.open(home)

    @happen.register
    def _(self, event: Clone) -> None:
        if self.backups and len(self.homes) < MOST_HOMES:
            backup = self.backups[event.copy % len(self.backups)]
            machine = f"clone-{len(self.homes)}" if event.told_apart else backup.machine
            home = Home(backup.memory.copy(), backup.slot, machine, backup.mark)
            self.homes.append(home)
            self.tally["disk clones"] += 1
            self.open(home)

    @happen.register
    def _(self, event: PowerCut) -> None:
        home = self.home(event.home)
        home.mark = home.mark_at_start
        self.tally["power cuts"] += 1
        self.open(home)

    @happen.register
    def _(self, _event: CopyProvince) -> None:
        self.province_backups.append(self.province.store.copy())

    @happen.register
    def _(self, event: RestoreProvince) -> None:
        if self.province_backups:
            self.tally["province restores"] += 1
            backup = self.province_backups[event.copy % len(self.province_backups)]
            self.province.restore(backup, f"history-{self.tally['province restores']}")
            self.entrusted = set(backup.deeds)

    @happen.register
    def _(self, event: Revoke) -> None:
        self.province.store.revoked.add(self.home(event.home).device)
        self.tally["revocations"] += 1

    @happen.register
    def _(self, _event: Midnight) -> None:
        self.now += timedelta(days=1)

    # --- a desk at work -----------------------------------------------------------------------------------------

    def home(self, index: int) -> Home:
        """One of the homes there are now."""
        return self.homes[index % len(self.homes)]

    def open(self, home: Home) -> None:
        """The rule of Desk.open: a restored copy and another machine begin a new epoch first."""
        memory = home.memory
        if home.mark is None or not Journal(memory).contains(home.mark[0]):
            self._branch(memory, "restore")
        elif home.mark[1] != home.machine:
            self._branch(memory, "machine")
        home.mark = home.mark_at_start = (memory.head, home.machine)

    def write(self, home: Home, pick: int) -> None:
        """Receive a dossier, or do one more deed on one that is here."""
        self.now += timedelta(minutes=1)
        self.deeds += 1
        memory, known = home.memory, list(home.memory.cases)
        if known and pick % 5 > 1:
            identity, kind, code = known[pick % len(known)], "noted", ""
        else:
            identity, kind, code = UUID(int=self.random.getrandbits(128)), "received", self._next_code(home)
            memory.cases[identity] = Case(self.now, code, ())
        case = memory.cases[identity]
        case.deeds = (*case.deeds, self.deeds)
        body = msgspec.json.encode({"n": self.deeds, "code": code})
        memory.append(encode(Op(kind=kind, dossier_id=identity, at=self.now, actor="Thử", body=body)))
        memory.deeds.add(self.deeds)
        home.mark = (memory.head, home.machine)

    def synchronise(self, home: Home, fates: tuple[Fate, ...] = ()) -> KnownError | None:
        """One run of sync.records; returns what ended it early."""
        fault: KnownError | None = None
        try:
            self.converse(home, fates)
        except KnownError as error:
            fault = error
            self.tally[f"ended by {type(fault).__name__}"] += 1
        self.told.append((type(fault).__name__, Journal(home.memory).unsent_count()))
        return fault

    def converse(self, home: Home, fates: tuple[Fate, ...]) -> None:
        """The real conversation, over the lists of this world."""
        talk = Conversation(self.network, home.device, fates)
        desk = ModelDesk(home.memory)
        progress = Progress()
        records = Records(lambda question: question(desk), talk, progress, lambda: None)  # type: ignore[arg-type]

        def rehome(_desk: object, forked: Epoch, agreed: int) -> None:
            self.tally["forks"] += 1
            self.rehome(home, forked, agreed)
            desk.journal = Journal(home.memory)

        # A dossier is only its deeds' numbers here, so there is nothing in it for a person to read or to decide.
        with patch("dossiers.store.rehome.rehome", rehome), patch("sync.belief.take_in", desks.take_in):
            records.run()
            if not progress.revoked:
                days = {local_date(self.now), *owed.read(desk)}  # type: ignore[arg-type]
                self._compare(records, desk, days)
        if progress.revoked and progress.changes:
            self.faults.append("I10: a revoked desk was told of changes")

    def _compare(self, records: Records, desk: ModelDesk, days: set[date]) -> None:
        """The rule of sync.engine: compare the days spoken of, and have told anew what differs."""
        answer = records.question(days=tuple(sorted(day.isoformat() for day in days)))
        if answer.reply.more or desk.journal.unsent_count():
            return
        unequal = [theirs.day for theirs in answer.reply.roots or () if day_root(desk.states(), theirs.day) != theirs]
        for day in unequal:
            records.question(days=(day,), repair=day)
            self.tally["days told anew"] += 1
        owed.settle(desk, days)  # type: ignore[arg-type]

    def rehome(self, home: Home, forked: Epoch, agreed: int) -> None:
        """What a desk does about a fork."""
        desks.rehome(home.memory, forked, agreed, self._epoch_id(), self.now)

    def deeds_at_the_province(self) -> Counter[int]:
        """How often the province has each deed, applied or held."""
        return Counter(self.province.store.deeds)

    # --- the end ------------------------------------------------------------------------------------------------

    def finish(self) -> Outcome:
        """Stop the faults, let everybody speak, and ask."""
        self.network.late.clear()
        cycles = self._settle()
        there = self.deeds_at_the_province()
        surviving = self.entrusted.union(*(home.memory.deeds for home in self.homes))
        late = [f"I12: after {CYCLES} rounds without faults something is still unsent"] if cycles > CYCLES else []
        self.tally["lost replies"] = self.network.lost_replies
        lost = surviving - there.keys()
        return Outcome(
            deeds=self.deeds, lost=len(lost), duplicated=sum(count - 1 for count in there.values()),
            held=len(self.province.store.held), cycles=cycles, tally=self.tally,
            faults=self.faults + late + list(broken(self)),
        )  # fmt: skip

    def _settle(self) -> int:
        """Rounds until nothing is left, at most one more than are allowed; then two to hear of one another."""
        cycles = 0
        while cycles <= CYCLES and any(Journal(home.memory).unsent_count() for home in self.homes):
            cycles += 1
            self._round()
        self._round()
        self._round()
        return cycles

    def _round(self) -> None:
        for home in self.homes:
            self.synchronise(home)

    def _deliver(self, batch: Batch) -> tuple[Reply, Receipt]:
        before = len(self.province.store.deeds)
        answer = self.province.answer(batch)
        self.entrusted.update(self.province.store.deeds[before:])
        return answer

    def _new_home(self, slot: int) -> Home:
        memory = Memory()
        memory.open_epoch(Epoch(device=self.random.randbytes(16), id=self._epoch_id()), "install", self.now)
        memory.wire[HISTORY] = self.province.history.encode()
        home = Home(memory, slot, f"machine-{slot}")
        home.mark = home.mark_at_start = (memory.head, home.machine)
        return home

    def _branch(self, memory: Memory, reason: str) -> None:
        head = memory.head
        epoch = Epoch(
            device=memory.epochs[0].device, id=self._epoch_id(), parent=head.epoch, parent_seq=head.seq,
            parent_hash=head.hash,
        )  # fmt: skip
        memory.open_epoch(epoch, reason, self.now)

    def _next_code(self, home: Home) -> str:
        memory = home.memory
        day = local_date(self.now)
        restored = memory.reasons[-1] != "install" and memory.opened_at and local_date(memory.opened_at) == day
        band = band_for(home.slot, "own" if home.slot == 1 else "lost", bool(restored))[0]
        number = next_number(band, memory.counters.get((day.isoformat(), band.first)))
        memory.counters[day.isoformat(), band.first] = number
        return dossier_code(UNIT, day, number)

    def _epoch_id(self) -> bytes:
        return self.random.randbytes(8)


def run(kind: type[World], seed: int, events: Sequence[Event], desk_count: int = DESKS) -> Outcome:
    """A world of a kind, through these events to its end."""
    world = kind(seed, desk_count)
    for event in events:
        world.happen(event)
    return world.finish()
