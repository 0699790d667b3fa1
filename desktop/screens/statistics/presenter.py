"""Decisions of the statistics screen: which span, which questions are still open, and what a number leads to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from desktop.i18n import said
from desktop.jobs import Failure, Jobs
from desktop.report_asks import QUESTIONS, Piece, Question, ask_series
from desktop.screens.statistics.periods import Period, beside, span_of, step_of
from desktop.screens.statistics.state import PIECES, State, Tab
from desktop.screens.statistics.words import Target
from desktop.stage import Stage
from dossiers.clock import Clock, local_date
from dossiers.errors import InvalidInput
from dossiers.reporting.spans import Span

if TYPE_CHECKING:
    from array import array

TOPIC = "statistics"


class View(Protocol):
    """What the presenter tells the screen."""

    def show_state(self, state: State) -> None:
        """Show how things stand now."""
        ...


class StatisticsPresenter:
    """Asks one question after another, those of the page in front first; a newer span drops whatever is under way."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, view: View) -> None:
        self._jobs, self._stage, self._clock, self._view = jobs, stage, clock, view
        self._turn = 0
        self._fresh: set[Piece] = set()
        self.state = State(span=span_of(Period.MONTH, local_date(clock())))

    def enter(self) -> None:
        """Come to the front, or count anew; what is shown stays until the new figures are here."""
        self._ask_anew(self.state)

    def leave(self) -> None:
        """Go to the back: nobody waits for an answer any more, and what is being counted is cut short."""
        self._turn += 1
        if self.state.busy:
            self._jobs.latest(TOPIC, lambda _: None, lambda _: None, self._stage.complain)

    def choose(self, period: Period) -> None:
        """Today, this week, month, quarter or year; the free span begins as what is shown."""
        span = self.state.span if period is Period.FREE else span_of(period, local_date(self._clock()))
        self._go(period, span)

    def choose_days(self, first: date | None, last: date | None) -> None:
        """A span typed by its two days."""
        try:
            if first is None or last is None:
                raise InvalidInput("Ngày viết như 01/11/2026.", field="span")
            span = Span(first=first, last=last)
        except InvalidInput as error:
            self._show(replace(self.state, fault=said(error)))
        else:
            self._go(Period.FREE, span)

    def move(self, *, later: bool) -> None:
        """The span before or after this one."""
        try:
            span = beside(self.state.period, self.state.span, later=later)
        except (OverflowError, ValueError):
            return
        self._go(self.state.period, span)

    def turn_to(self, tab: Tab) -> None:
        """Another page; what it needs is asked unless it is here."""
        if tab is not self.state.tab:
            self.state = replace(self.state, tab=tab)
            self._ask_next(self._turn)

    def open(self, target: Target | None) -> None:
        """A number was pressed: its dossiers, in the register."""
        if target is None:
            return
        turn = self._turn

        def show(keys: "array[int]") -> None:
            if turn == self._turn:
                self._stage.open("register", keys=keys, title=target.title)

        self._jobs.ask(target.read, show, self._stage.complain)

    def _go(self, period: Period, span: Span) -> None:
        if (period, span) == (self.state.period, self.state.span):
            self._show(replace(self.state, fault=""))
            return
        if span == self.state.span:
            self._show(replace(self.state, period=period, fault=""))
            return
        self._ask_anew(State(span=span, period=period, tab=self.state.tab))

    def _ask_anew(self, state: State) -> None:
        self.state = state
        self._turn += 1
        self._fresh.clear()
        self._ask_next(self._turn)

    def _ask_next(self, turn: int) -> None:
        """One question at a time: two at once would cut each other short."""
        wanted = (Piece.HEADLINE, *PIECES[self.state.tab])
        piece = next((each for each in wanted if each not in self._fresh), None)
        self._show(replace(self.state, busy=piece is not None))
        if piece is None:
            return
        question, span = self._question(piece), self.state.span
        self._jobs.latest(
            TOPIC, lambda desk: question(desk, span), self._heard(turn, piece), partial(self._on_failed, turn)
        )

    def _question(self, piece: Piece) -> Question:
        return ask_series(step_of(self.state.span)) if piece is Piece.SERIES else QUESTIONS[piece]

    def _heard(self, turn: int, piece: Piece) -> Callable[[object], None]:
        def hear(answer: object) -> None:
            if turn != self._turn:
                return
            self._fresh.add(piece)
            answered: dict[str, Any] = {piece.value: answer}
            self.state = replace(self.state, **answered)
            self._ask_next(turn)

        return hear

    def _on_failed(self, turn: int, failure: Failure) -> None:
        if turn == self._turn:
            self._show(replace(self.state, busy=False))
            self._stage.complain(failure)

    def _show(self, state: State) -> None:
        self.state = state
        self._view.show_state(state)
