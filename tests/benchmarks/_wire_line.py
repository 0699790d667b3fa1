"""A day over the line emulator: the real desk, the real engine, TLS, and a real province on the other side."""

import math
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median
from threading import Event
from time import monotonic
from typing import Any, cast

from dossiers.acting import Act
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Scan
from dossiers.note import note
from installer.wire_corpus import Choices, ImaginedOffice, lean_day
from sync.budget import LinePlan, set_plan
from sync.client import Client
from sync.engine import Engine
from sync.progress import Progress
from tests.faults.line.namespaces import Line, emulated_line
from tests.faults.line.trial import Office, office_over
from tests.sync.provinces import asking, take_in

DOSSIERS = 300
SCAN_BYTES, PAGE_BYTES = 300_000, 64_000
RTT_S = 0.6
COLD_ROUND_TRIPS = 3
"""TCP, TLS 1.3, and the request with its answer."""

RUNS, LOSSY_RUNS = 3, 5
DARK_S, DARK_FILES = (15.0, 8.0), 12
"""Light and dark for T7, and as many scans as meet some thirty cuts."""

DAY = timedelta(days=1)
OPENS = timedelta(minutes=30)
"""Half past seven in the morning, Vietnam's time, in UTC."""

URGENT_DEEDS, LULL_S = 20, 4.0
"""Deeds between scans, and the pause before each, in which the line is full again."""


class LivedDay:
    """What a day's deeds see at a real desk: its open act, and a clock that passes; its scans lie on the disk."""

    identity = ImaginedOffice.identity

    def __init__(self, act: Act, office: Office, seed: int) -> None:
        self._act, self._office = act, office
        self.random, self.clerks = Choices(seed), (act.clerk,)
        self.lines: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._act, name)

    def pass_time(self, most_s: int) -> None:
        """Some while later."""
        self._office.clock.now += timedelta(milliseconds=self.random.randint(1, most_s * 1000))

    def keep(self) -> str:
        """A scan of a few bytes: only its record travels here."""
        return self._office.desk.files.put(self.random.randbytes(32))


def over_the_line(scans: int) -> dict[str, float]:
    """T3 to T8, each printed as it comes."""
    print("\nQua đường truyền giả lập, TLS 1.3, kết nối mới mỗi lần:")
    figures: dict[str, float] = {}
    with far_office(256, 0.0) as office:
        times, floors = zip(*(a_day(office, run, 256) for run in range(RUNS)), strict=True)
        figures |= {"T3": round(median(times), 2), "T3_floor": round(median(floors), 2)}
        print(f"T3  300 hồ sơ, 256 kbit/s, 600 ms: {times} s, sàn {figures['T3_floor']} s")
    with far_office(64, 0.05) as office:
        times, floors = zip(*(a_day(office, run, 64) for run in range(LOSSY_RUNS)), strict=True)
        figures |= {"T4": round(median(times), 2), "T4_floor": round(median(floors), 2), "T4_worst": max(times)}
        print(f"T4  300 hồ sơ, 64 kbit/s, mất 5 %: {times} s, sàn {figures['T4_floor']} s")
    figures |= among_scans()
    for name, size, count in (("T6", PAGE_BYTES, scans), ("T5", SCAN_BYTES, scans)):
        took_s, _ = files(size, count, None)
        floor_s = count * size * 8 / 256_000
        figures |= {f"{name}_ratio": round(took_s / floor_s, 3), f"{name}_files": count}
        if count == DOSSIERS:
            figures |= {name: round(took_s / 60, 2), f"{name}_floor": round(floor_s / 60, 2)}
        print(f"{name}  {count} tệp × {size // 1000} KB: {took_s:.1f} s, {took_s / floor_s:.3f} × sàn {floor_s:.1f} s")
    return figures | resent()


def resent() -> dict[str, float]:
    """T7: what a cut costs, as the bytes more that crossed under blackouts than on the calm line."""
    calm_s, calm_bytes = files(SCAN_BYTES, DARK_FILES, None)
    took_s, wire = files(SCAN_BYTES, DARK_FILES, DARK_S)
    cuts = max(1, int(took_s / sum(DARK_S)))
    more = max(0, wire - calm_bytes) / cuts
    print(f"T7  {DARK_S[0]:.0f} s sáng, {DARK_S[1]:.0f} s tối: {took_s:.1f} s ({calm_s:.1f} s khi không đứt), "
          f"{cuts} lần đứt, gửi lại {more / 1024:.1f} KiB mỗi lần")  # fmt: skip
    return {"T7": round(more), "T7_cuts": cuts}


@contextmanager
def far_office(kbps: float, loss: float, dark_s: tuple[float, float] | None = None) -> Iterator[Office]:
    """An office behind a line of its own, and `office.line.tally` once it is left."""
    with (
        tempfile.TemporaryDirectory() as folder, emulated_line(kbps, RTT_S * 1000, loss, blackout_s=dark_s) as line,
        office_over(line, Path(folder)) as office,
    ):  # fmt: skip
        yield office


def a_day(office: Office, seed: int, kbps: float) -> tuple[float, float]:
    """Seconds until the last deed of 300 dossiers was proven, from a cold start; and the least it could take."""
    set_plan(office.desk, LinePlan(only_when_asked=True))
    office.clock.now = office.clock.now.replace(hour=0, minute=0) + DAY + OPENS
    office.desk.do(lambda act: lean_day(cast("Any", LivedDay(act, office, seed)), DOSSIERS))
    total, acked = office.desk.journal.unsent_count(), [0.0]
    started = monotonic()

    def heard(work: Progress) -> None:
        if work.ops_sent == total and not acked[0]:
            acked[0] = monotonic() - started

    with office.line.inside("client"), closing(Client(office.province.url, office.authority)) as client:
        bodies = counted(client)
        report = Engine(asking(office.desk), client, office.clock).run(progress=heard)
    if report.fault or not acked[0]:
        raise RuntimeError(f"the day did not arrive: {report.fault}")
    return round(acked[0], 2), sum(bodies[:1]) * 8 / (kbps * 1000) + COLD_ROUND_TRIPS * RTT_S


def among_scans() -> dict[str, float]:
    """T8: seconds from a deed to its receipt while scans fill the line, by a desk that goes on working."""
    with far_office(256, 0.0) as office:
        waiting_files(office, SCAN_BYTES, DOSSIERS)
        desk, asked = office.desk, take_in(office.desk, office.clock, 1, first=DOSSIERS)[0]
        waits: list[float] = []
        done = [monotonic() + LULL_S, 0.0]

        def work(so_far: Progress) -> None:
            now = monotonic()
            if done[1] and not desk.journal.unsent_count():
                waits.append(round(now - done[1], 2))
                done[:] = [now + LULL_S, 0.0]
            elif so_far.blob_bytes_sent and not done[1] and now > done[0]:
                desk.do(note, asked.id, f"Việc gấp {len(waits)}")
                done[1] = monotonic()

        with office.line.inside("client"), closing(Client(office.province.url, office.authority)) as client:
            Engine(asking(desk), client, office.clock).run(progress=work, stop=lambda: len(waits) > URGENT_DEEDS)
        Event().wait(LULL_S)  # what is on the line still arrives
    cold, warm = waits[0], sorted(waits[1:])
    p95 = warm[math.ceil(0.95 * len(warm)) - 1]
    print(f"T8  một việc giữa lúc gửi bản quét, 256 kbit/s: kết nối mới {cold} s; rồi p50 {median(warm):.2f}, "
          f"p95 {p95}, lâu nhất {warm[-1]} s trong {len(warm)} lần, sàn {RTT_S} s")  # fmt: skip
    return {"T8": p95, "T8_p50": round(median(warm), 2), "T8_cold": cold, "T8_floor": RTT_S}


def waiting_files(office: Office, size: int, count: int) -> None:
    """Scans of a size, each with a dossier of its own."""
    for number, dossier in enumerate(take_in(office.desk, office.clock, count)):
        name = office.desk.files.put(Random(number).randbytes(size))
        scan = Scan(sha256=name, title="Bản quét", mime="application/pdf", size=size, pages=1)
        office.desk.do(attach_scans, dossier.id, (scan,))


def counted(client: Client) -> list[int]:
    """The sizes of the bodies a client posts, as they go."""
    sizes: list[int] = []
    post = client.post

    def noted(path: str, body: bytes) -> bytes:
        sizes.append(len(body))
        return post(path, body)

    client.post = noted  # type: ignore[method-assign]
    return sizes


def files(size: int, count: int, dark_s: tuple[float, float] | None) -> tuple[float, int]:
    """Seconds until scans of a size are all signed for, and bytes the line carried up."""
    line: Line | None = None
    with far_office(256, 0.0, dark_s) as office:
        line = office.line
        waiting_files(office, size, count)
        started, report = monotonic(), None
        while report is None or not report.complete:
            with office.line.inside("client"), closing(Client(office.province.url, office.authority)) as client:
                report = Engine(asking(office.desk), client, office.clock).run()
        took_s = monotonic() - started
    return took_s, line.tally["up"]["bytes"]

