"""T14: a day of scans as one bundle, written and read back, taken in, answered.

90 MB of incompressible scans (SYNC 5). `T14` is seconds to write and verify on this machine's disk, of which the
stick's own share is whatever a plain copy of as many bytes costs there (`T14_floor`); `T14_overhead` is what the
bundle weighs beyond the scans and the batches in it, as a fraction.
"""

import json
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dossiers.dossier import Scan
from dossiers.receive import receive
from sync.courier.plan import make_plan
from sync.courier.stick import PART_BYTES
from tests.courier.courier_desk import Road, road
from tests.store.homes import HandClock, intake
from tests.sync.provinces import asking

SCANS, SCAN_BYTES = 300, 300_000


def timed(deed: Callable[[], object]) -> float:
    """Seconds a deed takes."""
    started = time.perf_counter()
    deed()
    return time.perf_counter() - started


def fill(way: Road) -> None:
    """A day of dossiers, each with one scan."""
    chance = random.Random(14)
    for number in range(SCANS):
        data = chance.randbytes(SCAN_BYTES)
        sha = way.desk.files.put(data)
        scan = Scan(sha256=sha, title="Bản chính", mime="application/pdf", size=SCAN_BYTES, pages=1)
        way.clock.forward(minutes=1)
        way.desk.do(receive, intake(name=f"Người Thử {number}", id_number=f"036199{number:06d}", scans=(scan,)))


def plain_copy(way: Road) -> None:
    """As many bytes, written, made durable and read back by nobody's leave."""
    path, data = way.stick / "plain", os.urandom(1 << 20)
    with path.open("w+b", buffering=0) as file:
        for _ in range(SCANS * SCAN_BYTES >> 20):
            file.write(data)
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        file.seek(0)
        while file.read(1 << 20):
            pass
    path.unlink()


def measure(way: Road) -> dict[str, float]:
    """One bundle there and its answer back."""
    fill(way)
    floor_s = timed(lambda: plain_copy(way))
    plan = asking(way.desk)(lambda desk: make_plan(desk, way.clock, PART_BYTES))
    payload = sum(map(len, plan.batches)) + sum(job.size for part in plan.parts for job in part)
    before_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    written_s = timed(way.export)
    grown_mib = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kib) / 1024
    path = next(way.stick.glob("*.mcb"))
    started = time.perf_counter()
    taken = way.take(path)
    taken_s = time.perf_counter() - started
    back_s = timed(lambda: way.take_in(way.answer(taken)))
    assert way.desk.journal.unsent_count() == len(way.desk.wire.blobs_waiting()) == 0
    return {
        "size": path.stat().st_size, "payload": payload, "written_s": written_s, "floor_s": floor_s,
        "taken_s": taken_s, "back_s": back_s, "grown_mib": grown_mib,
    }  # fmt: skip


def main() -> None:
    """Print the table, then one JSON line."""
    with tempfile.TemporaryDirectory() as folder, road(Path(folder), HandClock()) as way:
        told = measure(way)
    overhead = told["size"] / told["payload"] - 1
    print(f"{SCANS} dossiers with a scan of {SCAN_BYTES:,} bytes: bundle of {told['size'] / 1e6:.2f} MB")
    print(f"  write, make durable, read back   {told['written_s']:6.2f} s   (target 10 s + stick)")
    print(f"  as many plain bytes there        {told['floor_s']:6.2f} s")
    print(f"  overhead                         {100 * overhead:6.3f} %   (target 0.1 %)")
    print(f"  memory grown by the export       {told['grown_mib']:6.1f} MiB")
    print(f"  province: verify, take in        {told['taken_s']:6.2f} s")
    print(f"  answer made and taken in         {told['back_s']:6.2f} s")
    figures = {"T14": round(told["written_s"], 2), "T14_floor": round(told["floor_s"], 2),
               "T14_overhead": round(overhead, 6)}  # fmt: skip
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
