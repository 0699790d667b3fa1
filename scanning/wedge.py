"""Tell a keyboard-wedge reader's burst from a person typing, without losing or reordering a key.

A reader types a code in milliseconds and ends with Enter. Keys are held back until the gap to the next one
tells: a person waits at most 60 ms longer for a letter, a reader's burst never reaches the field in focus.
With a prefix set on the readers only what starts with it is held, and people wait for nothing.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

MEDIAN_GAP_MS = 20.0
MAX_GAP_MS = 60.0
LEAST_CHARACTERS = 6
MOST_CHARACTERS = 1024
ENTER = "\r"

# Windows' Vietnamese keyboard layout puts letters and tone marks on the digit row.
_LAYOUT_DIGITS = str.maketrans("ăâêô\u0300\u0309\u0303\u0301\u0323đĂÂÊÔĐ", "123456789012340")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with the keys so far.

    First deliver the `release` oldest held keys in their order; then hold the present key (`hold`) or deliver
    it. With `scan` set the held keys and the present Enter were a reader's: drop them, the text is here (NFC).
    """

    release: int = 0
    hold: bool = False
    scan: str | None = None


class BurstDetector:
    """Fed with every key press; the caller keeps the held key events and a timer of `MAX_GAP_MS`."""

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self._held: list[str] = []
        self._times_ms: list[float] = []

    def key(self, char: str, at_ms: float) -> Verdict:
        """A key that types `char` (ENTER for Enter and the keypad's) was pressed."""
        stale = self._expire(at_ms)
        if char == ENTER:
            return self._enter(stale, at_ms)
        if not self._may_continue(char) or len(self._held) >= MOST_CHARACTERS:
            return Verdict(release=stale + self._clear())
        self._held.append(char)
        self._times_ms.append(at_ms)
        return Verdict(release=stale, hold=True)

    def other_key(self) -> Verdict:
        """A key that types nothing (arrow, Backspace, shortcut, auto-repeat): it follows all held keys."""
        return Verdict(release=self._clear())

    def expired(self, at_ms: float) -> Verdict:
        """The timer fired: held keys that no burst has followed are a person's; too early, it releases none."""
        return Verdict(release=self._expire(at_ms))

    def _enter(self, stale: int, at_ms: float) -> Verdict:
        text = "".join(self._held)
        burst = self._is_burst(at_ms)
        count = self._clear()
        if not burst:
            return Verdict(release=stale + count)
        return Verdict(release=stale, scan=_plain(text.removeprefix(self.prefix)))

    def _is_burst(self, enter_at_ms: float) -> bool:
        """DECISIONS.md: median gap ≤ 20 ms, each < 60 ms, ≥ 6 characters; a prefix stands for median and length."""
        if self.prefix:
            return len(self._held) > len(self.prefix)
        if len(self._held) < LEAST_CHARACTERS:
            return False
        times = [*self._times_ms, enter_at_ms]
        return median(after - before for before, after in pairwise(times)) <= MEDIAN_GAP_MS

    def _may_continue(self, char: str) -> bool:
        """Without a prefix any character may open a burst; with one, only the prefix."""
        if not self.prefix:
            return True
        text = "".join(self._held) + char
        return text.startswith(self.prefix) or self.prefix.startswith(text)

    def _expire(self, at_ms: float) -> int:
        if self._times_ms and at_ms - self._times_ms[-1] >= MAX_GAP_MS:
            return self._clear()
        return 0

    def _clear(self) -> int:
        count = len(self._held)
        self._held.clear()
        self._times_ms.clear()
        return count


def _plain(text: str) -> str:
    """NFC text, with digits restored where the Vietnamese layout had typed letters in their place."""
    if not any(char.isdigit() for char in text):
        text = text.translate(_LAYOUT_DIGITS)
    return unicodedata.normalize("NFC", text)
