"""Bytes of one reader into whole scans, whatever ends them: CR, LF, both, or silence."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from scanning.charsets import UTF_8, decode

IDLE_S = 0.06
"""A reader without a terminator is done once the line is silent for this long."""

HALF_S = 1.0
"""A reader that ends its scans with CR or LF has broken one off when it is silent for this long."""

DEBOUNCE_S = 1.5
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Heard:
    """One scan in NFC and the code page it came in; `half` is one that broke off, and has no text."""

    text: str = ""
    charset: str = UTF_8
    half: bool = False


class ScanLines:
    """One reader's line: it learns whether the reader ends its scans; twins within 1.5 s are one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pending = b""
        self._fed_at_s = 0.0
        self._terminated = False
        self._last = ("", float("-inf"))

    def feed(self, data: bytes) -> list[Heard]:
        """Scans completed by these bytes, or by the silence that empty bytes stand for."""
        now_s = self._clock()
        if data:
            self._pending += data
            self._fed_at_s = now_s
        *lines, self._pending = self._pending.replace(b"\n", b"\r").split(b"\r")
        self._terminated = self._terminated or bool(lines)
        if self._pending and not data and now_s - self._fed_at_s >= (HALF_S if self._terminated else IDLE_S):
            if self._terminated:
                return self._break_off()
            lines.append(self._take())
        if len(self._pending) > _MOST_BYTES:
            return [*self._fresh(lines, now_s), *self._break_off()]
        return self._fresh(lines, now_s)

    def drop(self) -> list[Heard]:
        """The reader was unplugged: half a scan is no scan."""
        return self._break_off() if self._pending else []

    def _break_off(self) -> list[Heard]:
        """A reader that was set up anew and sends no terminator any more is believed the next time."""
        self._take()
        self._terminated = False
        return [Heard(half=True)]

    def _take(self) -> bytes:
        taken, self._pending = self._pending, b""
        return taken

    def _fresh(self, lines: list[bytes], now_s: float) -> list[Heard]:
        """The lines' texts without blank ones and without the code that a held trigger repeats."""
        fresh = []
        for line in lines:
            text, charset = decode(line.strip(b"\0 \t"))
            before, seen_at_s = self._last
            if text:
                self._last = (text, now_s)
            if text and not (text == before and now_s - seen_at_s < DEBOUNCE_S):
                fresh.append(Heard(text, charset))
        return fresh
