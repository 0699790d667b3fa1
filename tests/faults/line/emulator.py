"""The emulator: a process that carries packets between two TUN devices as a bad line would.

Run by `namespaces`: python -m tests.faults.line.emulator NEAR_FD FAR_FD CONDITIONS_AS_JSON. It ends with its parent's
pipe or on SIGTERM, and then prints what it did as one JSON line.
"""

import heapq
import json
import os
import select
import signal
import sys
from collections import Counter
from dataclasses import dataclass
from random import Random
from time import monotonic

PACKET_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """How bad the line is. Shares are of packets; `blackout_s` is (light, dark), over and over, in seconds.

    A burst begins with `burst` of the packets and loses half of what comes for 200 ms (Gilbert–Elliott, in time).
    """

    up_kbps: float
    down_kbps: float
    rtt_ms: float
    loss: float = 0.0
    burst: float = 0.0
    jitter_ms: float = 0.0
    duplicate: float = 0.0
    reorder: float = 0.0
    corrupt: float = 0.0
    queue_bytes: int = 64_000
    blackout_s: tuple[float, float] | None = None
    seed: int = 1


BURST_S, BURST_LOSS = 0.2, 0.5


class Direction:
    """One way of the line: a queue in front of a slow sender, then the way itself."""

    def __init__(self, kbps: float, conditions: Conditions, random: Random, started_s: float) -> None:
        self._bytes_per_s = kbps * 125
        self._conditions = conditions
        self._random = random
        self._started_s = started_s
        self._free_at_s = 0.0
        self._burst_until_s = 0.0
        self.tally: Counter[str] = Counter()

    def arrivals(self, packet: bytes, now_s: float) -> list[tuple[float, bytes]]:
        """When and as what a packet handed over now comes out: never, once, or twice."""
        line, random = self._conditions, self._random
        self.tally["packets"] += 1
        self.tally["bytes"] += len(packet)
        backlog = max(0.0, self._free_at_s - now_s) * self._bytes_per_s
        if backlog + len(packet) > line.queue_bytes:
            self.tally["queue full"] += 1
            return []
        self._free_at_s = max(now_s, self._free_at_s) + len(packet) / self._bytes_per_s
        if self._dark(self._free_at_s) or self._lost(now_s):
            self.tally["lost"] += 1
            return []
        delay_s = (line.rtt_ms / 2 + random.uniform(0, line.jitter_ms)) / 1000
        if random.random() < line.reorder:
            delay_s += line.rtt_ms / 4000
        if random.random() < line.corrupt:
            at = random.randrange(len(packet))
            packet = packet[:at] + bytes([packet[at] ^ 1 << random.randrange(8)]) + packet[at + 1 :]
        copies = 2 if random.random() < line.duplicate else 1
        return [(self._free_at_s + delay_s, packet)] * copies

    def _lost(self, now_s: float) -> bool:
        if self._random.random() < self._conditions.burst:
            self._burst_until_s = now_s + BURST_S
        share = BURST_LOSS if now_s < self._burst_until_s else self._conditions.loss
        return self._random.random() < share

    def _dark(self, at_s: float) -> bool:
        if self._conditions.blackout_s is None:
            return False
        light_s, dark_s = self._conditions.blackout_s
        return (at_s - self._started_s) % (light_s + dark_s) >= light_s


def carry(near: int, far: int, conditions: Conditions) -> dict[str, dict[str, int]]:
    """Carry packets until SIGTERM; returns what happened each way, `up` being from near to far."""
    started_s, random = monotonic(), Random(conditions.seed)
    ways = {
        near: (far, Direction(conditions.up_kbps, conditions, random, started_s)),
        far: (near, Direction(conditions.down_kbps, conditions, random, started_s)),
    }
    under_way: list[tuple[float, int, int, bytes]] = []
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(1))
    count = 0
    print("ready", flush=True)
    while not stopped:
        wait_s = max(0.0, under_way[0][0] - monotonic()) if under_way else 0.5
        ready, _, _ = select.select([near, far], [], [], min(wait_s, 0.5))
        for source in ready:
            target, way = ways[source]
            for due_s, packet in way.arrivals(os.read(source, PACKET_BYTES), monotonic()):
                count += 1
                heapq.heappush(under_way, (due_s, count, target, packet))
        while under_way and under_way[0][0] <= monotonic():
            _, _, target, packet = heapq.heappop(under_way)
            os.write(target, packet)
    return {"up": dict(ways[near][1].tally), "down": dict(ways[far][1].tally)}


if __name__ == "__main__":
    said = json.loads(sys.argv[3])
    said["blackout_s"] = tuple(said["blackout_s"]) if said["blackout_s"] else None
    print(json.dumps(carry(int(sys.argv[1]), int(sys.argv[2]), Conditions(**said))))
