"""What the hub's tests build on: real desks with a database thread each, answering one another over loopback TLS."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from desktop.bridges.one_thread import OneThread
from dossiers.dossier import Dossier
from dossiers.receive import receive
from dossiers.store.desk import Desk
from sync.hub.office import OfficeLine, OfficeNews
from tests.store.homes import OFFICE, HandClock, intake
from tests.sync.provinces import lone_desk

T = TypeVar("T")
DEADLINE_S = 30.0


@dataclass
class Counter:
    """One desk of an office: its memory behind its own thread, and its line to the others."""

    desk: Desk
    thread: OneThread
    line: OfficeLine
    clock: HandClock

    def ask(self, question: Callable[[Desk], T]) -> T:
        """Run on the database thread."""
        return self.thread.submit(lambda: question(self.desk)).result()

    @property
    def address(self) -> str:
        """Where the others reach it."""
        return f"127.0.0.1:{self.line.port}"

    def receive(self, name: str = "Người Thử", dossier_id: UUID | None = None) -> Dossier:
        """Take in an ordinary dossier."""
        return self.ask(lambda desk: desk.do(receive, intake(name=name), dossier_id))

    def number(self) -> int:
        """The number of a dossier taken in now."""
        return int(self.receive().code[-4:])

    def round(self) -> OfficeNews:
        """One round, now, in this thread."""
        return self.line.round()


@contextmanager
def counter(home: Path, clock: HandClock, slot: int) -> Iterator[Counter]:
    """A desk with its line open; it goes round only when told to."""
    thread = OneThread(f"desk {slot}")
    opened = thread.submit(lambda: lone_desk(home, clock)).result()
    desk = thread.submit(opened.__enter__).result()
    try:
        office = replace(OFFICE, desk_slot=slot, desk_name=f"Quầy {slot}")
        thread.submit(lambda: desk.set_office(office)).result()
        line = OfficeLine(lambda question: thread.submit(lambda: question(desk)).result(), clock, "127.0.0.1", 0)
        try:
            yield Counter(desk, thread, line, clock)
        finally:
            line.close()
    finally:
        thread.submit(lambda: opened.__exit__(None, None, None)).result()
        thread.close()


def pair(host: Counter, joiner: Counter) -> None:
    """The code shown at one desk is typed at the other."""
    joiner.line.join(host.address, host.line.door.open())


@contextmanager
def office(folder: Path, clock: HandClock, desks: int) -> Iterator[list[Counter]]:
    """Desks 1, 2, … of one office, all paired with desk 1, which is the hub."""
    with counter(folder / "1", clock, 1) as first:
        if desks == 1:
            yield [first]
            return
        with _more(folder, clock, first, 2, desks) as rest:
            yield [first, *rest]


@contextmanager
def _more(folder: Path, clock: HandClock, first: Counter, slot: int, last: int) -> Iterator[list[Counter]]:
    with counter(folder / str(slot), clock, slot) as here:
        pair(first, here)
        if slot == last:
            yield [here]
            return
        with _more(folder, clock, first, slot + 1, last) as rest:
            yield [here, *rest]


def wait_for(event: threading.Event) -> None:
    """An event that must come."""
    assert event.wait(DEADLINE_S)
