"""A desk's records over the worst line the design knows: 64 kbit/s, 600 ms, 5 % loss, then with blackouts."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from dossiers.note import note
from dossiers.store.desk import Desk
from sync.client import Client
from sync.engine import Engine
from sync.enrolment import enrol
from sync.progress import SyncReport
from sync.province import admin
from tests.faults.line.namespaces import SERVER_ADDRESS, Line, emulated_line, why_not
from tests.faults.matrix import Row
from tests.store.homes import OFFICE, HandClock
from tests.sync.certificates import certificate
from tests.sync.provinces import Province, asking, lone_desk, running, take_in

UP_KBPS, RTT_MS, LOSS = 64.0, 600.0, 0.05
DOSSIERS_AT_ONCE = 60
RUN_S = 25.0
TIMEOUT_S = 20.0


@dataclass(slots=True)
class Office:
    """A desk on the client's side of a line and its province on the server's."""

    desk: Desk
    province: Province
    line: Line
    clock: HandClock
    authority: bytes

    def synchronise(self, timeout_s: float = TIMEOUT_S) -> SyncReport:
        """One run of the real engine over the line."""
        with self.line.inside("client"), closing(Client(self.province.url, self.authority, timeout_s)) as client:
            return Engine(asking(self.desk), client, self.clock).run()


@contextmanager
def office_over(line: Line, folder: Path) -> Iterator[Office]:
    """A desk and a province with TLS between them, enrolled over the line."""
    clock = HandClock()
    chain, key, authority = certificate(folder, "tinh", SERVER_ADDRESS)
    with line.inside("server"):
        province = Province(f"sqlite:///{folder / 'p.db'}", folder / "p", clock, (chain, key), host=SERVER_ADDRESS)
    with running(province), lone_desk(folder / "home", clock) as desk:
        code = admin.new_code(province.database, OFFICE.unit, 1, clock)
        with line.inside("client"), closing(Client(province.url, authority)) as client:
            enrol(asking(desk), client, code, clock)
        yield Office(desk, province, line, clock, authority)


def records(office: Office, count: int, first: int = 0) -> None:
    """Dossiers with a deed more each."""
    for dossier in take_in(office.desk, office.clock, count, first):
        office.desk.do(note, dossier.id, "Chờ bản chính")


def bad_line(run_s: float = RUN_S, at_once: int = DOSSIERS_AT_ONCE) -> Row:
    """Row 16: for `run_s`, dossiers come in and go out; every one is there once, and nothing is left."""
    row = Row("16", "64 kbit/s, 600 ms, 5 % loss, records only", "runs")
    row.not_shown = why_not()
    if row.not_shown:
        return row
    taken = 0
    with (
        row.timed(), tempfile.TemporaryDirectory() as folder, emulated_line(UP_KBPS, RTT_MS, LOSS) as line,
        office_over(line, Path(folder)) as office,
    ):  # fmt: skip
        started = monotonic()
        while monotonic() - started < run_s:
            records(office, at_once, taken)
            taken += at_once
            row.notes.append(_run(office, row))
        row.broke += not _all_there(office, 2 * taken)
    row.notes.append(f"the line carried {line.tally}")
    row.caught, row.control = _dead_line()
    return row


def _run(office: Office, row: Row) -> str:
    """One run of the line, never faster than bits and round trips allow."""
    lines = office.desk.journal.unsent_count()
    started = monotonic()
    report = office.synchronise()
    took_s = monotonic() - started
    row.run += 1
    row.broke += report.fault is not None or took_s < 3 * RTT_MS / 1000
    return f"{lines} ops in {took_s:.1f} s, left {report.ops_left}, {report.fault or 'no fault'}"


def _all_there(office: Office, lines: int) -> bool:
    """Every line once, applied, the chain whole, nothing unsent."""
    applied = office.province.count("SELECT count(*) FROM journal WHERE state = 'applied'")
    distinct = office.province.count("SELECT count(DISTINCT line) FROM journal")
    return applied == distinct == lines and not office.desk.journal.unsent_count() and not office.province.faults()


def _dead_line() -> tuple[bool, str]:
    """The control: the same over a line that has gone dark must send nothing and say so."""
    with (
        tempfile.TemporaryDirectory() as folder, emulated_line(512, 60) as line,
        office_over(line, Path(folder)) as office,
    ):  # fmt: skip
        records(office, 3)
        line.go_dark()
        report = office.synchronise(timeout_s=1.0)
        held = office.province.count("SELECT count(*) FROM journal")
        line.go_light()
    caught = report.fault is not None and report.ops_left == 6 and held == 0
    return caught, f"over a dead line {held} arrived, {report.ops_left} stayed, and it was said"
