"""T15: a number from the hub over loopback TLS, a desk's own band when the hub is gone, and sight of a dossier.

Two desks with their own database threads, as in the product; the hub takes dossiers in meanwhile, as hubs do.
Run: python -m tests.benchmarks.hub [--numbers N] [--sights N]. Prints a table and ends with one JSON line.
"""

import argparse
import json
import secrets
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles

from dossiers.clock import system_clock
from dossiers.store.lan import Hand
from sync.hub.neighbour import Neighbour
from sync.membership import device_key
from tests.hub.desks import Counter, office
from tests.store.homes import HandClock

ALLOCATION_MS = 50.0
SOLO_S = 2.0
SIGHT_S = 2.0


def main() -> None:
    """Measure numbers, sight and the loss of the hub in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--numbers", type=int, default=1_000)
    parser.add_argument("--sights", type=int, default=40)
    options = parser.parse_args()
    clock = HandClock()
    clock.now = system_clock()
    with tempfile.TemporaryDirectory() as folder, office(Path(folder), clock, 2) as (hub, second):
        allocations = numbers(hub, second, options.numbers)
        sights = seen(hub, second, options.sights)
        solo_s, commit_ms = alone(hub, second)
    cuts = quantiles(allocations, n=100)
    print(f"{'cấp số qua TLS':<34} p50 {median(allocations):.2f} ms, p99 {cuts[98]:.2f} ms ({len(allocations)} lượt)")
    print(f"{'thấy hồ sơ của quầy kia':<34} p50 {median(sights):.2f} s, p100 {max(sights):.2f} s ({len(sights)} lượt)")
    print(f"{'biết máy chủ quầy mất':<34} {solo_s:.2f} s; F10 lúc ấy {commit_ms:.1f} ms")
    figures = {
        "T15": round(cuts[98], 2), "T15_p50": round(median(allocations), 2), "T15_target_ms": ALLOCATION_MS,
        "solo_s": round(solo_s, 3), "solo_target_s": SOLO_S, "solo_commit_ms": round(commit_ms, 2),
        "sight_p50_s": round(median(sights), 3), "sight_max_s": round(max(sights), 3), "sight_target_s": SIGHT_S,
    }  # fmt: skip
    print(json.dumps(figures))


def numbers(hub: Counter, second: Counter, count: int) -> list[float]:
    """Milliseconds from asking to the answer, while the hub commits a dossier of its own every 20 asks."""
    peer, key, device = second.ask(lambda desk: (desk.lan.peers()[0], device_key(desk), desk.lan.device))
    line, times = Neighbour(peer, key), []
    day, epoch = second.ask(lambda desk: (desk.business_day(), desk.journal.head.epoch))
    for n in range(count):
        if n % 20 == 0:
            hub.thread.submit(hub.desk.idle)
        hand = Hand(epoch=epoch, day=day, ticket=secrets.token_bytes(16))
        started_s = time.perf_counter()
        assert line.number(device, hand).number
        times.append((time.perf_counter() - started_s) * 1000)
    line.close()
    return times


def seen(hub: Counter, second: Counter, count: int) -> list[float]:
    """Seconds from the commit at the hub to the dossier in the other desk's register; no round is asked for."""
    second.line.begin()
    times = []
    for n in range(count):
        there = threading.Event()
        there.wait(n * 0.8 / count)
        taken = hub.receive(f"Người Thử {n}")
        started_s = time.perf_counter()
        while not second.ask(lambda desk: desk.register.find(taken.code)):  # noqa: B023 — runs now
            there.wait(0.005)
        times.append(time.perf_counter() - started_s)
    return times


def alone(hub: Counter, second: Counter) -> tuple[float, float]:
    """Seconds until a round says that the hub is gone, and milliseconds of the next reception in the own band."""
    hub.line.close()
    started_s = time.perf_counter()
    reachable = second.round().reachable
    gone_s = time.perf_counter() - started_s
    assert not reachable
    second.receive()
    started_s = time.perf_counter()
    assert second.number() >= 5000
    return gone_s, (time.perf_counter() - started_s) * 1000


if __name__ == "__main__":
    main()
