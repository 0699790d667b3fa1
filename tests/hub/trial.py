"""The worst day of a hub, among three real processes on a LAN of namespaces: died, cut off, replaced twice, put back.

Run: python -m tests.hub.trial. Prints what each act of the day gave.
"""

import shutil
import tempfile
import threading
import time
from pathlib import Path

from tests.faults.line.namespaces import why_not
from tests.faults.matrix import Row
from tests.hub.lan import Lan, Process, office

DEADLINE_S = 20.0


def worst_day(*flags: str) -> Row:
    """One such day; `broke` counts numbers that are twice, stepped over, or lost."""
    row = Row("19", "codes: hub dies, LAN split, promoted twice, restored", "codes", not_shown=why_not())
    if row.not_shown:
        return row
    with tempfile.TemporaryDirectory() as folder, row.timed(), office(Path(folder), flags) as (lan, desks):
        _hub_dies(desks, row)
        _split(lan, desks, 0, 1, row)
        _split(lan, desks, 1, 2, row)
        _put_back(desks[2], desks[0], row)
        _count(desks, row)
    return row


def _hub_dies(desks: list[Process], row: Row) -> None:
    """Between the allocation and its commit, then between the commit and the answer."""
    hub, second, third = desks
    for desk in (second, third):
        desk.until(lambda state: state["in_hand"] > 0)
    row.notes.append(f"together: {[desk.receive() for desk in desks]}")
    for when in ("before", "after"):
        for desk in (second, third):
            desk.until(lambda state: state["in_hand"] > 0)
        hub.stop()
        second.receive()
        hub.start("--dies", when)
        assert hub.died() == 9
        started_s = time.monotonic()
        alone = second.receive(2)
        row.notes.append(f"hub dead {when} its commit: {alone} in {time.monotonic() - started_s:.2f} s")
        hub.start()
        ready = second.until(lambda state: state["in_hand"] > 0)["in_hand"]
        row.notes.append(f"hub back: {ready} ready")


def _split(lan: Lan, desks: list[Process], old: int, new: int, row: Row) -> None:
    """The hub's cable is pulled, another desk is promoted, everybody works on; then the cable is put back."""
    lan.unplug(desks[old].slot)
    term = desks[new].tell("promote")["term"]
    others = [desk for desk in desks if desk is not desks[old]]
    for desk in others:
        desk.until(lambda state: state["term"] == term)
    row.notes.append(f"split, term {term}: {[desk.receive(2) for desk in desks]}")
    lan.plug(desks[old].slot)
    desks[old].until(lambda state: not state["serves"])
    desks[new].until(lambda state: state["holds"])
    for desk in desks:
        if desk is not desks[new]:
            desk.until(lambda state: state["in_hand"] > 0)
    row.notes.append(f"healed: {[desk.receive() for desk in desks]}")


def _put_back(desk: Process, other: Process, row: Row) -> None:
    """The serving desk's database is put back to an hour ago, as it were; its anchor is where it was.

    What it took in meanwhile is kept by the other desks, once they have had their round.
    """
    desk.stop()
    copy = desk.home.with_suffix(".copy")
    shutil.copy(desk.home / "desk.db", copy)
    desk.start()
    after_copy = desk.receive(2)
    _wait_until_found(other, desk.codes)
    desk.kill()
    for name in ("desk.db-wal", "desk.db-shm"):
        (desk.home / name).unlink(missing_ok=True)
    shutil.copy(copy, desk.home / "desk.db")
    desk.start()
    row.notes.append(f"put back after {after_copy}: {desk.receive(2)}")


def _count(desks: list[Process], row: Row) -> None:
    """Every code once, the hub's band whole, and every dossier in another desk's register too."""
    codes = [code for desk in desks for code in desk.codes]
    row.run = len(codes)
    row.broke += len(codes) - len(set(codes))
    states = [desk.tell("state") for desk in desks]
    given = {int(code[-4:]) for state in states for code in state["unused"]} | {state["in_hand"] for state in states}
    numbers = {number for number in given | {int(code[-4:]) for code in codes} if 0 < number < 5000}
    row.broke += len(set(range(1, max(numbers) + 1)) - numbers)
    row.broke += _wait_until_found(desks[0], codes)
    row.notes += [fault for desk in desks for fault in desk.tell("faults")]
    row.notes.append(f"{len(set(codes))} codes, hub's band 1–{max(numbers)}")


def _wait_until_found(desk: Process, codes: list[str]) -> int:
    """Give the rounds time; returns how many codes a desk never found."""
    end, pause = time.monotonic() + DEADLINE_S, threading.Event()
    while (missing := desk.tell("found", *codes).count(False)) and time.monotonic() < end:
        pause.wait(0.1)
    return int(missing)


def three_desks() -> Row:
    """The day under the product's rules, and under the control that must break it."""
    row = worst_day()
    if not row.not_shown:
        try:
            control = worst_day("--terms-alone")
            row.caught = control.broke > 0
        except AssertionError:
            row.caught = False
        row.control = "terms without a baton"
    return row


if __name__ == "__main__":
    told = three_desks()
    print("\n".join(told.notes))
    print(told)
