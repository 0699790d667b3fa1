"""A desk in a process of its own, told what to do line by line; each answer is one JSON line after the deed is durable.

Run: python -m tests.hub.desk_child HOME SLOT ADDRESS [--dies before|after] [--terms-alone]. It dies, as if killed, the
next time it gives a number to another desk: before the commit or before the answer. With `--terms-alone` it breaks the
product's rule on purpose: whoever was promoted counts in the hub's band.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop.bridges.one_thread import OneThread
from dossiers.clock import system_clock
from dossiers.numbering import Hub
from dossiers.office_hub import Standing
from dossiers.receive import receive
from dossiers.store import vault_slots as vaults
from dossiers.store.desk import Desk
from dossiers.store.lan import Lan
from dossiers.store.vault import create_home, unlock
from dossiers.store.verify import verify
from dossiers.store.writer import Count, Writer
from sync.hub.office import OfficeLine
from tests.store.homes import CHIEF, OFFICE, SECRET, intake


def main() -> None:
    """Open, answer the other desks and go round; then obey until the input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("slot", type=int)
    parser.add_argument("address")
    parser.add_argument("--dies", choices=["before", "after"])
    parser.add_argument("--terms-alone", action="store_true")
    options = parser.parse_args()
    if options.terms_alone:
        setattr(Standing, "hub_on", _terms_alone)  # noqa: B010 — a method of another type than the class says
    if options.dies:
        _arm(options.dies)
    thread = OneThread("desk")
    desk = thread.submit(lambda: _open(options.home, options.slot)).result()

    def ask(question: Callable[[Desk], Any]) -> Any:
        return thread.submit(lambda: question(desk)).result()

    line = OfficeLine(ask, system_clock, options.address)
    line.begin()
    print(json.dumps("ready"), flush=True)
    for told in sys.stdin:
        print(json.dumps(_obey(ask, line, *json.loads(told))), flush=True)
    line.close()
    thread.submit(desk.close).result()


def _obey(ask: Callable[[Callable[[Desk], Any]], Any], line: OfficeLine, deed: str, *with_what: str) -> Any:
    match deed:
        case "receive":
            code = ask(lambda desk: desk.do(receive, intake())).code
            line.wake()
            return code
        case "code":
            return line.door.open()
        case "join":
            return line.join(*with_what).name
        case "promote":
            ask(lambda desk: desk.lan.promote())
            line.wake()
        case "found":
            return [ask(lambda desk: desk.register.find(code)) is not None for code in with_what]  # noqa: B023 — now
        case "faults":
            return ask(verify)
    return ask(_state)


def _state(desk: Desk) -> dict[str, Any]:
    standing, day = desk.lan.standing(), desk.business_day()
    return {
        "serves": standing.serves, "term": standing.leadership.term, "holds": standing.holds_baton,
        "in_hand": desk.lan.in_hand(day), "unused": [each.code for each in desk.lan.unused(day)],
        "peers": len(desk.lan.peers()),
    }  # fmt: skip


def _open(home: Path, slot: int) -> Desk:
    vaults.STRETCHING = vaults.Stretching(memory_kib=64, passes=1, lanes=1)
    fresh = not home.exists()
    vault = create_home(home, CHIEF, SECRET, system_clock) if fresh else unlock(home, CHIEF.name, SECRET, system_clock)
    desk = Desk.open(home, vault, system_clock, f"may-{slot}", ballast_bytes=1 << 16)
    if fresh:
        desk.set_office(replace(OFFICE, desk_slot=slot, desk_name=f"Quầy {slot}"))
    return desk


def _arm(when: str) -> None:
    """Die while a number is being given."""
    count, hand_out = Writer.count, Lan.hand_out

    def counted(writer: Writer, taken: Count) -> None:
        count(writer, taken)
        os._exit(9)

    def handed(lan: Lan, device: bytes, ticket: bytes) -> tuple[date, int] | None:
        hand_out(lan, device, ticket)
        os._exit(9)

    if when == "before":
        setattr(Writer, "count", counted)  # noqa: B010 — a method of another type than the class says
    else:
        setattr(Lan, "hand_out", handed)  # noqa: B010 — as above


def _terms_alone(standing: Standing, day: date) -> Hub:
    del day
    return "own" if standing.serves else "lost"


if __name__ == "__main__":
    main()
