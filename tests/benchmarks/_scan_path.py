"""Pages from a feeder on loopback to a PDF in the desk's store, by the calls the window makes, on one core."""

import os
import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles
from threading import Event
from uuid import UUID

import numpy as np
import simplejpeg

from desktop.screens.scan.binding import bind
from desktop.screens.scan.pages_drawing import LookedOver, first_look, look_over
from desktop.screens.scan.pile import Page, scan_of
from dossiers.attach_scans import attach_scans
from dossiers.ids import new_id
from dossiers.receive import receive
from dossiers.store.desk import Desk
from scanning.drivers import ScanRequest, Source
from scanning.events import Failed, Finished, PageRead, ScanEvent
from scanning.session import ScanSession
from scanning.spool import open_page
from tests.benchmarks._pages import KINDS, draw, scan
from tests.benchmarks.filled import citizen, filled_desk, intake
from tests.scanning.escl_machine import FaultyScanner
from tests.scanning.escl_server import serving

KEY = bytes(32)
SHEETS_A_MINUTE = 40


@dataclass
class Feeder(FaultyScanner):
    """A machine that moves a sheet every 1.5 s, as one of 40 pages a minute does."""

    begun_at: float = field(default_factory=time.monotonic)

    def give(self) -> bytes:
        """The next sheet once the rollers have brought it."""
        if not self.fed:
            self.begun_at = time.monotonic()
        Event().wait(max(0.0, self.begun_at + 60 * self.fed / SHEETS_A_MINUTE - time.monotonic()))
        return super().give()


@dataclass
class Window:
    """What the scan screen does with a page: a picture at once, then a look over it; both in the pool."""

    pool: ThreadPoolExecutor
    reads: list[PageRead] = field(default_factory=list)
    shown_at: dict[int, float] = field(default_factory=dict)
    looks: list[Future[LookedOver]] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def __call__(self, event: ScanEvent) -> None:
        """Take an event on the session's thread."""
        if isinstance(event, PageRead):
            self.reads.append(event)
            self.pool.submit(self._show, event)
            self.looks.append(self.pool.submit(look_over, event, read_page))
        elif isinstance(event, Finished | Failed):
            self.over.set()

    def _show(self, page: PageRead) -> None:
        first_look(page, read_page)
        self.shown_at[page.number] = time.monotonic()


def read_page(page: PageRead) -> bytes:
    """The page's picture out of the spool."""
    return open_page(page.path, KEY)


def feed_to_store(count: int, seed: int) -> dict[str, float]:
    """Every kind of page in turn; CPU is of this process and its children, the feeder's own answers included."""
    kinds = [list(KINDS)[number % len(KINDS)] for number in range(count)]
    sheets = [_jpeg(kind, seed + number) for number, kind in enumerate(kinds)]
    with filled_desk(1, seed) as (desk, clock, _, _), tempfile.TemporaryDirectory() as spool, _one_core():
        dossier_id = desk.do(receive, intake(citizen(Random(seed)), clock()), new_id(clock())).id
        before_s = _cpu_s()
        feeder = Feeder(tray=sheets)
        with ThreadPoolExecutor(2) as pool, serving(feeder) as address:
            window = Window(pool)
            request = ScanRequest(driver="escl", device=address, source=Source.FEEDER)
            with ScanSession(request, Path(spool), KEY, window):
                window.over.wait()
            pages = tuple(
                Page(read=read, quarters=look.result().quarters)
                for read, look in zip(window.reads, window.looks, strict=True)
            )
        size = _keep(desk, dossier_id, pages)
        done_at, cpu_s = time.monotonic(), _cpu_s() - before_s
    waits_ms = [1000 * (window.shown_at[number] - given) for number, given in enumerate(feeder.given_at, 1)]
    return {
        "path_pages": len(pages),
        "path_kb_a_page": round(size / 1000 / len(pages), 1),
        "path_cpu_ms_a_page": round(1000 * cpu_s / len(pages)),
        "path_pages_per_core_minute": round(60 * len(pages) / cpu_s, 1),
        "path_stored_after_last_sheet_s": round(done_at - feeder.given_at[-1], 1),
        "on_screen_ms_median": round(median(waits_ms)),
        "on_screen_ms_p95": round(quantiles(waits_ms, n=20)[-1]),
    }


def _keep(desk: Desk, dossier_id: UUID, pages: tuple[Page, ...]) -> int:
    bound = bind(pages, None, read_page)
    sha256 = desk.files.put(bound.pdf)
    desk.do(attach_scans, dossier_id, (scan_of(sha256, "Bản quét", len(bound.pdf), bound.pages, None),))
    return len(bound.pdf)


def _jpeg(kind: str, seed: int) -> bytes:
    """As a scanner sends it: 300 dpi, colour, quality 85."""
    return bytes(simplejpeg.encode_jpeg(np.ascontiguousarray(scan(draw(kind, seed).pixels, seed)), 85, "BGR", "420"))


def _cpu_s() -> float:
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in spent)


@contextmanager
def _one_core() -> Iterator[None]:
    """This thread, and every thread and child it starts, on one core (Linux)."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)
