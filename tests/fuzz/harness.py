"""Play spoilt input against one door in a process of its own, whose time and memory are bounded."""

import faulthandler
import multiprocessing
import resource
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from tests.fuzz.mutate import spoil

SLOWEST_S = 10.0
"""Of CPU for one input on a busy machine; a clerk's own file takes a hundredth."""

MEMORY_BYTES = 1 << 30
"""Beyond what the process had when the door was open."""

Reader = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Door:
    """What reads bytes that others made: its name, good examples, and the errors by which it may refuse."""

    name: str
    examples: Callable[[], Sequence[bytes]]
    reader: Callable[[], Reader]
    refusals: tuple[type[Exception], ...]
    bombs: Callable[[], Sequence[bytes]] = tuple


@dataclass(frozen=True, slots=True)
class Trouble:
    """An input that a door did not stand: which one, and what happened."""

    door: str
    number: int
    what: str


def play(door: Door, seed: int, count: int) -> list[Trouble]:
    """The good examples must be read; `count` spoilt ones and the bombs read or refused, each in time and in bounds."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_play, args=(door, seed, count, there))
    child.start()
    there.close()
    troubles, last = [], -1
    while True:
        try:
            said = here.recv()
        except EOFError:
            break
        if isinstance(said, Trouble):
            troubles.append(said)
        else:
            last = said
    child.join()
    if child.exitcode:
        troubles.append(Trouble(door.name, last, f"the process ended with {child.exitcode}"))
    return troubles


def inputs(door: Door, seed: int, count: int) -> list[bytes]:
    """Number by number what `play` plays: the good ones, the bombs, the spoilt ones."""
    good, random = list(door.examples()), Random(f"{door.name} {seed}")
    return [*good, *door.bombs(), *(spoil(random.choice(good), random) for _ in range(count))]


def _play(door: Door, seed: int, count: int, tell: Connection) -> None:
    faulthandler.disable()
    warnings.simplefilter("ignore")
    read, good = door.reader(), len(list(door.examples()))
    played = inputs(door, seed, count)
    for data in played[:good]:
        read(data)  # everything the door loads is loaded before memory is counted
    _bound_memory()
    for number, data in enumerate(played):
        tell.send(number)
        started = time.process_time()
        what = _try(read, data, door.refusals if number >= good else ())
        if time.process_time() - started > SLOWEST_S:
            what = what or f"took {time.process_time() - started:.0f} s"
        if what:
            tell.send(Trouble(door.name, number, what))


def _bound_memory() -> None:
    now = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY_BYTES, now + MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 600, resource.RLIM_INFINITY))


def _try(read: Reader, data: bytes, refusals: tuple[type[Exception], ...]) -> str:
    try:
        read(data)
    except refusals:
        return ""
    except BaseException as error:  # noqa: BLE001 — whatever else comes out is what we are looking for
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {where.filename.rpartition('/')[2]}:{where.lineno}"
    return ""
