"""What the actor can be asked to play: each act works the window and answers with what it saw."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.demo.clerk import Clerk
from desktop.demo.hands import Hands
from desktop.demo.heartbeat import Heartbeat
from desktop.demo.plan import Play
from desktop.demo.stage_set import Folders

A_BREATH_MS = 600
"""Longer than the 300 ms after the last key in which a draft is kept."""


class Acts:
    """One method an act; the first act signs in."""

    def __init__(
        self, window: QWidget, play: Play, folders: Folders, scan: Callable[[str], None], secret: str
    ) -> None:
        self._play, self._folders, self._secret = play, folders, secret
        self._hands = Hands(window)
        self._clerk = Clerk(self._hands, scan)
        self._heart = Heartbeat()
        self._signed_in = False

    def visit(self, number: int) -> dict[str, Any]:
        """One citizen from the greeting to the slip."""
        self._enter()
        visitor = self._play.visitors[number]
        strokes = self._hands.strokes
        self._clerk.fill(visitor)
        return self._finish(number, strokes)

    def half_visit(self, number: int) -> dict[str, Any]:
        """An intake up to the last key, and not that key: here the power fails."""
        self._enter()
        self._clerk.fill(self._play.visitors[number])
        self._hands.settle(A_BREATH_MS)
        self._hands.wait(lambda: self._clerk.saved, "the draft to be saved")
        self.picture("before-the-power-cut")
        return {}

    def finish_visit(self, number: int) -> dict[str, Any]:
        """After the power cut: sign in, take the draft back, and finish as if nothing had been."""
        self._enter()
        strokes = self._hands.strokes
        self.picture("after-the-power-cut")
        self._clerk.restore(self._play.visitors[number])
        return self._finish(number, strokes)

    def picture(self, name: str) -> None:
        """A picture of the window as it is."""
        self._hands.picture(self._folders.screens / f"{name}.png")

    def _enter(self) -> None:
        if not self._signed_in:
            self.picture("sign-in")
            self._clerk.sign_in(self._secret)
            self._signed_in = True

    def _finish(self, number: int, strokes_before: int) -> dict[str, Any]:
        visitor = self._play.visitors[number]
        known = self._printed()
        started = time.perf_counter()
        self._clerk.finish(visitor)
        strokes = self._hands.strokes - strokes_before
        papers = 2 if visitor.missing else 1
        self._hands.wait(lambda: len(self._printed() - known) >= papers, "the slips to come out of the printer")
        return {
            "slips": sorted(self._printed() - known), "strokes": strokes, "by_card": visitor.by_card,
            "certified": visitor.certified, "print_s": round(time.perf_counter() - started, 3),
        }  # fmt: skip

    def _printed(self) -> set[str]:
        return {file.name for file in self._folders.slips.glob("*.pdf")}
