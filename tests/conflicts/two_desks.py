"""Two desks and the province at one dossier, in the province's real books, every step chosen by Hypothesis."""

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select

from dossiers import fold
from dossiers.books import BookEntry, BookKind
from dossiers.clock import to_ms
from dossiers.correct import Corrected, read_field
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.ids import new_id
from dossiers.journal import Epoch, Op, decode, encode
from dossiers.receive import Received
from dossiers.rivals import IDENTITY, Change, waiting
from sync.batch import Batch, chain
from sync.conflicts import answer, questions
from sync.protocol import Header
from sync.province import conflicts, intake
from sync.province import schema as tables
from sync.province.database import Database
from sync.province.devices import Desk
from tests.store.homes import OFFICE
from tests.store.homes import intake as ordinary

BEGIN = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
FIELDS = ("owner.name", "owner.id_number", "owner.phone", "summary")
BOOK_ENTRY = BookEntry(kind=BookKind.DOSSIERS, volume="01", year=2026, number=1)
STATUS_OPS = ("result_ready", "voided", "refused", "reopened", "returned", "noted", "supplement_requested")
BODIES: dict[str, dict[str, Any]] = {
    "result_ready": {"description": "", "shelf": ""},
    "voided": {"reason": "thử"},
    "refused": {"reason": "thử", "signer": "Thử"},
    "reopened": {"reason": "thử"},
    "returned": {"receiver": "owner", "name": "Thử"},
    "noted": {"text": "thử"},
    "supplement_requested": {"papers": [], "reason": "thử"},
}


@cache
def books() -> Database:
    """One province for all examples; every example has dossiers and desks of its own."""
    return Database(f"sqlite:///{Path(tempfile.mkdtemp(prefix='motcua-conflicts-')) / 'province.db'}")


@dataclass
class Bench:
    """A desk as a list of lines: `known` is its own fold, over what it last heard of the province."""

    name: str
    epoch: Epoch
    minutes: int = 0
    known: Dossier | None = None
    lines: list[bytes] = field(default_factory=list)
    sent: int = 0

    def write(self, kind: str, dossier_id: UUID, body: object) -> bool:
        """Do a deed as this desk sees the dossier; one it would be refused is not done."""
        self.minutes += 1
        op = Op(
            kind=kind, dossier_id=dossier_id, at=BEGIN + timedelta(minutes=self.minutes), actor=self.name,
            body=msgspec.json.encode(body),
        )  # fmt: skip
        try:
            self.known = fold.apply(self.known, op)
        except KnownError:
            return False
        self.lines.append(encode(op))
        return True

    def hear(self, state: Dossier) -> None:
        """Take the province's state for known, with the own deeds it has not heard yet done again on top."""
        self.known = state
        for line in self.lines[self.sent :]:
            try:
                self.known = fold.apply(self.known, decode(line))
            except KnownError:
                continue

    def bring(self, most: int) -> None:
        """Send the next lines in one batch."""
        lines = tuple(self.lines[self.sent : self.sent + most])
        hashes = chain(self.epoch.root, self.lines)
        before = hashes[self.sent - 1] if self.sent else self.epoch.root
        header = Header(
            device=self.epoch.device, epoch=self.epoch.id, first=self.sent + 1, count=len(lines), previous=before,
            head=chain(before, lines)[-1], sent_at=to_ms(BEGIN), nonce=bytes(8),
        )  # fmt: skip
        desk = Desk(self.epoch.device, OFFICE.unit, 1, b"", revoked=False, clock_offset_ms=0)
        with books().writing(OFFICE.unit) as connection:
            intake.take(books(), connection, desk, Batch(header, lines), BEGIN)
        self.sent += len(lines)


class TwoDesks(RuleBasedStateMachine):
    """Whatever the order of deliveries, every value written is shown, known to be replaced, or kept with its task."""

    def __init__(self) -> None:
        super().__init__()
        self.id = new_id(BEGIN)
        self.values = count(1)
        self.clock_minutes = 0
        self.desks = [Bench(f"Quầy {n}", Epoch(device=new_id(BEGIN).bytes, id=b"epoch-%d" % n)) for n in (1, 2)]

    @initialize()
    def take_in(self) -> None:
        body = Received(
            code=f"{OFFICE.unit}-261123-{self.id.hex}", unit=OFFICE.unit, desk="Quầy 1", procedure_name="Chứng thực",
            procedure_version=1, sector="", certification=True, intake=ordinary(phone="0900000000"),
            entry=BOOK_ENTRY,
        )  # fmt: skip
        assert self.desks[0].write("received", self.id, body)
        self.desks[0].bring(1)
        self.desks[1].hear(self.state())

    @rule(desk=st.integers(0, 1), name=st.sampled_from(FIELDS), later=st.integers(0, 3))
    def edit(self, desk: int, name: str, later: int) -> None:
        bench = self.desks[desk]
        assert bench.known is not None
        bench.minutes += later
        change = Change(field=name, before=read_field(bench.known, name), after=f"{next(self.values):012d}")
        bench.write("corrected", self.id, Corrected(changes=(change,)))

    @rule(desk=st.integers(0, 1), kind=st.sampled_from(STATUS_OPS))
    def move(self, desk: int, kind: str) -> None:
        self.desks[desk].write(kind, self.id, BODIES[kind])

    @rule(desk=st.integers(0, 1), most=st.integers(1, 3))
    def deliver(self, desk: int, most: int) -> None:
        if self.desks[desk].sent < len(self.desks[desk].lines):
            self.desks[desk].bring(most)

    @rule(desk=st.integers(0, 1))
    def look(self, desk: int) -> None:
        self.desks[desk].hear(self.state())

    @rule(name=st.sampled_from(FIELDS))
    def correct(self, name: str) -> None:
        self.clock_minutes += 1
        try:
            conflicts.correct(books(), OFFICE.unit, self.state().code, {name: f"{next(self.values):012d}"}, self.clock)
        except KnownError:
            assert self.state().status.value in ("voided", "refused", "returned", "stopped", "withdrawn")

    @precondition(lambda self: bool(waiting(self.state())))
    @rule(data=st.data())
    def settle_there(self, data: st.DataObject) -> None:
        rival = data.draw(st.sampled_from(waiting(self.state())))
        value = data.draw(st.sampled_from((rival.value, read_field(self.state(), rival.field))))
        try:
            conflicts.settle(books(), OFFICE.unit, self.id.bytes, rival.field, value, self.clock)
        except KnownError:
            return
        left = [each for each in waiting(self.state()) if each.field == rival.field]
        assert (left, read_field(self.state(), rival.field)) == ([], value)

    @rule(data=st.data(), desk=st.integers(0, 1))
    def settle_here(self, data: st.DataObject, desk: int) -> None:
        """The clerk decides, and with nothing else on its way both ends agree afterwards."""
        bench = self.desks[desk]
        assert bench.known is not None
        if bench.sent < len(bench.lines) or not (asked := questions(bench.known, self.state())):
            return
        question = data.draw(st.sampled_from(asked))
        value = data.draw(st.sampled_from(question.choices))
        if bench.write("corrected", self.id, answer(question, value)):
            bench.bring(1)
            assert [each.field for each in questions(bench.known, self.state())].count(question.field) == 0
            assert read_field(self.state(), question.field) == value == read_field(bench.known, question.field)

    def teardown(self) -> None:
        for bench in self.desks:
            while bench.sent < len(bench.lines):
                bench.bring(50)
        if self.desks[0].lines:
            self.check()

    def check(self) -> None:
        """I5, I8 and nothing lost: see SYNC 4."""
        lines = self.told()
        assert len(lines) >= sum(len(bench.lines) for bench in self.desks)
        state: Dossier | None = None
        for line, verdict, reason in lines:
            assert (verdict == "held") == bool(reason)
            if verdict == "applied":
                state = fold.apply(state, decode(line))
        assert state is not None
        assert fold.encode_state(state) == fold.encode_state(self.state())
        applied = [decode(line) for line, verdict, _ in lines if verdict == "applied"]
        for name in FIELDS:
            self.check_field(name, [op for op in applied if op.kind == "corrected"], state)

    def check_field(self, name: str, ops: list[Op], state: Dossier) -> None:
        """Every value is shown, was replaced by somebody who knew it, or is kept; one task where a person decides."""
        changes = [
            change for op in ops for change in msgspec.json.decode(op.body, type=Corrected).changes
            if change.field == name
        ]  # fmt: skip
        known = {change.before for change in changes}
        kept = {rival.value for rival in state.rivals if rival.field == name}
        open_here = {rival.value for rival in waiting(state) if rival.field == name}
        for change in changes:
            assert change.after in {read_field(state, name), *known, *kept}, f"{name}: a value is lost"
        if name in IDENTITY:
            heads = {change.after for change in changes} - known - {read_field(state, name)}
            assert open_here == heads, f"{name}: {open_here} wait, {heads} should"
        with books().reading() as connection:
            here = (tables.conflict.c.dossier == self.id.bytes) & (tables.conflict.c.field == name)
            rows = connection.execute(select(tables.conflict).where(here)).all()
        assert len(rows) == bool(open_here)

    def told(self) -> list[tuple[bytes, str, str]]:
        """Every line of these desks, and of the province about this dossier, in the order they were taken."""
        journal, feed = tables.journal, tables.feed
        place = (journal.c.device == feed.c.device) & (journal.c.epoch == feed.c.epoch) & (journal.c.seq == feed.c.seq)
        applied = select(journal.c.line, journal.c.state, journal.c.reason).join_from(feed, journal, place)
        devices = [bench.epoch.device for bench in self.desks]
        held = select(journal.c.line, journal.c.state, journal.c.reason)
        held = held.where(journal.c.device.in_(devices), journal.c.state != "applied")
        with books().reading() as connection:
            rows = connection.execute(applied.where(feed.c.dossier == self.id.bytes).order_by(feed.c.id)).all()
            return [tuple(row) for row in (*rows, *connection.execute(held))]

    def state(self) -> Dossier:
        """The dossier as the province has it."""
        with books().reading() as connection:
            query = select(tables.dossier.c.state).where(tables.dossier.c.id == self.id.bytes)
            return fold.decode_state(connection.execute(query).scalar_one())

    def clock(self) -> datetime:
        """The province's clock."""
        return BEGIN + timedelta(minutes=self.clock_minutes)
