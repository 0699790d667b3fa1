"""What the actor can be asked to play: each act works the window and answers with what it saw."""

import secrets
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import keys
from desktop.demo.clerk import Clerk
from desktop.demo.hands import Hands
from desktop.demo.heartbeat import Heartbeat
from desktop.demo.plan import Play
from desktop.demo.stage_set import CLERK, Folders

SCREENS = {
    "intake": keys.INTAKE, "register": keys.SCREENS[1], "dossier": keys.OPEN_DOSSIER, "giveback": keys.GIVE_BACK,
    "sync": keys.SYNC, "settings": keys.SCREENS[7], "help": keys.HELP,
}  # fmt: skip
ALL_SENT = "Đã gửi hết"
SENDING_WAIT_S = 300.0
A_BREATH_MS = 600
"""Longer than the 300 ms after the last key in which a draft is kept."""


class Acts:
    """One method an act; the first act signs in."""

    def __init__(
        self, window: QWidget, play: Play, folders: Folders, scan: Callable[[str], None], secret: str
    ) -> None:
        self._play, self._folders, self._secret = play, folders, secret
        self._hands = Hands(window)
        self._clerk = Clerk(self._hands, scan, self._on_glass_seen)
        self._heart = Heartbeat()
        self._signed_in = False

    def visit(self, number: int) -> dict[str, Any]:
        """One citizen from the greeting to the slip."""
        self._enter()
        visitor = self._play.visitors[number]
        strokes, self._clerk.scan_strokes = self._hands.strokes, 0
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
        strokes, self._clerk.scan_strokes = self._hands.strokes, 0
        self.picture("after-the-power-cut")
        self._clerk.restore(self._play.visitors[number])
        return self._finish(number, strokes)

    def fetch(self, slip: str) -> dict[str, Any]:
        """A citizen comes back with the slip: the result is put in order and handed over."""
        self._enter()
        strokes = self._hands.strokes
        self._hands.press(keys.GIVE_BACK)
        self._clerk.find_by_slip(slip, slip)
        self._press_when_possible(keys.RESULT_HERE, "Có kết quả")
        self._press_when_possible(keys.FINISH, "Trả kết quả")
        self._clerk.wait_for(f"Đã trả kết quả {slip}")
        return {"code": slip, "strokes": self._hands.strokes - strokes}

    def supplement(self, slip: str) -> dict[str, Any]:
        """The missing paper is brought: the slip finds the dossier, and its clock goes on."""
        self._enter()
        self._hands.press(keys.OPEN_DOSSIER)
        self._clerk.find_by_slip(slip, slip)
        self._hands.click("Nhận bổ sung")
        self._clerk.wait_for(f"Đã nhận bổ sung {slip}")
        return {"code": slip}

    def send_in_vain(self) -> dict[str, Any]:
        """The line is down: the desk says so calmly and counts nothing as sent."""
        self._enter()
        self._hands.press(keys.SYNC)
        self._send()
        self._clerk.wait_for("Ngoại tuyến từ")
        self.picture("sync-offline")
        return {}

    def close_of_day(self) -> dict[str, Any]:
        """The line is back: send until the desk can prove that nothing waits, back up, print the evening sheet."""
        self._enter()
        self._hands.press(keys.SYNC)
        tries = 0
        while not self._clerk.sees(ALL_SENT):
            tries += 1
            self._send()
        self._hands.click("Sao lưu ngay")
        self._clerk.wait_for("đã kiểm tra đọc lại được")
        known = self._printed()
        self._hands.press(keys.PRINT)
        self._hands.wait(lambda: bool(self._printed() - known), "the evening sheet to come out of the printer")
        self.picture("sync-all-sent")
        return {
            "tries": tries, "sheet": sorted(self._printed() - known)[0], "beats": len(self._heart.gaps_ms),
            "stall_p99_ms": round(self._heart.percentile_ms(0.99), 1), "stall_max_ms": round(self._heart.worst_ms, 1),
        }  # fmt: skip

    def pictures(self) -> dict[str, Any]:
        """A picture of each screen as the day has filled it."""
        self._enter()
        for name, key in SCREENS.items():
            self._hands.press(key)
            self._hands.settle(A_BREATH_MS)
            self.picture(name)
        self._hands.press(keys.BACK)
        if chip := self._clerk.button("Máy in"):
            self._hands.click(chip.accessibleName())
            self._hands.settle(A_BREATH_MS)
            self.picture("prints")
        self._hands.press(keys.INTAKE)
        return {}

    def picture(self, name: str) -> None:
        """A picture of the window as it is."""
        with self._heart.held():
            self._hands.picture(self._folders.screens / f"{name}.png")

    def _on_glass_seen(self) -> None:
        """One picture of the scan screen is enough for a day."""
        if not (self._folders.screens / "scan.png").exists():
            self.picture("scan")

    def _enter(self) -> None:
        if not self._signed_in:
            self.picture("sign-in")
            own = secrets.token_urlsafe(12)
            if self._clerk.sign_in(CLERK, self._secret, own):
                self._folders.passphrase.write_text(own, encoding="utf-8")
            self._clerk.name_signer()
            self._signed_in = True

    def _finish(self, number: int, strokes_before: int) -> dict[str, Any]:
        visitor = self._play.visitors[number]
        known = self._printed()
        papers = 1 + visitor.missing + self._clerk.charges
        started = time.perf_counter()
        self._clerk.finish(visitor)
        strokes = self._hands.strokes - strokes_before - self._clerk.scan_strokes
        self._hands.wait(lambda: len(self._printed() - known) >= papers, "the slips to come out of the printer")
        return {
            "slips": sorted(self._printed() - known), "by_card": visitor.by_card, "certified": visitor.certified,
            "at_once": visitor.at_once, "strokes": strokes, "scan_strokes": self._clerk.scan_strokes,
            "print_s": round(time.perf_counter() - started, 3),
        }  # fmt: skip

    def _send(self) -> None:
        """Press "Gửi ngay" once it can be pressed, and wait until the run is over."""
        self._press_when_possible(keys.FINISH, "Gửi ngay")
        self._hands.wait(lambda: self._clerk.may("Gửi ngay"), "the sending to end", SENDING_WAIT_S)
        self._hands.settle(A_BREATH_MS)

    def _press_when_possible(self, key: str, words: str) -> None:
        self._hands.wait(lambda: self._clerk.may(words), f"“{words}” to be possible")
        self._hands.press(key)

    def _printed(self) -> set[str]:
        return {file.name for file in self._folders.slips.glob("*.pdf")}
