"""What the dossier screen decides: what is shown of one dossier, and the deeds that change it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol
from uuid import UUID

from desktop.dossier_asks import Opened, newest_dossier, open_dossier, take_back
from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.screens.dossier.state import DossierState, describe
from desktop.slips import RECEIPT, SUPPLEMENT, Slips
from desktop.stage import Stage
from dossiers.clock import Clock
from dossiers.correct import correct_owner
from dossiers.dossier import Dossier, PaperCheck
from dossiers.people import Person
from dossiers.result_ready import make_result_ready
from dossiers.supplement import receive_supplement, request_supplement


class DossierView(Protocol):
    """The screen as its presenter sees it."""

    def present(self, state: DossierState) -> None:
        """Show a dossier."""
        ...

    def show_nothing(self) -> None:
        """No dossier was opened yet."""
        ...

    def close_form(self) -> None:
        """The deed is done: put its form away."""
        ...


class DossierPresenter:
    """One dossier at a time; `dossier` is its present state once it came home."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, slips: Slips, view: DossierView) -> None:
        self._jobs, self._stage, self._clock, self._slips, self._view = jobs, stage, clock, slips, view
        self._opened: Opened | None = None

    @property
    def dossier(self) -> Dossier | None:
        """The dossier shown."""
        return self._opened.dossier if self._opened else None

    def enter(self, dossier_id: UUID | None = None) -> None:
        """Open a dossier; without one, the dossier shown last, else the newest."""
        wanted = dossier_id or (self.dossier.id if self.dossier else None)
        if wanted is not None:
            self._jobs.ask(lambda desk: open_dossier(desk, wanted), self._on_opened, self._stage.complain)
        else:
            self._jobs.ask(newest_dossier, self._on_opened, self._stage.complain)

    def _on_opened(self, opened: Opened | None) -> None:
        self._opened = opened
        if opened is None:
            self._view.show_nothing()
        else:
            self._view.present(describe(opened, self._clock()))

    # Deeds.

    def ask_supplement(self, papers: frozenset[int], reason: str) -> None:
        """Ask for papers, stop the clock, and print the request."""
        if dossier := self.dossier:
            asked = tuple(
                replace(paper, check=PaperCheck.NOT_OK) for index, paper in enumerate(dossier.papers) if index in papers
            )
            self._do(
                t("Đã yêu cầu bổ sung {code}. Thời hạn tạm dừng."),
                request_supplement, dossier.id, asked, reason,
                then=lambda after: self._slips.print(SUPPLEMENT, after),
            )  # fmt: skip

    def take_supplement(self) -> None:
        """The papers are here: the clock goes on, with the working time of the pause added."""
        if self._opened is None or not self._opened.dossier.supplements:
            return
        self._do(t("Đã nhận bổ sung {code}. Thời hạn chạy tiếp."), receive_supplement, self._opened.dossier.id)

    def make_ready(self, description: str, shelf: str) -> None:
        """The result lies at the desk."""
        if dossier := self.dossier:
            self._do(t("{code} đã có kết quả"), make_result_ready, dossier.id, description, shelf)

    def cancel(self, reason: str) -> None:
        """Void the reception; the number stays used and the reason stays on record."""
        if dossier := self.dossier:
            self._jobs.ask(
                lambda desk: take_back(desk, dossier.id, reason),
                lambda taken: self._on_done(taken.sentence, taken.dossier), self._stage.complain,
            )  # fmt: skip

    def correct(self, after: Person) -> None:
        """Write the owner's details anew; the former ones stay in the history."""
        if dossier := self.dossier:
            self._do(t("Đã sửa thông tin {code}"), correct_owner, dossier.id, after)

    def reprint(self) -> None:
        """F9: the receipt once more, marked if paper of it was confirmed before."""
        if dossier := self.dossier:
            self._slips.print(RECEIPT, dossier, lambda: self._stage.toast(t("Giấy hẹn đã vào hàng đợi in.")))

    def give_back(self) -> None:
        """F6: to the counter where results are returned."""
        if dossier := self.dossier:
            self._stage.open("giveback", dossier_id=dossier.id)

    def scan(self) -> None:
        """F7: scan papers into this dossier."""
        if dossier := self.dossier:
            self._stage.open("scan", dossier_id=dossier.id)

    def _do(self, said: str, verb: Any, *args: Any, then: Callable[[Dossier], None] | None = None) -> None:
        def done(after: Dossier) -> None:
            if then:
                then(after)
            self._on_done(said.format(code=after.code), after)

        self._jobs.do(verb, *args, on_done=done, on_failed=self._stage.complain)

    def _on_done(self, said: str, after: Dossier) -> None:
        self._view.close_form()
        self._stage.toast(said)
        self._stage.counts_changed()
        self.enter(after.id)
