"""What the dossier screen decides: what is shown of one dossier, and which act is begun, refused or done."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from desktop import slips
from desktop.dossier_asks import Opened, newest_dossier, open_dossier
from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.scan_asks import find_dossiers
from desktop.screens.dossier.deeds import Deed, decide_between, take_supplement
from desktop.screens.dossier.doing import Doing, out_of_turn
from desktop.screens.dossier.history import steps
from desktop.screens.dossier.state import DossierState, describe
from desktop.slips import Slips
from desktop.stage import Stage
from dossiers.clock import Clock
from dossiers.dossier import Dossier


class DossierView(Protocol):
    """The screen as its presenter sees it."""

    def present(self, state: DossierState) -> None:
        """Show a dossier."""
        ...

    def show_nothing(self) -> None:
        """No dossier was opened yet."""
        ...

    def open_form(self, kind: str, opened: Opened, now: datetime, warning: str) -> None:
        """Let an act be filled in."""
        ...

    def close_form(self) -> None:
        """The act is done: put its form away."""
        ...

    def blame(self, field: str, sentence: str) -> bool:
        """Say what is wrong under the field of the open form; False where it has none of that name."""
        ...

    def offer_dossiers(self, found: tuple[Dossier, ...]) -> None:
        """The dossiers that what was typed in the open form leads to."""
        ...


class DossierPresenter:
    """One dossier at a time; `dossier` is its present state once it came home."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, slips: Slips, view: DossierView) -> None:
        self._jobs, self._stage, self._clock, self._slips, self._view = jobs, stage, clock, slips, view
        self._doing = Doing(jobs, stage, slips, self._show_again)
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

    def begin(self, kind: str) -> None:
        """An act was chosen: done at once or filled in first; an impossible one says why, and what is possible."""
        opened = self._opened
        if opened is None:
            return
        if kind == "scans_attached":
            self._stage.open("scan", dossier_id=opened.dossier.id)
        elif kind == "returned":
            self._stage.open("giveback", dossier_id=opened.dossier.id)
        elif self._doing.may_begin(kind, opened):
            warning = out_of_turn(kind, opened.dossier)
            if kind == "supplement_received" and not warning:
                self.do(take_supplement())
            else:
                self._view.open_form(kind, opened, self._clock(), warning)

    def move_scans(self) -> None:
        """Scans are to be moved: where to is filled in first."""
        if self._opened is not None and self._doing.may_begin("scans_taken_off", self._opened):
            self._view.open_form("scans_moved", self._opened, self._clock(), "")

    def seek(self, typed: str) -> None:
        """Look for the dossier that scans are moved to."""
        self._jobs.latest(
            "move scans", lambda desk: find_dossiers(desk, typed), self._view.offer_dossiers, self._stage.complain
        )

    def do(self, deed: Deed) -> None:
        """Commit an act on the dossier shown, as filled in."""
        if dossier := self.dossier:
            self._doing.run(deed, dossier, lambda after: self._on_done(deed, after), self._on_failed)

    def decide(self, place: int, value: str) -> None:
        """Let a value stand in the field of this question."""
        if self._opened is not None:
            self.do(decide_between(self._opened.questions[place], value))

    def print(self, form: str) -> None:
        """Queue a paper of this dossier."""
        if self._opened is None:
            return
        dossier = self._opened.dossier
        match form:
            case slips.FEE_REQUEST:
                self._slips.print_fee_request(dossier, self._on_queued)
            case slips.PROCESS_HISTORY:
                self._slips.print_history(dossier, steps(self._opened.history), self._on_queued)
            case _:
                self._slips.print(form, dossier, self._on_queued)

    def reprint(self) -> None:
        """F9: the receipt once more, marked if paper of it was confirmed before."""
        self.print(slips.RECEIPT)

    def _on_opened(self, opened: Opened | None) -> None:
        self._opened = opened
        if opened is None:
            self._view.show_nothing()
        else:
            self._view.present(describe(opened, self._clock()))

    def _on_done(self, deed: Deed, after: Dossier) -> None:
        self._show_again(after)
        if deed.scan_next:
            self._stage.open("scan", dossier_id=after.id, result=True)

    def _on_failed(self, why: Failure) -> None:
        if not (why.field and self._view.blame(why.field, why.sentence)):
            self._stage.complain(why)

    def _show_again(self, after: Dossier) -> None:
        """As it stands now, unless the desk shows another dossier by then."""
        if self.dossier and self.dossier.id == after.id:
            self._view.close_form()
            self.enter(after.id)

    def _on_queued(self) -> None:
        self._stage.toast(t("Giấy đã vào hàng đợi in."))
