"""The holiday sweep: what a changed calendar does to open dossiers, which dates move, and their new slips."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from desktop.calendar_asks import (
    Effect,
    Step,
    Unfinished,
    begin_sweep,
    go_on,
    leave_rest,
    move_next,
    slip_queued,
    slips_wanted,
)
from desktop.i18n import said, t
from desktop.jobs import Failure, Jobs
from desktop.theme.tokens import Tone
from dossiers.calendars import DayRule
from dossiers.dossier import Dossier

Days = Mapping[date, DayRule]
NOTHING = Effect(())
Print = Callable[[Dossier, Callable[[], None]], None]
"""Queues the receipt of a dossier, and tells when it lies in the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepState:
    """Everything on the page; `left` counts dates to move and slips to print that an earlier change left."""

    effect: Effect = NOTHING
    chosen: frozenset[UUID] = frozenset()
    notice: str = ""
    running: bool = False
    done: int = 0
    total: int = 0
    left: int = 0
    over: bool = False
    refused: tuple[str, ...] = ()


class SweepView(Protocol):
    """The page as its presenter sees it."""

    def present(self, state: SweepState) -> None:
        """Show everything anew."""
        ...

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """Say how it went."""
        ...


class SweepPresenter:
    """Nothing moves before `save`; from then on a dossier at a time, and whatever was done stays."""

    def __init__(self, *, jobs: Jobs, print_receipt: Print, view: SweepView) -> None:
        self._jobs, self._print, self._view = jobs, print_receipt, view
        self._days: Days = {}
        self._stopped = False
        self._slips: set[UUID] = set()
        self.state = SweepState()

    def show(self, days: Days, effect: Effect) -> None:
        """What the days would do; every date that can move is chosen."""
        self._days = days
        notices = dict.fromkeys(change.notice for change in effect.changes if change.notice)
        chosen = frozenset(each.dossier_id for each in effect.moved)
        self._present(SweepState(effect=effect, chosen=chosen, notice="; ".join(notices)))

    def take_up(self, unfinished: Unfinished) -> bool:
        """Offer what an earlier change left, if anything but the slips that are being drawn."""
        left = len(unfinished.moves) + len({*unfinished.slips} - self._slips)
        if left:
            self._present(SweepState(notice=unfinished.notice, left=left))
        return bool(left)

    def tick(self, dossier_id: UUID) -> None:
        """Choose a date to be moved, or leave it where it is."""
        if dossier_id in {each.dossier_id for each in self.state.effect.moved} and not self.state.over:
            self._present(replace(self.state, chosen=self.state.chosen ^ {dossier_id}))

    def save(self, notice: str) -> None:
        """Put the days into force, then move the chosen dates one by one."""
        days, effect, chosen = self._days, self.state.effect, self.state.chosen
        self._present(replace(self.state, notice=notice))
        self._jobs.ask(lambda desk: begin_sweep(desk, days, effect, chosen, notice), self._begin, self._refuse)

    def resume(self) -> None:
        """Take up what was left."""
        self._jobs.ask(go_on, lambda left: self._begin(left) if left else None, self._refuse)

    def leave(self) -> None:
        """Keep the old dates of what was left; slips already due are still printed."""
        self._stopped = False
        self._jobs.ask(leave_rest, lambda _: self._finish(), self._refuse)

    def stop(self) -> None:
        """Move no further date; the one being written is finished."""
        self._stopped = True

    def _begin(self, unfinished: Unfinished) -> None:
        self._stopped = False
        self._present(replace(self.state, running=True, done=0, total=len(unfinished.moves), refused=(), left=0))
        self._next()

    def _next(self) -> None:
        if self._stopped:
            self._finish()
        else:
            self._jobs.ask(move_next, self._on_step, self._break_off)

    def _on_step(self, step: Step | None) -> None:
        if step is None:
            self._finish()
            return
        state = replace(self.state, done=self.state.done + 1)
        if step.fault:
            line = t("{code} giữ ngày cũ: {why}", code=step.code, why=said(step.fault))
            state = replace(state, refused=(*state.refused, line))
        self._present(state)
        self._next()

    def _finish(self) -> None:
        """Every new slip in one batch; what still has its old date is offered again."""
        self._jobs.ask(slips_wanted, self._on_slips, self._break_off)

    def _on_slips(self, dossiers: tuple[Dossier, ...]) -> None:
        state = self.state
        left = state.total - state.done if self._stopped else 0
        undrawn = [dossier for dossier in dossiers if dossier.id not in self._slips]
        self._slips |= {dossier.id for dossier in undrawn}
        self._present(replace(state, running=False, over=True, left=left))
        self._view.answer(*_outcome(self.state, slips=len(undrawn)))
        for dossier in undrawn:
            self._print(dossier, partial(self._on_queued, dossier.id))

    def _on_queued(self, dossier_id: UUID) -> None:
        self._slips.discard(dossier_id)
        self._jobs.ask(lambda desk: slip_queued(desk, dossier_id), lambda _: None, self._refuse)

    def _break_off(self, failure: Failure) -> None:
        """What is left stays on record and is offered when the page is opened again."""
        self._present(replace(self.state, running=False, over=True, left=self.state.total - self.state.done))
        self._refuse(failure)

    def _refuse(self, failure: Failure) -> None:
        self._view.answer(failure.sentence, Tone.BAD)

    def _present(self, state: SweepState) -> None:
        self.state = state
        self._view.present(state)


def _outcome(state: SweepState, slips: int) -> tuple[str, Tone]:
    """How it ended: what holds, what is on its way to paper, and what still has its old date."""
    moved = state.done - len(state.refused)
    if state.left:
        words = t(
            "Đã dừng. {moved} hồ sơ đã có ngày hẹn mới và giữ như vậy; {left} hồ sơ còn ngày cũ. Bấm Làm tiếp.",
            moved=moved, left=state.left,
        )  # fmt: skip
        return words, Tone.WARN
    if not (moved or slips or state.refused):
        return t("Đã lưu lịch. Không ngày hẹn nào đổi."), Tone.OK
    words = t(
        "Đã lưu lịch. {moved} hồ sơ có ngày hẹn mới, {slips} giấy hẹn mới vào hàng đợi in.", moved=moved, slips=slips
    )
    return " ".join((words, *state.refused)), Tone.WARN if state.refused else Tone.OK
