"""A LAN of network namespaces round one bridge, whose cables can be pulled; needs what `why_not` names."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from os import getpid
from pathlib import Path
from typing import Any

from tests.faults.line.namespaces import ROOT, TIMEOUT_S

ADDRESS = "198.18.7.{}"
PORT = 8770


class Lan:
    """Desks 1 … n, each in its namespace; `switch` is where the cables meet."""

    def __init__(self, stack: ExitStack, desks: int) -> None:
        self._switch = f"mc{getpid()}-switch"
        self._names = {slot: f"mc{getpid()}-desk{slot}" for slot in range(1, desks + 1)}
        for name in (self._switch, *self._names.values()):
            _ip("netns", "add", name)
            stack.callback(_ip, "netns", "delete", name)
        _ip("-netns", self._switch, "link", "add", "office", "type", "bridge")
        _ip("-netns", self._switch, "link", "set", "office", "up")
        for slot, name in self._names.items():
            _ip("-netns", self._switch, "link", "add", f"c{slot}", "type", "veth", "peer", "name", "lan", "netns", name)
            _ip("-netns", self._switch, "link", "set", f"c{slot}", "master", "office", "up")
            _ip("-netns", name, "link", "set", "lo", "up")
            _ip("-netns", name, "addr", "add", f"{ADDRESS.format(slot)}/24", "dev", "lan")
            _ip("-netns", name, "link", "set", "lan", "up")

    def unplug(self, slot: int) -> None:
        """Pull a desk's cable at the switch: the desk sees nothing but silence."""
        _ip("-netns", self._switch, "link", "set", f"c{slot}", "nomaster")

    def plug(self, slot: int) -> None:
        """Put it back."""
        _ip("-netns", self._switch, "link", "set", f"c{slot}", "master", "office")

    def command(self, slot: int, *command: str) -> list[str]:
        """A command line at a desk."""
        return ["ip", "netns", "exec", self._names[slot], *command]


class Process:
    """A desk's process at its place in the LAN; every code it told is kept."""

    def __init__(self, lan: Lan, home: Path, slot: int, flags: tuple[str, ...] = ()) -> None:
        self.slot, self.home, self.codes = slot, home, []  # type: ignore[var-annotated]
        self._lan, self._flags = lan, flags
        self.start()

    def start(self, *more: str) -> None:
        """Begin, or begin again."""
        place = ADDRESS.format(self.slot)
        command = [sys.executable, "-m", "tests.hub.desk_child", str(self.home), str(self.slot), place]
        self._child = subprocess.Popen(
            self._lan.command(self.slot, *command, *self._flags, *more), cwd=ROOT, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._said() == "ready"

    def tell(self, deed: str, *with_what: str) -> Any:
        """Say what to do, and hear how it went."""
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps([deed, *with_what]) + "\n")
        self._child.stdin.flush()
        return self._said()

    def receive(self, count: int = 1) -> list[int]:
        """Take in dossiers, each with the number that was ready, if one comes within a second; returns the numbers."""
        for _ in range(count):
            self.codes.append(self.tell("receive"))
        return [int(code[-4:]) for code in self.codes[-count:]]

    def until(self, true: Callable[[dict[str, Any]], bool], deadline_s: float = 30.0) -> dict[str, Any]:
        """Wait for a state; fails when it does not come."""
        end, pause = time.monotonic() + deadline_s, threading.Event()
        state: dict[str, Any] = self.tell("state")
        while not true(state):
            assert time.monotonic() < end, (self.slot, state)
            pause.wait(0.05)
            state = self.tell("state")
        return state

    def died(self) -> int:
        """Wait for a death that must come; returns its code."""
        self._child.wait(TIMEOUT_S)
        return self._end()

    def kill(self) -> None:
        """As by the plug."""
        self._child.kill()
        self._end()

    def stop(self) -> None:
        """Close in good order: its input ends."""
        self._end()

    def _end(self) -> int:
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()
        return self._child.wait(TIMEOUT_S)

    def _said(self) -> Any:
        assert self._child.stdout is not None
        return json.loads(self._child.stdout.readline())


@contextmanager
def office(folder: Path, flags: tuple[str, ...] = ()) -> Iterator[tuple[Lan, list[Process]]]:
    """Three desks as real processes, paired with desk 1; gone at the end, whatever happened."""
    with ExitStack() as stack:
        lan = Lan(stack, 3)
        desks = []
        for slot in (1, 2, 3):
            desk = Process(lan, folder / f"desk{slot}", slot, flags)
            stack.callback(desk.kill)
            desks.append(desk)
        for desk in desks[1:]:
            desk.tell("join", f"{ADDRESS.format(1)}:{PORT}", desks[0].tell("code"))
        for desk in desks:
            desk.until(lambda state: state["peers"] == 2)
        yield lan, desks


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, timeout=TIMEOUT_S)
