"""A stack through a network scanner into the spool: how soon a page is there, how many a minute, how much memory.

Run: python -m tests.benchmarks.scan_stack [--pages 200]. A4 at 300 dpi in colour, from a scanner on loopback that is
never the slow one. Prints a table and ends with one JSON line.
"""

import argparse
import json
import resource
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

import numpy as np
import simplejpeg

from scanning.drivers import ScanRequest, Source
from scanning.events import Finished, PageRead, ScanEvent
from scanning.session import ScanSession
from tests.scanning.escl_machine import FaultyScanner
from tests.scanning.escl_server import serving
from tests.scanning.paper import Slip, draw_slip, scanned
from tests.scanning.test_session_network import peak_of

KEY = bytes(32)


@dataclass
class Heard:
    """When each page was announced, and the end."""

    announced_at: list[float] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def __call__(self, event: ScanEvent) -> None:
        """Take an event's time."""
        if isinstance(event, PageRead):
            self.announced_at.append(time.monotonic())
        elif isinstance(event, Finished):
            self.over.set()


def main() -> None:
    """Feed the stack, then cancel another in its middle."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    count = parser.parse_args().pages
    paper = scanned(draw_slip(Slip("H26.19.103-261121-0042", "x", 300)), seed=1)
    page = bytes(simplejpeg.encode_jpeg(np.ascontiguousarray(paper), 85, "BGR", "420"))
    figures = feed(page, count) | cancel(page)
    figures["page_kb"] = round(len(page) / 1024)
    for name, value in figures.items():
        print(f"{name:24}{value:>10}")
    print(json.dumps(figures))


def request_for(address: str) -> ScanRequest:
    """The whole feeder in colour at 300 dpi."""
    return ScanRequest(driver="escl", device=address, source=Source.FEEDER)


def feed(page: bytes, count: int) -> dict[str, float]:
    """The whole stack; a page's wait is counted from its last byte on the line to its announcement, durable."""
    scanner, heard = FaultyScanner(tray=[page] * count, hold_sheet=count), Heard()
    with tempfile.TemporaryDirectory() as spool, serving(scanner) as address:
        begun_at = time.monotonic()
        with ScanSession(request_for(address), Path(spool), KEY, heard) as session:
            scanner.asked.wait()
            peak_kb = peak_of(session.worker_pid)
            scanner.released.set()
            session.wait()
    took_s = heard.announced_at[-1] - begun_at
    cpu_s = resource.getrusage(resource.RUSAGE_CHILDREN)
    waits_ms = [1000 * (there - given) for given, there in zip(scanner.given_at, heard.announced_at, strict=True)]
    return {
        "pages": len(heard.announced_at),
        "pages_per_minute": round(60 * count / took_s),
        "child_cpu_ms_a_page": round(1000 * (cpu_s.ru_utime + cpu_s.ru_stime) / count, 1),
        "page_wait_ms_median": round(median(waits_ms)),
        "page_wait_ms_p95": round(quantiles(waits_ms, n=20)[-1]),
        "worker_peak_mb": round(peak_kb / 1024),
    }


def cancel(page: bytes) -> dict[str, float]:
    """From the clerk's key to the end of the session, while the feeder holds a sheet back."""
    scanner, heard = FaultyScanner(tray=[page] * 3, hold_sheet=2), Heard()
    with tempfile.TemporaryDirectory() as spool, serving(scanner) as address:
        session = ScanSession(request_for(address), Path(spool), KEY, heard)
        session.start()
        scanner.asked.wait()
        asked_at = time.monotonic()
        session.close()
        return {"cancel_ms": round(1000 * (time.monotonic() - asked_at))}


if __name__ == "__main__":
    main()
