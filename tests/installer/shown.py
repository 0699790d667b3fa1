"""A virtual screen that tells when something was painted on it, so that nobody has to look again and again."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CDLL, byref, c_char_p, c_int, c_ulong, c_void_p, create_string_buffer
from select import select

from PIL import Image, ImageGrab

SCREEN = (1366, 768)
SLOWEST_S = 280
QUIET_S = 0.5
"""Shorter than a cursor takes to blink."""

NON_EMPTY = 3
"""XDamageReportNonEmpty: one event for the first thing painted since the last look."""

EVENT_BYTES = 192


class Paint:
    """Hears of every painting on a screen by the X server's DAMAGE extension; close it before the server ends."""

    def __init__(self, display: str) -> None:
        self._x, self._damage = CDLL("libX11.so.6"), CDLL("libXdamage.so.1")
        self._x.XOpenDisplay.argtypes, self._x.XOpenDisplay.restype = [c_char_p], c_void_p
        self._x.XDefaultRootWindow.restype = self._damage.XDamageCreate.restype = c_ulong
        server = self._x.XOpenDisplay(display.encode())
        assert server, f"no screen {display}"
        self._server = c_void_p(server)
        assert self._damage.XDamageQueryExtension(self._server, byref(c_int()), byref(c_int()))
        root = c_ulong(self._x.XDefaultRootWindow(self._server))
        self._watch = c_ulong(self._damage.XDamageCreate(self._server, root, NON_EMPTY))
        self._x.XSync(self._server, 0)

    def came(self, within_s: float) -> bool:
        """Whether something was painted since the last call, or is within that time."""
        if not self._x.XPending(self._server):
            select([self._x.XConnectionNumber(self._server)], [], [], within_s)
        painted = False
        while self._x.XPending(self._server):
            self._x.XNextEvent(self._server, create_string_buffer(EVENT_BYTES))
            painted = True
        self._damage.XDamageSubtract(self._server, self._watch, c_ulong(0), c_ulong(0))
        self._x.XSync(self._server, 0)
        return painted

    def close(self) -> None:
        """Hear no more."""
        self._x.XCloseDisplay(self._server)


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen of a free number; the display's name."""
    ready, told = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", size]
    server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(ready, encoding="ascii") as says:
            number = says.readline().strip()
        assert number, "the screen did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def picture(display: str) -> Image.Image:
    """What the screen shows."""
    return ImageGrab.grab(xdisplay=display)


def colours(display: str) -> int:
    """How many colours the screen shows: an empty one has one, a window hundreds."""
    return len(picture(display).convert("RGB").getcolors(1 << 24) or ())


def wait_until(display: str, happened: Callable[[], bool], what: str, within_s: float = SLOWEST_S) -> None:
    """Look again whenever something was painted, until it happened; raises AssertionError naming it."""
    with _watched(display) as paint:
        deadline = time.monotonic() + within_s
        while not happened():
            left = deadline - time.monotonic()
            assert left > 0 and paint.came(left), f"{what} did not come within {within_s} s"  # noqa: PT018


def settle(display: str, within_s: float = SLOWEST_S) -> None:
    """Wait until nothing was painted for a moment."""
    with _watched(display) as paint:
        deadline = time.monotonic() + within_s
        while paint.came(QUIET_S):
            assert time.monotonic() < deadline, f"the screen was not still within {within_s} s"


@contextmanager
def _watched(display: str) -> Iterator[Paint]:
    paint = Paint(display)
    try:
        yield paint
    finally:
        paint.close()
