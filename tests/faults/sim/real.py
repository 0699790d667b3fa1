"""The same story on the real thing: desks on disk, the real engine and province, only the line between them is ours."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import singledispatchmethod
from pathlib import Path
from uuid import UUID

import msgspec

from dossiers import fold
from dossiers.ids import new_id
from dossiers.journal import decode
from dossiers.note import note
from dossiers.receive import receive
from dossiers.store import schema
from dossiers.store import vault_slots as vaults
from dossiers.store.desk import ANCHOR_FILE, Desk
from dossiers.store.vault import create_home
from sync.client import Client
from sync.engine import Engine
from sync.enrolment import enrol
from sync.faults import ServerReset
from sync.province import admin
from sync.province.answers import Answers
from sync.province.blobs import BlobStore
from sync.province.database import Database
from sync.province.keys import load_or_make
from sync.province.verify import verify
from tests.faults.sim.conform import Ending, modelled
from tests.faults.sim.script import (
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
from tests.faults.sim.world import CYCLES, MOST_HOMES
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, intake, open_desk
from tests.sync.provinces import asking


@dataclass(slots=True)
class RealHome:
    """A folder with an open desk."""

    folder: Path
    machine: str
    desk: Desk
    anchor_at_start: bytes = b""


class Door(Client):
    """The engine's Client without a socket: the province's own answers, with the fates of one run."""

    def __init__(self, answer: Callable[[str, bytes], bytes], late: list[bytes], fates: Sequence[Fate]) -> None:
        super().__init__("http://127.0.0.1")
        self._answer = answer
        self._late = late
        self._fates = list(fates)

    def ask_admission(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Enrolment, undisturbed."""
        return 200, self._answer(path, body)

    def post(self, path: str, body: bytes) -> bytes:
        """One request and its fate."""
        fate = self._fates.pop(0) if self._fates else "passes"
        if fate == "comes late":
            self._late.append(body)
        if fate in {"request lost", "comes late"}:
            raise ServerReset
        reply = self._answer(path, body)
        if fate == "reply lost":
            raise ServerReset
        if fate == "comes again":
            self._late.append(body)
        return reply


class RealWorld:
    """One desk and its copies, on disk, and a province on SQLite."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, HandClock()
        self.late: list[bytes] = []
        self.told: list[tuple[str, int]] = []
        self.backups: list[tuple[Path, str]] = []
        self.province_backups: list[Path] = []
        self.deeds = 0
        (folder / "province").mkdir(parents=True)
        self.key = load_or_make(folder / "province")
        self._open_province()
        usual, vaults.STRETCHING = vaults.STRETCHING, vaults.Stretching(memory_kib=64, passes=1, lanes=1)
        try:
            self.vault = create_home(folder / "home-0", CHIEF, SECRET, self.clock)
        finally:
            vaults.STRETCHING = usual
        self.homes = [self._opened(folder / "home-0", "machine-1")]
        self.homes[0].desk.set_office(OFFICE)
        self._enrol(self.homes[0].desk)

    @singledispatchmethod
    def happen(self, event: Event) -> None:
        """One event."""
        raise TypeError(event)

    @happen.register
    def _(self, event: Write) -> None:
        desk = self.home(event.home).desk
        for pick in event.picks:
            self.clock.forward(minutes=1)
            self.deeds += 1
            known = _dossiers(desk)
            if known and pick % 5 > 1:
                desk.do(note, known[pick % len(known)], f"Việc {self.deeds}")
            else:
                desk.do(receive, intake(name=f"Người Thử {self.deeds}"), new_id(self.clock()))

    @happen.register
    def _(self, event: Sync) -> None:
        self.synchronise(self.home(event.home), event.fates)

    @happen.register
    def _(self, event: Deliver) -> None:
        if self.late:
            self.answers.sync(self.late.pop(event.which % len(self.late)))

    @happen.register
    def _(self, event: Copy) -> None:
        home = self.home(event.home)
        place = self.folder / f"copy-{len(self.backups)}"
        shutil.copytree(home.folder, place)
        self.backups.append((place, home.machine))

    @happen.register
    def _(self, event: Restore) -> None:
        if self.backups:
            home = self.home(event.home)
            anchor = (home.folder / ANCHOR_FILE).read_bytes()
            home.desk.database.abandon()
            shutil.rmtree(home.folder)
            shutil.copytree(self.backups[event.copy % len(self.backups)][0], home.folder)
            if not event.with_anchor:
                (home.folder / ANCHOR_FILE).write_bytes(anchor)
            self._reopen(home)

    @happen.register
    def _(self, event: Clone) -> None:
        if self.backups and len(self.homes) < MOST_HOMES:
            source, machine = self.backups[event.copy % len(self.backups)]
            place = self.folder / f"home-{len(self.homes)}"
            shutil.copytree(source, place)
            self.homes.append(self._opened(place, f"clone-{len(self.homes)}" if event.told_apart else machine))

    @happen.register
    def _(self, event: PowerCut) -> None:
        home = self.home(event.home)
        home.desk.database.abandon()
        (home.folder / ANCHOR_FILE).write_bytes(home.anchor_at_start)
        self._reopen(home)

    @happen.register
    def _(self, _event: CopyProvince) -> None:
        self.database.close()
        self.province_backups.append(self.folder / f"backup-{len(self.province_backups)}.db")
        shutil.copyfile(self.folder / "province.db", self.province_backups[-1])
        self._open_province()

    @happen.register
    def _(self, event: RestoreProvince) -> None:
        if self.province_backups:
            self.database.close()
            backup = self.province_backups[event.copy % len(self.province_backups)]
            shutil.copyfile(backup, self.folder / "province.db")
            self._open_province()
            admin.renew_history(self.database)

    @happen.register
    def _(self, event: Revoke) -> None:
        device = self.home(event.home).desk.journal.epochs()[0].device
        admin.revoke(self.database, device)

    @happen.register
    def _(self, _event: Midnight) -> None:
        self.clock.forward(days=1)

    def home(self, index: int) -> RealHome:
        """One of the homes there are now."""
        return self.homes[index % len(self.homes)]

    def synchronise(self, home: RealHome, fates: Sequence[Fate] = ()) -> None:
        """One run of the real engine."""
        door = Door(self._answer, self.late, fates)
        report = Engine(asking(home.desk), door, self.clock).run()
        self.told.append((type(report.fault).__name__, report.ops_left))

    def finish(self) -> Ending:
        """The same end as a world in memory has."""
        self.late.clear()
        cycles = 0
        while cycles <= CYCLES and any(home.desk.journal.unsent_count() for home in self.homes):
            cycles += 1
            self._round()
        self._round()
        self._round()
        return self._ending()

    def close(self) -> None:
        """Let go of every file."""
        for home in self.homes:
            home.desk.close()
        self.database.close()

    def _round(self) -> None:
        for home in self.homes:
            self.synchronise(home)

    def _ending(self) -> Ending:
        states: dict[str, list[int]] = {"applied": [], "held": [], "repeat": []}
        with self.database.reading() as connection:
            for line, state in connection.exec_driver_sql("SELECT line, state FROM journal"):
                states[state].append(_deed(line))
        return Ending(
            told=tuple(self.told), applied=tuple(sorted(states["applied"])), held=tuple(sorted(states["held"])),
            repeats=len(states["repeat"]), epochs=tuple(len(home.desk.journal.epochs()) for home in self.homes),
            journals=tuple(tuple(sorted(_deeds_of(home.desk))) for home in self.homes),
            known=tuple(_known(home.desk) for home in self.homes), faults=verify(self.database),
        )  # fmt: skip

    def _answer(self, path: str, body: bytes) -> bytes:
        return {"/v1/sync": self.answers.sync, "/v1/enrol": self.answers.enrol}[path](body)

    def _open_province(self) -> None:
        self.database = Database(f"sqlite:///{self.folder / 'province.db'}")
        blobs = BlobStore(self.folder / "blobs", self.database, self.clock)
        self.answers = Answers(self.database, blobs, self.key, self.clock)

    def _enrol(self, desk: Desk) -> None:
        code = admin.new_code(self.database, OFFICE.unit, 1, self.clock)
        enrol(asking(desk), Door(self._answer, [], ()), code, self.clock)

    def _opened(self, place: Path, machine: str) -> RealHome:
        desk = open_desk(place, self.clock, self.vault, machine)
        return RealHome(place, machine, desk, (place / ANCHOR_FILE).read_bytes())

    def _reopen(self, home: RealHome) -> None:
        home.desk = open_desk(home.folder, self.clock, self.vault, home.machine)
        home.anchor_at_start = (home.folder / ANCHOR_FILE).read_bytes()


def real(folder: Path, events: Sequence[Event]) -> Ending:
    """The story on disk."""
    world = RealWorld(folder)
    try:
        for event in events:
            world.happen(event)
        return world.finish()
    finally:
        world.close()


def differences(
    seed: int, folder: Path, events: Sequence[Event], told_the_model: Sequence[Event] | None = None
) -> tuple[str, ...]:  # fmt: skip
    """Where the model and the real thing part, field by field; the control tells the model another story."""
    there, here = real(folder, events), modelled(seed, events if told_the_model is None else told_the_model)
    parted = [
        f"{name}: real {getattr(there, name)}, model {getattr(here, name)}"
        for name in Ending.__slots__ if getattr(there, name) != getattr(here, name)
    ]  # fmt: skip
    return tuple(parted)


def _dossiers(desk: Desk) -> list[UUID]:
    """Every dossier in the order it came in."""
    with desk.database.begin() as connection:
        rows = connection.execute(schema.dossier.select().order_by(schema.dossier.c.id))
        return [UUID(bytes=row.uid) for row in rows]


def _known(desk: Desk) -> int:
    told = {fold.decode_state(snapshot.state).id for snapshot in desk.wire.snapshots()}
    return len(told.union(_dossiers(desk)))


def _deed(line: bytes) -> int:
    """The number of the deed a line tells."""
    op = decode(line)
    body = msgspec.json.decode(op.body)
    words = body["text"] if op.kind == "noted" else body["intake"]["owner"]["name"]
    return int(words.split()[-1])


def _deeds_of(desk: Desk) -> list[int]:
    return [_deed(entry.line) for entry in desk.journal.newest_first()]
