"""What the till decides: the shift's money beside the notes counted, and the sheet that goes with the cash."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop.book_asks import TillState, count_till, read_till, shift_of
from desktop.form_words import read_words
from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.stage import Here, Stage
from dossiers.cash import Shift
from dossiers.cash_count import CashCounted
from dossiers.clock import local_date, say_date
from dossiers.dossier import PaymentMode
from dossiers.people import Right

if TYPE_CHECKING:
    from desktop.book_asks import Recorded, Taken
    from printing.overrides import Overrides

FORM = "remittance"


class CashView(Protocol):
    """The till as this presenter sees it."""

    def show_till(self, till: TillState) -> None:
        """The shift's receipts and sums, and the former counts."""
        ...

    def show_count(self, counted_vnd: int, expected_vnd: int) -> None:
        """What is in the till beside what the receipts say."""
        ...

    def show_fault(self, sentence: str, field: str) -> None:
        """Why a count was not taken; empty takes the sentence away."""
        ...

    def clear_count(self) -> None:
        """The count is kept: empty fields for the next shift."""
        ...


class CashPresenter:
    """Counts against a fresh reading of the money; a difference stands only with its reason."""

    def __init__(self, jobs: Jobs, stage: Stage, here: Here, wake: Callable[[], None], view: CashView) -> None:
        self._jobs, self._stage, self._here, self._wake, self._view = jobs, stage, here, wake, view
        self._notes: dict[int, int] = {}
        self.till: TillState | None = None

    def refresh(self) -> None:
        """Read the money anew."""
        self._jobs.ask(read_till, self._on_till, self._stage.complain)

    def type(self, face_vnd: int, many: int) -> None:
        """So many notes of one face value."""
        self._notes[face_vnd] = many
        self._show_count()

    def may_count(self) -> bool:
        """Leaders only read; there is nothing to count before the money was read."""
        return self._here.may(Right.MONEY) and self.till is not None

    def count(self, reason: str) -> None:
        """End the shift: keep the count, and print the sheet that goes with the cash."""
        self._view.show_fault("", "")
        notes = dict(self._notes)
        self._jobs.ask(lambda desk: count_till(desk, notes, reason), self._on_counted, self._on_refused)

    def print_again(self, recorded: "Recorded | None") -> None:
        """The sheet of a former count."""
        if recorded is not None:
            count: CashCounted = recorded.body
            self._jobs.ask(
                lambda desk: shift_of(desk, count), lambda shift: self._print(shift, count, recorded.actor),
                self._stage.complain,
            )  # fmt: skip

    def open(self, taken: "Taken | None") -> None:
        """Enter: the dossier of a receipt."""
        if taken is not None:
            self._stage.open("dossier", dossier_id=taken.dossier_id)

    def _show_count(self) -> None:
        counted = sum(face_vnd * many for face_vnd, many in self._notes.items())
        expected = self.till.shift.total_vnd(PaymentMode.CASH) if self.till else 0
        self._view.show_count(counted, expected)

    def _on_till(self, till: TillState) -> None:
        self.till = till
        self._view.show_till(till)
        self._show_count()

    def _on_counted(self, done: tuple[Shift, CashCounted]) -> None:
        self._notes.clear()
        self._view.clear_count()
        self.refresh()
        self._print(*done, self._here.clerk.name)

    def _on_refused(self, failure: Failure) -> None:
        self._view.show_fault(failure.sentence, failure.field)
        self.refresh()

    def _print(self, shift: Shift, count: CashCounted, clerk: str) -> None:
        self._jobs.ask(read_words, partial(self._draw, shift, count, clerk), self._stage.complain)

    def _draw(self, shift: Shift, count: CashCounted, clerk: str, words: "Overrides") -> None:
        office = self._here.office

        def render() -> bytes:
            from printing.forms import remittance

            sheet = remittance.Remittance(shift=shift, count=count, desk=office.desk_name, clerk=clerk)
            return remittance.render(sheet, office, overrides=words)

        def keep(pdf: bytes) -> None:
            title = t("Bảng kê nộp tiền {day}", day=say_date(local_date(shift.ended_at)))
            self._jobs.ask(
                lambda desk: desk.prints.queue(FORM, None, title, pdf), self._on_queued, self._stage.complain
            )

        self._jobs.pool(render, keep, self._stage.complain)

    def _on_queued(self, _: object) -> None:
        self._wake()
        self._stage.counts_changed()
        self._stage.toast(t("Bảng kê nộp tiền đã vào hàng đợi in."))
