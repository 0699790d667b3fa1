"""Decisions of the USB card: what lies on the stick, what has its receipt, what may be pressed."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.courier_asks import CourierState, bring_in, read_again, read_courier, write_out
from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.line_words import size_words
from desktop.screens.sync.news_page import NewsPage, news_page
from desktop.stage import Stage
from desktop.theme.tokens import Tone
from dossiers.clock import Clock, local_date, say_date

if TYPE_CHECKING:
    from desktop.courier_asks import Imported, Step, Written

MB = 1_000_000


class View(Protocol):
    """What the presenter tells the card."""

    def show_state(self, words: str, tone: Tone, *, enrolled: bool) -> None:
        """The sentence about the last bundle."""

    def show_progress(self, words: str) -> None:
        """How far it is; empty when nothing is under way."""

    def show_fault(self, sentence: str) -> None:
        """Why it did not work; empty takes it away."""

    def show_written(self, words: str) -> None:
        """What lies on the stick now, to be printed for and checked; empty takes it away."""

    def show_taken(self, page: NewsPage, *, shut: bool) -> None:
        """What came back; `shut` where it was the province's word to stop."""


class CourierPresenter:
    """Exports and imports in the pool; "đã gửi" is never said of what only lies on a stick."""

    def __init__(
        self, jobs: Jobs, stage: Stage, clock: Clock, view: View, post: Callable[["Step"], None],
        closing: Callable[[], bool],
    ) -> None:  # fmt: skip
        """`post` brings a step from a worker's thread to `on_step`; `closing` says that the desk is being left."""
        self._jobs, self._stage, self._clock, self._view, self._post = jobs, stage, clock, view, post
        self._closing = closing
        self._cancelled = threading.Event()
        self.written: tuple[Written, ...] = ()
        self.busy = False

    def refresh(self) -> None:
        """Read how things stand."""
        self._jobs.ask(read_courier, self._on_state, self._stage.complain)

    def export(self, folder: Path) -> None:
        """Xuất ra USB."""
        if self._begin():
            self._jobs.pool(
                lambda: write_out(self._jobs, folder, self._clock, self._post, self._stop),
                self._on_written, self._on_failed,
            )  # fmt: skip

    def take_in(self, files: Sequence[Path]) -> None:
        """Nhận từ USB."""
        if files and self._begin():
            self._jobs.pool(lambda: bring_in(self._jobs, files, self._clock), self._on_taken, self._on_failed)

    def check(self) -> None:
        """Kiểm tra lại USB: after it was pulled and plugged in again."""
        if self.written and self._begin():
            self._jobs.pool(lambda: read_again(self._jobs, self.written), self._on_checked, self._on_failed)

    def cancel(self) -> None:
        """Hủy: stop at the next block; what is half-made is taken away."""
        self._cancelled.set()

    def on_step(self, step: "Step") -> None:
        """A step of the work has come to the window's thread."""
        if self.busy:
            done, total = step.done // MB, max(1, step.total // MB)
            self._view.show_progress(t("Đang ghi và đọc lại: {done}/{total} MB.", done=done, total=total))

    def _begin(self) -> bool:
        if self.busy:
            return False
        self.busy = True
        self._cancelled.clear()
        self._view.show_fault("")
        self._view.show_progress(t("Đang chuẩn bị…"))
        return True

    def _stop(self) -> bool:
        return self._cancelled.is_set() or self._closing()

    def _on_written(self, written: "tuple[Written, ...]") -> None:
        self.written = written
        self._end()
        self._view.show_written(written_words(written))

    def _on_checked(self, _: object) -> None:
        self._end()
        self._stage.toast(t("USB đọc lại đúng như đã ghi."))

    def _on_taken(self, brought: "list[Imported]") -> None:
        self._end()
        self._stage.toast(brought_words(brought))
        self._view.show_written("")
        news = news_page(
            [one for each in brought for one in each.news], [name for each in brought for name in each.packs]
        )
        self._view.show_taken(news, shut=any(one.shut for one in brought))
        self._stage.counts_changed()

    def _on_failed(self, failure: Failure) -> None:
        self._end()
        self._view.show_fault(failure.sentence)

    def _end(self) -> None:
        self.busy = False
        self._view.show_progress("")
        self.refresh()

    def _on_state(self, state: CourierState) -> None:
        self._view.show_state(*state_words(state), enrolled=state.enrolled)


def state_words(state: CourierState) -> tuple[str, Tone]:
    """The last bundle in one sentence; a lost one is named, with what that means."""
    if state.made_at is None:
        return t("Nơi không có mạng: xuất gói ra USB, chuyển lên tỉnh, rồi nhận biên nhận về."), Tone.IDLE
    day = say_date(local_date(state.made_at))
    if not state.answered:
        words = t("Đã xuất gói số {number} ra USB ngày {day}, chưa có biên nhận.", number=state.number, day=day)
        return words, Tone.HOLD
    if state.lost:
        numbers = ", ".join(str(number) for number in state.lost)
        words = t("Gói số {numbers} chưa có biên nhận. Gói sau chứa lại mọi thứ còn thiếu nên không mất gì.",
                  numbers=numbers)  # fmt: skip
        return words, Tone.WARN
    return t("Gói số {number} ngày {day} đã có biên nhận của tỉnh.", number=state.number, day=day), Tone.OK


def written_words(written: "Sequence[Written]") -> str:
    """What lies on the stick, and what to do with it."""
    names = ", ".join(one.path.name for one in written)
    size = size_words(sum(one.size for one in written))
    words = t("Đã ghi và đọc lại đúng {size}: {names}. Rút USB, cắm lại rồi kiểm tra một lần nữa; "
              "in phiếu giao nhận kèm USB.", size=size, names=names)  # fmt: skip
    damaged = sum(one.files_damaged for one in written)
    return words if not damaged else f"{words} {t('{count} tệp quét hỏng để lại, cần quét lại.', count=damaged)}"


def brought_words(brought: "Sequence[Imported]") -> str:
    """What the answers proved."""
    if not any(one.fresh or one.files_sent for one in brought):
        return t("Biên nhận này đã nhận từ trước; không có gì thay đổi.")
    ops, files = sum(one.ops_sent for one in brought), sum(one.files_sent for one in brought)
    words = t("Tỉnh đã xác nhận {ops} việc và {files} tệp.", ops=ops, files=files)
    missing = sorted({number for one in brought for number in one.missing})
    if not missing:
        return words
    numbers = ", ".join(str(number) for number in missing)
    return f"{words} {t('Gói số {numbers} chưa tới tỉnh; gói sau chứa lại nên không mất gì.', numbers=numbers)}"
