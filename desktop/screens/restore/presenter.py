"""Decisions of restoring: which backups there are, who opens the chosen one, how far it is, what came back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desktop.i18n import t
from desktop.jobs import Failed, Failure
from dossiers.clock import say_time


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup that was found, as its manifest describes it, and who can open it."""

    folder: Path
    made_at: datetime
    dossiers: int
    files: int
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to restore and what opens it: a user's secret, or the words of the recovery sheet where `seat` is empty."""

    folder: Path
    seat: str
    secret: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and where what lay here before was put."""

    dossiers: int
    files: int
    aside: str


@dataclass(slots=True)
class Progress:
    """How many files are back; written by the worker, read by the window."""

    done: int = 0
    total: int = 0


class Doors(Protocol):
    """What the screen needs of the world, all of it away from the window's thread."""

    def find(self, folder: Path | None, on_done: Callable[[tuple[Offer, ...]], None], on_failed: Failed) -> None:
        """Backups at a place; with none named, on every stick that is plugged in."""

    def restore(
        self, wanted: Wanted, progress: Progress, on_done: Callable[[Restored], None], on_failed: Failed
    ) -> None:
        """Build the home."""


class View(Protocol):
    """What the presenter tells the screen."""

    def show_offers(self, rows: tuple[str, ...]) -> None:
        """The backups, the newest first."""

    def show_seats(self, seats: tuple[str, ...]) -> None:
        """Who may open the chosen one; the recovery sheet comes last."""

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """One sentence below."""

    def set_busy(self, *, busy: bool) -> None:
        """The home is being built."""

    def finish(self, sentence: str) -> None:
        """It is done: nothing is left but to go in."""


class RestorePresenter:
    """Knows the offers and the chosen one."""

    def __init__(self, doors: Doors, view: View) -> None:
        self._doors, self._view = doors, view
        self._offers: tuple[Offer, ...] = ()
        self._chosen: Offer | None = None
        self.progress = Progress()

    def look(self, folder: Path | None) -> None:
        """Look for backups in a folder, or on all sticks."""
        self._view.say(t("Đang tìm bản sao lưu…"))
        self._doors.find(folder, self._on_found, self._on_failed)

    def choose(self, at: int) -> None:
        """Another backup was chosen."""
        self._chosen = self._offers[at] if 0 <= at < len(self._offers) else None
        if self._chosen is not None:
            self._view.show_seats(self._chosen.seats)

    def go(self, seat: int, secret: str) -> None:
        """Restore the chosen backup; the place after the last seat stands for the recovery sheet."""
        if self._chosen is None:
            self._view.say(t("Chọn một bản sao lưu trước."), bad=True)
        elif not secret.strip():
            self._view.say(t("Nhập mật khẩu của người đã chọn, hoặc các từ trên tờ khóa phục hồi."), bad=True)
        else:
            names = (*self._chosen.seats, "")
            self._view.set_busy(busy=True)
            self.progress.done = self.progress.total = 0
            wanted = Wanted(self._chosen.folder, names[seat], secret)
            self._doors.restore(wanted, self.progress, self._on_restored, self._on_failed)

    def tick(self) -> None:
        """While it runs: how far it is."""
        total = self.progress.total
        files = t("{done}/{total} tệp", done=self.progress.done, total=total) if total else ""
        self._view.say(t("Đang khôi phục và kiểm tra từng dòng… {files}", files=files).strip())

    def _on_found(self, offers: tuple[Offer, ...]) -> None:
        self._offers, self._chosen = offers, None
        self._view.show_offers(tuple(say_offer(offer) for offer in offers))
        if offers:
            self._view.say("")
            self.choose(0)
        else:
            self._view.say(t("Không thấy bản sao lưu nào. Cắm USB sao lưu rồi tìm lại, hoặc chọn thư mục."))

    def _on_restored(self, restored: Restored) -> None:
        assert self._chosen is not None
        self._view.set_busy(busy=False)
        when = say_time(self._chosen.made_at)
        back = t(
            "Đã khôi phục {dossiers} hồ sơ và {files} tệp, đúng như lúc {time}.", dossiers=restored.dossiers,
            files=restored.files, time=when,
        )  # fmt: skip
        later = t("Việc làm sau lúc đó mà đã gửi tỉnh sẽ tự về khi có mạng. Số hồ sơ mới hôm nay lấy từ dải dự phòng.")
        kept = t("Dữ liệu cũ trên máy được giữ ở {place}.", place=restored.aside) if restored.aside else ""
        self._view.finish(" ".join(part for part in (back, later, kept) if part))

    def _on_failed(self, failure: Failure) -> None:
        self._view.set_busy(busy=False)
        self._view.say(failure.sentence, bad=True)


def say_offer(offer: Offer) -> str:
    """A backup on one line."""
    return t(
        "{time} · {dossiers} hồ sơ, {files} tệp", time=say_time(offer.made_at), dossiers=offer.dossiers,
        files=offer.files,
    )  # fmt: skip
