"""Two network namespaces with the emulator between them; needs root, `ip` and /dev/net/tun, and says which is missing.

The addresses are of 198.18.0.0/15, kept for such trials (RFC 2544), and exist inside the namespaces only.
"""

import ctypes
import fcntl
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from tests.faults.line.emulator import Conditions

ROOT = Path(__file__).parents[3]
TUN = Path("/dev/net/tun")
SERVER_ADDRESS, CLIENT_ADDRESS = "198.18.0.1", "198.18.0.2"
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
CLONE_NEWNET = 0x40000000
MTU_BYTES = 1500
TIMEOUT_S = 60

Side = Literal["server", "client"]


@dataclass(slots=True)
class Line:
    """A running line; `address` is the server's."""

    namespaces: dict[Side, str]
    emulator: "subprocess.Popen[str] | None" = None
    address: str = SERVER_ADDRESS
    tally: dict[str, dict[str, int]] = field(default_factory=dict)
    """What the emulator did each way, once the line is down: packets, bytes, lost, queue full."""

    def command(self, side: Side, command: Sequence[str]) -> list[str]:
        """The command line that runs a command on one side."""
        return ["ip", "netns", "exec", self.namespaces[side], *command]

    def go_dark(self) -> None:
        """Let nothing through until `go_light`; both ends see a line that says nothing."""
        self._signal(signal.SIGSTOP)

    def go_light(self) -> None:
        """Let packets through again, those that waited too."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self.emulator is not None
        self.emulator.send_signal(number)

    @contextmanager
    def inside(self, side: Side) -> Iterator[None]:
        """Put this thread on one side: its new sockets, and the threads it begins, belong there until the end."""
        with _at(_namespace_file(self.namespaces[side])):
            yield


def why_not() -> str:
    """What keeps this machine from showing the line; nothing when it can."""
    if sys.platform != "linux":
        return "network namespaces are Linux's"
    if os.geteuid() != 0:
        return "needs root for network namespaces"
    if shutil.which("ip") is None:
        return "the program ip (iproute2) is missing"
    try:
        os.close(os.open(TUN, os.O_RDWR))
    except OSError as error:
        return f"{TUN}: {os.strerror(error.errno or 0)}"
    name = f"mc{os.getpid()}-try"
    tried = subprocess.run(["ip", "netns", "add", name], capture_output=True, text=True, timeout=TIMEOUT_S)
    if tried.returncode != 0:
        return tried.stderr.strip() or "no network namespaces"
    _ip("netns", "delete", name)
    return ""


@contextmanager
def emulated_line(
    rate_kbps_up: float, rtt_ms: float, loss: float = 0.0, *, rate_kbps_down: float | None = None, burst: float = 0.0,
    jitter_ms: float = 0.0, duplicate: float = 0.0, reorder: float = 0.0, corrupt: float = 0.0,
    queue_bytes: int = 64_000, blackout_s: tuple[float, float] | None = None, seed: int = 1,
) -> Iterator[Line]:  # fmt: skip
    """A line from a client to a server, each in a namespace; gone at the end, whatever happened.

    Raises CalledProcessError or OSError where `why_not` would have said why.
    """
    conditions = Conditions(
        up_kbps=rate_kbps_up, down_kbps=rate_kbps_down or 4 * rate_kbps_up, rtt_ms=rtt_ms, loss=loss, burst=burst,
        jitter_ms=jitter_ms, duplicate=duplicate, reorder=reorder, corrupt=corrupt, queue_bytes=queue_bytes,
        blackout_s=blackout_s, seed=seed,
    )  # fmt: skip
    with ExitStack() as stack:
        line = Line({"client": f"mc{os.getpid()}-client", "server": f"mc{os.getpid()}-server"})
        for name in line.namespaces.values():
            _ip("netns", "add", name)
            stack.callback(_ip, "netns", "delete", name)
        near = _device(stack, line, "client", CLIENT_ADDRESS, SERVER_ADDRESS)
        far = _device(stack, line, "server", SERVER_ADDRESS, CLIENT_ADDRESS)
        told = [str(near), str(far), json.dumps(asdict(conditions))]
        emulator = line.emulator = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.line.emulator", *told], cwd=ROOT, pass_fds=(near, far),
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        stack.callback(_end, emulator, line)
        assert emulator.stdout is not None
        assert emulator.stdout.readline() == "ready\n"
        yield line


def _device(stack: ExitStack, line: Line, side: Side, own: str, other: str) -> int:
    """A TUN device inside a namespace; returns the descriptor its packets pass by."""
    name = line.namespaces[side]
    with _at(_namespace_file(name)):
        device = os.open(TUN, os.O_RDWR)
        stack.callback(os.close, device)
        fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", b"line", IFF_TUN | IFF_NO_PI))
    _ip("-netns", name, "link", "set", "lo", "up")
    _ip("-netns", name, "addr", "add", own, "peer", other, "dev", "line")
    _ip("-netns", name, "link", "set", "line", "mtu", str(MTU_BYTES), "up")
    return device


def _end(emulator: "subprocess.Popen[str]", line: Line) -> None:
    line.go_light()
    emulator.terminate()
    said, _ = emulator.communicate(timeout=TIMEOUT_S)
    line.tally = json.loads(said.splitlines()[-1])


def _namespace_file(name: str) -> Path:
    return Path("/run/netns") / name


@contextmanager
def _at(namespace: Path) -> Iterator[None]:
    """This thread inside a network namespace."""
    here = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    try:
        there = os.open(namespace, os.O_RDONLY)
        try:
            _enter(there)
            yield
        finally:
            _enter(here)
            os.close(there)
    finally:
        os.close(here)


def _enter(namespace: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(namespace, CLONE_NEWNET) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, timeout=TIMEOUT_S)
