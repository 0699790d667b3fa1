"""Decisions of the sign-in: whose tile, whether the slot is shut, and what a refusal means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from desktop.i18n import t
from desktop.jobs import Failure
from dossiers.clock import Clock
from dossiers.people import Role

ROLE_WORDS = {
    Role.CLERK: "Cán bộ tiếp nhận",
    Role.LEADER: "Lãnh đạo (chỉ xem)",
    Role.ADMINISTRATOR: "Quản trị",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One name to choose; `locked_until` is None while tries are free."""

    name: str
    role: Role
    locked_until: datetime | None = None


class Seats(Protocol):
    """Read who has a way in, away from the window's thread."""

    def __call__(self, on_done: Callable[[tuple[Tile, ...]], None], on_failed: Callable[[Failure], None]) -> None:
        """Read."""
        ...


class Unlock(Protocol):
    """Try a secret away from the window's thread; exactly one of the two answers comes."""

    def __call__(
        self, name: str, secret: str, on_done: Callable[[], None], on_failed: Callable[[Failure], None]
    ) -> None:
        """Try."""
        ...


class View(Protocol):
    """What the presenter tells the screen."""

    def show_tiles(self, tiles: tuple[Tile, ...], chosen: str) -> None:
        """Paint the names."""

    def say(self, sentence: str, *, bad: bool) -> None:
        """Put one sentence under the secret."""

    def set_busy(self, *, busy: bool) -> None:
        """The secret is being tried."""

    def clear_secret(self) -> None:
        """Empty the secret and put the cursor there."""


class SignInPresenter:
    """Knows who is chosen and keeps the waiting time of a shut slot in sight."""

    def __init__(self, seats: Seats, unlock: Unlock, clock: Clock, view: View) -> None:
        self._seats, self._unlock, self._clock, self._view = seats, unlock, clock, view
        self._tiles: tuple[Tile, ...] = ()
        self._busy = False
        self.chosen = ""

    def load(self) -> None:
        """Show who has a way in; whoever was chosen before stays chosen."""
        self._seats(self._on_tiles, self._on_damaged)

    def choose(self, name: str) -> None:
        """Another tile was pressed."""
        self.chosen = name
        self._view.clear_secret()
        self._view.say("", bad=False)
        self.tick()

    def enter(self, secret: str) -> None:
        """Enter was pressed: try the secret, unless it is being tried already."""
        if self._busy or not self.chosen:
            return
        if not secret:
            self._view.say(t("Nhập mật khẩu hoặc mã PIN rồi bấm Enter."), bad=False)
            return
        self._set_busy(busy=True)
        self._unlock(self.chosen, secret, self._on_unlocked, self._on_refused)

    def tick(self) -> None:
        """Once a second: while the chosen slot is shut, say for how long still."""
        left = self._wait_left()
        if left > timedelta(0):
            self._view.say(t("Đã nhập sai nhiều lần. Nhập lại được sau {time}.", time=say_left(left)), bad=True)

    def _on_damaged(self, failure: Failure) -> None:
        self._view.say(failure.sentence, bad=True)

    def _on_tiles(self, tiles: tuple[Tile, ...]) -> None:
        self._tiles = tiles
        names = [tile.name for tile in self._tiles]
        if self.chosen not in names:
            self.chosen = names[0] if names else ""
        self._view.show_tiles(self._tiles, self.chosen)
        self.tick()

    def _wait_left(self) -> timedelta:
        until = next((tile.locked_until for tile in self._tiles if tile.name == self.chosen), None)
        return until - self._clock() if until else timedelta(0)

    def _on_unlocked(self) -> None:
        self._set_busy(busy=False)
        self._view.clear_secret()
        self._view.say("", bad=False)

    def _on_refused(self, failure: Failure) -> None:
        self._set_busy(busy=False)
        self._view.clear_secret()
        self._view.say(failure.sentence, bad=True)
        self.load()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy=busy)


def say_left(left: timedelta) -> str:
    """A waiting time as words: '1 phút 05 giây'."""
    seconds = max(1, round(left.total_seconds()))
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return t("{hours} giờ {minutes} phút", hours=hours, minutes=minutes)
    if minutes:
        return t("{minutes} phút {seconds} giây", minutes=minutes, seconds=seconds % 60)
    return t("{seconds} giây", seconds=seconds)
